"""The meter lying down, for narrow screens: one row, with ticks where the bands meet."""

from textual.content import Content

from game.core.state import BOILING_FROM, GOAL, HOT_FROM, HOT_LEFT_AT, WARM_FROM
from game.tui.drawing.bands import Band
from game.tui.glyphs import GLYPHS, Glyphs
from game.tui.text import words


def lying(level: float, before: int, band: Band, width: int, glyphs: Glyphs = GLYPHS) -> Content:
    """The row, `width` cells wide."""
    if width < 4:
        return words(" " * width)
    if not glyphs.unicode:
        return words("[", _cells(level, before, band, width - 2, glyphs), "]")
    return _cells(level, before, band, width, glyphs)


def _cells(level: float, before: int, band: Band, width: int, glyphs: Glyphs) -> Content:
    halves = round(level * width * 2 / 100)
    other = round(before * width / 100)
    ticks = ticks_at(band, width)
    return words(*(_cell(cell, halves - cell * 2, other, band, cell in ticks, glyphs) for cell in range(width)))


def ticks_at(band: Band, width: int) -> frozenset[int]:
    """The cells that carry a tick: goal, warm, hot (where it is left, while hot), boiling."""
    hot = HOT_LEFT_AT if band in ("hot", "boiling") else HOT_FROM
    return frozenset(round(mark * width / 100) for mark in (GOAL, WARM_FROM, hot, BOILING_FROM))


def _cell(cell: int, halves: int, other: int, band: Band, tick: bool, glyphs: Glyphs) -> Content:
    """One cell: `halves` of it are filled; up to `other` the meter stood before."""
    filled = halves >= 2
    if not glyphs.unicode:
        plain = glyphs.full if filled else glyphs.cooled if cell < other else " "
        return words((plain, f"${band}"))
    if filled and tick:
        return words(("╷", f"$background on ${band}-fill"))
    if filled:
        return words((glyphs.rose if cell >= other else glyphs.full, f"${band}-fill on $track"))
    behind = f"${band}-soft" if cell < other else "$track"
    if halves == 1:
        return words(("▌", f"${band}-fill on {behind}"))
    if tick:
        return words(("╷", f"$muted on {behind}"))
    return words((glyphs.cooled if cell < other else " ", f"${band}-fill on {behind}"))
