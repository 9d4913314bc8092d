"""What the recogniser saw on its way: sentences, mended words, phrases tried, near verdicts. For `--explain`."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.core.reading import Reading
from game.core.scenario import Scenario
from game.recogniser.hearing import hear, setting_of
from game.recogniser.lexicon import lexicon
from game.recogniser.recognition import recognise, verdicts
from game.recogniser.sentences import Sentence, sentences
from game.recogniser.weights import weights

_WORTH_SHOWING = 0.05


@dataclass(frozen=True, slots=True)
class Mended:
    """A word that was read as something other than its letters."""

    typed: str
    read_as: str


@dataclass(frozen=True, slots=True)
class Tried:
    """A phrase of the lexicon that fits somewhere, whether or not it counted."""

    technique: str
    phrase: str
    quote: str


@dataclass(frozen=True, slots=True)
class Near:
    """How sure a technique was, and whether that was enough."""

    technique: str
    strength: float
    counts: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """A reading with the way to it."""

    reading: Reading
    sentences: tuple[str, ...]
    mended: tuple[Mended, ...]
    tried: tuple[Tried, ...]
    near: tuple[Near, ...]


def explain(text: str, customer_line: str = "", scenario: Scenario | None = None) -> Explanation:
    """The reading of a reply, with sentences, mended words, every phrase that fits and every near verdict."""
    said = sentences(text)
    setting = setting_of(customer_line, scenario)
    heard = hear(said, setting, lexicon())
    return Explanation(
        reading=recognise(text, customer_line, scenario),
        sentences=tuple(text[sentence.start : sentence.end] for sentence in said),
        mended=_mended(text, said),
        tried=tuple(
            Tried(
                found.phrase.technique,
                found.phrase.text,
                text[one.sentence.words[found.first].start : one.sentence.words[found.last - 1].end],
            )
            for one in heard
            for found in one.found
        ),
        near=tuple(
            Near(verdict.technique, round(verdict.strength, 2), verdict.counts)
            for verdict in verdicts(said, setting, weights())
            if verdict.strength >= _WORTH_SHOWING
        ),
    )


def _mended(text: str, said: Sequence[Sentence]) -> tuple[Mended, ...]:
    read: dict[tuple[int, int], list[str]] = {}
    for sentence in said:
        for word in sentence.words:
            read.setdefault((word.start, word.end), []).append(word.text)
    pairs = ((text[start:end], " ".join(words)) for (start, end), words in read.items())
    return tuple(Mended(typed, plain) for typed, plain in pairs if typed.casefold() != plain)
