"""A window too small to show the words and the meter. What lies under this page keeps its text."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static

from game.tui.drawing.bands import logo
from game.tui.keys import Command, bindings
from game.tui.text import lines, words

NEEDS: Final = (60, 18)
"""Columns and rows."""
_ROOMY: Final = 10
"""Rows from which there is a blank one between the sentences."""
_COMMANDS: Final = (Command("escape,q", "app.quit", "save and leave", "The call is saved; leave the game."),)


def too_small(size: Size) -> bool:
    """Whether a window of this size cannot show the words and the meter."""
    return size.width < NEEDS[0] or size.height < NEEDS[1]


class TooSmallScreen(ModalScreen[None]):
    """Shown until the window is bigger."""

    AUTO_FOCUS = ""
    HERE: ClassVar = _COMMANDS
    BINDINGS: ClassVar = bindings(_COMMANDS)

    def __init__(self) -> None:
        super().__init__()
        self._going = False

    def compose(self) -> ComposeResult:
        """How big it is, and how big it should be."""
        yield Static()

    def on_resize(self) -> None:
        """Say the new size, or go."""
        self._tell()

    def on_screen_resume(self) -> None:
        """Another screen lay above; there may be room now."""
        self._tell()

    def _tell(self) -> None:
        if self._going:
            return
        if not too_small(self.app.size):
            self._going = True
            self.dismiss(None)
            return
        wide, high = NEEDS
        now = self.app.size
        size, needed = f"{now.width} × {now.height}", f"{wide} × {high}"
        rows = (
            words(logo(), (" A little more room, please", "bold")),
            words("This window is ", (size, "bold"), ". Defuse needs ", (needed, "bold"), "."),
            words(("Nothing is lost: make it bigger and the call goes on. Or ", "$muted"), ("defuse --plain", "bold")),
            words(("esc", "bold $accent"), (" save and leave", "$muted")),
        )
        gap = [words()] if now.height >= _ROOMY else []
        self.query_one(Static).update(lines(*(row for part in rows for row in (part, *gap))))
