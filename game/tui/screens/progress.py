"""How it is going: what helps and what sets them off in your calls, how well you read them, and what comes next."""

from datetime import UTC, datetime
from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from game.review.rating import Calibration, calibration
from game.tui.desk import Desk, Shelf
from game.tui.keys import Command, bindings
from game.tui.messages import OpenBrief
from game.tui.screens.drill import DrillScreen
from game.tui.screens.help import HelpScreen
from game.tui.screens.past import PastScreen
from game.tui.screens.techniques import TechniquesScreen
from game.tui.text import one_line, words
from game.tui.widgets import progressing
from game.tui.widgets.frame import KeyRow, TitleBar

_COMMANDS: Final = (
    Command("up", "scroll(-1)", "read on", "Read further up.", shown="↑↓"),
    Command("down", "scroll(1)", "", "Read further down."),
    Command("pageup", "scroll(-10)", "", "Read further up."),
    Command("pagedown,space", "scroll(10)", "", "Read further down."),
    Command("n", "following", "next call", "The brief of the call that is picked for you."),
    Command("d", "drill", "drills", "Answer again what is due: your own mistakes, and what you drilled."),
    Command("t", "techniques", "technique", "Drills of one technique: the weakest is on top of the list."),
    Command("v", "past", "past runs", "Every call so far."),
    Command("escape,q,p", "app.back", "back", "Back to the customers."),
    Command("question_mark,f1", "help", "help", "What can be pressed here."),
)


class Calibrated(Message):
    """The rated calls were judged."""

    def __init__(self, found: Calibration) -> None:
        super().__init__()
        self.found = found


class ProgressScreen(Screen[None]):
    """Everything that the calls so far say of how it is going."""

    AUTO_FOCUS = ""
    HERE: ClassVar = _COMMANDS
    BINDINGS: ClassVar = bindings(_COMMANDS)

    def __init__(self, desk: Desk, shelf: Shelf) -> None:
        super().__init__()
        self.desk = desk
        self.shelf = shelf

    def compose(self) -> ComposeResult:
        """Days, skills, slips, calls and calibration; beside them what comes next."""
        practice = self.shelf.practice
        calls = practice.progress.calls
        titles = {one.name: one_line(one.playable.title) for one in self.shelf.playable}
        yield TitleBar(
            words(("progress", "$muted")), words((f"{calls} {'call' if calls == 1 else 'calls'} over", "$muted"))
        )
        with VerticalScroll(id="progress", can_focus=False), Horizontal():
            with Vertical(id="so-far"):
                if practice.days.days:
                    yield Static(progressing.days(practice.days))
                if calls:
                    yield Static(progressing.skills(practice.progress))
                    yield Static(progressing.slips(practice.progress))
                    yield Static(progressing.calls(practice.progress, titles))
                    yield Static(progressing.reading_yourself(None), id="calibration")
                else:
                    yield Static(words(("No call is over yet. What you do in the first one will be here.", "$muted")))
            with Vertical(id="from-here"):
                yield Static(progressing.following(practice, titles), classes="block -first")
                yield Static(progressing.drills(practice, datetime.now(UTC)), classes="block")
        yield KeyRow(_COMMANDS)

    def on_mount(self) -> None:
        """Have the rated calls judged, and offer only what there is."""
        practice = self.shelf.practice
        usable = {"following": practice.following, "drill": practice.due, "past": self.shelf.played}
        self.query_one(KeyRow).commands = tuple(one for one in _COMMANDS if usable.get(one.action, True))
        if practice.progress.calls:
            self._calibrate()

    @work(thread=True)
    def _calibrate(self) -> None:
        self.post_message(Calibrated(calibration(self.shelf.practice.rated)))

    def on_calibrated(self, message: Calibrated) -> None:
        """Show how near the ratings were."""
        self.query_one("#calibration", Static).update(progressing.reading_yourself(message.found))

    def action_following(self) -> None:
        """The brief of the one that is picked."""
        following = self.shelf.practice.following
        loaded = next((one for one in self.shelf.playable if following and one.name == following[0].name), None)
        if loaded is not None:
            self.post_message(OpenBrief(loaded))

    def action_drill(self) -> None:
        """Those that are due; what was answered since is not asked again before home is read anew."""
        if self.shelf.practice.due:
            self.app.switch_screen(DrillScreen(self.desk, self.shelf.practice.due))

    def action_techniques(self) -> None:
        """Choose a technique to drill."""
        self.app.push_screen(TechniquesScreen(self.desk, self.shelf))

    def action_past(self) -> None:
        """Every call so far."""
        if self.shelf.played:
            self.app.push_screen(PastScreen(self.shelf.played))

    def action_help(self) -> None:
        """What can be pressed."""
        self.app.push_screen(HelpScreen(_COMMANDS))

    def action_scroll(self, by: int) -> None:
        """Read on."""
        self.query_one("#progress").scroll_relative(y=by, animate=False)
