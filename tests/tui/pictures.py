"""Pictures of the real game for the README: plays a call and writes one screen of it as SVG.

    python tests/tui/pictures.py talk picture.svg

Screens: home, brief, talk, menu, why, debrief. Always the shipped first call, the same seed and the same
lines, so that a picture changes only when the game does.
"""

import argparse
import asyncio
import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, TypeVar

from textual.pilot import Pilot
from textual.screen import Screen

from game.tui.app import DefuseApp
from game.tui.options import Mode, Options
from game.tui.screens.brief import BriefScreen
from game.tui.screens.debrief import DebriefScreen
from game.tui.screens.rate import RateScreen
from game.tui.screens.talk import TalkScreen
from game.tui.widgets.reply import ReplyBox

SIZE: Final = (120, 36)
_FONT_FILES: Final = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""Textual's pictures fetch their font from the network; ours use the reader's own."""
LINES: Final = (
    "Please calm down, our arrival window is two hours, that's our policy.",
    "",
    "",
    "Two hours alone in an empty flat, that must have been awful. I'm so sorry.",
)
HALF_A_LINE: Final = (
    "So the van came at three instead of one, and that left you no time to clean. Have I got that right?"
)
S = TypeVar("S", bound=Screen[Any])
SCREENS: Final = ("home", "brief", "talk", "menu", "why", "debrief")


async def picture(screen: str) -> str:
    """This screen as SVG."""
    with TemporaryDirectory() as folder:
        mode: Mode = "menu" if screen == "menu" else "typed"
        app = DefuseApp(Options(scenario="late-movers", mode=mode, seed=7, saves=folder))
        app.animation_level = "none"
        async with app.run_test(size=SIZE) as pilot:
            await reach(pilot, BriefScreen)
            await show(pilot, screen)
            await pilot.pause(1)
            return _FONT_FILES.sub("", app.export_screenshot(title="defuse"))


async def show(pilot: Pilot[int], screen: str) -> None:
    """Press what leads there."""
    if screen == "home":
        await pilot.press("escape")
    elif screen != "brief":
        await pilot.press("enter")
        talk = await reach(pilot, TalkScreen)
        for line in LINES:
            await say(pilot, line)
        await until(pilot, lambda: talk.call.state.turn == len(LINES))
        await FINISH.get(screen, nothing)(pilot)


async def nothing(pilot: Pilot[int]) -> None:
    """The call as it stands."""


async def type_on(pilot: Pilot[int]) -> None:
    """Half a line, to show what it would be heard to do."""
    pilot.app.screen.query_one(ReplyBox).put(HALF_A_LINE)


async def ask_why(pilot: Pilot[int]) -> None:
    """The page that says why."""
    await pilot.press("f3")


async def finish(pilot: Pilot[int]) -> None:
    """The end of the call, unrated, and its debrief."""
    for line in (HALF_A_LINE, "/end", ""):
        await say(pilot, line)
    await reach(pilot, RateScreen)
    await pilot.press("s")
    debrief = await reach(pilot, DebriefScreen)
    await until(pilot, lambda: debrief.found is not None)


FINISH: Final = {"talk": type_on, "why": ask_why, "debrief": finish}


async def say(pilot: Pilot[int], line: str) -> None:
    """Say this line."""
    pilot.app.screen.query_one(ReplyBox).put(line)
    await pilot.press("enter")
    await pilot.pause()


async def reach(pilot: Pilot[int], kind: type[S]) -> S:
    """Wait for a screen of this kind."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    screen = pilot.app.screen
    assert isinstance(screen, kind)
    return screen


async def until(pilot: Pilot[int], condition: Callable[[], bool]) -> None:
    """Let the game work until this holds; a minute at most."""
    for _ in range(3_000):
        if condition():
            return
        await pilot.pause(0.02)
    raise SystemExit(f"The game never got there; it shows {pilot.app.screen}.")


def main() -> None:
    """Write the picture that was asked for."""
    wanted = argparse.ArgumentParser(description="A picture of the real game, as SVG.")
    wanted.add_argument("screen", choices=SCREENS)
    wanted.add_argument("file", type=Path)
    options = wanted.parse_args()
    options.file.write_text(asyncio.run(picture(options.screen)), encoding="utf-8")


if __name__ == "__main__":
    main()
