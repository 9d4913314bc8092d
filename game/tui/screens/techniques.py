"""Which technique to drill: the weakest on top, each with how often it was done where it was called for."""

from datetime import UTC, datetime
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from game.core.techniques import HELPFUL, TECHNIQUES
from game.review.skills import Skill
from game.tui.desk import Desk, Shelf
from game.tui.keys import Command, bindings
from game.tui.practising import by_technique, nothing_of
from game.tui.screens.drill import DrillScreen
from game.tui.screens.help import HelpScreen
from game.tui.text import lines, words
from game.tui.widgets.frame import KeyRow, TitleBar
from game.tui.widgets.picker import Choice, Picker

_COMMANDS: Final = (
    Command("enter", "drill", "drill it", "Five lines to say so that they do this, each at a moment of a call."),
    Command("question_mark", "help", "help", "What can be pressed here."),
    Command("escape,q", "app.back", "back", "Back to your progress."),
)


class TechniquesScreen(Screen[None]):
    """The helpful techniques."""

    AUTO_FOCUS = "Picker"
    HERE: ClassVar = _COMMANDS
    BINDINGS: ClassVar = bindings(_COMMANDS)

    def __init__(self, desk: Desk, shelf: Shelf) -> None:
        super().__init__()
        self.desk = desk
        self.shelf = shelf

    def compose(self) -> ComposeResult:
        """The list."""
        skills = {skill.id: skill for skill in self.shelf.practice.progress.skills}
        weakest_first = [*(id for id in skills if id in HELPFUL), *(id for id in HELPFUL if id not in skills)]
        yield TitleBar(words("Drill a technique"))
        yield Picker([Choice(id, _row(id, skills.get(id))) for id in weakest_first])
        yield Static(id="note")
        yield KeyRow(_COMMANDS)

    def on_picker_pointed(self, message: Picker.Pointed) -> None:
        """Say what it is, with a line that does it."""
        technique = TECHNIQUES[message.id]
        note = lines(words(technique.meaning), words(("As in  ", "$muted"), (f"“{technique.example}”", "italic")))
        self.query_one("#note", Static).update(note)

    def on_picker_taken(self) -> None:
        """Enter, or a second click."""
        self.action_drill()

    def action_drill(self) -> None:
        """Begin; where nothing of it is to be had now, say so."""
        technique = self.query_one(Picker).chosen
        if technique is None:
            return
        seed = self.desk.another_seed()
        found = by_technique(
            technique, self.shelf.playable, self.desk.saves, datetime.now(UTC), seed, self.desk.most_drills
        )
        if found:
            self.app.switch_screen(DrillScreen(self.desk, tuple(found)))
        else:
            self.query_one("#note", Static).update(words((nothing_of(technique), "$muted")))

    def action_help(self) -> None:
        """What can be pressed."""
        self.app.push_screen(HelpScreen(_COMMANDS))


def _row(id: str, skill: Skill | None) -> Content:
    done = f"{skill.done} of {skill.called_for}" if skill is not None else ""
    recency = skill.recency if skill is not None else ""
    return words(TECHNIQUES[id].does.ljust(28), (done.ljust(12), "$muted"), (recency, "$muted"))
