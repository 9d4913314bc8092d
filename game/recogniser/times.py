"""By when something was promised, in hours from now."""

from collections.abc import Sequence
from typing import Final

from game.recogniser.numbers import numbers_in

_HOURS: Final = {
    "minute": 1 / 60,
    "hour": 1,
    "day": 24,
    "week": 168,
    "month": 720,
    "fortnight": 336,
    "second": 1 / 3600,
}
_WORDS: Final = (
    ("day after tomorrow", 48), ("tomorrow", 24), ("first thing", 24), ("in the morning", 24), ("tonight", 8),
    ("this evening", 8), ("this afternoon", 8), ("this morning", 4), ("end of the day", 8), ("end of today", 8),
    ("close of business", 8), ("end of play", 8), ("today", 8), ("next week", 168), ("end of the week", 120),
    ("this week", 120), ("next month", 720), ("within the hour", 1), ("half an hour", 1), ("in an hour", 1),
    ("couple of hours", 2), ("couple of days", 48), ("few hours", 3), ("few days", 72), ("few minutes", 1),
    ("within the day", 24), ("within the week", 168), ("in a week", 168), ("in a month", 720), ("in a day", 24),
    ("within a day", 24), ("within a week", 168), ("within an hour", 1), ("overnight", 24), ("this minute", 1),
    ("right now", 1), ("right away", 1), ("straight away", 1), ("immediately", 1), ("at once", 1), ("in a moment", 1),
)  # fmt: skip


def hours_until(words: Sequence[str]) -> int | None:
    """Hours until the time that the words name, rounded up; None where they name none or only a weekday."""
    for value, _, after in numbers_in(words):
        unit = words[after] if after < len(words) else ""
        if unit in ("working", "business") and after + 1 < len(words):
            unit = words[after + 1]
        hours = _HOURS.get(unit.removesuffix("s"))
        if hours is not None and words[after + 1 : after + 2] not in (["ago"], ["late"]):
            return max(1, -int(-value * hours // 1))
    text = f" {' '.join(words)} "
    return next((hours for phrase, hours in _WORDS if f" {phrase} " in text), None)
