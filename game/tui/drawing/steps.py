"""Two tries at one call as lines over the same turns: the first thin, the second heavy, so that no colour is needed."""

from dataclasses import dataclass, field
from typing import Final

from textual.content import Content

from game.core.state import BOILING_FROM, GOAL, HOT_FROM, WARM_FROM
from game.tui.glyphs import GLYPHS, Glyphs
from game.tui.text import words

FIRST: Final = "$hot"
SECOND: Final = "$accent"
_LABEL: Final = 10
_MARKS: Final = ((BOILING_FROM, "boiling 85"), (HOT_FROM, "hot 65"), (WARM_FROM, "warm 35"), (GOAL, "goal 25"))


@dataclass(frozen=True, slots=True)
class Stroke:
    """What a line is drawn with: along, up, and its four corners, in the order right-down to up-right."""

    along: str
    upright: str
    falls: str
    lands: str
    rises: str
    tops: str


THIN: Final = Stroke("─", "│", "╮", "╰", "╯", "╭")
HEAVY: Final = Stroke("━", "┃", "┓", "┗", "┛", "┏")
THIN_ASCII: Final = Stroke("-", "|", "+", "+", "+", "+")
HEAVY_ASCII: Final = Stroke("=", "#", "#", "#", "#", "#")


@dataclass(slots=True)
class _Canvas:
    """Cells that were drawn on, by row and column, each a sign and its style."""

    rows: int
    step: int
    cells: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)

    def row(self, value: int) -> int:
        return round((100 - value) * (self.rows - 1) / 100)

    def line(self, values: tuple[int, ...], stroke: Stroke, style: str) -> None:
        for index, value in enumerate(values):
            row, column = self.row(value), index * self.step
            for cell in range(column, column + self.step):
                self.cells[row, cell] = (stroke.along, style)
            if index:
                self._join(self.row(values[index - 1]), row, column, stroke, style)

    def _join(self, before: int, after: int, column: int, stroke: Stroke, style: str) -> None:
        if before == after:
            return
        leaves, arrives = (stroke.falls, stroke.lands) if after > before else (stroke.rises, stroke.tops)
        for row in range(min(before, after) + 1, max(before, after)):
            self.cells[row, column] = (stroke.upright, style)
        self.cells[before, column] = (leaves, style)
        self.cells[after, column] = (arrives, style)

    def numbers(self, values: tuple[int, ...], style: str, sides: tuple[int, int], said: tuple[int, ...] = ()) -> None:
        """Write each value over or under its line, on the first side that is free; those `said` already are not."""
        for index, value in enumerate(values):
            if said[index : index + 1] == (value,):
                continue
            text, column = str(value), index * self.step + 1
            for side in sides:
                places = [(self.row(value) + side, column + offset) for offset in range(len(text))]
                if 0 <= places[0][0] < self.rows and not any(place in self.cells for place in places):
                    self.cells.update(
                        {place: (sign, f"bold {style}") for place, sign in zip(places, text, strict=True)}
                    )
                    break


def two_curves(
    first: tuple[int, ...], second: tuple[int, ...], width: int, height: int, glyphs: Glyphs = GLYPHS
) -> list[Content]:
    """The rows: `height` with the axis and its turns. Where the calls are too long, their first turns are left out."""
    room, longest = max(6, width - _LABEL - 3), max(len(first), len(second))
    step = max(4, min(9, room // max(1, longest)))
    skipped = max(0, longest - room // step)
    canvas = _Canvas(max(4, height - 2), step)
    thin, heavy = (THIN, HEAVY) if glyphs.unicode else (THIN_ASCII, HEAVY_ASCII)
    canvas.line(first[skipped:], thin, FIRST)
    canvas.line(second[skipped:], heavy, SECOND)
    canvas.numbers(first[skipped:], FIRST, (-1, 1))
    canvas.numbers(second[skipped:], SECOND, (1, -1), first[skipped:])
    columns = step * (longest - skipped)
    marks = {canvas.row(value): (value, text) for value, text in reversed(_MARKS)}
    drawn = [words(_scale(marks.get(row), glyphs), _row(canvas, row, columns)) for row in range(canvas.rows)]
    axis = ("╰" + glyphs.rule * columns) if glyphs.unicode else "+" + "-" * columns
    names = "".join(("start" if turn == 0 else f" {turn}").ljust(step)[:step] for turn in range(skipped, longest))
    return [*drawn, words((" " * (_LABEL + 1) + axis, "$rule")), words((" " * (_LABEL + 2) + names, "$faint"))]


def _row(canvas: _Canvas, row: int, columns: int) -> Content:
    return words(*(canvas.cells.get((row, column), " ") for column in range(columns)))


def _scale(mark: tuple[int, str] | None, glyphs: Glyphs) -> Content:
    if mark is None:
        return words((" " * (_LABEL + 1) + glyphs.rail, "$rule"))
    value, text = mark
    tick = "┤" if glyphs.unicode else "+"
    return words((text.rjust(_LABEL) + " ", "$accent" if value == GOAL else "$faint"), (tick, "$rule"))
