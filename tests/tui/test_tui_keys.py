"""A key is declared once, does something, and is told of."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from tui.stage import defuse, enter, on, reads, seen, talking, until

from game.tui.app import DefuseApp
from game.tui.keys import Command
from game.tui.screens.brief import BriefScreen
from game.tui.screens.choose_goal import ChooseGoalScreen
from game.tui.screens.compare import CompareScreen
from game.tui.screens.debrief import DebriefScreen
from game.tui.screens.drawer import BriefDrawer
from game.tui.screens.drill import DrillScreen
from game.tui.screens.first_run import FirstRunScreen
from game.tui.screens.help import HelpScreen
from game.tui.screens.home import HomeScreen
from game.tui.screens.past import PastScreen
from game.tui.screens.played_on import PlayedOnScreen
from game.tui.screens.progress import ProgressScreen
from game.tui.screens.rate import RateScreen
from game.tui.screens.reading import ReadingScreen
from game.tui.screens.review import ReviewScreen
from game.tui.screens.talk import TalkScreen
from game.tui.screens.techniques import TechniquesScreen
from game.tui.screens.too_small import TooSmallScreen
from game.tui.screens.why import WhyScreen

SCREENS = (
    BriefScreen, BriefDrawer, ChooseGoalScreen, CompareScreen, DebriefScreen, DrillScreen, FirstRunScreen, HelpScreen,
    HomeScreen, PastScreen, PlayedOnScreen, ProgressScreen, RateScreen, ReadingScreen, ReviewScreen, TalkScreen,
    TechniquesScreen, TooSmallScreen, WhyScreen,
)  # fmt: skip
NEVER = {f"ctrl+{letter}" for letter in "acdekquvwxyz"} | {"f5", "f6", "f7", "f10", "f11", "shift+enter"}
ALL = [(screen, command) for screen in SCREENS for command in screen.HERE]


@pytest.mark.parametrize(("screen", "command"), ALL, ids=[f"{one.__name__}-{two.keys}" for one, two in ALL])
def test_every_key_does_something_and_a_sentence_tells_what(screen: Any, command: Command) -> None:
    name = command.action.split("(")[0]
    holder, name = (DefuseApp, name.removeprefix("app.")) if name.startswith("app.") else (screen, name)
    assert callable(getattr(holder, f"action_{name}", None))
    assert command.help.endswith(".")


@pytest.mark.parametrize("screen", SCREENS)
def test_no_key_stands_for_two_things_and_none_is_one_that_terminals_take(screen: Any) -> None:
    keys = [key for command in screen.HERE for key in command.keys.split(",")]
    assert len(keys) == len(set(keys))
    assert not NEVER & set(keys)
    assert not any(key.startswith("alt+") for key in keys)


def test_in_a_call_no_key_is_one_that_the_reply_box_eats() -> None:
    for command in TalkScreen.HERE:
        assert all(len(key) > 1 for key in command.keys.split(","))


async def test_the_help_tells_every_key_and_every_word() -> None:
    async with talking() as (pilot, talk):
        await pilot.press("f1")
        for command in talk.HERE:
            await reads(pilot, command.help)
        shown = seen(on(pilot, HelpScreen).app)
        for word in ("/why", "/later", "/nod", "/quit", "!"):
            assert word in shown


async def test_the_palette_offers_what_the_keys_do(tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        app = pilot.app
        offered = {command.help for command in app.get_system_commands(app.screen)}
        assert offered == {command.help for command in FirstRunScreen.HERE}


def _labelled(pilot: Pilot[int], way: str) -> bool:
    return f"f9 {way}" in seen(pilot.app)


async def test_the_last_row_names_the_next_way_of_answering() -> None:
    async with talking(mode="typed") as (pilot, _):
        for way in ("hybrid", "menu", "labelled", "typed", "hybrid"):
            await until(pilot, partial(_labelled, pilot, way), way)
            await pilot.press("f9")


async def test_why_goes_from_turn_to_turn_and_can_be_disputed() -> None:
    async with talking(mode="typed") as (pilot, talk):
        await enter(pilot, "I am so sorry about that.")
        await enter(pilot, "That must have been humiliating.")
        await pilot.press("f3")
        await reads(pilot, "in turn 2")
        why = on(pilot, WhyScreen)
        await pilot.press("left")
        await reads(pilot, "in turn 1")
        assert "not what I meant" not in seen(pilot.app)
        await pilot.press("right")
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: pilot.app.screen is not why, "the call again")
        assert talk.call.state.turn == 1
        assert talk.call.pending is not None


async def test_the_rows_of_why_sum_to_the_change() -> None:
    async with talking(mode="typed") as (pilot, talk):
        await enter(pilot, "I am so sorry, that must have been humiliating. But it's our policy.")
        await pilot.press("f3")
        turn = talk.call.play.turns[-1]
        await reads(pilot, f"Why {turn.before.anger} → {turn.state.anger}")
        shown = seen(pilot.app)
        for effect in turn.effects:
            if not effect.of:
                assert effect.why in shown
