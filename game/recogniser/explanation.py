"""What the recogniser saw on its way: sentences, mended words, phrases tried. For `--explain`."""

from dataclasses import dataclass

from game.core.reading import Reading
from game.core.scenario import Scenario
from game.recogniser.lexicon import lexicon
from game.recogniser.recognition import phrases_in, recognise
from game.recogniser.sentences import sentences


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
class Explanation:
    """A reading with the way to it."""

    reading: Reading
    sentences: tuple[str, ...]
    mended: tuple[Mended, ...]
    tried: tuple[Tried, ...]


def explain(text: str, customer_line: str = "", scenario: Scenario | None = None) -> Explanation:
    """The reading of a reply, with sentences, mended words and every phrase that fits."""
    said = sentences(text)
    return Explanation(
        recognise(text, customer_line, scenario),
        tuple(text[sentence.start : sentence.end] for sentence in said),
        _mended(text, said),
        tuple(
            Tried(found.phrase.technique, found.phrase.text, text[found.start : found.end])
            for sentence in said
            for found in phrases_in(sentence, lexicon())
        ),
    )


def _mended(text: str, said: list) -> tuple[Mended, ...]:  # type: ignore[type-arg]
    read: dict[tuple[int, int], list[str]] = {}
    for sentence in said:
        for word in sentence.words:
            read.setdefault((word.start, word.end), []).append(word.text)
    pairs = ((text[start:end], " ".join(words)) for (start, end), words in read.items())
    return tuple(Mended(typed, plain) for typed, plain in pairs if typed.casefold() != plain)
