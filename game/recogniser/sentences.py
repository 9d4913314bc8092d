"""Cuts a reply into sentences of plain words: what the patterns and the weights look at."""

from typing import Final, NamedTuple

from game.recogniser.spelling import spell_out, vocabulary
from game.recogniser.text import Folded, Piece, fold, pieces
from game.recogniser.word_lists import words_of

NEGATIONS: Final = words_of("negations")
_BREAK_BEFORE = frozenset({"but", "however", "although", "though"})
_OPENERS: Final = words_of("openers")
"""Words that lead into a clause: the word after them begins it too."""
_VOWELS = frozenset("aeiouy")
_EVERYDAY_LETTERS: Final = words_of("everyday_letters")
_ABBREVIATIONS: Final = words_of("abbreviations")


class Word(NamedTuple):
    """A plain word and where it stands in the original text."""

    text: str
    start: int
    end: int
    begins_clause: bool
    """True at the start of a sentence and after a comma, a dash or a "but"."""
    quoted: bool
    """True inside double quotes: mentioned rather than said."""
    acronym: bool = False
    """True for letters that stand for a name: RMA, DPF, hwid."""


class Sentence(NamedTuple):
    """Words up to a full stop, question mark, exclamation mark or line break."""

    words: tuple[Word, ...]
    mark: str
    """What ended it: ".", "?", "!" or "" for the end of the text."""

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text, slips mended, each word with its place in the text."""
    folded = fold(text)
    found: list[Sentence] = []
    words: list[Word] = []
    begins, quoted = True, False
    beginning = text[:400]
    shouted = sum(map(str.isupper, beginning)) > sum(map(str.islower, beginning))
    whole_is_quoted = folded.text.count('"') == 2 and folded.text.strip()[:1] == '"' == folded.text.strip()[-1:]
    for piece in pieces(folded):
        if piece.kind in ("word", "number", "unit"):
            for plain in spell_out(piece.text) if piece.kind != "number" else (piece.text,):
                begins = begins or plain in _BREAK_BEFORE
                words.append(_word(text, folded, piece, plain, begins, quoted, shouted))
                begins = begins and plain in _OPENERS
        elif piece.kind == "quote":
            quoted = not quoted and not whole_is_quoted
        elif piece.kind == "pause":
            begins = True
        elif words and not (piece.text == "." and words[-1].text in _ABBREVIATIONS):
            found.append(Sentence(tuple(words), _mark(piece.text)))
            words, begins = [], True
    if words:
        found.append(Sentence(tuple(words), ""))
    return found


def _word(text: str, folded: Folded, piece: Piece, plain: str, begins: bool, quoted: bool, shouted: bool) -> Word:
    start, end = folded.place(piece.start, piece.end)
    return Word(plain, start, end, begins, quoted, _is_acronym(plain, text[start:end], shouted))


def _is_acronym(plain: str, typed: str, shouted: bool) -> bool:
    if not 2 <= len(typed) <= 6 or plain in _EVERYDAY_LETTERS or not plain.isascii():
        return False
    if typed.isupper() and not shouted and not typed.isdigit():
        return typed.isalpha() or any(letter.isalpha() for letter in typed[:2])
    return plain.isalpha() and plain not in vocabulary().rank and not set(plain) & _VOWELS


def _mark(stop: str) -> str:
    return "?" if "?" in stop else "!" if "!" in stop else "."
