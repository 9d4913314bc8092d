"""The thermometer that stands: a column, a rail with its marks, and what the marks mean.

Solid is now, hatched what just cooled, dense what just rose. The words give way where two would fall on
one row: where she stands comes first, then where she was, then the marks, then the bands' names.
"""

from typing import Final

from textual.content import Content

from game.core.state import BOILING_FROM, GOAL, HOT_FROM, HOT_LEFT_AT, WARM_FROM
from game.tui.drawing.bands import Band
from game.tui.glyphs import GLYPHS, Glyphs
from game.tui.text import words

WIDTH: Final = 17
_COLUMN: Final = 3
_TOP: Final = 100


def column(level: float, before: int, band: Band, height: int, glyphs: Glyphs = GLYPHS) -> list[Content]:
    """The rows, top first. `level` is where the meter stands, also half-way through a movement."""
    labels = _labels(level, before, band, height)
    return [
        words(_cell(row, level, before, band, height, glyphs), " ", _rail(row, labels, band, height, glyphs))
        for row in range(height - 1, -1, -1)
    ]


def row_of(value: float, height: int) -> int:
    """The row, counted from the bottom, in which this value stands."""
    return min(height - 1, max(0, int(value * height / _TOP)))


def _cell(row: int, level: float, before: int, band: Band, height: int, glyphs: Glyphs) -> Content:
    eighths = round(level * height * 8 / _TOP) - row * 8
    low, high = sorted((level, float(before)))
    changed = row_of(low, height) <= row <= row_of(max(0.0, high - 0.001), height) and high - low >= 1
    rose = before < level
    if eighths >= 8:
        return words(((glyphs.rose if rose and changed else glyphs.full) * _COLUMN, f"${band}-fill on $track"))
    behind = "$track" if rose or not changed else f"${band}-soft"
    if eighths > 0 and glyphs.unicode:
        return words((glyphs.rising[eighths - 1] * _COLUMN, f"${band}-fill on {behind}"))
    if changed and not rose:
        return words((glyphs.cooled * _COLUMN, f"${band}-fill on {behind}"))
    return words((" " * _COLUMN, "on $track"))


def _labels(level: float, before: int, band: Band, height: int) -> dict[int, tuple[str, str]]:
    """Words by row, with their style; the first to claim a row keeps it."""
    now = round(level)
    hot_mark = HOT_LEFT_AT if band in ("hot", "boiling") else HOT_FROM
    marks = [(BOILING_FROM, "85"), (hot_mark, str(hot_mark)), (WARM_FROM, "35")]
    named = [((BOILING_FROM + _TOP) / 2, "boiling"), ((hot_mark + BOILING_FROM) / 2, "hot"),
             ((WARM_FROM + hot_mark) / 2, "warm"), (WARM_FROM * 0.42, "cool")]  # fmt: skip
    wanted = [
        (now, f"{now} {band}", f"bold ${band}"),
        *([(before, f"{before} before", "$muted")] if before != now else []),
        (GOAL, f"{GOAL} goal", "$accent"),
        *((value, text, "$faint") for value, text in ((_TOP, "100"), (0, "0"))),
        *((value, text, "$faint") for value, text in marks),
        *((value, text, "$faint") for value, text in named if text != band),
    ]
    labels: dict[int, tuple[str, str]] = {}
    for value, text, style in wanted:
        labels.setdefault(row_of(value, height), (text, style))
    return labels


def _rail(row: int, labels: dict[int, tuple[str, str]], band: Band, height: int, glyphs: Glyphs) -> Content:
    value = (row + 0.5) * _TOP / height
    colour = _colour_at(value, band)
    text, style = labels.get(row, ("", ""))
    sign = glyphs.mark if text[:1].isdigit() else glyphs.rail
    if style.startswith("bold"):
        sign, colour = glyphs.here, f"${band}"
    return words((sign, colour), " ", (text, style))


def _colour_at(value: float, band: Band) -> str:
    hot_mark = HOT_LEFT_AT if band in ("hot", "boiling") else HOT_FROM
    if value >= BOILING_FROM:
        return "$boiling"
    if value >= hot_mark:
        return "$hot"
    return "$warm" if value >= WARM_FROM else "$cool"
