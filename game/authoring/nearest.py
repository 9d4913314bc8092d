"""Did you mean …? The nearest of the known words, where one is near enough to be meant."""

import re
from collections.abc import Iterable
from typing import Final

_GUESS: Final = re.compile(r"Did you mean `([^`]+)`\?")
NEAR_ENOUGH: Final = 65
"""Similarity out of 100 by letters moved, below which a guess is more often wrong than right."""
SHORTEST_START: Final = 4
"""Letters that make a good start of a known word: policy, for policy_shield."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, or an empty text."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only where something is misspelt

    choices, word = list(known), word.casefold()
    found = process.extractOne(word, choices, scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH)
    if found:
        return found[0]
    return next((one for one in choices if len(word) >= SHORTEST_START and one.startswith(word)), "")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence that follows another one, or nothing."""
    guess = nearest(word, known)
    return f" Did you mean `{guess}`?" if guess else ""


def guessed(sentence: str) -> str:
    """The word that such a sentence asks about, or an empty text."""
    found = _GUESS.search(sentence)
    return found.group(1) if found else ""


def listed(words: Iterable[str]) -> str:
    """Words for a sentence: `one`, `two`, `three`, or none."""
    return ", ".join(f"`{word}`" for word in words) or "none"
