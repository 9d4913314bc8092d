"""Every call so far: those that are over lead to their debrief, those that still wait to the call itself."""

from datetime import UTC, datetime
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from game.records.store import Save
from game.tui.drawing.curve import tiny
from game.tui.keys import Command, bindings
from game.tui.messages import ResumeCall
from game.tui.runs import outcome_in_words, when
from game.tui.screens.help import HelpScreen
from game.tui.text import shortened, words
from game.tui.widgets.frame import KeyRow, TitleBar
from game.tui.widgets.picker import Choice, Picker

_COMMANDS: Final = (
    Command("enter", "open", "open", "The debrief; or the call itself, if it still waits."),
    Command("question_mark", "help", "help", "What can be pressed here."),
    Command("escape,q", "app.back", "back", "Back to the customers."),
)


class PastScreen(Screen[None]):
    """Calls, the newest first."""

    AUTO_FOCUS = "Picker"
    HERE: ClassVar = _COMMANDS
    BINDINGS: ClassVar = bindings(_COMMANDS)

    def __init__(self, saves: tuple[Save, ...]) -> None:
        super().__init__()
        self._saves = saves

    def compose(self) -> ComposeResult:
        """The list."""
        yield TitleBar(words("Past runs"), words((f"{len(self._saves)}", "$muted")))
        now = datetime.now(UTC)
        yield Picker([Choice(str(index), _row(save, now)) for index, save in enumerate(self._saves)])
        yield Static(id="note")
        yield KeyRow(_COMMANDS)

    def on_picker_taken(self) -> None:
        """Enter, or a second click."""
        self.action_open()

    def action_open(self) -> None:
        """The call that is pointed at."""
        chosen = self.query_one(Picker).chosen
        if chosen is not None:
            self.post_message(ResumeCall(self._saves[int(chosen)]))

    def on_picker_pointed(self, message: Picker.Pointed) -> None:
        """Say what a person should know about this save."""
        self.query_one("#note", Static).update(words((self._saves[int(message.id)].note, "$warm")))

    def action_help(self) -> None:
        """What can be pressed."""
        self.app.push_screen(HelpScreen(_COMMANDS))


def _row(save: Save, now: datetime) -> Content:
    """A call; one that still waits does not tell where its meter stands if that is hidden."""
    play = save.play
    if play is None:
        return words(save.problem)
    curve = tiny(play.anger, 12) if not (save.settings.hidden_meter and save.paused) else words()
    return words(
        shortened(play.scenario.title, 34).ljust(36), curve, " " * (14 - curve.cell_length),
        ("still waits" if save.paused else outcome_in_words(play)).ljust(18), (when(save, now), "$muted"),
    )  # fmt: skip
