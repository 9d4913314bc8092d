"""Makes what a player typed comparable, without losing where each letter stood.

Patterns are matched against plain, lower-case words; a trainee is shown their own words. So every step
here keeps offsets into the original text.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, NamedTuple

LONGEST = 2_000
"""Characters that are read at all. A front end refuses long before; this only bounds the time."""

_LOOKS_LIKE: Final = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "′": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "″": '"',
        "–": "-", "—": "-", "―": "-", "‐": "-", "‑": "-", "−": "-",
        "…": ".", "\u00a0": " ", "\t": " ",
    }
)  # fmt: skip
_IGNORED = frozenset({"Mn", "Cf", "Cc", "Cs", "Co", "Cn"})
_PIECE: Final = re.compile(
    r"(?P<link>https?://\S+|www\.\S+)|(?P<skip>(?<!\w)@\w+|\^\w{1,4}\b)"
    r"|(?P<number>[£$€]?\d+(?:[.:,]\d+)*[%€£]?)(?P<unit>[a-z]{1,8}\b)?"
    r"|(?P<word>[^\W\d_]+(?:['][^\W\d_]+)*'?)"
    r"|(?P<stop>[.!?]+|\n+)|(?P<pause>[,;:()]|\s-+\s|--+)|(?P<quote>\")"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in plain lower-case characters; `origin[i]` is where character `i` stood in the original."""

    text: str
    origin: tuple[int, ...] | None
    """None where nothing moved."""

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original text that became `text[start:end]`."""
        if self.origin is None or start >= end:
            return start, end
        return self.origin[start], self.origin[end - 1] + 1


def fold(text: str) -> Folded:
    """Lower case, straight quotes, no accents, nothing invisible; the first LONGEST characters."""
    text = text[:LONGEST]
    if text.isascii() and text.isprintable():
        return Folded(text.lower(), None)
    folded: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(text):
        for plain in _plain(character):
            folded.append(plain)
            origin.append(index)
    return Folded("".join(folded), tuple(origin))


def _plain(character: str) -> str:
    if character == "\n":
        return character
    mapped = character.translate(_LOOKS_LIKE)
    if mapped.isascii() and mapped.isprintable():
        return mapped.lower()
    decomposed = unicodedata.normalize("NFKD", mapped)
    return "".join(part for part in decomposed.casefold() if unicodedata.category(part) not in _IGNORED).translate(
        _LOOKS_LIKE
    )


class Piece(NamedTuple):
    """One word, number or mark of the folded text, with its span there."""

    kind: str
    """word, number, unit, stop, pause or quote."""
    text: str
    start: int
    end: int


def pieces(folded: Folded) -> list[Piece]:
    """The words, numbers and marks of a text, in order. A web address is the word "link"; handles are left out."""
    found: list[Piece] = []
    for match in _PIECE.finditer(folded.text):
        kind = match.lastgroup or ""
        if kind == "skip":
            continue
        if kind == "link":
            found.append(Piece("word", "link", *match.span()))
            continue
        if kind == "unit":
            found.append(Piece("number", match["number"], *match.span("number")))
        found.append(Piece(kind, match[kind], *match.span(kind)))
    return found
