"""Numbers and times in any form: "3", "three", "15:00" and "3 pm" are one thing."""

import re
from collections.abc import Sequence
from typing import Final

_ONES: Final = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS: Final = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "k": 1_000}
_WORTH: Final = {**_ONES, **_TENS, "couple": 2, "twice": 2, "once": 1, "dozen": 12, "thrice": 3}
_FIGURES: Final = re.compile(r"[£$€]?(\d+(?:,\d{3})*)(?:[.:](\d+))?[%€£]?")


def value_of(word: str) -> float | None:
    """What one word is worth as a number; None if it is none. "£1,200" is 1200, "15:00" is 3 as on a clock."""
    if word in _WORTH:
        return _WORTH[word]
    match = _FIGURES.fullmatch(word)
    if match is None:
        return None
    whole = float(match[1].replace(",", ""))
    part = match[2]
    if part is not None and ":" in word and 12 < whole <= 24:
        whole -= 12
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
