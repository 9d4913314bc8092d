"""The pattern language of the lexicon, and the one walk that finds every pattern in a sentence.

A phrase is written in plain words: `i (ADVERB) apologise/regret .. TROUBLE`.

    word          this word, in its plain form ("don't" is do not)
    one/two       either of these
    CONCEPT       any word or expression of the concept of that name
    (some words)  may be there or not
    ..            up to three words of any kind, never a negation
    ...           up to eight words, never a negation
    ^  $          the start of a clause, the end of a sentence
    ?  !          a sentence that ends so

All phrases of a lexicon share one tree, entered by the first word, so a reply is read in one pass. A branch
is grown when its first word is met for the first time, so that nothing is paid for words nobody says.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Final, NamedTuple

from game.recogniser.sentences import NEGATIONS, Sentence

GAPS: Final = {"..": 3, "...": 8}
_ENDS: Final = frozenset({"$", "?", "!"})
_TOKEN: Final = re.compile(r"\(([^()]*)\)|(\S+)")
_ALLOWED: Final = re.compile(r"(?:\(?(?:[^\W_]+(?:/[^\W_]+)*|[A-Z_/]+(?:/[^\W_]+)*|\.\.\.?|[\^$?!])\)?(?: +|$))+")
_WORDS_ALONE: Final = re.compile(r"[a-z /]+")
"""Most phrases: nothing in them can be unknown or out of place, and this is read before every game."""
_CONCEPT: Final = re.compile(r"\b[A-Z][A-Z_]+\b")
_OPTIONAL: Final = re.compile(r"\([^()]*\)")
_MOST_OPTIONAL: Final = 6


class PhraseError(ValueError):
    """A phrase that cannot be read; the message says why and what to write instead."""


def check(phrase: str, concepts: Iterable[str]) -> None:
    """Raises PhraseError, with a sentence for the author, if the phrase cannot be read."""
    if phrase.count("(") != phrase.count(")"):
        raise PhraseError(f"“{phrase}” opens a bracket that it never closes; write (so) for an optional word")
    if not _ALLOWED.fullmatch(phrase):
        raise PhraseError(
            f"“{phrase}” has something that can't stand in a phrase; use plain words, one/two, (optional), .. and"
            " CONCEPT"
        )
    if _WORDS_ALONE.fullmatch(phrase):
        return
    unknown = set(_CONCEPT.findall(phrase)) - set(concepts)
    if unknown:
        raise PhraseError(f"“{phrase}”: there is no concept {min(unknown)}")
    if phrase.count("(") > _MOST_OPTIONAL:
        raise PhraseError(f"“{phrase}” has too many optional parts; split it in two")
    needed = [word for word in _OPTIONAL.sub(" ", phrase).split() if word != "^"]
    if not needed or needed[0] in GAPS or needed[0] in _ENDS or needed[-1] in GAPS:
        raise PhraseError(f"“{phrase}” needs a word that is not optional, before and after every gap")


def variants(phrase: str) -> list[tuple[str, ...]]:
    """Every way through a phrase, as elements, with optional parts in and out."""
    parts: list[list[tuple[str, ...]]] = []
    for optional, plain in _TOKEN.findall(phrase):
        elements = tuple((optional or plain).split())
        parts.append([elements, ()] if optional else [elements])
    return list(dict.fromkeys(tuple(element for part in way for element in part) for way in product(*parts)))


def first_words(phrase: str) -> tuple[bool, list[str]]:
    """Whether a phrase stands at the start of a clause, and every word or concept that it can begin with."""
    found: list[str] = []
    at_start = phrase.startswith("^ ")
    for optional, plain in _TOKEN.findall(phrase[2:] if at_start else phrase):
        found += (optional or plain).split()[0].split("/")
        if plain:
            break
    return at_start, found


class _Node:
    """A place in the tree: where each label leads, where gaps lead, and the phrases that end here."""

    __slots__ = ("ends", "gaps", "next")

    def __init__(self) -> None:
        # Most places lead nowhere by most ways: the empty ones are shared, which saves megabytes.
        self.next: dict[str, _Node] = _NOWHERE
        self.gaps: dict[int, _Node] = _NO_GAPS
        self.ends: tuple[int, ...] = ()

    def beyond(self, element: str) -> "list[_Node]":
        """The places that this element of a phrase leads to, made where they are missing."""
        if element in GAPS:
            reach = GAPS[element]
            if self.gaps is _NO_GAPS:
                self.gaps = {}
            return [self.gaps.setdefault(reach, _Node())]
        if self.next is _NOWHERE:
            self.next = {}
        return [self.next.setdefault(name, _Node()) for name in element.split("/")]


_NOWHERE: Final[dict[str, _Node]] = {}
_NO_GAPS: Final[dict[int, _Node]] = {}


class Hit(NamedTuple):
    """Phrase number `phrase` found in words `first` up to, not including, `last`."""

    phrase: int
    first: int
    last: int


Labels = Sequence[Sequence[tuple[str, int]]]
"""For each word of a sentence, what it can be read as, and which word comes after it then."""


class PhraseTree:
    """All phrases in one tree. The phrases must have passed `check`."""

    def __init__(self) -> None:
        self._roots = (_Node(), _Node())
        self._not_grown: dict[tuple[bool, str], list[tuple[str, int]]] = {}

    def add(self, phrase: str, number: int) -> None:
        """Let this phrase be found under this number."""
        at_start, words = first_words(phrase)
        for word in set(words):
            self._not_grown.setdefault((at_start, word), []).append((phrase, number))

    def _grow(self, at_start: bool, word: str) -> None:
        for phrase, number in self._not_grown.pop((at_start, word), ()):
            for way in variants(phrase[2:] if at_start else phrase):
                if word in way[0].split("/"):
                    self._plant(self._roots[at_start], (word, *way[1:]), number)

    def _plant(self, root: _Node, way: Sequence[str], number: int) -> None:
        nodes = [root]
        for element in way:
            nodes = [beyond for node in nodes for beyond in node.beyond(element)]
        for node in nodes:
            if number not in node.ends:
                node.ends += (number,)

    def find(self, sentence: Sentence, labels: Labels) -> set[Hit]:
        """Every phrase in the sentence, with the words it covers."""
        hits: set[Hit] = set()
        waiting = self._not_grown
        for first, word in enumerate(sentence.words):
            for at_start in (False, True) if word.begins_clause else (False,):
                root = self._roots[at_start]
                for label, after in labels[first]:
                    if (at_start, label) in waiting:
                        self._grow(at_start, label)
                    node = root.next.get(label)
                    if node is not None:
                        _walk(node, first, after, sentence, labels, hits)
        return hits


def _walk(node: _Node, first: int, at: int, sentence: Sentence, labels: Labels, hits: set[Hit]) -> None:
    for number in node.ends:
        hits.add(Hit(number, first, at))
    if node.next:
        for label, after in labels[at]:
            child = node.next.get(label)
            if child is not None:
                _walk(child, first, after, sentence, labels, hits)
    for reach, beyond in node.gaps.items():
        for place in range(at, min(at + reach, len(sentence.words)) + 1):
            _walk(beyond, first, place, sentence, labels, hits)
            if place < len(sentence.words) and sentence.words[place].text in NEGATIONS:
                break


class Concepts:
    """Names for sets of words and expressions: FEELING, MONEY, SOON …"""

    def __init__(self, members: Mapping[str, Iterable[str]]) -> None:
        self.names = frozenset(members)
        self._words: dict[str, tuple[str, ...]] = {}
        self._expressions: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, texts in members.items():
            for text in texts:
                first, *rest = text.split()
                if rest:
                    self._expressions.setdefault(first, []).append(((first, *rest), name))
                elif name not in self._words.get(first, ()):
                    self._words[first] = (*self._words.get(first, ()), name)

    def of(self, word: str) -> tuple[str, ...]:
        """The concepts that a single word belongs to."""
        return self._words.get(word, ())

    def labels(self, sentence: Sentence) -> list[list[tuple[str, int]]]:
        """What each word can be read as; one more entry for the end of the sentence."""
        words = [word.text for word in sentence.words]
        found: list[list[tuple[str, int]]] = []
        for at, word in enumerate(words):
            here = [(word, at + 1)]
            here += [(name, at + 1) for name in self._words.get(word, ())]
            if word[0] in "0123456789£$€":
                here.append(("NUMBER", at + 1))
            if sentence.words[at].acronym:
                here.append(("ACRONYM", at + 1))
            for expression, name in self._expressions.get(word, ()):
                if tuple(words[at : at + len(expression)]) == expression:
                    here.append((name, at + len(expression)))
            found.append(here)
        end = len(words)
        found.append([("$", end)] + ([(sentence.mark, end)] if sentence.mark in ("?", "!") else []))
        return found
