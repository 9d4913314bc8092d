"""Numbers and times in any form: "3", "three", "15:00" and "3 pm" are one thing."""

import re
from collections.abc import Sequence
from typing import Final

_ONES: Final = dict(
    zip(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        range(20),
        strict=True,
    )
)
_TENS: Final = dict(
    zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True)
)
_SCALES: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "k": 1_000}
_WORTH: Final = {**_ONES, **_TENS, "couple": 2, "twice": 2, "once": 1, "dozen": 12, "thrice": 3}
_FIGURES: Final = re.compile(r"[£$€]?(\d+(?:,\d{3})*)(?:[.:](\d+))?[%€£]?")


def value_of(word: str) -> float | None:
    """What one word is worth as a number; None if it is none. "15:00" is 15, "£1,200" is 1200."""
    if word in _WORTH:
        return _WORTH[word]
    match = _FIGURES.fullmatch(word)
    if match is None:
        return None
    whole = float(match[1].replace(",", ""))
    part = match[2]
    return whole if part is None or not int(part) else float(f"{whole:.0f}.{part}")


def numbers_in(words: Sequence[str]) -> list[tuple[float, int, int]]:
    """Every number in a row of words, with the words it covers: ("two", "hundred", "and", "five") is 205."""
    found: list[tuple[float, int, int]] = []
    at = 0
    while at < len(words):
        value = value_of(words[at])
        if value is None and not (words[at] in _SCALES and words[at] != "k"):
            at += 1
            continue
        first, total, last = at, 0.0, None
        while at < len(words):
            word = words[at]
            if word in _SCALES:
                total = max(total, 1) * _SCALES[word]
            elif (
                word == "and"
                and at > first
                and words[at - 1] in _SCALES
                and at + 1 < len(words)
                and words[at + 1] in _WORTH
            ):
                pass
            elif (value := value_of(word)) is not None and (at == first or _continues(last, word)):
                total += value
            else:
                break
            last = word
            at += 1
        found.append((total, first, at))
    return found


def _continues(before: str | None, word: str) -> bool:
    """Whether "word" goes on with the number: "twenty" "five", "hundred" "five", but not "two" "three"."""
    if before is None or word not in _WORTH:
        return False
    return before in _SCALES or before == "and" or (before in _TENS and word in _ONES)


def same_number(one: float, other: float) -> bool:
    """Whether two numbers name the same amount or the same hour of the day: 3 and 15 do not, 15:00 and 3 pm do."""
    return abs(one - other) < 1e-9
