"""What every shipped scenario must reward, whoever is calling: the bounds of the bots, over personas and seeds."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring.bots import BOTS, BOUNDS, ENDS_WELL, played_by
from game.authoring.library import load, scenario_files
from game.core.lines import helpful_lines, line
from game.core.moves import Listen, Say
from game.core.personas import PERSONAS
from game.core.scenario import Scenario
from game.core.session import Play, start
from game.paths import shipped_scenarios

FILES = scenario_files(shipped_scenarios())
SEEDS = 64


@pytest.fixture(params=FILES, ids=lambda path: path.stem, scope="module")
def scenario(request: pytest.FixtureRequest) -> Scenario:
    path: Path = request.param
    return load(path).playable


def callers(scenario: Scenario) -> Iterator[tuple[Scenario, int]]:
    """Every persona in turn, over these seeds."""
    names = list(PERSONAS)
    for seed in range(SEEDS):
        persona = names[seed % len(names)]
        yield replace(scenario, customer=replace(scenario.customer, persona=(persona,))), seed


@pytest.mark.parametrize("bot", sorted(BOUNDS))
def test_a_bot_ends_well_as_often_as_it_should(scenario: Scenario, bot: str) -> None:
    low, high = BOUNDS[bot]
    plays = [played_by(BOTS[bot], caller, seed) for caller, seed in callers(scenario)]
    for play in plays:
        assert all(sum(effect.points for effect in turn.effects) == turn.change for turn in play.turns)
    share = sum(play.state.outcome in ENDS_WELL for play in plays) / len(plays)
    lost = {plays[n].state.outcome for n in range(SEEDS)}
    assert low <= share <= high, lost


def unheard(scenario: Scenario) -> Iterator[Play]:
    """The beginning of the call, her first words told, for every persona; only where she is hot and may be heard."""
    for caller, seed in list(callers(scenario))[: 3 * len(PERSONAS)]:
        play = start(caller, seed)
        while play.state.mid_sentence:
            play = play.then(Listen())
        if play.state.phase == "hot" and not play.state.abused and play.state.stage == "call":
            yield play


def made(play: Play, *techniques: str) -> Say | None:
    lines = helpful_lines(play.scenario, play.state)
    return next((said for said in lines if set(techniques) <= set(said.reading.techniques)), None)


def test_hot_and_unheard_hearing_first_ends_lower_than_solving_first(scenario: Scenario) -> None:
    for play in unheard(scenario):
        hear, solve = made(play, "paraphrase"), made(play, "solution")
        if hear is not None and solve is not None and not play.state.heard:
            solved = play.then(solve)
            if solved.state.stage == "call" and not solved.state.mid_sentence:
                assert play.then(hear).then(solve).state.anger < solved.then(hear).state.anger


def test_one_good_line_five_times_settles_nothing_and_ends_worse_than_once(scenario: Scenario) -> None:
    for play in unheard(scenario):
        once = play.then(made(play, "paraphrase") or line("I hear how hard this is.", "empathy"))
        five = once
        while len(five.turns) < len(play.turns) + 5 and five.state.stage == "call":
            five = five.then(once.turns[-1].move)
        assert five.state.outcome in (None, "lost")
        assert five.state.anger > once.state.anger


@pytest.mark.parametrize("misstep", ["command", "hostility", "blame", "dismissal"])
def test_a_misstep_alone_never_lowers_the_meter(scenario: Scenario, misstep: str) -> None:
    for play in unheard(scenario):
        assert play.then(line("not that again", misstep)).turns[-1].change >= 0


@pytest.mark.parametrize("misstep", ["command", "excuse", "jargon", "self_story"])
def test_adding_a_misstep_to_a_line_never_makes_it_better(scenario: Scenario, misstep: str) -> None:
    for play in unheard(scenario):
        for said in helpful_lines(play.scenario, play.state):
            worse = line(said.text, " ".join((*said.reading.techniques, misstep)))
            worse = Say(said.text, replace(said.reading, evidence=worse.reading.evidence))
            assert play.then(worse).state.anger >= play.then(said).state.anger


def test_a_limit_is_punished_on_someone_merely_upset_and_not_on_abuse(scenario: Scenario) -> None:
    limit = line("I want to help, and I can't while I am shouted at.", "boundary")
    for caller, seed in list(callers(scenario))[: len(PERSONAS)]:
        play = start(caller, seed)
        change = play.then(limit).turns[-1].change
        assert change <= 0 if play.state.abused else change > 0


def test_the_same_seed_gives_the_same_transcript(scenario: Scenario) -> None:
    once, again = (played_by(BOTS["random"], scenario, 5) for _ in range(2))
    assert [(turn.said, turn.state.anger) for turn in once.turns] == [
        (turn.said, turn.state.anger) for turn in again.turns
    ]
