"""What the player says after a call: how it was, before any score, and another goal than the suggested one."""

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot
from tui.past_calls import HARM, HELP, finished_call
from tui.stage import NARROW, WIDE, arrives, debrief_of, defuse, enter, reads, seen, until

from game.records.journal import Journal
from game.records.store import read_save
from game.review.rating import DOING, UNRATED, Rating
from game.tui.screens.brief import BriefScreen
from game.tui.screens.choose_goal import ChooseGoalScreen
from game.tui.screens.compare import CompareScreen
from game.tui.screens.debrief import DebriefScreen
from game.tui.screens.home import HomeScreen
from game.tui.screens.rate import RateScreen
from game.tui.screens.talk import TalkScreen
from game.tui.widgets.rating import LABEL, RatingRow


async def play_and_end(pilot: Pilot[int], *lines: str) -> None:
    """From the first start: say these lines, and end the call."""
    await pilot.press("enter")
    await arrives(pilot, TalkScreen)
    for line in (*lines, "/end", ""):
        await enter(pilot, line)


def only_save(folder: Path) -> Path:
    return next((folder / "saves").glob("*.jsonl"))


async def test_a_call_is_rated_before_any_score_and_the_debrief_sets_both_beside_each_other(tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        await play_and_end(pilot, HARM, HELP)
        rate = await arrives(pilot, RateScreen)
        assert "Accuracy" not in seen(pilot.app)
        await reads(pilot, "saying it back")
        await pilot.press("3", "7", "0", "down", "right", "enter")
        skill = rate.rating.skills[0][0]
        assert rate.rating == Rating("rattled", 70, ((skill, 50),))
        await arrives(pilot, DebriefScreen)
        await reads(pilot, "It rattled you. What follows is about the lines, not about you. Lost.")
        await reads(pilot, "You said 70, it was")
        await reads(pilot, f"You said 50 for {DOING[skill]}; ")
    assert read_save(only_save(tmp_path)).reflection.rating == rate.rating


@pytest.mark.parametrize("keys", [("s",), ("escape",), ("enter",), ("1", "7", "s")])
async def test_a_rating_can_be_skipped_with_one_key(keys: tuple[str, ...], tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        await play_and_end(pilot, HARM)
        await arrives(pilot, RateScreen)
        await pilot.press(*keys)
        await arrives(pilot, DebriefScreen)
        await reads(pilot, "Accuracy")
        assert not re.search(r"You said \d", seen(pilot.app))
    assert not read_save(only_save(tmp_path)).rated


RATED: list[tuple[tuple[str, ...], Rating]] = [
    (("down", "right"), Rating(whole=50)),
    (("down", "left", "left"), Rating(whole=40)),
    (("1", "1", "0", "0"), Rating("calm", 100)),
    (("down", "1", "0", "0", "5"), Rating(whole=5)),
    (("down", "8", "5", "backspace"), Rating(whole=8)),
    (("down", "8", "backspace"), UNRATED),
    (("down", *("right",) * 8), Rating(whole=100)),
    (("down", *("left",) * 8), Rating(whole=0)),
    (("right", "right"), Rating("tense")),
    (("right", "right", "right", "right"), Rating("rattled")),
    (("2", "up", "backspace"), UNRATED),
    (("9",), UNRATED),
    (("down", "down", "4", "0", "down", "7"), Rating(skills=(("empathy", 40), ("paraphrase", 7)))),
    (("down", "down", "down", "down", "down", "0"), Rating(skills=(("paraphrase", 0),))),
]


async def test_a_rating_is_typed_or_moved_and_what_is_passed_over_is_left_out(tmp_path: Path) -> None:
    async with defuse(tmp_path, NARROW) as pilot:
        for keys, said in RATED:
            rate = RateScreen("Dana", ("empathy", "paraphrase"))
            await pilot.app.push_screen(rate)
            await pilot.press(*keys)
            assert rate.rating == said, keys
            await pilot.app.pop_screen()


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_click_says_how_it_was(size: tuple[int, int], tmp_path: Path) -> None:
    async with defuse(tmp_path, size) as pilot:
        rate = RateScreen("Dana", ("empathy",))
        await pilot.app.push_screen(rate)
        felt, whole, skill = rate.query(RatingRow)
        await pilot.click(felt, offset=(2 + LABEL + 14, 0))
        await until(pilot, lambda: rate.felt == "tense", "the feeling")
        await pilot.click(whole, offset=(2 + LABEL + 5, 0))
        await until(pilot, lambda: rate.rating.whole == 0, "the number")
        await pilot.click(skill, offset=(2 + LABEL + 5 + skill.bar_width - 1, 0))
        await until(pilot, lambda: rate.rating.skills == (("empathy", 100),), "the skill")
        await pilot.click(whole, offset=(5, 0))
        await until(pilot, lambda: rate.row == 1, "the row")
        assert rate.rating.whole == 0


async def test_another_try_is_rated_too_before_both_are_compared(tmp_path: Path) -> None:
    path = finished_call(tmp_path, HARM, HELP, rating=40)
    async with defuse(tmp_path) as pilot:
        await debrief_of(pilot)
        await pilot.press("f")
        await arrives(pilot, TalkScreen)
        for line in (HELP, "/end", ""):
            await enter(pilot, line)
        await arrives(pilot, RateScreen)
        await pilot.press("down", "6", "0", "enter")
        await arrives(pilot, CompareScreen)
        await pilot.press("escape")
        await arrives(pilot, DebriefScreen)
        await reads(pilot, "You said 60, it was")
    assert [rating.whole for _, rating in read_save(path).rated] == [40, 60]


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_another_goal_can_be_chosen_is_kept_and_judged_in_the_next_call(
    size: tuple[int, int], tmp_path: Path
) -> None:
    path = finished_call(tmp_path, HARM, number=1)
    async with defuse(tmp_path, size) as pilot:
        debrief = await debrief_of(pilot)
        await reads(pilot, "choose another")
        await pilot.press("g")
        await arrives(pilot, ChooseGoalScreen)
        await pilot.press("escape")
        await arrives(pilot, DebriefScreen)
        assert read_save(path).reflection.goal == ""
        await pilot.press("g")
        await arrives(pilot, ChooseGoalScreen)
        await pilot.press("down", "enter")
        await arrives(pilot, DebriefScreen)
        assert debrief.found is not None
        wanted = debrief.found.fitting[1]
        assert debrief.found.goal == wanted
        await reads(pilot, wanted.text)
        assert read_save(path).reflection.goal == wanted.id
        await pilot.press("escape", "escape")
        await arrives(pilot, HomeScreen)
        await until(pilot, lambda: pilot.app.desk.latest.saves[0].reflection.goal, "the goal to be read")  # type: ignore[attr-defined]
        await pilot.press("enter")
        await arrives(pilot, BriefScreen)
        await reads(pilot, wanted.text)
    finished_call(tmp_path, HELP, number=2)
    async with defuse(tmp_path, size) as pilot:
        await debrief_of(pilot)
        await reads(pilot, f"Your goal, from last time  {wanted.text}")


async def test_where_the_goal_cannot_be_kept_it_is_said(tmp_path: Path) -> None:
    path = finished_call(tmp_path, HARM)
    async with defuse(tmp_path) as pilot:
        await debrief_of(pilot)
        save = read_save(path)
        elsewhere = Journal.again(path, save.entries, save.length)
        await pilot.press("g")
        await arrives(pilot, ChooseGoalScreen)
        await pilot.press("down", "enter")
        await arrives(pilot, DebriefScreen)
        await reads(pilot, "is open in another window")
        elsewhere.close()


async def test_a_click_on_the_goal_offers_others(tmp_path: Path) -> None:
    finished_call(tmp_path, HARM)
    async with defuse(tmp_path) as pilot:
        await debrief_of(pilot)
        await pilot.click("#goal")
        await arrives(pilot, ChooseGoalScreen)
