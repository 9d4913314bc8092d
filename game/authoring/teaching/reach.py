"""What no call reaches: plays at random, plays of every bot, and for what is left a search of its own.

The shared voice's lines do not count: no scenario needs all of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from game.authoring.bots import BOTS, played_by
from game.authoring.draft import Path
from game.authoring.teaching.case import Case
from game.authoring.teaching.conditions import impossible, second_call_can_come
from game.authoring.teaching.goals import moves_for, steered
from game.core.engine import step, why_not
from game.core.lines import line
from game.core.menu import menu
from game.core.moves import FollowUp, Move
from game.core.outcome import verdict
from game.core.scenario import Condition, Reaction, Scenario
from game.core.session import Play, start
from game.core.state import State, Turn

RANDOM_CALLS: Final = 30
_SEARCHES: Final = 12
"""Calls steered towards each thing that no other call reached."""
_LONGEST_SEARCH: Final = 24
"""Turns."""
_PLAYERS: Final = ("skilled", "solver-first", "gusher", "hostile", "silent")


@dataclass(slots=True)
class Reached:
    """What was met in any call so far."""

    scenario: Scenario
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
    reached = Reached(scenario)
    played = 0
    for play in _plays(scenario):
        played += 1
        for state in (play.opening, *(turn.state for turn in play.turns)):
            reached.add(state)
            reached.add_menu(state)
    tried = f"{played} calls"
    for index, one in enumerate(scenario.reactions):
        if not reached.lines.issuperset(one.say) and not impossible(scenario, one):
            _search_line(reached, one)
            _report_lines(case, index, one, reached.lines, tried)
    for index, choice in enumerate(scenario.choices):
        hidden = choice.id not in reached.choices and not impossible(scenario, choice)
        if hidden and not _search_menu(reached, choice.id, choice.when):
            case.report("never-reached", ("choices", index, "say"), what="line of the menu", tried=tried)
    _report_rest(case, reached, tried)


def _report_lines(case: Case, index: int, one: Reaction, lines: set[str], tried: str) -> None:
    unsaid = [at for at, wording in enumerate(one.say) if wording not in lines]
    if len(unsaid) == len(one.say):
        case.report("never-reached", ("reactions", index), what="reaction", tried=tried)
        return
    for at in unsaid:
        case.report("never-reached", ("reactions", index, "say", at), what="wording", tried=tried)


def _report_rest(case: Case, reached: Reached, tried: str) -> None:
    for index in range(len(case.scenario.story)):
        if index not in reached.beats:
            case.report("never-reached", ("story", index, "say"), what="piece of the story", tried=tried)
    for outcome in case.scenario.endings:
        if outcome not in reached.endings:
            path: Path = ("endings", outcome)
            case.report_name("never-reached", path, what="ending", tried=tried)


def _plays(scenario: Scenario) -> Iterator[Play]:
    for seed in range(RANDOM_CALLS):
        yield played_by(BOTS["random"], scenario, seed)
    for player in _PLAYERS:
        for seed in range(3):
            yield played_by(BOTS[player], scenario, seed)
    if second_call_can_come(scenario):
        for seed in range(3):
            yield _with_a_broken_promise(scenario, seed)


def _with_a_broken_promise(scenario: Scenario, seed: int) -> Play:
    """A call in which everything beyond the brief is promised, the follow-up that shows it, and the call after."""
    beyond = tuple(remedy.id for remedy in scenario.remedies if remedy.beyond_authority)
    play = start(scenario, seed).then(line("I'll do all of it.", "solution", remedies=beyond))
    text = "I am calling back."
    if play.state.stage != "over":
        play = play.then(FollowUp(30, text, line(text, "follow_up").reading))
    while play.state.stage == "call" and len(play.turns) < _LONGEST_SEARCH:
        play = play.then(BOTS["skilled"](scenario, play.state))
    return play


def _search_line(reached: Reached, one: Reaction) -> None:
    """Plays towards this reaction until all its wordings were said, or the search is over."""
    scenario = reached.scenario
    goal = one.when
    for seed in range(_SEARCHES):
        for state in _steered(scenario, goal, seed, one.fact, one.remedy):
            for move in moves_for(scenario, state, one.to, one.fact, one.remedy):
                for turn in _possible(scenario, state, move):
                    reached.add(turn.state)
            if reached.lines.issuperset(one.say):
                return


def _search_menu(reached: Reached, choice: str, goal: Condition) -> bool:
    scenario = reached.scenario
    for seed in range(_SEARCHES):
        for state in _steered(scenario, goal, seed):
            reached.add_menu(state)
            if choice in reached.choices:
                return True
    return False


def _steered(
    scenario: Scenario, goal: Condition, seed: int, facts: tuple[str, ...] = (), remedies: tuple[str, ...] = ()
) -> Iterator[State]:
    """The states of a call that is steered towards the goal."""
    goal = replace(goal, unheard=(*goal.unheard, *facts))
    play = _with_a_broken_promise(scenario, seed) if goal.second_call else start(scenario, seed)
    if goal.second_call:
        yield from (turn.state for turn in play.turns if turn.state.stage == "call")
    while play.state.stage == "call" and len(play.turns) < _LONGEST_SEARCH:
        yield play.state
        play = play.then(steered(scenario, play.state, goal, facts, remedies))


def _possible(scenario: Scenario, state: State, move: Move) -> Iterable[Turn]:
    return () if why_not(scenario, state, move) else (step(scenario, state, move),)
