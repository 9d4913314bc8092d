"""Calls played along the menu, to see what a player is offered: each option tried in the engine, one taken.

Seeded, so the same file gives the same findings on any machine.
"""

from dataclasses import dataclass, field
from typing import Final

from game.core.chance import draw, pick
from game.core.engine import step
from game.core.menu import menu, reading_of
from game.core.moves import Listen, Say
from game.core.scenario import Choice, Scenario
from game.core.session import Play, start
from game.core.state import State, Turn
from game.review.evaluation import worth

_SKILL: Final = 0.6
"""How often the walker takes the best option: enough to come to the end of a call, and to stray on the way."""


@dataclass(frozen=True, slots=True)
class Option:
    """A line of a menu, and what it leads to."""

    choice: Choice
    turn: Turn = field(repr=False)
    worth: float
    """What the state after it is worth, in points of `evaluation.worth`."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A menu as a player met it."""

    state: State = field(repr=False)
    options: tuple[Option, ...]

    @property
    def best(self) -> Option:
        """The option that is worth most at once."""
        return max(self.options, key=lambda option: option.worth)


def menus_met(scenario: Scenario, calls: int) -> list[Offered]:
    """The menus with at least two options that a player meets in so many calls."""
    return [offered for seed in range(calls) for offered in _one_call(scenario, seed)]


def _one_call(scenario: Scenario, seed: int) -> list[Offered]:
    met: list[Offered] = []
    play = start(scenario, seed)
    while play.state.stage == "call":
        state = play.state
        offered = Offered(state, tuple(_tried(scenario, state, choice) for choice in menu(scenario, state)))
        if len(offered.options) < 2 or state.mid_sentence:
            play = play.then(Listen())
            continue
        met.append(offered)
        skilled = draw(seed, state.turn, "walker's skill") < _SKILL
        taken = offered.best if skilled else pick(offered.options, seed, state.turn, "walker")
        play = Play(scenario, play.opening, (*play.turns, taken.turn))
    return met


def _tried(scenario: Scenario, state: State, choice: Choice) -> Option:
    turn = step(scenario, state, Say(choice.say, reading_of(choice)))
    return Option(choice, turn, worth(scenario, turn.state))
