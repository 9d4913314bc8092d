"""A clock over the reply box: whoever types nothing for so long has been silent, and silence is a move."""

from textual.widgets import Static

from game.tui.text import words
from game.tui.widgets.below import Typed


class SilenceClock(Static):
    """Counts down. Typing and sending begin it anew; a page over the call stops it."""

    def __init__(self, seconds: int) -> None:
        super().__init__()
        self.seconds = seconds
        self.left = seconds
        self.held = False

    def on_mount(self) -> None:
        """Begin."""
        self.set_interval(1, self.tick)
        self._show()

    def restart(self, *, held: bool | None = None) -> None:
        """Begin anew. `held`: nothing is being waited for now."""
        self.left = self.seconds
        self.held = self.held if held is None else held
        self._show()

    def tick(self) -> None:
        """A second went by."""
        if self.held or self.app.screen is not self.screen:
            return
        self.left -= 1
        if self.left <= 0:
            self.left = self.seconds
            self.post_message(Typed(""))
        self._show()

    def _show(self) -> None:
        self.display = not self.held
        style = "$warm" if self.left <= 5 else "$faint"
        self.update(words((f"silence counts as an answer in {self.left} s", style)))
