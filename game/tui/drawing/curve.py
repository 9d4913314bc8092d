"""The meter over a call: as bars with their numbers for the debrief, and as a tiny curve for lists."""

from dataclasses import dataclass
from typing import Final

from textual.content import Content

from game.core.state import BOILING_FROM, GOAL, HOT_FROM, WARM_FROM
from game.tui.drawing.bands import Band, bands_along
from game.tui.glyphs import GLYPHS, Glyphs
from game.tui.text import words

_LABEL: Final = 10
_GOALS: Final = ((BOILING_FROM, "boiling 85"), (HOT_FROM, "hot 65"), (WARM_FROM, "warm 35"), (GOAL, "goal 25"))


@dataclass(frozen=True, slots=True)
class _Bar:
    anger: int
    band: Band
    eighths: int
    number_row: int


def curve(values: tuple[int, ...], width: int, height: int, tagged: frozenset[int] = frozenset(),
          glyphs: Glyphs = GLYPHS) -> list[Content]:  # fmt: skip
    """The rows: `height` of bars and numbers, the axis, and the turns; those `tagged` stand out.

    Where the call is too long for the width, its first turns are left out and said to be.
    """
    rows = max(3, height - 2)
    room = max(1, width - _LABEL - 3)
    step, fitting = _spacing(len(values), room)
    skipped = max(0, len(values) - fitting)
    bars = [_bar(anger, band, rows - 1) for anger, band in zip(values, bands_along(values), strict=True)][skipped:]
    marks = {_row_of(value, rows - 1): (value, text) for value, text in reversed(_GOALS)}
    drawn = [
        words(_scale(marks.get(row), glyphs), *(_slice(bar, row, step, glyphs) for bar in bars))
        for row in range(rows - 1, -1, -1)
    ]
    axis = "╰" + glyphs.rule * (step * len(bars) + 1) if glyphs.unicode else "+" + "-" * (step * len(bars) + 1)
    return [*drawn, words((" " * (_LABEL + 1) + axis, "$rule")), _turns(skipped, len(values), step, tagged)]


def tiny(values: tuple[int, ...], width: int, glyphs: Glyphs = GLYPHS) -> Content:
    """The curve on one row, `width` cells at most; in ASCII its first and last number."""
    if not values:
        return words()
    if not glyphs.unicode:
        return words((f"{values[0]} -> {values[-1]}", "$muted"))
    picked = _sampled(len(values), width)
    bands = bands_along(values)
    return words(*((_eighth(values[index]), f"${bands[index]}") for index in picked))


def _sampled(count: int, width: int) -> list[int]:
    if count <= width:
        return list(range(count))
    return [round(index * (count - 1) / max(1, width - 1)) for index in range(width)]


def _eighth(anger: int) -> str:
    return "▁▂▃▄▅▆▇█"[min(7, max(0, anger * 8 // 100))]


def _spacing(count: int, room: int) -> tuple[int, int]:
    """Cells from bar to bar (three to seven), and how many bars fit."""
    step = max(3, min(7, room // max(1, count)))
    return step, max(1, room // step)


def _bar(anger: int, band: Band, rows: int) -> _Bar:
    eighths = max(1, round(anger * rows * 8 / 100))
    return _Bar(anger, band, eighths, -(-eighths // 8))


def _row_of(value: int, rows: int) -> int:
    return min(rows - 1, value * rows // 100)


def _scale(mark: tuple[int, str] | None, glyphs: Glyphs) -> Content:
    if mark is None:
        return words((" " * (_LABEL + 1) + glyphs.rail + " ", "$rule"))
    value, text = mark
    tick = "┤" if glyphs.unicode else "+"
    return words((text.rjust(_LABEL) + " ", "$accent" if value == GOAL else "$faint"), (f"{tick} ", "$rule"))


def _slice(bar: _Bar, row: int, step: int, glyphs: Glyphs) -> Content:
    """What one bar shows in one row, with the gap after it."""
    wide = max(2, step - 2) if step > 3 else 2
    gap = " " * (step - wide)
    filled = bar.eighths - row * 8
    if row == bar.number_row:
        return words((str(bar.anger).center(wide)[:wide], f"bold ${bar.band}"), gap)
    if filled <= 0:
        return words(" " * step)
    if not glyphs.unicode:
        return words((glyphs.full * wide, f"${bar.band}"), gap)
    if filled < 8:
        return words((glyphs.rising[filled - 1] * wide, f"${bar.band}"), gap)
    top = row == bar.number_row - 1
    return words((glyphs.full * wide, f"${bar.band}" if top else f"${bar.band}-soft"), gap)


def _turns(skipped: int, count: int, step: int, tagged: frozenset[int]) -> Content:
    wide = max(2, step - 2) if step > 3 else 2
    parts: list[Content] = [words(" " * (_LABEL + 3))]
    for turn in range(skipped, count):
        name = "start" if turn == 0 and step > len("start") else str(turn)
        if turn in tagged:
            side = (wide - len(name) - 2) // 2
            tag = words((f" {name} ", "bold $background on $foreground")) if side >= 0 else words((name, "reverse"))
            left = max(0, side)
            parts.append(words(" " * left, tag, " " * max(0, step - left - tag.cell_length)))
        else:
            parts.append(words((name.center(wide).ljust(step), "$faint")))
    return words(*parts)
