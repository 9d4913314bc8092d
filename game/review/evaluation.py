"""How good a state is, in one number: ending well before being heard, being heard before calm, calm before quick."""

from typing import Final

from game.core.outcome import needs
from game.core.scenario import Outcome, Scenario
from game.core.state import State

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


def worth(scenario: Scenario, state: State) -> float:
    """What this state is worth; a point of anger is worth one, and so is a turn."""
    need = needs(scenario, state)
    heard = need.heard / need.to_hear if need.to_hear else float("empathy" in state.techniques)
    ended = ENDS[state.outcome] if state.outcome is not None else 0
    promises = 0 if need.keepable else _EMPTY_PROMISE
    agreed = _AGREED if state.agreed and need.keepable else 0
    return ended + _HEARD * heard + agreed + promises - state.anger - state.turn
