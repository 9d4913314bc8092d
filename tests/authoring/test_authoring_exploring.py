"""The curious player meets all that an author wrote, in calls that anybody could make, and is no measure of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring.exploring.curious import Curious
from game.authoring.library import load
from game.authoring.simulation import simulated
from game.core.scenario import Condition, Reaction, Scenario
from game.core.session import play
from game.paths import shipped_scenarios

SMALL = load(Path(__file__).parent / "data" / "small.yaml").playable
UNREACHABLE = Reaction(say=("I was not done.",), to=("interrupted",), when=Condition(phase=("cool",)))
NEVER_DONE = replace(SMALL, reactions=(*SMALL.reactions, UNREACHABLE))


def explored(scenario: Scenario, calls: int) -> Curious:
    curious = Curious(scenario)
    for seed in range(calls):
        if curious.reached.left:
            curious.play(seed)
    return curious


@pytest.mark.parametrize("name", ["cafe-regular", "defective-product"])
def test_every_line_and_ending_of_a_shipped_scenario_is_met_in_two_hundred_calls(name: str) -> None:
    """All sixteen, in 2,000: python tests/bench/authoring/coverage.py"""
    assert explored(load(shipped_scenarios() / f"{name}.yaml").playable, 200).reached.left == {}


def test_what_no_call_can_meet_is_left() -> None:
    assert list(explored(NEVER_DONE, 30).reached.left.values()) == ["I was not done."]


def test_the_curious_player_s_calls_are_the_same_each_time_and_can_be_played_again() -> None:
    once, again = Curious(NEVER_DONE), Curious(NEVER_DONE)
    for seed in range(8):
        call = once.play(seed)
        assert again.play(seed) == call
        assert play(call.session) == call


def test_the_curious_player_enters_no_bot_s_share() -> None:
    plain, searched = simulated(SMALL, 6), simulated(NEVER_DONE, 6)
    assert "curious" not in {bot.bot for bot in plain.bots}
    assert searched.curious == 6
    assert plain.bots == searched.bots


def test_a_line_that_was_left_is_told_with_its_place() -> None:
    left = {one.path: one.text for one in simulated(NEVER_DONE, 12).left}
    assert left[("reactions", len(SMALL.reactions), "say", 0)] == "I was not done."
