"""One effect as a step on the meter: a bar from where the meter was to where it went."""

from textual.content import Content

from game.tui.glyphs import GLYPHS, Glyphs
from game.tui.text import Part, words


def span(values: list[int]) -> tuple[int, int]:
    """The stretch of the meter that holds these values, in whole tens, at least two of them."""
    low, high = min(values) // 10 * 10, -(-max(values) // 10) * 10
    return (low, high) if high - low >= 20 else (max(0, high - 20), max(20, high))


def step(before: int, after: int, stretch: tuple[int, int], width: int, glyphs: Glyphs = GLYPHS) -> Content:
    """The bar on this stretch of the meter, `width` cells wide, with a dot every ten points."""
    low, high = stretch
    per = width / (high - low)
    left, right = sorted((round((before - low) * per), round((after - low) * per)))
    style = "$cool" if after < before else "$boiling"
    dots = {min(width - 1, round((ten - low) * per)) for ten in range(low, high + 1, 10)}
    parts: list[Part] = [
        (glyphs.full, style) if left <= cell < max(right, left + 1)
        else (glyphs.small_dot, "$faint") if cell in dots else " "
        for cell in range(width)
    ]  # fmt: skip
    return words(*parts)
