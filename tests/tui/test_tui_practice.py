"""Drills, progress, and the call that is picked: what the calls so far suggest, on the screen."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from tui.past_calls import HARM, HELP, finished_call, second_try
from tui.stage import NARROW, SMALL, WIDE, arrives, defuse, enter, reads, seen, until

from game.authoring.library import load
from game.records.journal import Journal
from game.records.practice import cards, record
from game.records.store import read_save, saves
from game.review.rating import Rating, calibration
from game.tui.practising import Practice, practice
from game.tui.screens.brief import BriefScreen
from game.tui.screens.drill import DrillScreen
from game.tui.screens.home import HomeScreen
from game.tui.screens.past import PastScreen
from game.tui.screens.progress import ProgressScreen
from game.tui.screens.why import WhyScreen
from game.tui.widgets.reply import ReplyBox


async def drilling(pilot: Pilot[int]) -> DrillScreen:
    await reads(pilot, "Today's drill")
    await pilot.press("d")
    return await arrives(pilot, DrillScreen)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_mistake_is_asked_again_and_the_answer_is_graded_at_once(size: tuple[int, int], tmp_path: Path) -> None:
    path = finished_call(tmp_path, HARM)
    async with defuse(tmp_path, size) as pilot:
        await drilling(pilot)
        await reads(pilot, "nobody showed up until three")
        assert HARM not in seen(pilot.app)
        await enter(pilot, HELP)
        await reads(pilot, "Last time")
        assert HARM in seen(pilot.app)
        assert HELP in seen(pilot.app)
        assert set(cards(tmp_path / "saves")) == {f"{path.stem}/1"}
        await pilot.press("w")
        await arrives(pilot, WhyScreen)
        await pilot.press("escape", "enter")
        await arrives(pilot, HomeScreen)
        await until(pilot, lambda: "Today's drill" not in seen(pilot.app), "the drill to be gone")


async def test_a_second_enter_in_haste_is_no_second_answer(tmp_path: Path) -> None:
    finished_call(tmp_path, HARM)
    async with defuse(tmp_path) as pilot:
        drill = await drilling(pilot)
        for line in (HELP, ""):
            drill.post_message(ReplyBox.Sent(line))
        await reads(pilot, "Last time")
        await pilot.pause()
        assert len(drill.call.play.turns) == 1
    assert len((tmp_path / "saves" / "drills.jsonl").read_text().splitlines()) == 1


async def test_a_bad_answer_shows_a_better_one(tmp_path: Path) -> None:
    finished_call(tmp_path, HARM)
    async with defuse(tmp_path) as pilot:
        await drilling(pilot)
        await enter(pilot, HARM)
        await reads(pilot, "Better")


async def test_a_line_that_is_not_understood_can_be_meant_and_nothing_before_it_is_taken_back(tmp_path: Path) -> None:
    finished_call(tmp_path, HELP, HARM)
    async with defuse(tmp_path) as pilot:
        drill = await drilling(pilot)
        for line in ("/back", "!"):
            await enter(pilot, line)
            assert drill.call.play == drill.position.play
            await reads(pilot, "what was said before stays")
        await enter(pilot, "xyzzy plugh")
        await reads(pilot, "Not sure what that line does")
        await enter(pilot, "1")
        await reads(pilot, "Last time")


async def test_one_can_be_left_for_another_day(tmp_path: Path) -> None:
    finished_call(tmp_path, HARM, HELP, HARM)
    async with defuse(tmp_path) as pilot:
        drill = await drilling(pilot)
        assert len(drill.waiting) == 2
        await pilot.press("tab")
        await until(pilot, lambda: drill.index == 1, "the second one")
        await pilot.press("tab")
        await arrives(pilot, HomeScreen)
    assert cards(tmp_path / "saves") == {}


async def test_with_nothing_due_it_is_said(tmp_path: Path) -> None:
    path = finished_call(tmp_path, HARM)
    record(tmp_path / "saves", f"{path.stem}/1", "best")
    async with defuse(tmp_path) as pilot:
        await arrives(pilot, HomeScreen)
        await pilot.press("d")
        await reads(pilot, "Nothing due. A mistake from your next run will come back here. The next one is due in")


async def test_a_drill_that_cannot_be_kept_says_so(tmp_path: Path) -> None:
    finished_call(tmp_path, HARM)
    async with defuse(tmp_path) as pilot:
        await drilling(pilot)
        (tmp_path / "saves" / "drills.jsonl").mkdir()
        await enter(pilot, HELP)
        await reads(pilot, "drills.jsonl cannot be written")


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_progress_tells_what_was_done_what_slipped_and_what_is_next(
    size: tuple[int, int], tmp_path: Path
) -> None:
    finished_call(tmp_path, HARM, HELP, rating=55)
    async with defuse(tmp_path, size) as pilot:
        await pilot.press("p")
        await arrives(pilot, ProgressScreen)
        for text in (
            "1 call over",
            "said it back",
            "1 of 3",
            "gave an order",
            "Your calls",
            "you said 55, it was",
        ):
            await reads(pilot, text)
        await pilot.press("v")
        await arrives(pilot, PastScreen)
        await pilot.press("escape", "n")
        await arrives(pilot, BriefScreen)


async def test_from_progress_the_drills_are_begun(tmp_path: Path) -> None:
    finished_call(tmp_path, HARM)
    async with defuse(tmp_path) as pilot:
        await pilot.press("p", "d")
        await arrives(pilot, DrillScreen)
        await pilot.press("escape")
        await arrives(pilot, HomeScreen)


async def test_with_no_call_progress_says_so(tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        await pilot.press("l", "p")
        await arrives(pilot, ProgressScreen)
        await reads(pilot, "No call is over yet.")


async def test_home_marks_the_call_that_is_picked_and_says_why(tmp_path: Path) -> None:
    finished_call(tmp_path, HARM)
    async with defuse(tmp_path) as pilot:
        await reads(pilot, "● Picked for you")
        assert "of your lines missed" in seen(pilot.app) or "longest ago" in seen(pilot.app)


def folded(folder: Path) -> Practice:
    """What the saves in this folder suggest."""
    loaded = load(SMALL)
    return practice([loaded], saves(folder / "saves", [loaded]), folder / "saves", datetime.now(UTC))


def test_before_the_first_call_nothing_is_picked_and_nothing_due(tmp_path: Path) -> None:
    found = folded(tmp_path)
    assert found.picked("small") == ""
    assert found.due == ()


def test_a_drill_that_is_answered_is_due_again_later(tmp_path: Path) -> None:
    path = finished_call(tmp_path, HARM)
    now = datetime.now(UTC)
    record(tmp_path / "saves", f"{path.stem}/1", "best", now)
    found = folded(tmp_path)
    assert found.due == ()
    assert found.coming is not None
    assert found.coming > now + timedelta(hours=1)


def test_calibration_sets_each_rating_beside_its_accuracy(tmp_path: Path) -> None:
    for number, rating in enumerate((30, None, 60), 1):
        finished_call(tmp_path, HARM, number=number, rating=rating)
    whole = calibration(folded(tmp_path).rated).whole
    assert [said for said, _ in whole] == [30, 60]
    assert whole[0][1] == whole[1][1]


def test_a_rating_is_set_beside_the_try_that_was_rated_and_every_rated_try_counts(tmp_path: Path) -> None:
    path = finished_call(tmp_path, HARM, rating=40)
    before = calibration(folded(tmp_path).rated)
    second_try(path, 1, HELP, HELP, "/end", "/end")
    assert calibration(folded(tmp_path).rated) == before
    save = read_save(path)
    journal = Journal.again(path, save.entries, save.length)
    journal.rate(Rating(whole=80, skills=(("paraphrase", 90),)))
    journal.close()
    after = calibration(folded(tmp_path).rated)
    assert [said for said, _ in after.whole] == [40, 80]
    assert after.whole[0] == before.whole[0]
    assert after.whole[1][1] > after.whole[0][1]
    assert [(one.skill, one.said) for one in after.skills] == [("paraphrase", 90)]


def test_while_another_try_waits_the_one_before_it_counts(tmp_path: Path) -> None:
    path = finished_call(tmp_path, HARM, rating=40)
    before = folded(tmp_path)
    second_try(path, 1, HELP)
    assert folded(tmp_path).progress == before.progress
    assert folded(tmp_path).due == before.due
