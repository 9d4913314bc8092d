"""The days on which somebody practised, told as a fact: nobody is to feel that they owe the game a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Final

LATELY: Final = 14
"""How many days are looked at, today among them."""


@dataclass(frozen=True, slots=True)
class Regularity:
    """The days with practice, as they look on one day."""

    today: date
    days: tuple[date, ...] = ()
    """Every day with practice, the first one first."""

    @property
    def lately(self) -> tuple[bool, ...]:
        """For each of the last days, the oldest first and today last, whether there was practice."""
        return tuple(self.today - timedelta(back) in self.days for back in reversed(range(LATELY)))

    @property
    def in_a_row(self) -> int:
        """How many days in a row there was practice, up to today or to yesterday."""
        day = self.today if self.today in self.days else self.today - timedelta(1)
        row = 0
        while day - timedelta(row) in self.days:
            row += 1
        return row

    @property
    def sentence(self) -> str:
        """The days in words; empty if there is none yet."""
        count = sum(self.lately)
        if not self.days:
            return ""
        if not count:
            return f"Last practised on {self.days[-1].day} {self.days[-1]:%B %Y}."
        told = f"Practised on {count} of the last {LATELY} days"
        return f"{told}, {self.in_a_row} of them in a row." if self.in_a_row > 1 else f"{told}."


def regularity(times: Iterable[datetime], now: datetime, zone: tzinfo | None = None) -> Regularity:
    """The days of these moments, all of them aware, where the learner is: in this computer's zone unless told."""
    here = now.astimezone(zone).date()
    return Regularity(here, tuple(sorted({time.astimezone(zone).date() for time in times})))
