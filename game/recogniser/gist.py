"""What words are about, apart from how they are put: stems, synonyms as one, and numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from game.recogniser.numbers import numbers_in
from game.recogniser.sentences import sentences
from game.recogniser.word_lists import lines_of, words_of

STOPWORDS: Final = words_of("small")
_ENDINGS: Final = (
    ("ings", 4), ("ing", 4), ("ies", 3), ("ied", 3), ("ed", 4), ("es", 4), ("ly", 5), ("s", 3), ("e", 4),
)  # fmt: skip
"""Endings that are cut, and how many letters the word must have had at least."""


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word without its common endings: enough to see that "charged" and "charging" are one."""
    for ending, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least - 1:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


@lru_cache(maxsize=8192)
def key_of(word: str) -> str:
    """What a word is compared by: its stem, or the stem that stands for its synonyms; "" for a small word."""
    if word in STOPWORDS:
        return ""
    short = stem(word)
    return _alike().get(short, short)


@lru_cache(maxsize=1)
def _alike() -> dict[str, str]:
    groups = [line.split() for line in lines_of("synonyms.txt")]
    return {stem(word): stem(group[0]) for group in reversed(groups) for word in group}


@dataclass(frozen=True, slots=True)
class Gist:
    """What is left of some words when the small ones are gone: keys, and the numbers."""

    keys: frozenset[str]
    numbers: tuple[float, ...]


def gist(words: Sequence[str]) -> Gist:
    """The keys and numbers of a row of plain words."""
    numbers = numbers_in(words)
    taken = {at for _, first, last in numbers for at in range(first, last)}
    keys = {key_of(word) for at, word in enumerate(words) if at not in taken}
    return Gist(frozenset(keys - {""}), tuple(value for value, _, _ in numbers))


@lru_cache(maxsize=4096)
def gist_of(text: str) -> Gist:
    """The gist of a piece of text."""
    return gist([word.text for sentence in sentences(text) for word in sentence.words])
