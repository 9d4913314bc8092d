"""What the player said of a try once it was over: how it was, and what to do next time."""

from dataclasses import dataclass
from typing import Final

from game.review.rating import UNRATED, Rating


@dataclass(frozen=True, slots=True)
class Reflection:
    """Said of one try. What was not said is empty."""

    rating: Rating = UNRATED
    goal: str = ""
    """The id of the goal that was chosen in place of the suggested one."""


NOTHING_SAID: Final = Reflection()
