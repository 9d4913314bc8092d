"""Reads the lexicon: what people say for each technique, as data that anyone can extend.

The files are YAML in one plain shape, read line by line: a general YAML reader takes longer over them
than the game may take to be ready. A file with a mistake is reported and left out; the others still load.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from game.core.techniques import TECHNIQUES
from game.recogniser.phrases import Concepts, PhraseError, PhraseTree, check

HOME: Final = Path(__file__).parent / "lexicon" / "en"
_LINE: Final = re.compile(r"^(?P<indent> *)(?P<dash>- )?(?:(?P<key>[A-Za-z_]+):(?: +|$))?(?P<value>.*?) *$")
_WEIGHT: Final = re.compile(r"0(\.\d+)?|1(\.0+)?")
_LISTS: Final = frozenset({"phrases", "examples", "near_misses"})


@dataclass(frozen=True, slots=True)
class LexiconProblem:
    """A mistake in a lexicon file: where, what, and what to do."""

    file: str
    line: int
    column: int
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message} {self.remedy}"


@dataclass(frozen=True, slots=True)
class Group:
    """Phrases that show one technique in one way."""

    technique: str
    why: str
    """What the words do, as it completes "“…” ": "says sorry for what happened"."""
    weight: float
    """How sure they are on their own, from 0 to 1."""
    phrases: tuple[str, ...]
    examples: tuple[str, ...] = ()
    """Sentences that one of the phrases must match."""
    near_misses: tuple[str, ...] = ()
    """Sentences that none of them may match."""


class Phrase(NamedTuple):
    """One phrase of a technique, or a veto against it."""

    technique: str
    text: str
    group: Group | None
    """None for a veto: words that take a hit of this technique back where they overlap it."""


@dataclass(slots=True)
class Lexicon:
    """Everything that was read."""

    concepts: Concepts
    groups: tuple[Group, ...]
    phrases: tuple[Phrase, ...]
    tree: PhraseTree
    problems: tuple[LexiconProblem, ...] = ()


class _Broken(Exception):  # noqa: N818 - it never leaves this module
    def __init__(self, line: int, column: int, message: str, remedy: str) -> None:
        super().__init__(message)
        self.line, self.column, self.message, self.remedy = line, column, message, remedy


def read_lexicon(home: Path = HOME) -> Lexicon:
    """Every file of a lexicon folder. Mistakes are in `problems`; a broken file costs only itself."""
    problems: list[LexiconProblem] = []
    try:
        members = read_concepts(home / "concepts.yaml")
    except (_Broken, OSError, UnicodeDecodeError) as error:
        problems.append(_problem(home / "concepts.yaml", error))
        members = {}
    concepts = Concepts(members)
    known = concepts.names | {"NUMBER", "ACRONYM"}
    groups: list[Group] = []
    vetoes: list[Phrase] = []
    tree = PhraseTree()
    phrases: list[Phrase] = []
    for path in sorted(home.glob("*.yaml")):
        if path.name == "concepts.yaml":
            continue
        try:
            read, vetoed = _technique_file(path, known)
        except (_Broken, OSError, UnicodeDecodeError) as error:
            problems.append(_problem(path, error))
            continue
        groups += read
        vetoes += vetoed
    for group in groups:
        phrases += (Phrase(group.technique, text, group) for text in group.phrases)
    phrases += vetoes
    for number, phrase in enumerate(phrases):
        tree.add(phrase.text, number)
    return Lexicon(concepts, tuple(groups), tuple(phrases), tree, tuple(problems))


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon that this package ships."""
    return read_lexicon()


def _problem(path: Path, error: Exception) -> LexiconProblem:
    if isinstance(error, _Broken):
        return LexiconProblem(str(path), error.line, error.column, error.message, error.remedy)
    return LexiconProblem(str(path), 1, 1, "This file can't be read.", "Save it as plain UTF-8 text.")


def _lines(path: Path) -> Iterator[tuple[int, re.Match[str]]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        match = _LINE.match(line)
        if match is None or "\t" in line[: len(line) - len(line.lstrip())]:
            raise _Broken(number, 1, "This line is not part of a list or a “key: value”.", "Indent with spaces only.")
        yield number, match


def _text(match: re.Match[str], line: int) -> str:
    value = match["value"]
    if value[:1] == '"':
        if len(value) < 2 or value[-1] != '"':
            raise _Broken(line, match.start("value") + 1, "The quotation mark is never closed.", 'End it with ".')
        return value[1:-1].replace('\\"', '"')
    if value[:1] in "[{&*!|>%@`'" and value:
        raise _Broken(line, match.start("value") + 1, f"“{value[0]}” can't begin a text here.", 'Put the text in "…".')
    return value


def read_concepts(path: Path) -> dict[str, list[str]]:
    """Concept names and the words and expressions in each."""
    members: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line, match in _lines(path):
        if match["key"] and not match["dash"]:
            if not match["key"].isupper():
                raise _Broken(line, 1, f"“{match['key']}” is no concept name.", "Write it in capitals: FEELING.")
            current = members.setdefault(match["key"], [])
        elif match["dash"] and current is not None:
            for word in _text(match, line).split():
                current += inflected(word[:-1]) if word.endswith("~") else [word.replace("_", " ")]
        else:
            raise _Broken(line, 1, "Words stand outside any concept.", "Put “NAME:” above them.")
    return members


def inflected(verb: str) -> list[str]:
    """The regular forms of a verb: refund, refunds, refunded, refunding."""
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in "aeou":
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    third = verb + ("es" if verb.endswith(("s", "x", "ch", "sh")) else "s")
    return [verb, third, verb + "ed", verb + "ing"]


class _Reader:
    """A technique's file while its lines are read."""

    def __init__(self, concepts: frozenset[str]) -> None:
        self.concepts = concepts
        self.technique = ""
        self.groups: list[dict[str, list[str]]] = []
        self.vetoes: list[str] = []
        self._list: list[str] | None = None
        self._are_phrases = False

    def line(self, line: int, match: re.Match[str]) -> None:
        """Take one line in. Raises _Broken if it has no place."""
        key, place = match["key"], (line, match.start("value") + 1)
        text = _text(match, line) if match["value"] else ""
        if key == "technique":
            self._set_technique(text, place)
        elif key in ("why", "weight"):
            self._describe_group(key, text, bool(match["dash"]), place)
        elif key == "vetoes":
            self._list, self._are_phrases = self.vetoes, True
        elif key in _LISTS:
            self._list, self._are_phrases = self._group(line).setdefault(key, []), key == "phrases"
        elif match["dash"] and not key and self._list is not None:
            if self._are_phrases:
                _check(text, self.concepts, place)
            self._list.append(text)
        elif key != "groups":
            raise _Broken(*place, "This line has no place here.", "Put it in quotes if it is a text.")

    def _set_technique(self, text: str, place: tuple[int, int]) -> None:
        if text not in TECHNIQUES:
            raise _Broken(*place, f"“{text}” is no technique.", "Use an id of the guide.")
        self.technique = text

    def _describe_group(self, key: str, text: str, begins: bool, place: tuple[int, int]) -> None:
        if begins:
            self.groups.append({})
        if key == "weight" and not _WEIGHT.fullmatch(text):
            raise _Broken(*place, f"“{text}” is no weight.", "Write a number from 0 to 1.")
        self._group(place[0])[key] = [text]

    def _group(self, line: int) -> dict[str, list[str]]:
        if not self.groups:
            raise _Broken(line, 1, "This stands outside any group.", "Begin the group with “- why:”.")
        return self.groups[-1]


def _technique_file(path: Path, concepts: frozenset[str]) -> tuple[list[Group], list[Phrase]]:
    reader = _Reader(concepts)
    for line, match in _lines(path):
        reader.line(line, match)
    if not reader.technique:
        raise _Broken(1, 1, "The file does not say its technique.", "Begin it with “technique: empathy”.")
    groups = [_as_group(reader.technique, read) for read in reader.groups]
    return groups, [Phrase(reader.technique, text, None) for text in reader.vetoes]


def _check(text: str, concepts: frozenset[str], place: tuple[int, int]) -> None:
    try:
        check(text, concepts)
    except PhraseError as error:
        raise _Broken(*place, f"{error}.", "Mend the phrase.") from error


def _as_group(technique: str, read: Mapping[str, list[str]]) -> Group:
    return Group(
        technique,
        why=read.get("why", [""])[0],
        weight=float(read.get("weight", ["0.9"])[0]),
        phrases=tuple(read.get("phrases", ())),
        examples=tuple(read.get("examples", ())),
        near_misses=tuple(read.get("near_misses", ())),
    )
