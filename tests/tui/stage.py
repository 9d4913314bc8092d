"""What tests of the screens share: a real app on a folder of its own, and waiting for what should be seen."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, TypeVar

from scenes import DANA
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from game.call import Call, Settings, new_call
from game.core.scenario import Beat, Choice, Scenario
from game.records.journal import Journal
from game.tui.app import DefuseApp
from game.tui.options import Mode, Options
from game.tui.screens.debrief import DebriefScreen
from game.tui.screens.talk import TalkScreen
from game.tui.widgets.reply import ReplyBox
from game.tui.widgets.transcript import Block

SMALL: Final = Path(__file__).parent.parent / "data" / "small.yaml"
WIDE: Final = (120, 36)
NARROW: Final = (80, 24)
_PATIENCE: Final = 1500
S = TypeVar("S", bound=Screen[Any])

ON_THE_LINE: Final = replace(
    DANA,
    story=(*DANA.story[:1], Beat(("And then I stood there like an idiot —",)), *DANA.story[1:]),
    choices=(
        Choice("So it came at three instead of one.", ("paraphrase",), "said-back", facts=("late",)),
        Choice("That must have been humiliating.", ("empathy",), "feeling", feelings=("humiliated",)),
        Choice("Please calm down.", ("command",), "order"),
        Choice("It was only two hours.", ("dismissal",), "small"),
    ),
)
"""Dana, with a menu of four lines and a story that she does not finish at once."""


async def until(pilot: Pilot[int], condition: Callable[[], object], what: str) -> None:
    """Let the app work until this holds; `what` says what was waited for."""
    for _ in range(_PATIENCE):
        if condition():
            return
        await pilot.pause(0.01)
    raise AssertionError(f"never saw {what}\n{seen(pilot.app)}")


async def reads(pilot: Pilot[int], text: str) -> None:
    """Wait until this text is to be read on the screen on top."""
    await until(pilot, lambda: text in seen(pilot.app), text)


@asynccontextmanager
async def defuse(folder: Path, size: tuple[int, int] = WIDE, **options: Any) -> AsyncIterator[Pilot[int]]:
    """The game with this folder for saves and scenarios, opened and with everything read."""
    scenarios = folder / "scenarios"
    if not scenarios.exists():
        scenarios.mkdir(parents=True)
        (scenarios / "small.yaml").write_bytes(SMALL.read_bytes())
    chosen = Options(saves=str(folder / "saves"), scenarios=str(scenarios), only=True, seed=7)
    app = DefuseApp(replace(chosen, **options))
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app._begun, "the shelf")
        await pilot.pause()
        yield pilot


@asynccontextmanager
async def talking(
    scenario: Scenario = ON_THE_LINE, mode: Mode = "menu", size: tuple[int, int] = WIDE, folder: Path | None = None
) -> AsyncIterator[tuple[Pilot[int], TalkScreen]]:
    """A call that has just begun. Without a folder nothing is saved."""
    home = folder or Path("/nonexistent")
    app = DefuseApp(Options(saves=str(home), scenarios=str(Path(__file__).parent), only=True))
    app.animation_level = "none"
    call: Call = new_call("dana", scenario, 7, Settings(mode))
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app._begun, "the shelf")
        talk = TalkScreen(app.desk, call, Journal(None))
        await app.push_screen(talk)
        await pilot.pause()
        yield pilot, talk


async def enter(pilot: Pilot[int], line: str = "") -> None:
    """Put a line into the reply box of the screen on top and press enter."""
    if line:
        pilot.app.screen.query_one(ReplyBox).put(line)
    await pilot.press("enter")
    await pilot.pause()


def on(pilot: Pilot[int], kind: type[S]) -> S:
    """The screen on top, which must be of this kind."""
    screen = pilot.app.screen
    assert isinstance(screen, kind), f"{screen} is on top, not {kind.__name__}"
    return screen


async def arrives(pilot: Pilot[int], kind: type[S]) -> S:
    """Wait for a screen of this kind."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind), kind.__name__)
    return on(pilot, kind)


async def debrief_of(pilot: Pilot[int]) -> DebriefScreen:
    """From home: the debrief of the newest call, judged."""
    await pilot.press("v", "enter")
    screen = await arrives(pilot, DebriefScreen)
    await until(pilot, lambda: screen.found is not None, "the findings")
    return screen


def box(pilot: Pilot[int]) -> ReplyBox:
    """The reply box of the call."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, TalkScreen)).query_one(ReplyBox)


def said(pilot: Pilot[int]) -> list[str]:
    """The transcript's blocks as text."""
    talk = next(screen for screen in pilot.app.screen_stack if isinstance(screen, TalkScreen))
    return [plain(block) for block in talk.query(Block)]


def plain(widget: Static) -> str:
    """What a widget says."""
    return str(getattr(widget.visual, "plain", ""))


def shows(pilot: Pilot[int], kind: type[S]) -> bool:
    """Whether a screen of this kind is on top."""
    return isinstance(pilot.app.screen, kind)


def seen(app: object) -> str:
    """Every text on the screen on top, a widget a line, the reply box and frames included."""
    assert isinstance(app, DefuseApp)
    found = [plain(widget) for widget in app.screen.query(Static) if widget.display and widget.is_attached]
    found += [reply.text for reply in app.screen.query(ReplyBox)]
    found += [str(widget.border_title) for widget in app.screen.query("*") if widget.border_title]
    return "\n".join(found)


def drawn(app: object) -> str:
    """The screen as its rows of characters."""
    assert isinstance(app, DefuseApp)
    width, height = app.size
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line) for line in lines[:height])[: (width + 1) * height]
