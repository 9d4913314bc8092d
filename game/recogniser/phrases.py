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

All phrases of a lexicon share one tree, entered by the first word, so a reply is read in one pass.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from game.recogniser.sentences import NEGATIONS, Sentence

GAPS: Final = {"..": 3, "...": 8}
_ENDS: Final = frozenset({"$", "?", "!"})
_TOKEN: Final = re.compile(r"\(([^()]*)\)|(\S+)")
_ELEMENT: Final = re.compile(r"[^\W_]+(?:/[^\W_]+)*|\.\.\.?|[\^$?!]|[A-Z][A-Z_]*(?:/[^\W_]+)*", re.UNICODE)
_MOST_VARIANTS: Final = 64


class PhraseError(ValueError):
    """A phrase that cannot be read; the message says why and what to write instead."""


def variants(phrase: str, concepts: Iterable[str] = ()) -> list[tuple[str, ...]]:
    """Every way through a phrase, as elements, with optional parts in and out.

    Raises PhraseError with a sentence for the author.
    """
    known = set(concepts)
    if phrase.count("(") != phrase.count(")"):
        raise PhraseError(f"“{phrase}” opens a bracket that it never closes; write (so) for an optional word")
    parts: list[list[tuple[str, ...]]] = []
    for optional, plain in _TOKEN.findall(phrase):
        elements = tuple(_element(word, phrase, known) for word in (optional or plain).split())
        parts.append([elements, ()] if optional else [elements])
    ways = list(product(*parts[:24]))
    if not parts or len(ways) > _MOST_VARIANTS:
        problem = "is empty" if not parts else "has too many optional parts; split it in two"
        raise PhraseError(f"“{phrase}” {problem}")
    flat = list(dict.fromkeys(tuple(element for part in way for element in part) for way in ways))
    if any(not _anchored(way) for way in flat):
        raise PhraseError(f"“{phrase}” needs a word before and after every gap")
    return flat


def _element(word: str, phrase: str, concepts: set[str]) -> str:
    if not _ELEMENT.fullmatch(word):
        raise PhraseError(
            f"“{phrase}”: “{word}” can't stand in a phrase; use plain words, one/two, (optional), .. and CONCEPT"
        )
    for name in word.split("/"):
        if name.isupper() and len(name) > 1 and concepts and name not in concepts:
            raise PhraseError(f"“{phrase}”: there is no concept {name}")
    return word


def _anchored(way: Sequence[str]) -> bool:
    inner = [element for element in way if element != "^"]
    return bool(inner) and inner[0] not in GAPS and inner[0] not in _ENDS and inner[-1] not in GAPS


@dataclass(slots=True)
class _Node:
    next: dict[str, "_Node"] = field(default_factory=dict)
    gap: dict[int, "_Node"] = field(default_factory=dict)
    ends: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Hit:
    """Phrase number `phrase` found in words `first` up to, not including, `last`."""

    phrase: int
    first: int
    last: int


Labels = Sequence[Sequence[tuple[str, int]]]
"""For each word of a sentence, what it can be read as, and which word comes after it then."""


class PhraseTree:
    """All phrases in one tree."""

    def __init__(self) -> None:
        self._root = _Node()
        self._clause_root = _Node()

    def add(self, way: Sequence[str], number: int) -> None:
        """Let this way through a phrase be found under this number."""
        nodes = [self._clause_root if way[0] == "^" else self._root]
        for element in way[1:] if way[0] == "^" else way:
            nodes = [node for start in nodes for node in self._step(start, element)]
        for node in nodes:
            node.ends.append(number)

    def _step(self, node: _Node, element: str) -> list[_Node]:
        if element in GAPS:
            return [node.gap.setdefault(GAPS[element], _Node())]
        return [node.next.setdefault(name, _Node()) for name in element.split("/")]

    def find(self, sentence: Sentence, labels: Labels) -> list[Hit]:
        """Every phrase in the sentence, with the words it covers."""
        hits: set[Hit] = set()
        for first, word in enumerate(sentence.words):
            roots = (self._root, self._clause_root) if word.begins_clause else (self._root,)
            for root in roots:
                for label, after in labels[first]:
                    node = root.next.get(label)
                    if node is not None:
                        self._walk(node, first, after, sentence, labels, hits)
        return list(hits)

    def _walk(self, node: _Node, first: int, at: int, sentence: Sentence, labels: Labels, hits: set[Hit]) -> None:
        for number in node.ends:
            hits.add(Hit(number, first, at))
        if node.next:
            for label, after in labels[at]:
                child = node.next.get(label)
                if child is not None:
                    self._walk(child, first, after, sentence, labels, hits)
        for reach, beyond in node.gap.items():
            for skipped in range(reach + 1):
                self._walk(beyond, first, at + skipped, sentence, labels, hits)
                if at + skipped >= len(sentence.words) or sentence.words[at + skipped].text in NEGATIONS:
                    break


class Concepts:
    """Names for sets of words and expressions: FEELING, MONEY, SOON …"""

    def __init__(self, members: Mapping[str, Iterable[str]]) -> None:
        self.names = frozenset(members)
        self._words: dict[str, tuple[str, ...]] = {}
        self._expressions: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, texts in members.items():
            for text in texts:
                words = tuple(text.split())
                if len(words) == 1:
                    self._words[words[0]] = (*self._words.get(words[0], ()), name)
                elif words:
                    self._expressions.setdefault(words[0], []).append((words, name))

    def of(self, word: str) -> tuple[str, ...]:
        """The concepts that a single word belongs to."""
        return self._words.get(word, ())

    def labels(self, sentence: Sentence) -> list[list[tuple[str, int]]]:
        """What each word can be read as; one more entry for the end of the sentence."""
        words = tuple(word.text for word in sentence.words)
        found: list[list[tuple[str, int]]] = []
        for at, word in enumerate(words):
            here = [(word, at + 1)]
            here += [(name, at + 1) for name in dict.fromkeys(self._words.get(word, ()))]
            if word[0].isdigit() or word[0] in "£$€":
                here.append(("NUMBER", at + 1))
            if sentence.words[at].acronym:
                here.append(("ACRONYM", at + 1))
            for expression, name in self._expressions.get(word, ()):
                if words[at : at + len(expression)] == expression:
                    here.append((name, at + len(expression)))
            found.append(here)
        end = len(words)
        found.append([("$", end)] + ([(sentence.mark, end)] if sentence.mark in ("?", "!") else []))
        return found


def phrase_hits(tree: PhraseTree, concepts: Concepts, sentence: Sentence) -> Iterator[Hit]:
    """Every phrase of the tree in this sentence."""
    yield from tree.find(sentence, concepts.labels(sentence))
