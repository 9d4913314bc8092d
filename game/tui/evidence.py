"""Your line with the words that counted underlined, each with the number of the row that it led to."""

from collections.abc import Sequence

from textual.content import Content

from game.tui.glyphs import GLYPHS
from game.tui.text import Part, words


def superscript(number: int) -> str:
    """A small number; from ten on a star."""
    return GLYPHS.superscripts[number - 1] if 1 <= number <= len(GLYPHS.superscripts) else "*"


def numbered(text: str, quotes: Sequence[tuple[int, str]]) -> Content:
    """The text, each quote in it underlined and followed by its number."""
    underlined = [False] * len(text)
    ends: dict[int, list[int]] = {}
    for number, quote in quotes:
        start = text.find(quote) if quote else -1
        if start >= 0:
            underlined[start : start + len(quote)] = [True] * len(quote)
            ends.setdefault(start + len(quote), []).append(number)
    parts: list[Part] = []
    start = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or index in ends or underlined[index] != underlined[index - 1]:
            parts.append((text[start:index], "underline" if underlined[index - 1] else ""))
            parts += [(superscript(number), "$accent") for number in ends.get(index, [])]
            start = index
    return words(*parts)
