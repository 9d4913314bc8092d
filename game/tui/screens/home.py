"""Home: the call that waits, every customer by level, and the one that is pointed at."""

from datetime import UTC, datetime
from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Static

from game.authoring.library import Loaded
from game.authoring.problems import as_text
from game.tui.desk import Desk, Shelf
from game.tui.keys import Command, bindings
from game.tui.messages import OpenBrief, ResumeCall, ShelfRead
from game.tui.practising import by_technique, nothing_of
from game.tui.screens.drill import DrillScreen
from game.tui.screens.help import HelpScreen
from game.tui.screens.past import PastScreen
from game.tui.screens.progress import ProgressScreen
from game.tui.screens.reading import ReadingScreen
from game.tui.text import words
from game.tui.widgets import customers
from game.tui.widgets.frame import KeyRow, TitleBar
from game.tui.widgets.picker import Picker
from game.tui.widgets.progressing import nothing_due

_COMMANDS: Final = (
    Command("enter", "brief", "brief", "Read the brief of the customer you point at."),
    Command("r", "resume", "resume", "Pick up the call where you left off."),
    Command("d", "drill", "drill", "Answer again what is due: your own mistakes, and what you drilled."),
    Command("p", "progress", "progress", "How it is going, and what to play next."),
    Command("v", "past", "past runs", "Every call so far: the debrief, or the call itself where it still waits."),
    Command("o", "problems", "problems", "What is wrong with a scenario that cannot be read."),
    Command("c", "app.colours", "colours", "Dark, light, high contrast."),
    Command("m", "app.motion", "motion", "The meter glides, or jumps."),
    Command("question_mark", "help", "help", "What can be pressed here."),
    Command("q", "app.quit", "quit", "Leave the game."),
)


class Card(Static):
    """The call that waits. A click picks it up."""

    async def on_click(self) -> None:
        """Pick it up."""
        await self.run_action("screen.resume")


class HomeScreen(Screen[None]):
    """The list of customers."""

    AUTO_FOCUS = "Picker"
    HERE: ClassVar = _COMMANDS
    BINDINGS: ClassVar = bindings(_COMMANDS)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.shelf = Shelf()

    def compose(self) -> ComposeResult:
        """The paused call, the list, and what is pointed at."""
        yield TitleBar(words(("practise calming an upset customer", "$muted")))
        with Horizontal(id="home"):
            with Vertical(id="left"):
                yield Card(id="resume")
                yield Picker(id="customers")
            yield Static(id="about")
        yield Static(id="today")
        yield Static(id="note")
        yield KeyRow(_COMMANDS)

    def on_screen_resume(self) -> None:
        """Read what is on disk, behind the first paint and again after each call."""
        self._read()

    @work(thread=True, exclusive=True)
    def _read(self) -> None:
        self.post_message(ShelfRead(self.desk.shelf()))

    def on_shelf_read(self, message: ShelfRead) -> None:
        """Show it; where it leads to is for the app to say."""
        self.show(message.shelf)

    def on_resize(self) -> None:
        """Lay the list out anew."""
        self.show(self.shelf)

    def show(self, shelf: Shelf) -> None:
        """Show what is on disk now."""
        self.shelf = shelf
        card = self.query_one("#resume", Static)
        card.display = shelf.paused is not None
        if shelf.paused is not None:
            card.update(customers.card(shelf.paused))
        self.query_one(Picker).offer(customers.choices(shelf, narrow=self.app.size.width < 100))
        unreadable = [save for save in shelf.saves if save.problem]
        self.query_one("#note", Static).update(words((unreadable[0].problem if unreadable else "", "$warm")))
        self.query_one("#today", Static).update(customers.today(shelf.practice))
        self._show_keys()

    def _show_keys(self) -> None:
        """Only those that do something now."""
        pointed = self._pointed()
        broken = pointed is not None and pointed.scenario is None
        usable = {"resume": self.shelf.paused, "past": self.shelf.played, "problems": broken, "brief": not broken}
        looks = ("app.colours", "app.motion") if self.app.size.width < 100 else ()
        self.query_one(KeyRow).commands = tuple(
            command for command in _COMMANDS if usable.get(command.action, True) and command.action not in looks
        )

    def on_picker_pointed(self, message: Picker.Pointed) -> None:
        """Tell about the customer that is pointed at."""
        loaded = self._loaded(message.id)
        narrow = self.app.size.width < 100
        about = (
            customers.unreadable(loaded)
            if loaded.scenario is None
            else customers.about(loaded.scenario, self.shelf.practice.picked(loaded.name), narrow=narrow)
        )
        self.query_one("#about", Static).update(about)
        self._show_keys()

    def on_picker_taken(self) -> None:
        """Enter, or a second click."""
        self.action_brief()

    def _loaded(self, name: str) -> Loaded:
        return next(loaded for loaded in self.shelf.scenarios if loaded.name == name)

    def _pointed(self) -> Loaded | None:
        chosen = self.query_one(Picker).chosen
        return None if chosen is None else self._loaded(chosen)

    def action_brief(self) -> None:
        """The brief; for a scenario that cannot be read, its problems."""
        loaded = self._pointed()
        if loaded is None:
            return
        if loaded.scenario is None:
            self.action_problems()
        else:
            self.post_message(OpenBrief(loaded))

    def action_resume(self) -> None:
        """Go on with the paused call."""
        if self.shelf.paused is not None:
            self.post_message(ResumeCall(self.shelf.paused))

    def action_past(self) -> None:
        """Calls that are over."""
        if self.shelf.played:
            self.app.push_screen(PastScreen(self.shelf.played))

    def action_drill(self) -> None:
        """Those that are due; if none is, say so."""
        practice = self.shelf.practice
        if practice.due:
            self.app.push_screen(DrillScreen(self.desk, practice.due))
        else:
            self.query_one("#note", Static).update(words(nothing_due(practice, datetime.now(UTC))))

    def drill(self, technique: str) -> None:
        """Drills of this technique, or with none named those that are due; if there are none, say so."""
        if not technique:
            self.action_drill()
            return
        now, desk = datetime.now(UTC), self.desk
        found = by_technique(technique, self.shelf.playable, desk.saves, now, desk.another_seed(), desk.most_drills)
        if found:
            self.app.push_screen(DrillScreen(desk, tuple(found)))
        else:
            self.query_one("#note", Static).update(words(nothing_of(technique)))

    def action_progress(self) -> None:
        """How it is going."""
        self.app.push_screen(ProgressScreen(self.desk, self.shelf))

    def action_problems(self) -> None:
        """What is wrong, place by place, with the remedy."""
        loaded = self._pointed()
        if loaded is not None and loaded.problems:
            text = "\n\n".join(as_text(problem) for problem in loaded.problems)
            self.app.push_screen(ReadingScreen(f"{loaded.name} cannot be read yet", words(text)))

    def action_help(self) -> None:
        """What can be pressed."""
        self.app.push_screen(HelpScreen(_COMMANDS))
