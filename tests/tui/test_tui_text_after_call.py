"""Foreign text on the screens after a call: shown as it stands, never read as markup, never a command."""

from pathlib import Path

import pytest
from scenes import played, say
from tui.stage import defuse, drawn, reads, seen, until
from tui.test_tui_text import NASTY, STEERING, nasty

from game.core.session import Play
from game.records.store import Save
from game.review.positions import positions
from game.review.search import judged
from game.review.skills import progress
from game.tui.desk import Shelf
from game.tui.finished import Finished
from game.tui.practising import Practice
from game.tui.screens.compare import CompareScreen
from game.tui.screens.debrief import DebriefScreen
from game.tui.screens.drill import DrillScreen
from game.tui.screens.played_on import PlayedOnScreen
from game.tui.screens.progress import ProgressScreen
from game.tui.screens.rate import RateScreen
from game.tui.screens.review import ReviewScreen
from game.tui.widgets import grading, progressing
from game.tui.widgets.reply import ReplyBox


def call(text: str, mine: str = "hostility") -> Play:
    """A call with this text in every place that an author or a player writes."""
    return played(nasty(text), say(mine, f"L {text}"), say("paraphrase", f"P {text}", facts=("late",)))


@pytest.mark.parametrize("text", NASTY)
async def test_it_is_shown_as_typed_in_the_review_and_on_its_pages(text: str, tmp_path: Path) -> None:
    play = call(text)
    async with defuse(tmp_path) as pilot:
        await pilot.app.push_screen(ReviewScreen(Finished(play), judged(play)))
        await until(pilot, lambda: "What there was to say" in seen(pilot.app), "the judgement")
        for place in ("T", "L"):
            await reads(pilot, f"{place} {text}")
        await pilot.press("m")
        await until(pilot, lambda: f"P {text}" in seen(pilot.app), "the other side")
        await pilot.press("escape", "b")
        await until(pilot, lambda: isinstance(pilot.app.screen, PlayedOnScreen), "the page")
        await until(pilot, lambda: f"O {text}" in seen(pilot.app), "the transcript")


@pytest.mark.parametrize("text", NASTY[:3])
async def test_it_is_shown_as_typed_where_two_tries_are_compared(text: str, tmp_path: Path) -> None:
    second = call(text, "apology")
    save = Save(tmp_path / "x.jsonl", play=second, branches=(call(text),))
    async with defuse(tmp_path) as pilot:
        await pilot.app.push_screen(CompareScreen(Finished(second, save)))
        await until(pilot, lambda: f"L {text}" in seen(pilot.app), "both lines")
        await reads(pilot, f"T {text}")


@pytest.mark.parametrize("text", NASTY[:3])
async def test_it_is_shown_as_typed_in_the_debrief_and_in_a_drill(text: str, tmp_path: Path) -> None:
    play = call(text)
    async with defuse(tmp_path) as pilot:
        await pilot.app.push_screen(DebriefScreen(play))
        await until(pilot, lambda: "As [x] heard it" in seen(pilot.app), "the other side")
        await reads(pilot, f"B {text}")
        await pilot.app.push_screen(DrillScreen(pilot.app.desk, tuple(positions([("s", play)]))))  # type: ignore[attr-defined]
        await reads(pilot, f"O {text}")
        pilot.app.screen.query_one(ReplyBox).put(f"I am so sorry {text}")
        await pilot.press("enter")
        await until(pilot, lambda: "Last time" in seen(pilot.app), "the verdict")
        for shown in (f"L {text}", f"I am so sorry {text}"):
            await reads(pilot, shown)


@pytest.mark.parametrize("text", NASTY[:3])
async def test_it_is_shown_as_typed_in_progress_and_in_the_question(text: str, tmp_path: Path) -> None:
    due = tuple(positions([("s", call(text))]))
    async with defuse(tmp_path) as pilot:
        await pilot.app.push_screen(ProgressScreen(pilot.app.desk, Shelf(practice=Practice(due=due))))  # type: ignore[attr-defined]
        assert f"L {text}"[:20] in seen(pilot.app)
        await pilot.app.push_screen(RateScreen(text, ("empathy",)))
        await reads(pilot, f"with {text}?")


async def test_what_would_steer_the_terminal_never_reaches_it(tmp_path: Path) -> None:
    play = call(STEERING)
    async with defuse(tmp_path) as pilot:
        await pilot.app.push_screen(ReviewScreen(Finished(play), judged(play)))
        await until(pilot, lambda: "What there was to say" in seen(pilot.app), "the judgement")
        await pilot.press("m")
        await until(pilot, lambda: "P " in seen(pilot.app), "the other side")
        shown = drawn(pilot.app) + seen(pilot.app)
        assert "\x1b" not in shown
        assert "\u202e" not in shown


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("width", [40, 76])
def test_a_row_of_the_review_keeps_its_width(text: str, width: int) -> None:
    for one in judged(call(text)):
        assert grading.turn_in_a_row(one, width).cell_length <= width
        for line in grading.turn_in_two_rows(one, width).split("\n"):
            assert line.cell_length <= width


def test_a_best_call_of_a_scenario_that_is_gone_is_told_by_its_name() -> None:
    found = progress([("gone [/", call("x"))])
    assert "gone [/" in progressing.calls(found, {}).plain
