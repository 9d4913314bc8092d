"""A question over the screen, answered by one key."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from game.tui.keys import Command
from game.tui.text import words
from game.tui.widgets.frame import KeyRow


def answer(keys: str, name: str, label: str, help: str) -> Command:
    """A key that answers with this name."""
    return Command(keys, f"answer({name!r})", label, help)


class AskScreen(ModalScreen[str]):
    """A question. Dismissed with the name of the answer; escape gives the first one."""

    AUTO_FOCUS = ""

    def __init__(self, heading: str, page: Content, answers: Sequence[Command]) -> None:
        super().__init__()
        self.HERE = tuple(answers)
        self._heading = heading
        self._page = page
        for command in self.HERE:
            self._bindings.bind(command.keys, command.action, show=False)

    def compose(self) -> ComposeResult:
        """The question in a frame, its answers below."""
        with Vertical(classes="page question"):
            yield Static(self._page)
            yield KeyRow(self.HERE)

    def on_mount(self) -> None:
        """Write the heading into the frame."""
        self.query_one(".page").border_title = words(self._heading)

    def action_answer(self, name: str) -> None:
        """This one."""
        self.dismiss(name)
