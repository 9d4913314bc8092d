"""What has to happen on the way to a line that nobody has heard yet."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from game.authoring.bots import BOTS
from game.authoring.draft import Path
from game.authoring.exploring.reached import outcome_of
from game.authoring.teaching.conditions import second_call_can_come
from game.authoring.teaching.goals import needed, provoking, steered
from game.core.chance import shuffled
from game.core.conditions import holds
from game.core.cues import QUESTIONS
from game.core.engine import step
from game.core.lines import helpful_lines, line
from game.core.menu import menu
from game.core.moves import Choose, End, FollowUp, Listen, Move, Say
from game.core.order import order_that_works
from game.core.outcome import verdict
from game.core.personas import persona_of
from game.core.scenario import Condition, Outcome, Reaction, Scenario, Words
from game.core.state import State

Way = Callable[[Scenario, State], Move]
Ends = Callable[[Scenario, State], Iterator[Move]]

_HIT_OR_MISS: Final = 3
"""Of so many looks for a line that may come in a second call, one goes by way of a broken promise."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A line to meet, and how to come there."""

    path: Path
    towards: Way
    """The next step on the way."""
    ends_with: Ends | None = None
    """Moves that may meet it now, to be tried before another step is taken."""
    cues: Words = ()
    """What must happen for it, as reactions name it."""
    unheard: Words = ()
    """Facts to be left unheard until then."""


def wish_for(scenario: Scenario, path: Path, tries: int) -> Wish:
    """How to look for what stands at this path, for the first, second … time."""
    match path[0]:
        case "reactions":
            one = scenario.reactions[int(path[1])]
            return _for_reaction(scenario, path, one, tries)
        case "choices":
            goal = scenario.choices[int(path[1])].when
            return Wish(path, _emptying_the_menu(goal, _by(scenario, goal, tries)))
        case "remedies":
            return Wish(path, order_that_works, _offers(scenario.remedies[int(path[1])].id))
        case "endings" | "says_to_others":
            outcome = outcome_of(path)
            return Wish(path, _ENDS[outcome], _leaves_as(outcome))
        case "follow_up" if path[1] == "broken":
            return Wish(path, _promising)
        case "follow_up":
            return Wish(path, order_that_works)
    untold = _all_facts(scenario)
    return Wish(path, lambda played, state: steered(played, state, Condition(), untold))


def _for_reaction(scenario: Scenario, path: Path, one: Reaction, tries: int) -> Wish:
    """To where the reaction fits. What happens only before or after something else is looked for every other time."""
    if "boundary" in one.to and tries % 2:
        return Wish(path, provoking, cues=one.to)
    facts = _all_facts(scenario) if set(one.to) & set(QUESTIONS) and tries % 2 else needed(scenario, one)
    goal = replace(one.when, unheard=(*one.when.unheard, *facts))
    if "what_now" in one.to:
        goal, facts = replace(one.when, heard=(*one.when.heard, *facts)), ()
    elif "heard_all" in one.to or (one.fact and tries % 2):
        goal = _but_one_heard(scenario, goal, one, tries)
    if "handed_on" in one.to and scenario.handover is not None:
        goal = replace(goal, untold=(*goal.untold, *scenario.handover.told[-1:]))
    return Wish(path, _by(scenario, goal, tries, facts, one.remedy), cues=one.to, unheard=goal.unheard)


def _but_one_heard(scenario: Scenario, goal: Condition, one: Reaction, tries: int) -> Condition:
    """All that matters said back but one fact, each in turn, and but what the reaction itself is about."""
    last = "heard_all" in one.to
    matters = [fact.id for fact in scenario.facts if fact.matters and (last or fact.id not in one.fact)]
    left = (matters[tries // 2 % len(matters)],) if matters else ()
    heard = tuple(fact for fact in matters if fact not in left)
    return replace(goal, heard=heard, unheard=left if last else (*left, *one.fact))


def _all_facts(scenario: Scenario) -> Words:
    return tuple(fact.id for fact in scenario.facts)


def _by(scenario: Scenario, goal: Condition, tries: int, facts: Words = (), remedies: Words = ()) -> Way:
    """Steering to where the goal holds; by way of a second call where it has to be or, now and then, may be."""
    may_be = goal.second_call is None and tries % _HIT_OR_MISS == 0 and second_call_can_come(scenario)
    again = goal.second_call or may_be

    def towards(scenario: Scenario, state: State) -> Move:
        if again and not state.second_call:
            return _breaking(scenario, state) if tries % 2 else _promising(scenario, state)
        return steered(scenario, state, goal, facts, remedies)

    return towards


def _emptying_the_menu(goal: Condition, way: Way) -> Way:
    """Where the goal holds and the line is not shown, says other lines: once said, they make room for it."""

    def towards(scenario: Scenario, state: State) -> Move:
        if state.stage == "call" and not state.mid_sentence and _fits(scenario, goal, state):
            options = shuffled(menu(scenario, state), state.seed, state.turn, "empties")
            for move in (Choose(option.id) for option in options):
                after = step(scenario, state, move).state
                if after.stage == "call" and _fits(scenario, goal, after):
                    return move
        return way(scenario, state)

    return towards


def _fits(scenario: Scenario, goal: Condition, state: State) -> bool:
    return holds(goal, state, persona_of(scenario, state.seed).name, ahead=1)


def _breaking(scenario: Scenario, state: State) -> Move:
    """Promises what the brief does not allow, and gets back to her about it."""
    if state.mid_sentence:
        return Listen()
    if not state.promises:
        return _promise(scenario)
    return FollowUp(30, "", line("", "follow_up").reading)


def _promise(scenario: Scenario, does: str = "solution") -> Say:
    beyond = tuple(remedy.id for remedy in scenario.remedies if remedy.beyond_authority)
    return line("I'll do all of it.", does, remedies=beyond)


def _offers(remedy: str) -> Ends:
    def moves(_scenario: Scenario, state: State) -> Iterator[Move]:
        if not state.mid_sentence:
            yield line(f"I can do this: {remedy}.", "solution", remedies=(remedy,))

    return moves


def _leaves_as(outcome: Outcome) -> Ends:
    """To end the call where it would end so."""

    def moves(scenario: Scenario, state: State) -> Iterator[Move]:
        if outcome != "lost" and verdict(scenario, state) == outcome:
            yield End()

    return moves


def _promising(scenario: Scenario, state: State) -> Move:
    """The order that works, but with promises that the brief does not allow."""
    move = order_that_works(scenario, state)
    offers = isinstance(move, Say) and (move.reading.remedies or move.reading.does("handover", "expectations"))
    return _promise(scenario, "solution expectations agreement_check") if offers and not state.promises else move


def _explaining(scenario: Scenario, state: State) -> Move:
    """The order that works, with what is possible in place of an offer."""
    move = order_that_works(scenario, state)
    if isinstance(move, Say) and (move.reading.remedies or move.reading.does("handover")):
        return line(f"Possible{state.turn} or not{state.turn}.", "expectations")
    return move


def _handing_over(scenario: Scenario, state: State) -> Move:
    """The order that works, with the right person brought in as soon as she is not hot."""
    told = scenario.handover.told if scenario.handover is not None else ()
    if state.phase != "hot" and not state.mid_sentence and all(fact in state.told for fact in told):
        return next(said for said in helpful_lines(scenario, state) if said.reading.does("handover"))
    return order_that_works(scenario, state)


def _losing(scenario: Scenario, state: State) -> Move:
    """Silence from odd seeds, every misstep from even ones."""
    return BOTS["silent" if state.seed % 2 else "hostile"](scenario, state)


_ENDS: Final[dict[Outcome, Way]] = {
    "settled": order_that_works,
    "settled_at_a_cost": _promising,
    "agreed_to_differ": _explaining,
    "handed_over": _handing_over,
    "limit_kept": provoking,
    "lost": _losing,
}
