"""The rows of the brief that make a call harder: what is turned is what is played, and is saved."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static
from tui.past_calls import HARM, finished_call
from tui.stage import NARROW, SMALL, WIDE, arrives, box, defuse, drawn, enter, on, reads, seen, talking, until

from game.authoring.library import load
from game.call import Settings
from game.core.difficulty import USUAL, Difficulty, same_but_for_dials, with_difficulty
from game.core.moves import Listen
from game.core.outcome import needs
from game.core.personas import PERSONAS
from game.records.store import read_save
from game.tui.dials import CLOCKS, HEATS, PEOPLE, Dial, Dials
from game.tui.glyphs import GLYPHS
from game.tui.screens.brief import BriefScreen
from game.tui.screens.drawer import BriefDrawer
from game.tui.screens.help import HelpScreen
from game.tui.screens.home import HomeScreen
from game.tui.screens.talk import TalkScreen
from game.tui.screens.why import WhyScreen
from game.tui.widgets import briefing
from game.tui.widgets.clock import SilenceClock
from game.tui.widgets.meter import Meter

ROUNDS: list[tuple[Dial, int]] = [("clock", len(CLOCKS)), ("person", len(PEOPLE)), ("heat", len(HEATS)), ("noise", 2)]


@pytest.mark.parametrize(("dial", "values"), ROUNDS)
def test_every_dial_comes_round(dial: Dial, values: int) -> None:
    seen_values, now = [Dials()], Dials()
    for _ in range(values):
        now = now.turned(dial)
        seen_values.append(now)
    assert now == Dials()
    assert len(set(seen_values)) == values


def test_every_ready_person_can_be_asked_for() -> None:
    assert set(PERSONAS) < set(PEOPLE)


async def test_what_was_turned_is_played_saved_and_gone_on_with(tmp_path: Path) -> None:
    async with defuse(tmp_path, scenario="small") as pilot:
        brief = await arrives(pilot, BriefScreen)
        await reads(pilot, "as written")
        await pilot.press("p", "p", "p", "t", "n")
        assert brief.desk.dials.difficulty == Difficulty(persona="proud", heat=10, noise=True)
        await reads(pilot, "hot 82")
        await pilot.press("enter")
        talk = await arrives(pilot, TalkScreen)
        assert talk.call.state.anger == 82
        assert talk.call.scenario.customer.persona == ("proud",)
        assert talk.call.scenario.noise
        await enter(pilot, HARM)
        await pilot.press("escape", "l")
        await arrives(pilot, HomeScreen)
        await until(pilot, lambda: "Pick up where you left off" in seen(pilot.app), "the card")
        await pilot.press("r")
        assert (await arrives(pilot, TalkScreen)).call.state.turn == 1
    save = read_save(next((tmp_path / "saves").glob("*.jsonl")))
    assert save.play is not None
    assert save.play.opening.anger == 82


async def test_another_start_goes_on_as_the_call_was_played_or_as_it_is_asked(tmp_path: Path) -> None:
    async with defuse(tmp_path, scenario="small", mode="typed", clock=20, hidden_meter=True) as pilot:
        await arrives(pilot, BriefScreen)
        await pilot.press("n", "enter")
        await arrives(pilot, TalkScreen)
        await enter(pilot, HARM)
        await pilot.press("f9")
    save = next((tmp_path / "saves").glob("*.jsonl"))
    async with defuse(tmp_path) as pilot:
        await until(pilot, lambda: "Pick up where you left off" in seen(pilot.app), "the card")
        assert "hot" not in str(pilot.app.screen.query_one("#resume", Static).visual)
        await pilot.press("r")
        talk = await arrives(pilot, TalkScreen)
        assert talk.call.settings == Settings("hybrid", hidden_meter=True, clock=20)
        assert talk.call.scenario.noise
        assert talk.query_one(SilenceClock).seconds == 20
        assert not any(meter.region for meter in talk.query(Meter))
    async with defuse(tmp_path, resume=save, mode="menu", hidden_meter=False, clock=0) as pilot:
        talk = await arrives(pilot, TalkScreen)
        assert not talk.query(SilenceClock)
        await until(pilot, lambda: any(meter.region for meter in talk.query(Meter)), "the meter")
    assert read_save(save).settings == Settings("menu")


def test_dials_are_no_change_to_a_scenario_and_other_words_are() -> None:
    usual = load(SMALL).playable
    hard = with_difficulty(usual, Difficulty("wary", 0, "short", 10, noise=True))
    assert hard != usual
    assert same_but_for_dials(hard, usual)
    assert with_difficulty(usual, USUAL) == usual
    assert not same_but_for_dials(replace(hard, title="Another"), usual)


async def test_what_the_command_line_asked_for_is_turned_already(tmp_path: Path) -> None:
    hard = Difficulty(persona="wary", heat=7)
    async with defuse(tmp_path, scenario="small", difficulty=hard, clock=30, hidden_meter=True) as pilot:
        brief = await arrives(pilot, BriefScreen)
        for text in ("● hidden", "● 30 s", "wary", "● +7"):
            await reads(pilot, text)
        await pilot.press("k", "t")
        assert brief.desk.dials == Dials(replace(hard, heat=HEATS[0]))
        assert "+7" not in seen(pilot.app)


async def test_on_a_narrow_screen_the_rows_fold_and_what_is_turned_is_told(tmp_path: Path) -> None:
    async with defuse(tmp_path, NARROW, scenario="small") as pilot:
        await arrives(pilot, BriefScreen)
        await pilot.press("k", "v")
        assert "meter hidden, 20 s" in drawn(pilot.app)
        assert "noise" not in drawn(pilot.app)
        await pilot.press("x")
        await until(pilot, lambda: "noise" in drawn(pilot.app), "the rows")
        await pilot.click("#set-noise")
        await until(pilot, lambda: on(pilot, BriefScreen).desk.dials.difficulty.noise, "the noise")


async def test_the_goal_of_the_last_call_stands_in_the_brief(tmp_path: Path) -> None:
    finished_call(tmp_path, HARM)
    async with defuse(tmp_path, scenario="small") as pilot:
        await until(pilot, lambda: "Your goal, from last time" in seen(pilot.app), "the goal")
        await reads(pilot, "Leave out orders.")


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_hidden_meter_shows_nowhere_in_the_call(size: tuple[int, int]) -> None:
    async with talking(size=size) as (pilot, talk):
        talk.desk.taste = replace(talk.desk.taste, coach="off")
        talk.call = replace(talk.call, settings=Settings(hidden_meter=True))
        talk.show()
        await enter(pilot, "I am so sorry. That must have been humiliating.")
        await until(pilot, lambda: not any(meter.region for meter in talk.query(Meter)), "the meters to go")
        shown = "\n".join(drawn(pilot.app).splitlines()[1:])
        for sign in ("72", str(talk.call.state.anger), "▼", "▄", "hot"):
            assert sign not in shown
        await pilot.press("f3")
        assert not isinstance(pilot.app.screen, WhyScreen)
        await reads(pilot, "The meter is hidden.")


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_with_a_hidden_meter_neither_coach_nor_brief_nor_home_gives_it_away(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with defuse(tmp_path, size, scenario="small", hidden_meter=True) as pilot:
        await arrives(pilot, BriefScreen)
        await pilot.press("enter")
        talk = await arrives(pilot, TalkScreen)
        talk.desk.taste = replace(talk.desk.taste, coach="full")
        talk.show()
        await until(pilot, lambda: "Before any fix" in " ".join(drawn(pilot.app).split()), "the coach")
        assert "hot" not in drawn(pilot.app)
        calm = replace(talk.call.state, anger=10, phase="cool")
        with_ring = briefing.ends_well(talk.call.scenario, needs(talk.call.scenario, calm))
        without = briefing.ends_well(talk.call.scenario, needs(talk.call.scenario, calm), hidden_meter=True)
        assert GLYPHS.dot in with_ring.plain
        assert GLYPHS.dot not in without.plain
        await enter(pilot, HARM)
        await pilot.press("f2")
        await arrives(pilot, BriefDrawer)
        await pilot.press("escape", "escape", "l")
        await arrives(pilot, HomeScreen)
        await until(pilot, lambda: "Pick up where you left off" in seen(pilot.app), "the card")
        card = str(pilot.app.screen.query_one("#resume", Static).visual)
        assert str(talk.call.state.anger) not in card
        assert "hot" not in card


async def clocked(pilot: Pilot[int], folder: Path) -> tuple[TalkScreen, SilenceClock]:
    """A call with a clock of twenty seconds."""
    await arrives(pilot, BriefScreen)
    await pilot.press("k", "enter")
    talk = await arrives(pilot, TalkScreen)
    return talk, talk.query_one(SilenceClock)


def let_pass(clock: SilenceClock, seconds: int) -> None:
    for _ in range(seconds):
        clock.tick()


async def test_silence_of_so_many_seconds_is_listening(tmp_path: Path) -> None:
    async with defuse(tmp_path, scenario="small") as pilot:
        talk, clock = await clocked(pilot, tmp_path)
        await reads(pilot, "silence counts as an answer")
        let_pass(clock, 20)
        await until(pilot, lambda: talk.call.state.turn == 1, "the turn")
        assert talk.call.play.turns[0].move == Listen()


async def test_whoever_types_is_not_silent_and_half_a_line_stays(tmp_path: Path) -> None:
    async with defuse(tmp_path, scenario="small") as pilot:
        talk, clock = await clocked(pilot, tmp_path)
        let_pass(clock, 10)
        left = clock.left
        await pilot.press("a")
        await until(pilot, lambda: clock.left > left, "the clock to begin anew")
        let_pass(clock, 20)
        await until(pilot, lambda: talk.call.state.turn == 1, "the turn")
        assert box(pilot).text == "a"


async def test_the_clock_waits_while_a_page_lies_over_the_call_or_a_line_waits(tmp_path: Path) -> None:
    async with defuse(tmp_path, scenario="small") as pilot:
        talk, clock = await clocked(pilot, tmp_path)
        await pilot.press("f1")
        await arrives(pilot, HelpScreen)
        let_pass(clock, 60)
        await pilot.press("escape")
        await arrives(pilot, TalkScreen)
        await enter(pilot, "xyzzy plugh")
        assert talk.call.pending is not None
        let_pass(clock, 60)
        await pilot.pause()
        assert talk.call.state.turn == 0


async def test_without_a_clock_there_is_none(tmp_path: Path) -> None:
    async with talking() as (_, talk):
        assert not talk.query(SilenceClock)
        assert talk.query_one("#hints", Static) is not None
