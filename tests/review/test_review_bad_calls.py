"""Calls played badly on purpose, each in one way: the review names that fault as a turning point each time."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.authoring.library import load
from game.core.lines import line
from game.core.moves import Gesture, Listen, Move
from game.core.order import order_that_works
from game.core.scenario import Scenario
from game.core.session import Play, start
from game.core.state import State
from game.paths import shipped_scenarios
from game.review.debrief import debrief

Player = Callable[[Scenario, State], Move]
SCENARIOS = {
    name: load(shipped_scenarios() / f"{name}.yaml").playable
    for name in ("late-movers", "double-billed", "card-blocked-abroad")
}


def then_well(*lines: tuple[str, str]) -> Player:
    """These lines, each with what it does, and after them the order that works."""

    def player(scenario: Scenario, state: State) -> Move:
        return line(*lines[state.turn]) if state.turn < len(lines) else order_that_works(scenario, state)

    return player


def solving_first(scenario: Scenario, state: State) -> Move:
    allowed = [remedy for remedy in scenario.remedies if not remedy.beyond_authority]
    if state.turn < min(2, len(allowed)):
        remedy = allowed[state.turn]
        return line(f"I can {remedy.heard_as[0]}.", "solution", remedies=(remedy.id,))
    return order_that_works(scenario, state)


def promising_too_much(scenario: Scenario, state: State) -> Move:
    beyond = next(remedy for remedy in scenario.remedies if remedy.beyond_authority)
    if state.turn != 2:
        return order_that_works(scenario, state)
    return line(f"We'll {beyond.heard_as[0]}.", "solution", remedies=(beyond.id,))


def talking_over(scenario: Scenario, state: State) -> Move:
    return Gesture("talkover") if state.turn in (1, 2) else order_that_works(scenario, state)


def interrupting(scenario: Scenario, state: State) -> Move:
    """Speaks at once: these customers are not done when the call begins."""
    return order_that_works(scenario, state) if state.turn else line("Which number was it?", "clarifying_question")


def silent(_scenario: Scenario, _state: State) -> Move:
    return Listen()


def gushing(_scenario: Scenario, state: State) -> Move:
    said = ("how hard", "how dreadful", "what a shame", "so sad", "simply awful", "heartbreaking", "too cruel", "grim")
    return line(f"Oh, {said[state.turn % len(said)]}!", "empathy")


BADLY: dict[str, tuple[Player, str]] = {
    "dismissive": (then_well(("It's only a small thing.", "dismissal")), "made the problem sound small"),
    "solving first": (solving_first, "so help hardly counted"),
    "gushing": (gushing, "waiting for something to happen"),
    "promising too much": (promising_too_much, "A promise outside your brief."),
    "talking over": (talking_over, "talked over|not done yet"),
    "commanding": (then_well(("Calm down.", "command")), "how to feel or behave"),
    "blaming": (then_well(("You should have rung earlier.", "blame")), "put the fault on"),
    "hiding behind a rule": (then_well(("That's our policy.", "policy_shield")), "had been heard|left nothing"),
    "passing the buck": (then_well(("That's not my department.", "passing_the_buck")), "brings the anger back"),
    "telling one's own story": (then_well(("That happened to me once.", "self_story")), "turned the talk"),
    "answering in kind": (then_well(("You are ridiculous.", "hostility")), "answered anger with anger"),
    "talking down": (then_well(("As I already explained.", "condescension")), "talked down"),
    "excusing": (then_well(("We are short of staff.", "excuse")), "explained the fault"),
    "silent": (silent, "waiting for an answer"),
}


def played(player: Player, scenario: Scenario, turns: int = 8) -> Play:
    play = start(scenario, 7)
    while play.state.stage == "call" and len(play.turns) < turns:
        play = play.then(player(scenario, play.state))
    return play


def unfinished(scenario: Scenario) -> Scenario:
    first, *others = scenario.story
    return replace(scenario, story=(replace(first, say=(f"{first.say[0].rstrip('.!?— ')} —",)), *others))


@pytest.mark.parametrize("name", SCENARIOS)
def test_an_interruption_is_a_turning_point(name: str) -> None:
    points = debrief(played(interrupting, unfinished(SCENARIOS[name]))).turning_points
    assert points[0].turn == 1
    assert "not done yet" in points[0].note


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize("badly", BADLY)
def test_a_call_played_badly_in_one_way_has_that_as_a_turning_point(badly: str, name: str) -> None:
    player, said = BADLY[badly]
    points = debrief(played(player, SCENARIOS[name])).turning_points
    assert any(one in point.note for point in points for one in said.split("|")), points
