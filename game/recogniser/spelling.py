"""Mends typing slips and writes text-speak out, so that "srry bout dat" is heard as it was meant.

Each word is mended on its own against the words of ordinary English, by edit distance; a word that is
in the vocabulary is never touched.
"""

import re
from collections import defaultdict
from functools import cached_property, lru_cache
from typing import Final

from game.recogniser.word_lists import lines_of, words_of

_SUFFIXES = {
    "n't": ("not",), "'re": ("are",), "'ve": ("have",), "'ll": ("will",), "'d": ("would",), "'m": ("am",),
}  # fmt: skip
_SUBJECTS: Final = words_of("subjects")
_IRREGULAR = {"can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"),
              "let's": ("let", "us"), "ain't": ("is", "not"), "y'all": ("you",), "ma'am": ("madam",),
              "o'clock": ("oclock",), "cannot": ("can", "not")}  # fmt: skip
_STRETCHED = re.compile(r"(.)\1{2,}")
_LONGEST_RUN_TOGETHER = 120


class Vocabulary:
    """The words of ordinary English, commonest first, and the forms that stand for others."""

    def __init__(self, words: list[str], forms: dict[str, tuple[str, ...]]) -> None:
        self.forms = forms
        self.rank = {word: rank for rank, word in enumerate(words)}

    @cached_property
    def _near(self) -> dict[tuple[str, int], list[str]]:
        near: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for word in self.rank:
            if len(word) >= 4:
                near[word[0], len(word)].append(word)
        return dict(near)

    def nearest(self, word: str) -> str | None:
        """The commonest word within one slip, two for a long word; None if there is none."""
        from rapidfuzz import process  # noqa: PLC0415 - only when a slip is met
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        slips = 1 if len(word) < 8 else 2
        best: tuple[int, int, str] | None = None
        for length in range(len(word) - 1, len(word) + 2):
            found = process.extractOne(
                word, self._near.get((word[0], length), ()), scorer=OSA.distance, score_cutoff=slips
            )
            if found is not None:
                candidate = (int(found[1]), self.rank[found[0]], found[0])
                best = candidate if best is None else min(best, candidate)
        return best[2] if best else None


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """English as this package ships it."""
    forms: dict[str, tuple[str, ...]] = {}
    for line in lines_of("forms.txt"):
        short, _, meant = line.partition(" = ")
        forms.update(dict.fromkeys(short.split(), tuple(meant.split())))
    return Vocabulary(lines_of("words.txt"), forms)


@lru_cache(maxsize=8192)
def spell_out(word: str) -> tuple[str, ...]:
    """The plain words that one typed word stands for: "dont" is do, not; "recieve" is receive."""
    known = vocabulary()
    if word in known.forms:
        return known.forms[word]
    if "'" in word:
        return _apostrophe(word)
    if word in known.rank or len(word) < 4:
        return (word,)
    squeezed = _STRETCHED.sub(r"\1", word)
    for candidate in (squeezed, _STRETCHED.sub(r"\1\1", word)):
        if 1 < len(candidate) != len(word) and (candidate in known.rank or candidate in known.forms):
            return known.forms.get(candidate, (candidate,))
    if word.endswith("in") and word + "g" in known.rank:
        return (word + "g",)
    near = known.nearest(word) if len(word) > 4 and word.isascii() else None
    if near is not None:
        return (near,)
    if len(word) >= 9 and (parts := _run_together(word[:_LONGEST_RUN_TOGETHER], known)):
        return parts
    return (word,)


def _apostrophe(word: str) -> tuple[str, ...]:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("n't"):
        return (*spell_out(word[:-3]), "not")
    stem, _, tail = word.rpartition("'")
    if "'" + tail in _SUFFIXES:
        return (*spell_out(stem), *_SUFFIXES["'" + tail])
    if tail == "s":
        return (stem, "is") if stem in _SUBJECTS else (stem,)
    if tail == "":
        return spell_out(stem + "g") if stem.endswith("in") else spell_out(stem)
    return (word.replace("'", ""),)


def _run_together(word: str, known: Vocabulary) -> tuple[str, ...]:
    """The words of a text typed without spaces; nothing if it can't be cut into known words."""
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - 14), end):
            piece = word[start:end]
            rank = known.rank.get(piece, 300 if piece in known.forms and end - start > 2 else None)
            if rank is None or (end - start == 1 and piece not in "ia"):
                continue
            cost = best[start][0] + 3.0 + rank**0.25
            if cost < best[end][0]:
                best[end] = (cost, start)
    if best[-1][0] == float("inf"):
        return ()
    parts: list[str] = []
    end = len(word)
    while end:
        start = best[end][1]
        parts.append(word[start:end])
        end = start
    if 2 * len(parts) > len(word):
        return ()
    return tuple(plain for part in reversed(parts) for plain in known.forms.get(part, (part,)))
