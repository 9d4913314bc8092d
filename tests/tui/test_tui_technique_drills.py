"""One technique drilled on the screens: chosen from a list, asked beside a near miss, graded at once, due again."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from tui.past_calls import HARM, HELP, finished_call
from tui.stage import NARROW, WIDE, arrives, defuse, drawn, enter, reads, seen, until

from game.records.practice import cards
from game.tui.screens.drill import DrillScreen
from game.tui.screens.progress import ProgressScreen
from game.tui.screens.techniques import TechniquesScreen


async def drilling(pilot: Pilot[int]) -> DrillScreen:
    """From home to the drill of the technique that is weakest."""
    await pilot.press("p", "t")
    await arrives(pilot, TechniquesScreen)
    await pilot.press("enter")
    return await arrives(pilot, DrillScreen)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_weakest_is_on_top_and_its_near_miss_is_said_better(size: tuple[int, int], tmp_path: Path) -> None:
    finished_call(tmp_path, "I'm sorry, that was our mistake.", HARM)
    async with defuse(tmp_path, size) as pilot:
        drill = await drilling(pilot)
        position = drill.position
        assert position.technique == "empathy"
        assert f"“{position.yours}”" in drawn(pilot.app)
        await enter(pilot, HELP)
        await until(pilot, lambda: "Yes: “" in drawn(pilot.app), "the verdict, in sight")
        assert "enter brings the next one." in drawn(pilot.app) or "enter leads back" in drawn(pilot.app)
    assert set(cards(tmp_path / "saves")) == {position.id}


async def test_a_line_that_does_something_else_is_not_yet_it(tmp_path: Path) -> None:
    finished_call(tmp_path, "I'm sorry, that was our mistake.", HARM)
    async with defuse(tmp_path) as pilot:
        drill = await drilling(pilot)
        await enter(pilot, "I'm so sorry about that.")
        await until(pilot, lambda: "Not yet. Heard: apologises." in seen(pilot.app), "the verdict")
        assert "Last time" not in seen(pilot.app)
        (card,) = cards(tmp_path / "saves").values()
        await pilot.press("enter")
        if drill.is_current:
            assert drill.index == 1
    assert card.due < card.last_review.replace(year=card.last_review.year + 1)  # type: ignore[union-attr]


async def test_a_technique_that_nobody_here_calls_for_says_so(tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        await pilot.press("l", "p", "t")
        page = await arrives(pilot, TechniquesScreen)
        await pilot.press("end", *["up"] * 3)
        await until(pilot, lambda: "A respectful limit" in seen(pilot.app), "the limit")
        await pilot.press("enter")
        await until(pilot, lambda: "none of these customers calls for it" in seen(pilot.app), "that there is none")
        assert page.is_current


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_progress_shows_days_recency_and_the_last_call_beside_the_best(
    size: tuple[int, int], tmp_path: Path
) -> None:
    finished_call(tmp_path, HELP, number=1)
    finished_call(tmp_path, HARM, number=2)
    async with defuse(tmp_path, size) as pilot:
        await pilot.press("p")
        await arrives(pilot, ProgressScreen)
        for text in ("Practised on ", "of the last 14 days", "the call before", "72 → 57", "last", "best"):
            await reads(pilot, text)
        assert not [row for row in drawn(pilot.app).splitlines() if row.strip().startswith("weakest")]
