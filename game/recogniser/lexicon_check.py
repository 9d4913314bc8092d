"""Holds the lexicon to its own examples: what must match matches, what must not doesn't, nobody takes another's."""

from collections.abc import Iterator
from pathlib import Path

from game.recogniser.hearing import hear, setting_of
from game.recogniser.lexicon import HOME, Group, Lexicon, LexiconProblem, read_lexicon
from game.recogniser.recognition import verdicts
from game.recogniser.sentences import sentences
from game.recogniser.weights import weights


def check_lexicon(home: Path = HOME) -> list[LexiconProblem]:
    """Every mistake in a lexicon folder: files that can't be read, examples that fail, examples hijacked."""
    known = read_lexicon(home)
    found = list(known.problems)
    for group in known.groups:
        path = home / f"{group.technique}.yaml"
        found += (_problem(path, text, message, remedy) for text, message, remedy in _failures(group, known))
    return found


def _failures(group: Group, known: Lexicon) -> Iterator[tuple[str, str, str]]:
    for text in group.examples:
        if not _fits(text, group, known):
            yield text, f"No phrase of “{group.why}” fits the example “{text}”.", "Mend a phrase or the example."
        elif (thief := _hijacked_by(text, group.technique, known)) is not None:
            yield text, f"The example “{text}” is heard as {thief}.", f"Make {thief}'s phrases narrower, or add a veto."
    for text in group.near_misses:
        if _fits(text, group, known):
            yield text, f"A phrase of “{group.why}” fits the near miss “{text}”.", "Make it narrower, or add a veto."


def _fits(text: str, group: Group, known: Lexicon) -> bool:
    heard = hear(sentences(text), setting_of(""), known)
    return any(found.phrase.group is group for one in heard for found in one.found)


def _hijacked_by(text: str, technique: str, known: Lexicon) -> str | None:
    """The technique that the text is heard as instead of its own; None if its own is among those heard."""
    counted = [one.technique for one in verdicts(sentences(text), setting_of(""), weights(), known) if one.counts]
    return counted[0] if counted and technique not in counted else None


def _problem(path: Path, text: str, message: str, remedy: str) -> LexiconProblem:
    lines = path.read_text(encoding="utf-8").splitlines()
    escaped = text.replace('"', '\\"')
    for number, line in enumerate(lines, 1):
        column = line.find(escaped)
        if column >= 0:
            return LexiconProblem(str(path), number, column + 1, message, remedy)
    return LexiconProblem(str(path), 1, 1, message, remedy)
