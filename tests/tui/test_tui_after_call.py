"""After a call: rating it before the score, the debrief's second half, the review, and another try at it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from scenes import played, say
from textual.pilot import Pilot
from textual.screen import Screen
from tui.past_calls import HARM, HELP, finished_call, second_try
from tui.stage import (
    NARROW,
    ON_THE_LINE,
    WIDE,
    arrives,
    debrief_of,
    defuse,
    drawn,
    enter,
    plain,
    reads,
    seen,
    until,
)

from game.core.session import Play
from game.records.store import read_save
from game.review.goals import GOALS, OTHERS, Goal
from game.tui.drawing.scale import scale
from game.tui.drawing.steps import two_curves
from game.tui.finished import Finished
from game.tui.glyphs import ASCII
from game.tui.screens.brief import BriefScreen
from game.tui.screens.choose_goal import ChooseGoalScreen
from game.tui.screens.compare import CompareScreen
from game.tui.screens.debrief import DebriefScreen
from game.tui.screens.drill import DrillScreen
from game.tui.screens.played_on import PlayedOnScreen, played_on
from game.tui.screens.progress import ProgressScreen
from game.tui.screens.rate import RateScreen
from game.tui.screens.reading import ReadingScreen
from game.tui.screens.review import ReviewScreen
from game.tui.screens.talk import TalkScreen
from game.tui.screens.why import WhyScreen
from game.tui.widgets.picker import PickerRow


async def test_a_debrief_can_be_kept_as_a_page_and_as_a_test(tmp_path: Path) -> None:
    save = finished_call(tmp_path, HARM)
    async with defuse(tmp_path) as pilot:
        await debrief_of(pilot)
        await pilot.press("e")
        await arrives(pilot, ReadingScreen)
        assert save.with_suffix(".html").read_text("utf-8").startswith("<!doctype html>")
        assert save.with_suffix(".play").read_text("utf-8").startswith("// ")


async def test_the_debrief_tells_how_it_was_from_the_other_side_and_what_is_not_settled(tmp_path: Path) -> None:
    finished_call(tmp_path, HARM, "")
    async with defuse(tmp_path) as pilot:
        await debrief_of(pilot)
        for text in ("As Dana heard it", "Now I am being told how to feel.", "Not settled", "meta-analysis"):
            await reads(pilot, text)


async def test_the_goal_of_the_last_call_is_judged_in_the_next_debrief(tmp_path: Path) -> None:
    finished_call(tmp_path, HARM, number=1)
    finished_call(tmp_path, HELP, number=2)
    async with defuse(tmp_path) as pilot:
        await debrief_of(pilot)
        await reads(pilot, "Your goal, from last time  Leave out orders. Name what you hear in place of them.  kept")


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_review_goes_from_turn_to_turn(size: tuple[int, int], tmp_path: Path) -> None:
    finished_call(tmp_path, HARM, HELP)
    async with defuse(tmp_path, size) as pilot:
        found = await debrief_of(pilot)
        await pilot.press("r")
        review = await arrives(pilot, ReviewScreen)
        await pilot.press("home")
        await reads(pilot, "What there was to say")
        assert found.found is not None
        first = found.found.turns[0]
        await reads(pilot, first.quality)
        assert HARM in seen(pilot.app)
        assert str(first.others[0].turn.state.anger) in seen(pilot.app)
        await pilot.press("down")
        await reads(pilot, HELP)
        await pilot.click(next(iter(review.query(PickerRow))))
        await until(pilot, lambda: review.query_one("Picker").index == 0, "the first turn")  # type: ignore[attr-defined]


async def test_the_review_leads_to_why_to_the_other_side_and_to_the_best_play(tmp_path: Path) -> None:
    finished_call(tmp_path, HARM, HELP)
    async with defuse(tmp_path) as pilot:
        await debrief_of(pilot)
        await pilot.press("r")
        await arrives(pilot, ReviewScreen)
        await pilot.press("home", "w")
        await arrives(pilot, WhyScreen)
        await pilot.press("escape", "m")
        await arrives(pilot, ReadingScreen)
        await reads(pilot, "Now I am being told how to feel.")
        await pilot.press("escape", "b")
        await arrives(pilot, PlayedOnScreen)
        await reads(pilot, "72 →")
        await until(pilot, lambda: "You" in drawn(pilot.app), "the transcript")
        await pilot.press("escape", "escape")
        await arrives(pilot, DebriefScreen)


async def test_a_call_that_was_not_judged_yet_is_judged_for_the_review(tmp_path: Path) -> None:
    path = finished_call(tmp_path, HARM)
    async with defuse(tmp_path) as pilot:
        debrief = DebriefScreen(_play(path))
        review = ReviewScreen(debrief.call)
        await pilot.app.push_screen(review)
        await until(pilot, lambda: review.turns and "best play" in plain_keys(pilot), "the grades and the keys")
        assert "try again" not in plain_keys(pilot)


def plain_keys(pilot: Pilot[int]) -> str:
    return " ".join(plain(hint) for hint in pilot.app.screen.query("KeyHint"))  # type: ignore[arg-type]


def _play(path: Path) -> Play:
    play = read_save(path).play
    assert play is not None
    return play


def test_the_best_play_ends_calmer_than_the_call_and_leaves_its_first_turns_alone() -> None:
    call = played(ON_THE_LINE, say("apology", "I'm sorry"), say("command", "Calm down"), say("dismissal", "Only hours"))
    best = played_on(call, 2)
    assert best.first(1) == call.first(1)
    assert best.state.anger < call.state.anger


async def test_another_try_begins_at_that_turn_and_is_compared_at_its_end(tmp_path: Path) -> None:
    path = finished_call(tmp_path, HARM, HELP)
    async with defuse(tmp_path) as pilot:
        await debrief_of(pilot)
        await pilot.press("r")
        await arrives(pilot, ReviewScreen)
        await pilot.press("home", "f")
        talk = await arrives(pilot, TalkScreen)
        assert talk.call.state.turn == 0
        for line in (HELP, "/end", ""):
            await enter(pilot, line)
        await arrives(pilot, RateScreen)
        await pilot.press("s")
        await arrives(pilot, CompareScreen)
        await reads(pilot, "From turn 1 on, this try ended")
        for text in ("First try", "Try 2", HARM, HELP):
            await reads(pilot, text)
        await pilot.press("right", "left", "escape")
        await arrives(pilot, DebriefScreen)
    save = read_save(path)
    assert len(save.branches) == 1
    assert HARM in str(save.branches[0].turns[0].move)


async def test_from_the_debrief_one_tries_again_where_most_was_lost(tmp_path: Path) -> None:
    finished_call(tmp_path, HELP, HARM)
    async with defuse(tmp_path) as pilot:
        debrief = await debrief_of(pilot)
        assert debrief.found is not None
        assert debrief.found.better is not None
        await pilot.press("f")
        talk = await arrives(pilot, TalkScreen)
        assert talk.call.state.turn == debrief.found.better.turn - 1


async def test_tries_can_be_compared_later_and_a_third_one_begun(tmp_path: Path) -> None:
    path = finished_call(tmp_path, HARM, HELP)
    second_try(path, 1, HELP, "/end", "/end")
    second_try(path, 2, HELP, "/end", "/end")
    async with defuse(tmp_path, NARROW) as pilot:
        await debrief_of(pilot)
        await pilot.press("r", "c")
        await arrives(pilot, CompareScreen)
        await reads(pilot, "Try 3")
        await pilot.press("t")
        await reads(pilot, "First try")
        await pilot.press("w")
        await arrives(pilot, WhyScreen)
        await pilot.press("escape", "f")
        await arrives(pilot, TalkScreen)


async def test_a_rating_is_shown_again_later_and_never_beside_another_try(tmp_path: Path) -> None:
    path = finished_call(tmp_path, HARM, rating=40)
    async with defuse(tmp_path) as pilot:
        await debrief_of(pilot)
        await reads(pilot, "You said 40, it was")
        second_try(path, 1, HELP, "/end", "/end")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: len(pilot.app.desk.latest.saves[0].branches) == 1, "the second try")  # type: ignore[attr-defined]
        await debrief_of(pilot)
        await reads(pilot, "Accuracy")
        assert not re.search(r"You said \d", seen(pilot.app))


SIZES = ((1, 1), (59, 17), (60, 18), (100, 24), (300, 90), (80, 24))


@pytest.mark.parametrize("name", ["rate", "goal", "debrief", "review", "best", "compare", "drill", "progress", "brief"])
async def test_no_size_ends_the_game_after_a_call(name: str, tmp_path: Path) -> None:
    path = finished_call(tmp_path, HARM, HELP)
    second_try(path, 1, HELP, HARM, "/end", "/end")
    async with defuse(tmp_path) as pilot:
        desk = pilot.app.desk  # type: ignore[attr-defined]
        save = desk.latest.saves[0]
        call = Finished(save.play, save)
        screens: dict[str, Callable[[], Screen[Any]]] = {
            "rate": lambda: RateScreen("Dana", ("empathy", "paraphrase", "apology", "listening")),
            "debrief": lambda: DebriefScreen(save.play, call),
            "review": lambda: ReviewScreen(call),
            "best": lambda: PlayedOnScreen(save.play, 1),
            "compare": lambda: CompareScreen(call),
            "goal": lambda: ChooseGoalScreen(tuple(map(Goal, (*GOALS, *OTHERS))), Goal("harder")),
            "drill": lambda: DrillScreen(desk, desk.latest.practice.due),
            "progress": lambda: ProgressScreen(desk, desk.latest),
            "brief": lambda: BriefScreen(desk, desk.latest.playable[0]),
        }
        screen = screens[name]()
        await pilot.app.push_screen(screen)
        for size in SIZES:
            await pilot.resize_terminal(*size)
        await until(pilot, lambda: pilot.app.screen is screen, "the screen again")


@pytest.mark.parametrize("width", [20, 40, 80, 120])
@pytest.mark.parametrize("turns", [0, 1, 9, 40])
def test_two_curves_fit_every_width_and_show_both_ends(width: int, turns: int) -> None:
    first = tuple(max(0, 72 - turn) for turn in range(turns + 1))
    second = tuple(max(0, 72 - 4 * turn) for turn in range(turns + 1))
    for rows in (two_curves(first, second, width, 14), two_curves(first, second, width, 14, ASCII)):
        text = "\n".join(row.plain for row in rows)
        assert max(row.cell_length for row in rows) <= max(width, 30)
        assert len(rows) == 14
        assert str(first[-1]) in text


def test_in_ascii_the_curves_and_the_scale_need_no_other_sign() -> None:
    rows = [row.plain for row in two_curves((72, 80, 31), (72, 60, 20), 60, 12, ASCII)]
    assert "".join([*rows, scale(62, 20, glyphs=ASCII).plain]).isascii()
    assert "=" in "".join(rows)
