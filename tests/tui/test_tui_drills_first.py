"""`defuse drill` on the screens: the drills lie over home at once, and where there are none, home says so."""

from pathlib import Path

import pytest
from tui.past_calls import HARM, finished_call
from tui.stage import NARROW, WIDE, arrives, defuse, seen, until

from game.tui.options import Drills
from game.tui.screens.drill import DrillScreen
from game.tui.screens.home import HomeScreen


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_what_is_due_is_asked_at_once_and_leads_back_home(size: tuple[int, int], tmp_path: Path) -> None:
    finished_call(tmp_path, HARM, HARM, HARM)
    async with defuse(tmp_path, size, drills=Drills("", 2)) as pilot:
        drill = await arrives(pilot, DrillScreen)
        assert len(drill.waiting) == 2
        await pilot.press("escape")
        await arrives(pilot, HomeScreen)


async def test_one_technique_is_drilled_at_once(tmp_path: Path) -> None:
    async with defuse(tmp_path, drills=Drills("empathy", 1)) as pilot:
        drill = await arrives(pilot, DrillScreen)
        assert len(drill.waiting) == 1
        assert {position.technique for position in drill.waiting} == {"empathy"}


@pytest.mark.parametrize(
    ("technique", "told"), [("", "Nothing due."), ("boundary", "Nothing now of a line that sets a limit")]
)
async def test_where_there_is_nothing_to_drill_home_says_so(technique: str, told: str, tmp_path: Path) -> None:
    async with defuse(tmp_path, drills=Drills(technique, 5)) as pilot:
        await arrives(pilot, HomeScreen)
        await until(pilot, lambda: told in seen(pilot.app), told)
