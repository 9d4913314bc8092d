"""A page to read and to close again: problems in a file, and whatever else is only text."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from game.tui.hanging import Hanging
from game.tui.keys import Command, bindings
from game.tui.text import words
from game.tui.widgets.frame import KeyRow

_COMMANDS: Final = (
    Command("escape,q,enter,f1", "close", "back", "Close this page."),
    Command("up", "scroll(-1)", "", "Read further up."),
    Command("down", "scroll(1)", "", "Read further down."),
    Command("pageup", "scroll(-10)", "", "Read further up."),
    Command("pagedown,space", "scroll(10)", "", "Read further down."),
)


class ReadingScreen(ModalScreen[None]):
    """A titled page over the screen."""

    AUTO_FOCUS = ""
    HERE: ClassVar = _COMMANDS
    BINDINGS: ClassVar = bindings(_COMMANDS)

    def __init__(self, heading: str, page: Content | Hanging) -> None:
        super().__init__()
        self._heading = heading
        self._page = page

    def compose(self) -> ComposeResult:
        """The page in a frame."""
        with Vertical(classes="page"):
            with VerticalScroll(can_focus=False):
                yield Static(self._page)
            yield KeyRow(_COMMANDS)

    def on_mount(self) -> None:
        """Write the heading into the frame."""
        self.query_one(".page").border_title = words(self._heading)

    def on_resize(self) -> None:
        """A page too long for the window fills it and scrolls."""
        self.query_one(".page").remove_class("-long")
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        if self.query_one(VerticalScroll).max_scroll_y > 0:
            self.query_one(".page").add_class("-long")

    def action_close(self) -> None:
        """Close the page."""
        self.dismiss(None)

    def action_scroll(self, by: int) -> None:
        """Read on."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
