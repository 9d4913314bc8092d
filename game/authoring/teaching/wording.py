"""Lines that are hard to follow or come twice. Looked for in scenarios and voices alike, so the draft is enough.

The limits are ours: the shipped lines keep well inside them (longest sentence spoken: 24 words).
"""

import re
from collections.abc import Iterator
from typing import Final

from game.authoring.declared import Spot
from game.authoring.draft import Draft, Leaf
from game.authoring.source import Source
from game.authoring.teaching.case import shortened
from game.core.scenario import Beat, Brief, Choice, Complication, Customer, FollowUp, Reaction, Scenario, Voice

CHOICES: Final[frozenset[Spot]] = frozenset({(Choice, "say")})
SPOKEN: Final[frozenset[Spot]] = frozenset(
    {
        (Beat, "say"), (Reaction, "say"), (Complication, "say"), (FollowUp, "kept"), (FollowUp, "generic"),
        (FollowUp, "too_soon"), (FollowUp, "too_late"), (FollowUp, "broken"), (Scenario, "endings"),
        (Scenario, "says_to_others"), (Voice, "endings"), (Voice, "says_to_others"),
    }
)  # fmt: skip
"""What the customer says."""
WRITTEN: Final[frozenset[Spot]] = frozenset({(Brief, "situation"), (Customer, "backstory"), (Scenario, "about")})
"""What is read at leisure."""

LONGEST_SENTENCE: Final = {"spoken": 28, "written": 36}
"""Words in one sentence."""
LONGEST_LINE: Final = {"choice": 30, "spoken": 50}
"""Words in one line of the menu, or said in one breath."""
_LONG_WORD: Final = 16
"""Letters of a word that stops a reader."""
_HEAVY_WORD: Final = 11
_MOST_HEAVY: Final = 3
"""So many words of 11 letters and more make a line heavy."""
_MAY_REPEAT: Final = 3
"""Lines of so few words are nobody's own: "Yes.", "Go on."."""


def look_at_wording(source: Source, draft: Draft) -> None:
    """Notes long sentences, long lines, hard words and lines that come twice."""
    jargon = set(_jargon(draft))
    for leaf in draft.texts(*CHOICES, *SPOKEN, *WRITTEN):
        _long(source, leaf)
        if leaf.path[:2] not in jargon:
            _hard(source, leaf)
    _twice(source, draft)


def _jargon(draft: Draft) -> Iterator[tuple[str | int, ...]]:
    """The menu lines that are meant to be hard to follow."""
    return (leaf.path[:2] for leaf in draft.texts((Choice, "does")) if leaf.text.value == "jargon")


def _long(source: Source, leaf: Leaf) -> None:
    most = LONGEST_SENTENCE["written" if leaf.spot in WRITTEN else "spoken"]
    sentences = re.split(r"(?<=[.!?…])[\"”’)]*\s+", leaf.text.value)
    words, sentence = max((len(sentence.split()), sentence) for sentence in sentences)
    if words > most:
        start = shortened(sentence)
        source.report("long-sentence", leaf.text.line, leaf.text.column, count=words, most=most, start=start)
    if leaf.spot in WRITTEN:
        return
    most = LONGEST_LINE["choice" if leaf.spot in CHOICES else "spoken"]
    words = len(leaf.text.value.split())
    if words > most:
        source.report("long-line", leaf.text.line, leaf.text.column, count=words, most=most)


def _hard(source: Source, leaf: Leaf) -> None:
    words = re.findall(r"[^\W\d_]+", leaf.text.value)
    longest = max(words, key=len, default="")
    heavy = [word for word in words if len(word) >= _HEAVY_WORD]
    if len(longest) >= _LONG_WORD:
        heavy = [longest]
    elif len(heavy) < _MOST_HEAVY:
        return
    told = ", ".join(f"“{word}”" for word in dict.fromkeys(heavy))
    source.report("hard-words", leaf.text.line, leaf.text.column, words=told)


def _twice(source: Source, draft: Draft) -> None:
    for code, spots in (("choice-twice", CHOICES), ("line-twice", SPOKEN)):
        first: dict[tuple[str, ...], Leaf] = {}
        for leaf in draft.texts(*spots):
            words = tuple(re.findall(r"\w+", re.sub(r"\{\w*\}", "", leaf.text.value.casefold())))
            same = first.setdefault(words, leaf)
            in_one_list = same.path[:-1] == leaf.path[:-1] and "{" not in leaf.text.value
            if same is not leaf and (len(words) > _MAY_REPEAT or in_one_list):
                start = shortened(leaf.text.value)
                source.report(code, leaf.text.line, leaf.text.column, start=start, first=same.text.line)
