"""How the player wants it: the settings of the brief that change what is shown, never what counts."""

from dataclasses import dataclass
from typing import Final, Literal

Coach = Literal["off", "light", "full"]
COACHES: Final[tuple[Coach, ...]] = ("off", "light", "full")


@dataclass(frozen=True, slots=True)
class Taste:
    """Coach, hints, and whether the meter shows."""

    coach: Coach = "light"
    hints: bool = True
    hidden_meter: bool = False
    """Whether the next call is begun with its meter hidden until the debrief."""


def next_coach(now: Coach) -> Coach:
    """Folded, light, full, and folded again."""
    return COACHES[(COACHES.index(now) + 1) % len(COACHES)]
