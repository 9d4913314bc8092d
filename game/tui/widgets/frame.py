"""What every screen has: the title on top, the keys in the last row."""

from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from game.tui.drawing.bands import logo
from game.tui.keys import Command
from game.tui.text import words

_TIGHT: Final = 72
"""Cells below which keys stand one apart."""


class TitleBar(Horizontal):
    """Where you are, on the left, and how far, on the right."""

    def __init__(self, left: Content, right: Content | None = None, *, brand: bool = True) -> None:
        super().__init__()
        # Made here and not in compose: a text may be told before the bar is built.
        self._left = Static(left, classes="left")
        self._right = Static(right or words(), classes="right")
        self._brand = brand

    def compose(self) -> ComposeResult:
        """The logo, the game's name where there is room, and both texts."""
        yield Static(logo(), classes="logo")
        if self._brand:
            yield Static(words(("Defuse", "bold")), classes="brand")
        yield self._left
        yield self._right

    def show_left(self, left: Content) -> None:
        """Put another text on the left."""
        self._left.update(left)

    def show_right(self, right: Content) -> None:
        """Put another text on the right."""
        self._right.update(right)


class KeyHint(Static):
    """One key and what it does. Clicking it does it."""

    def __init__(self, command: Command) -> None:
        super().__init__(words((command.key, "bold $accent"), " ", (command.label, "$muted")))
        self._action = command.action

    async def on_click(self) -> None:
        """Do what the key does."""
        await self.run_action(self._action if "." in self._action else f"screen.{self._action}")


class KeyRow(Horizontal):
    """The last row: what can be pressed here. A command without a label is left to the help."""

    commands: reactive[tuple[Command, ...]] = reactive((), recompose=True)

    def __init__(self, commands: tuple[Command, ...], after: Content | None = None) -> None:
        super().__init__()
        self._after = after
        self.set_reactive(KeyRow.commands, commands)

    def on_resize(self) -> None:
        """Stand closer where there is little room."""
        self.set_class(self.size.width < _TIGHT, "-tight")

    def compose(self) -> ComposeResult:
        """A hint for each command that has a label."""
        yield from (KeyHint(command) for command in self.commands if command.label)
        if self._after is not None:
            yield Static(self._after, classes="after")
