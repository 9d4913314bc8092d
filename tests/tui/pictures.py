"""Pictures of the real game for the README: plays a call and writes one screen of it as SVG.

    python tests/tui/pictures.py talk picture.svg

Screens: home, brief, talk, menu, why, debrief. Always the shipped first call, the same seed and the same
lines, so that a picture changes only when the game does.
"""

import argparse
import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from textual.pilot import Pilot

from game.tui.app import DefuseApp
from game.tui.options import Options
from game.tui.widgets.reply import ReplyBox

SIZE: Final = (120, 36)
LINES: Final = (
    "Please calm down, our arrival window is two hours, that's our policy.",
    "",
    "",
    "Two hours alone in an empty flat, that must have been awful. I'm so sorry.",
)
HALF_A_LINE: Final = (
    "So the van came at three instead of one, and that left you no time to clean. Have I got that right?"
)
SCREENS: Final = ("home", "brief", "talk", "menu", "why", "debrief")


async def picture(screen: str) -> str:
    """This screen as SVG."""
    with TemporaryDirectory() as folder:
        app = DefuseApp(
            Options(scenario="late-movers", mode="menu" if screen == "menu" else "typed", seed=7, saves=folder)
        )
        app.animation_level = "none"
        async with app.run_test(size=SIZE) as pilot:
            await settle(pilot, 1.5)
            await show(pilot, screen)
            await settle(pilot, 0.5)
            return app.export_screenshot(title="defuse")


async def show(pilot: Pilot[int], screen: str) -> None:
    """Press what leads there."""
    if screen == "home":
        await pilot.press("escape")
    elif screen != "brief":
        await pilot.press("enter")
        await settle(pilot, 0.5)
        for line in LINES:
            await say(pilot, line)
        if screen == "talk":
            pilot.app.screen.query_one(ReplyBox).put(HALF_A_LINE)
        elif screen == "why":
            await pilot.press("f3")
        elif screen == "debrief":
            for line in (HALF_A_LINE, "/end", ""):
                await say(pilot, line)
            await pilot.press("s")
            await settle(pilot, 1)


async def say(pilot: Pilot[int], line: str) -> None:
    """Say this line."""
    pilot.app.screen.query_one(ReplyBox).put(line)
    await pilot.press("enter")
    await settle(pilot, 0.2)


async def settle(pilot: Pilot[int], seconds: float) -> None:
    """Let the screen come to rest."""
    await pilot.pause(seconds)


def main() -> None:
    """Write the picture that was asked for."""
    wanted = argparse.ArgumentParser(description="A picture of the real game, as SVG.")
    wanted.add_argument("screen", choices=SCREENS)
    wanted.add_argument("file", type=Path)
    options = wanted.parse_args()
    options.file.write_text(asyncio.run(picture(options.screen)), encoding="utf-8")


if __name__ == "__main__":
    main()
