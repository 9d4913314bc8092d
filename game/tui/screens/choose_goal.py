"""Another thing for next time: the goals that fit this call, to choose one from."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from game.review.goals import Goal
from game.tui.keys import Command, bindings
from game.tui.text import words
from game.tui.widgets.frame import KeyRow
from game.tui.widgets.picker import Choice, Picker

_COMMANDS: Final = (
    Command("enter", "take", "take this one", "Take the goal that you point at into the next call."),
    Command("escape,q,g", "keep", "keep", "Keep the goal as it is."),
    Command("up", "move(-1)", "choose", "The goal above.", shown="↑↓"),
    Command("down", "move(1)", "", "The goal below."),
)


class ChooseGoalScreen(ModalScreen[Goal | None]):
    """The goals that fit. Dismissed with the one chosen, or with None to keep it as it is."""

    AUTO_FOCUS = "Picker"
    HERE: ClassVar = _COMMANDS
    BINDINGS: ClassVar = bindings(_COMMANDS)

    def __init__(self, fitting: tuple[Goal, ...], now: Goal) -> None:
        super().__init__()
        self._fitting = fitting
        self._now = now

    def compose(self) -> ComposeResult:
        """The goals, the present one pointed at."""
        with Vertical(classes="page"):
            yield Picker([Choice(goal.id, words(goal.text)) for goal in self._fitting])
            yield KeyRow(_COMMANDS)

    def on_mount(self) -> None:
        """Write the heading into the frame, and point at the goal as it is."""
        self.query_one(".page").border_title = words("One thing for next time")
        if self._now in self._fitting:
            self.call_after_refresh(self._point)

    def _point(self) -> None:
        self.query_one(Picker).index = self._fitting.index(self._now)

    def action_move(self, by: int) -> None:
        """Another goal."""
        self.query_one(Picker).action_move(by)

    def action_take(self) -> None:
        """This one."""
        self.query_one(Picker).action_take()

    def on_picker_taken(self, message: Picker.Taken) -> None:
        """Enter, or a second click."""
        self.dismiss(next(goal for goal in self._fitting if goal.id == message.id))

    def action_keep(self) -> None:
        """As it is."""
        self.dismiss(None)
