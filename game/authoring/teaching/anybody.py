"""A player who does anything that anybody might, well or badly, so that a scenario is seen from every side."""

from collections.abc import Iterator
from typing import Final

from game.core.chance import draw, pick
from game.core.engine import why_not
from game.core.lines import helpful_lines, line
from game.core.menu import menu, reading_of
from game.core.moves import End, FollowUp, Gesture, Listen, Move, Say, gestures_in
from game.core.reading import Reading
from game.core.scenario import Scenario
from game.core.session import start
from game.core.state import State
from game.core.techniques import TECHNIQUES

_MOST_MOVES: Final = 40
_HOURS: Final = (3, 30, 90)
"""Of a follow-up: too soon, in time and too late for most."""


def states_met(scenario: Scenario, seed: int) -> Iterator[State]:
    """Every state of one call played so, its follow-up and a second call included."""
    play = start(scenario, seed)
    yield play.state
    while play.state.stage != "over" and len(play.turns) < _MOST_MOVES:
        play = play.then(_move(scenario, play.state))
        yield play.state


def _move(scenario: Scenario, state: State) -> Move:
    if state.stage == "afterwards":
        hours = pick(_HOURS, state.seed, state.turn, "hours")
        text = "How did it go?"
        goes_on = scenario.follow_up is not None and draw(state.seed, state.turn, "follow up") < 0.8
        return FollowUp(hours, text, line(text, "follow_up").reading) if goes_on else End()
    drawn, limit = draw(state.seed, state.turn, "kind of move"), 0.0
    for share, kind in _KINDS:
        limit += share
        if drawn < limit:
            move = kind(scenario, state)
            return Listen() if move is None or why_not(scenario, state, move) else move
    return Listen()


def _from_the_menu(scenario: Scenario, state: State) -> Move | None:
    options = menu(scenario, state)
    if not options:
        return None
    choice = pick(options, state.seed, state.turn, "option")
    return Say(choice.say, reading_of(choice))


def _helpful(scenario: Scenario, state: State) -> Move | None:
    return pick(helpful_lines(scenario, state), state.seed, state.turn, "helpful line")


def _technique(scenario: Scenario, state: State) -> Move | None:
    """Any one thing that an agent can do, with an offer now and then."""
    does = pick(tuple(TECHNIQUES), state.seed, state.turn, "technique")
    return line(f"{TECHNIQUES[does].example} ({state.turn})", does, remedies=_some_remedies(scenario, state))


def _offer(scenario: Scenario, state: State) -> Move | None:
    text = f"Would this be all right? ({state.turn})"
    return line(text, "solution agreement_check", remedies=_some_remedies(scenario, state))


def _some_remedies(scenario: Scenario, state: State) -> tuple[str, ...]:
    ids = [remedy.id for remedy in scenario.remedies]
    return tuple(id for id in ids if draw(state.seed, state.turn, f"offer {id}") < 1 / 3)


def _gesture(scenario: Scenario, state: State) -> Move | None:
    return Gesture(pick(gestures_in(scenario.setting), state.seed, state.turn, "gesture"))


def _unclear(_scenario: Scenario, _state: State) -> Move | None:
    return Say("Mm.", Reading(text="Mm."))


def _wrong(_scenario: Scenario, state: State) -> Move | None:
    return Say("You said one hour.", Reading(text="You said one hour.", mistaken=state.told[:1]))


_KINDS: Final = (
    (0.35, _from_the_menu), (0.27, _helpful), (0.12, _technique), (0.1, _offer), (0.05, _gesture), (0.02, _unclear),
    (0.02, _wrong),
)  # fmt: skip
"""How often each kind of move is made; otherwise the player listens."""
