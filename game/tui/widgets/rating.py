"""Rows on which a call is rated: how it felt, and numbers from 0 to 100. Each may be left empty."""

from typing import Final

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from game.review.rating import FEELINGS, MOST, Feeling
from game.tui.drawing.scale import scale
from game.tui.glyphs import GLYPHS
from game.tui.text import Part, words

LABEL: Final = 25
_NUMBER: Final = 5
_FEELING: Final = 10
"""Cells for a label, a number, and each of the feelings."""


class RatingRow(Static):
    """One thing to say of the call. A click says it, or at least points at the row."""

    class Pointed(Message):
        """This row was clicked, `x` cells behind its label; before 0 it was the label."""

        def __init__(self, row: int, x: int) -> None:
            super().__init__()
            self.row = row
            self.x = x

    def __init__(self, row: int) -> None:
        super().__init__(classes="rating")
        self._row = row

    def on_click(self, event: events.Click) -> None:
        """Tell where."""
        at = event.get_content_offset(self)
        self.post_message(self.Pointed(self._row, (at.x if at is not None else 0) - LABEL))

    @property
    def bar_width(self) -> int:
        """Cells for the bar of a number."""
        return max(10, self.content_size.width - LABEL - _NUMBER)

    def share_at(self, x: int) -> int | None:
        """The number that the bar stands for there; None before the bar."""
        return None if x < _NUMBER else min(MOST, round((x - _NUMBER) / (self.bar_width - 1) * MOST))


def feeling_at(x: int) -> Feeling | None:
    """The feeling that stands there; None where there is none."""
    return FEELINGS[x // _FEELING] if 0 <= x < len(FEELINGS) * _FEELING else None


def feelings(felt: Feeling | None) -> Content:
    """The feelings, the one that was chosen lit."""
    parts: list[Part] = ["How did you feel?".ljust(LABEL)]
    for number, feeling in enumerate(FEELINGS, 1):
        lit = feeling == felt
        mark = GLYPHS.dot if lit else str(number)
        parts += [(f"{mark} ", "bold $accent"), (feeling.ljust(_FEELING - 2), "bold" if lit else "$muted")]
    return words(*parts)


def number(label: str, value: int | None, width: int) -> Content:
    """A number with its bar; a dash where nothing was said."""
    told: Part = ("–".ljust(_NUMBER), "$faint") if value is None else (str(value).ljust(_NUMBER), "bold $accent")
    return words(label[: LABEL - 1].ljust(LABEL), told, scale(value or 0, width))


def ends(least: str, most: str, width: int) -> Content:
    """What both ends of a bar mean, under it."""
    gap = " " * max(1, width - len(least) - len(most))
    return words((" " * (LABEL + _NUMBER) + least + gap + most, "$muted"))
