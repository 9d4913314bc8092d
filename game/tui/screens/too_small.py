"""A window too small to show the words and the meter. What lies under this page keeps its text."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from game.tui.drawing.bands import logo
from game.tui.keys import Command, bindings
from game.tui.text import lines, words

NEEDS: Final = (60, 18)
"""Columns and rows."""
_COMMANDS: Final = (Command("escape,q", "app.quit", "save and leave", "The call is saved; leave the game."),)


class TooSmallScreen(ModalScreen[None]):
    """Shown until the window is bigger."""

    AUTO_FOCUS = ""
    HERE: ClassVar = _COMMANDS
    BINDINGS: ClassVar = bindings(_COMMANDS)

    def compose(self) -> ComposeResult:
        """How big it is, and how big it should be."""
        yield Static()

    def on_mount(self) -> None:
        """Say so."""
        self._tell()

    def on_resize(self) -> None:
        """Say the new size."""
        self._tell()

    def _tell(self) -> None:
        wide, high = NEEDS
        now = self.app.size
        self.query_one(Static).update(
            lines(
                words(logo(), (" A little more room, please", "bold")),
                words(
                    "This window is ",
                    (f"{now.width} × {now.height}", "bold"),
                    ". Defuse needs ",
                    (f"{wide} × {high}", "bold"),
                    ".",
                ),
                words(
                    ("Nothing is lost: make it bigger and the call goes on. Or ", "$muted"), ("defuse --plain", "bold")
                ),
                words(("esc", "bold $accent"), (" save and leave", "$muted")),
            )
        )
