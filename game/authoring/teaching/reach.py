"""What no call reaches: calls of every kind of player, and for what is left a search of its own.

The shared voice's lines do not count: no scenario needs all of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Final

from game.authoring.bots import BOTS, played_by
from game.authoring.draft import Path
from game.authoring.teaching.anybody import states_met
from game.authoring.teaching.case import Case
from game.authoring.teaching.conditions import impossible, second_call_can_come
from game.authoring.teaching.goals import moves_for, nearly, needed, provoking, steered
from game.core.conditions import holds
from game.core.engine import step, why_not
from game.core.lines import line
from game.core.menu import menu
from game.core.moves import FollowUp
from game.core.outcome import verdict
from game.core.personas import persona_of
from game.core.scenario import Condition, Reaction, Scenario, Words
from game.core.session import start
from game.core.state import State

CALLS: Final = 60
"""Calls played before anything is searched for."""
_SEARCHES: Final = 12
"""Calls steered towards each thing that is left."""
_LONGEST_SEARCH: Final = 24
"""Turns."""
_MOST_TRIED: Final = 150
"""States of other calls from which each thing that is left is tried."""
_MOST_DRAWN: Final = 50
"""States of other calls whose menus are drawn anew."""
_PLAYERS: Final = {"skilled": 12, "solver-first": 2, "gusher": 2, "hostile": 4, "silent": 2}
"""How many calls each of those plays who always play one way."""
_PROVOKED: Final = 12
"""Calls in which abuse is provoked and a limit set on it."""


@dataclass(slots=True)
class Reached:
    """What was met in any call so far, and the states that it was met in."""

    scenario: Scenario
    states: list[State] = field(default_factory=list)
    lines: set[str] = field(default_factory=set)
    beats: set[int] = field(default_factory=set)
    choices: set[str] = field(default_factory=set)
    endings: set[str] = field(default_factory=set)

    def add(self, state: State) -> None:
        """Notes what this state holds, and how the call would end if it ended here."""
        self.lines.update(state.lines)
        self.beats.update(state.beats)
        self.endings.add(state.outcome or verdict(self.scenario, state))

    def add_menu(self, state: State) -> None:
        """Notes the lines that are on the menu here."""
        self.choices.update(choice.id for choice in menu(self.scenario, state))


def never_reached(case: Case) -> None:
    """Lines, reactions, pieces of the story and endings that no call reaches."""
    scenario = case.scenario
    reached = played_through(scenario)
    for index, one in enumerate(scenario.reactions):
        if _unsaid(one, reached.lines) and not impossible(scenario, one):
            _search_line(reached, one)
            _report_reaction(case, index, one, reached.lines)
    for index, choice in enumerate(scenario.choices):
        hidden = choice.id not in reached.choices and not impossible(scenario, choice)
        if hidden and not _search_menu(reached, choice.id, choice.when):
            case.report("never-reached", ("choices", index, "say"), what="line of the menu", calls=CALLS)
    for index in range(len(scenario.story)):
        if index not in reached.beats:
            case.report("never-reached", ("story", index, "say"), what="piece of the story", calls=CALLS)
    _search_endings(reached)
    for outcome in scenario.endings:
        if outcome not in reached.endings:
            path: Path = ("endings", outcome)
            case.report_name("never-reached", path, what="ending", calls=CALLS)


def played_through(scenario: Scenario) -> Reached:
    """What is met in calls by anybody, and by players who always play one way."""
    reached = Reached(scenario)
    for state in _everywhere(scenario):
        reached.add(state)
        reached.add_menu(state)
        if state.stage == "call":
            reached.states.append(state)
    return reached


def _everywhere(scenario: Scenario) -> Iterator[State]:
    for seed in range(CALLS):
        yield from states_met(scenario, seed)
    for player, calls in _PLAYERS.items():
        for seed in range(calls):
            yield from (turn.state for turn in played_by(BOTS[player], scenario, seed).turns)
    for seed in range(_PROVOKED):
        yield from (turn.state for turn in played_by(provoking, scenario, seed).turns)


def _report_reaction(case: Case, index: int, one: Reaction, lines: set[str]) -> None:
    unsaid = _unsaid(one, lines)
    if len(unsaid) == len(one.say):
        case.report("never-reached", ("reactions", index), what="reaction", calls=CALLS)
        return
    for at in unsaid:
        case.report("never-reached", ("reactions", index, "say", at), what="wording", calls=CALLS)


def _unsaid(one: Reaction, lines: set[str]) -> list[int]:
    """The wordings that were not said. Once one was, others without slots come by chance or when it comes again."""
    unsaid = [at for at, wording in enumerate(one.say) if wording not in lines]
    return unsaid if len(unsaid) == len(one.say) else [at for at in unsaid if "{" in one.say[at]]


def _search_line(reached: Reached, one: Reaction) -> None:
    """Tries to have this reaction said, until all its wordings were or the search is over."""
    scenario, facts = reached.scenario, needed(reached.scenario, one)
    goal = replace(one.when, unheard=(*one.when.unheard, *facts))
    near = [state for state in reached.states if nearly(scenario, one, state)]
    starts = chain(near[:: max(1, len(near) // _SEARCHES)], (_start(scenario, goal, seed) for seed in range(_SEARCHES)))
    on_the_way = (state for first in starts for state in _steered(scenario, first, goal, facts, one.remedy))
    for state in chain(near[:: max(1, len(near) // _MOST_TRIED)], on_the_way):
        _try(reached, one, state)
        if not _unsaid(one, reached.lines):
            return


def _try(reached: Reached, one: Reaction, state: State) -> None:
    scenario = reached.scenario
    for move in moves_for(scenario, state, one.to, one.fact, one.remedy):
        if why_not(scenario, state, move) is None:
            reached.add(step(scenario, state, move).state)


def _search_endings(reached: Reached) -> None:
    """Tries what might end a call from states of other calls, if an ending is left."""
    if set(reached.scenario.endings) <= reached.endings:
        return
    anything = Reaction(say=(), to=("heard_all", "agreed", "handover", "boundary"))
    for state in reached.states[:: max(1, len(reached.states) // _MOST_TRIED)]:
        _try(reached, anything, state)


def _search_menu(reached: Reached, choice: str, goal: Condition) -> bool:
    """Whether this line comes up where its condition holds: in states met before, drawn anew, or steered towards."""
    scenario = reached.scenario
    fitting = [one for one in reached.states if holds(goal, one, persona_of(scenario, one.seed).name, ahead=1)]
    some = fitting[:: max(1, len(fitting) // _MOST_DRAWN)]
    anew = (replace(state, seed=seed) for state in some for seed in range(_SEARCHES))
    starts = (_start(scenario, goal, seed) for seed in range(_SEARCHES))
    towards = (state for first in starts for state in _steered(scenario, first, goal))
    for state in chain(anew, towards):
        reached.add_menu(state)
        if choice in reached.choices:
            return True
    return False


def _start(scenario: Scenario, goal: Condition, seed: int) -> State:
    """Where to steer from: the start of a call or, where the goal wants or allows it, of the one after a promise."""
    play = start(scenario, seed)
    may_be_second = goal.second_call is None and seed % 2 > 0 and second_call_can_come(scenario)
    if goal.second_call or may_be_second:
        beyond = tuple(remedy.id for remedy in scenario.remedies if remedy.beyond_authority)
        play = play.then(line("I'll do all of it.", "solution", remedies=beyond))
        if play.state.stage != "over":
            play = play.then(FollowUp(30, "", line("", "follow_up").reading))
    return play.state


def _steered(
    scenario: Scenario, state: State, goal: Condition, facts: Words = (), remedies: Words = ()
) -> Iterator[State]:
    """The states from here on, steered towards the goal; `facts` and `remedies` are left for the end."""
    for _ in range(_LONGEST_SEARCH):
        if state.stage != "call":
            return
        yield state
        state = step(scenario, state, steered(scenario, state, goal, facts, remedies)).state
