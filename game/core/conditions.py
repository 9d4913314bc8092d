"""Whether an author's condition holds. One function for reactions and menu lines alike."""

from functools import lru_cache
from typing import Final

from game.core.scenario import Condition
from game.core.state import State

ANY_TIME: Final = Condition()


def holds(condition: Condition, state: State, persona: str, change: int = 0, ahead: int = 0) -> bool:
    """Whether everything that the condition names is so.

    `change` is the meter's last change, in points; `ahead` is 1 where the turn is still to come.
    """
    if condition == ANY_TIME:
        return True
    return (
        (not condition.phase or state.phase in condition.phase)
        and _all_in(condition.told, state.told)
        and _none_in(condition.untold, state.told)
        and _all_in(condition.heard, state.heard)
        and _none_in(condition.unheard, state.heard)
        and _all_in(condition.offered, state.offered)
        and _none_in(condition.not_offered, state.offered)
        and _all_in(condition.agreed, state.agreed)
        and _none_in(condition.not_agreed, state.agreed)
        and (condition.second_call is None or condition.second_call == state.second_call)
        and state.turn + ahead >= condition.from_turn
        and state.anger >= condition.from_anger
        and _all_in(condition.after, state.techniques)
        and (condition.angrier is None or condition.angrier == (change > 0))
        and (not condition.persona or persona in condition.persona)
    )


@lru_cache(maxsize=4096)
def specificity(condition: Condition) -> int:
    """How much the condition asks for: the more, the better it fits when it holds."""
    named = (
        condition.told, condition.untold, condition.heard, condition.unheard,
        condition.offered, condition.not_offered, condition.agreed, condition.not_agreed, condition.after,
    )  # fmt: skip
    return (
        sum(len(ids) for ids in named)
        + bool(condition.phase)
        + bool(condition.from_turn)
        + bool(condition.from_anger)
        + bool(condition.persona)
        + (condition.second_call is not None)
        + (condition.angrier is not None)
    )


def _all_in(wanted: tuple[str, ...], there: tuple[str, ...]) -> bool:
    return all(item in there for item in wanted)


def _none_in(unwanted: tuple[str, ...], there: tuple[str, ...]) -> bool:
    return not any(item in there for item in unwanted)
