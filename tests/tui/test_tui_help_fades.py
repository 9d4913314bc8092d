"""More or less help while you answer: what is suggested, what the player wants instead, and what each way shows."""

from pathlib import Path

import pytest
from tui.past_calls import HELP, finished_call
from tui.stage import NARROW, WIDE, arrives, box, defuse, enter, on, reads, seen, talking, until

from game.tui.dials import UNDER_LOAD, Dials
from game.tui.screens.brief import BriefScreen
from game.tui.screens.home import HomeScreen
from game.tui.screens.talk import TalkScreen
from game.tui.widgets.below import MenuLine
from game.tui.widgets.clock import SilenceClock

WELL = (HELP, "So you had no time to clean before the inspection. That must be so stressful.")


async def test_a_call_is_begun_as_suggested_until_the_player_chooses(tmp_path: Path) -> None:
    finished_call(tmp_path, *WELL)
    async with defuse(tmp_path) as pilot:
        await pilot.press("enter")
        brief = await arrives(pilot, BriefScreen)
        assert brief.mode == "typed"
        await reads(pilot, "own words, less help: last time you did")
        await pilot.press("m", "m", "m")
        assert on(pilot, BriefScreen).mode == "menu"
        assert "less help" not in seen(pilot.app)
        await pilot.press("escape")
        await arrives(pilot, HomeScreen)
        await pilot.press("enter")
        assert (await arrives(pilot, BriefScreen)).mode == "menu"


async def test_who_does_well_in_own_words_is_put_under_load_and_can_turn_it_off(tmp_path: Path) -> None:
    for number in (1, 2):
        finished_call(tmp_path, *WELL, number=number)
    async with defuse(tmp_path) as pilot:
        await pilot.press("enter")
        brief = await arrives(pilot, BriefScreen)
        assert (brief.mode, brief.desk.dials) == ("typed", UNDER_LOAD)
        await reads(pilot, "under load")
        await pilot.press("m")
        assert brief.desk.dials == Dials()
        await pilot.press("m", "m", "m", "m", "k")
        assert brief.mode == "typed"
        assert brief.desk.dials.clock == 0
        assert brief.desk.dials.difficulty.noise
        await pilot.press("n", "enter")
        await arrives(pilot, TalkScreen)
        assert not pilot.app.screen.query(SilenceClock)


async def test_the_first_call_of_all_has_every_line_labelled(tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        await pilot.press("enter")
        assert (await arrives(pilot, TalkScreen)).call.mode == "labelled"


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_each_way_shows_what_it_should_and_the_key_changes_it(size: tuple[int, int]) -> None:
    async with talking(mode="labelled", size=size) as (pilot, talk):
        await reads(pilot, "That must have been humiliating.  names the feeling")
        await pilot.press("f9")
        assert talk.call.mode == "typed"
        assert not talk.query(MenuLine)
        await pilot.press("f9")
        await until(pilot, lambda: "A line could be one that" in seen(pilot.app), "the hints")
        await reads(pilot, "names the feeling")
        assert "gives an order" not in seen(pilot.app)
        assert not talk.query(MenuLine)
        await enter(pilot, "2")
        await reads(pilot, "These are hints")
        assert box(pilot).text == "2"
        await enter(pilot, HELP)
        assert len(talk.call.play.turns) == 1
        await pilot.press("f9")
        await until(pilot, lambda: bool(talk.query(MenuLine)), "the menu")
        assert "names the feeling" not in "".join(str(line.visual) for line in talk.query(MenuLine))
        await enter(pilot, "1")
        assert len(talk.call.play.turns) == 2
