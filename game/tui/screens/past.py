"""Calls that are over, each one's debrief an enter away."""

from datetime import UTC, datetime
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen

from game.records.store import Save
from game.tui.drawing.curve import tiny
from game.tui.keys import Command, bindings
from game.tui.messages import OpenDebrief
from game.tui.runs import outcome_in_words, when
from game.tui.screens.help import HelpScreen
from game.tui.text import shortened, words
from game.tui.widgets.frame import KeyRow, TitleBar
from game.tui.widgets.picker import Choice, Picker

_COMMANDS: Final = (
    Command("enter", "open", "debrief", "What each line of this call did."),
    Command("question_mark", "help", "help", "What can be pressed here."),
    Command("escape,q", "app.back", "back", "Back to the customers."),
)


class PastScreen(Screen[None]):
    """Finished calls, the newest first."""

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
        yield KeyRow(_COMMANDS)

    def on_picker_taken(self) -> None:
        """Enter, or a second click."""
        self.action_open()

    def action_open(self) -> None:
        """The debrief of the call that is pointed at."""
        chosen = self.query_one(Picker).chosen
        play = self._saves[int(chosen)].play if chosen is not None else None
        if play is not None:
            self.post_message(OpenDebrief(play))

    def action_help(self) -> None:
        """What can be pressed."""
        self.app.push_screen(HelpScreen(_COMMANDS))


def _row(save: Save, now: datetime) -> Content:
    assert save.play is not None  # finished calls have one
    play = save.play
    curve = tiny(play.anger, 12)
    return words(
        shortened(play.scenario.title, 34).ljust(36), curve, " " * (14 - curve.cell_length),
        outcome_in_words(play).ljust(18), (when(save, now), "$muted"),
    )  # fmt: skip
