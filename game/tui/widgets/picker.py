"""A list to choose from, by arrows or by mouse. Textual's own lists read labels as markup and fall over when narrow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static


@dataclass(frozen=True, slots=True)
class Choice:
    """A row that can be chosen, by its id; a heading above it, if it begins a group."""

    id: str
    row: Content
    heading: Content | None = None


class PickerRow(Static):
    """One row. A click points at it, a second one takes it."""

    def __init__(self, row: Content, index: int) -> None:
        super().__init__(row)
        self.index = index

    def on_click(self) -> None:
        """Point at this row, or take it if it was pointed at."""
        picker = self.parent
        if isinstance(picker, Picker):
            picker.clicked(self.index)


class Picker(VerticalScroll, can_focus=True):
    """Rows, one of them pointed at."""

    class Pointed(Message):
        """Another row is pointed at."""

        def __init__(self, id: str) -> None:
            super().__init__()
            self.id = id

    class Taken(Message):
        """A row was taken."""

        def __init__(self, id: str) -> None:
            super().__init__()
            self.id = id

    BINDINGS: ClassVar = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("home", "move(-9999)", show=False),
        Binding("end", "move(9999)", show=False),
        Binding("enter", "take", show=False),
    ]

    index: reactive[int] = reactive(0)
    """Which row is pointed at."""

    def __init__(self, choices: Sequence[Choice] = (), id: str | None = None) -> None:
        super().__init__(id=id)
        self.choices = tuple(choices)

    @property
    def chosen(self) -> str | None:
        """The id of the row that is pointed at; None if there is no row."""
        return self.choices[self.index].id if self.index < len(self.choices) else None

    def on_mount(self) -> None:
        """Show the rows."""
        self.offer(self.choices)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer these rows instead, still pointing at the same one if it is among them."""
        before = self.chosen
        self.choices = tuple(choices)
        self.remove_children()
        rows: list[Static] = []
        for index, choice in enumerate(self.choices):
            if choice.heading is not None:
                rows.append(Static(choice.heading, classes="heading"))
            rows.append(PickerRow(choice.row, index))
        self.mount_all(rows)
        ids = [choice.id for choice in self.choices]
        self.set_reactive(Picker.index, ids.index(before) if before in ids else 0)
        self.call_after_refresh(self._point)

    def watch_index(self) -> None:
        """Light the row and tell which it is."""
        self._point()

    def _point(self) -> None:
        for row in self.query(PickerRow):
            row.set_class(row.index == self.index, "-picked")
            if row.index == self.index:
                row.scroll_visible(animate=False)
        if self.chosen is not None:
            self.post_message(self.Pointed(self.chosen))

    def clicked(self, index: int) -> None:
        """A row was clicked."""
        self.focus()
        if index == self.index:
            self.action_take()
        else:
            self.index = index

    def action_move(self, by: int) -> None:
        """Up or down, stopping at the ends."""
        self.index = min(max(0, self.index + by), max(0, len(self.choices) - 1))

    def action_take(self) -> None:
        """Take the row that is pointed at."""
        if self.chosen is not None:
            self.post_message(self.Taken(self.chosen))
