"""The meter in its three shapes: standing, lying, and as a number. All show the same value."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from game.core.state import State, phase_of
from game.tui.drawing.bands import Band, band_in, band_of, bars, change, reading
from game.tui.drawing.column import column
from game.tui.drawing.digits import block_number
from game.tui.drawing.lying import lying
from game.tui.text import lines, words

BLOCK_TYPE_NEEDS = (110, 34)
"""Columns and rows from which the number is shown in block type."""


class Meter(Widget):
    """Where the meter stands now, where it stood before the last move, and what it is called."""

    level: reactive[float] = reactive(0.0)
    """Points; between two turns it moves there."""

    def __init__(self, customer: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self.customer = customer
        self.goes_to = 0
        self.before = 0
        self.band: Band = "warm"
        self.band_before: Band = "warm"

    def show(self, state: State, before: State) -> None:
        """Show this state, and what it came from."""
        self.goes_to, self.before = state.anger, before.anger
        self.band, self.band_before = band_in(state), band_in(before)
        self.refresh()

    @property
    def moved(self) -> Content:
        """By how much it moved, and from where: "▼11 was 87, boiling"."""
        if self.goes_to == self.before:
            return words(("not moved", "$muted"))
        points = change(self.goes_to - self.before).stylize("bold")
        was = f" was {self.before}" + (f", {self.band_before}" if self.band_before != self.band else "")
        return words(points, (was, "$muted"))


class Thermometer(Meter):
    """The meter standing, with its scale."""

    def render(self) -> Content:
        """As many rows as there are."""
        return lines(*column(self.level, self.before, self.band, max(4, self.size.height)))


class LyingMeter(Meter):
    """Name, band, the meter lying down, and how it moved, on one row."""

    def render(self) -> Content:
        """The row, as wide as there is room."""
        head = words((self.customer, "bold"), " ", reading(round(self.level), self.band), "  ")
        tail = words("  ", self.moved_shortly)
        room = self.size.width - head.cell_length - tail.cell_length
        return words(head, lying(self.level, self.before, self.band, max(0, room)), tail)

    @property
    def moved_shortly(self) -> Content:
        """By how much it moved, and from where, in few cells."""
        if self.goes_to == self.before:
            return words(("not moved", "$muted"))
        return words(change(self.goes_to - self.before).stylize("bold"), (f" was {self.before}", "$muted"))


class NumberMeter(Meter):
    """The number, in block type where there is room, and the words that go with it."""

    def render(self) -> Content:
        """Three rows."""
        number = round(self.level)
        band = band_of(number, phase_of(number, "hot" if self.band in ("hot", "boiling") else "warm"))
        said = (
            words((f"{self.customer} is", "$muted")),
            words(bars(band), " ", (band, f"bold ${band}")),
            self.moved,
        )
        wide, high = BLOCK_TYPE_NEEDS
        if self.app.size.width >= wide and self.app.size.height >= high:
            rows = block_number(number)
            width = max(len(row) for row in rows) + 2
            return lines(*(words((row.ljust(width), f"${band}"), text) for row, text in zip(rows, said, strict=True)))
        return lines(words(said[0], " ", reading(number, band)), said[2])
