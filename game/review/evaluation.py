"""How good a state is, in one number: ending well before being heard, being heard before calm, calm before quick."""

from typing import Final

from game.core.outcome import needs
from game.core.scenario import Outcome, Scenario
from game.core.state import GOAL, State

ENDS: Final[dict[Outcome, int]] = {
    "settled": 30,
    "agreed_to_differ": 10,
    "handed_over": 10,
    "limit_kept": 20,
    "settled_at_a_cost": -10,
    "lost": -100,
}
"""What an ending is worth. Our choice of scale: only the order matters."""
_HEARD: Final = 40
_AGREED: Final = 20
_EMPTY_PROMISE: Final = -30


def standing(scenario: Scenario, state: State) -> float:
    """How she stands: heard and calm, and promised nothing that is not to be had. A point of anger is worth one."""
    need = needs(scenario, state)
    heard = need.heard / need.to_hear if need.to_hear else float("empathy" in state.techniques)
    return _HEARD * heard + (0 if need.keepable else _EMPTY_PROMISE) - state.anger


def worth(scenario: Scenario, state: State) -> float:
    """What this state is worth: how she stands, with what was agreed and how it ended; a turn costs one point.

    Where the call was rightly handed over, that is the step that was agreed. Once it is over, calm is calm: nobody has
    to go on to cool her further.
    """
    stepped = bool(state.agreed) or state.outcome == "handed_over"
    agreed = _AGREED if stepped and needs(scenario, state).keepable else 0
    ended = ENDS[state.outcome] + min(state.anger, GOAL) if state.outcome is not None else 0
    return standing(scenario, state) + agreed + ended - state.turn
