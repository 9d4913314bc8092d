"""Home: the call that waits, every customer by level, and the one that is pointed at."""

from datetime import UTC, datetime
from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from game.authoring.library import Loaded
from game.authoring.problems import as_text, is_error
from game.core.scenario import Scenario
from game.core.slots import PRONOUNS
from game.core.state import phase_of
from game.core.techniques import TECHNIQUES
from game.records.store import Save
from game.tui.desk import Desk, Shelf
from game.tui.drawing.bands import band_in, band_of, reading
from game.tui.drawing.curve import tiny
from game.tui.glyphs import GLYPHS
from game.tui.keys import Command, bindings
from game.tui.messages import OpenBrief, ResumeCall, ShelfRead
from game.tui.runs import BY, LEVELS, best, in_order_of_level, outcome_in_words, when
from game.tui.screens.reading import ReadingScreen
from game.tui.screens.help import HelpScreen
from game.tui.screens.past import PastScreen
from game.tui.text import lines, one_line, shortened, words
from game.tui.widgets.frame import KeyRow, TitleBar
from game.tui.widgets.picker import Choice, Picker

_COMMANDS: Final = (
    Command("enter", "brief", "brief", "Read the brief of the customer you point at."),
    Command("r", "resume", "resume", "Pick up the call where you left off."),
    Command("v", "past", "past runs", "The debriefs of calls that are over."),
    Command("o", "problems", "", "What is wrong with a scenario that cannot be read."),
    Command("c", "app.colours", "colours", "Dark, light, high contrast."),
    Command("m", "app.motion", "motion", "The meter glides, or jumps."),
    Command("question_mark", "help", "help", "What can be pressed here."),
    Command("q", "app.quit", "quit", "Leave the game."),
)
_TITLE: Final = 36


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
        with Horizontal():
            with Vertical(id="left"):
                yield Card(id="resume")
                yield Picker(id="customers")
            yield Static(id="about")
        yield Static(id="note")
        yield KeyRow(_COMMANDS)

    def on_screen_resume(self) -> None:
        """Read what is on disk, behind the first paint and again after each call."""
        self._read()

    @work(thread=True, exclusive=True)
    def _read(self) -> None:
        shelf = self.desk.shelf()
        self.app.call_from_thread(self.show, shelf)
        self.post_message(ShelfRead(shelf))

    def show(self, shelf: Shelf) -> None:
        """Show what is on disk now."""
        self.shelf = shelf
        card = self.query_one("#resume", Static)
        card.display = shelf.paused is not None
        if shelf.paused is not None:
            card.update(_card(shelf.paused))
        self.query_one(Picker).offer(_choices(shelf, narrow=self.app.size.width < 100))
        unreadable = [save for save in shelf.saves if save.problem]
        self.query_one("#note", Static).update(words((unreadable[0].problem if unreadable else "", "$warm")))
        self.query_one(KeyRow).commands = tuple(
            command for command in _COMMANDS
            if (command.action != "resume" or shelf.paused) and (command.action != "past" or shelf.finished)
        )  # fmt: skip

    def on_picker_pointed(self, message: Picker.Pointed) -> None:
        """Tell about the customer that is pointed at."""
        loaded = self._loaded(message.id)
        about = _unreadable(loaded) if loaded.scenario is None else _about(loaded.scenario)
        self.query_one("#about", Static).update(about)

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
        if self.shelf.finished:
            self.app.push_screen(PastScreen(self.shelf.finished))

    def action_problems(self) -> None:
        """What is wrong, place by place, with the remedy."""
        loaded = self._pointed()
        if loaded is not None and loaded.problems:
            text = "\n\n".join(as_text(problem) for problem in loaded.problems)
            self.app.push_screen(ReadingScreen(f"{loaded.name} cannot be read yet", words(text)))

    def action_help(self) -> None:
        """What can be pressed."""
        self.app.push_screen(HelpScreen(_COMMANDS))


def _choices(shelf: Shelf, *, narrow: bool) -> list[Choice]:
    """The rows: playable ones by level, then those that cannot be read."""
    rows: list[Choice] = []
    level = ""
    for loaded in sorted(shelf.playable, key=lambda loaded: (in_order_of_level(loaded.playable), loaded.playable.title)):
        scenario = loaded.playable
        heading = _heading(scenario.level, first=not level) if scenario.level != level and not narrow else None
        level = scenario.level
        rows.append(Choice(loaded.name, _row(shelf, loaded.name, scenario, narrow=narrow), heading))
    broken = [loaded for loaded in shelf.scenarios if loaded.scenario is None]
    rows += [Choice(loaded.name, _broken_row(loaded)) for loaded in broken]
    return rows


def _dots(level: str) -> Content:
    lit = LEVELS.index(level) + 1
    return words(GLYPHS.dot * lit, (GLYPHS.ring * (len(LEVELS) - lit), "$faint"))


def _heading(level: str, *, first: bool) -> Content:
    head = words((f"{level} ", "$faint"), _dots(level))
    if not first:
        return lines("", head)
    return words(head, " " * (_TITLE - head.cell_length), ("where     your best run", "$faint"))


def _row(shelf: Shelf, name: str, scenario: Scenario, *, narrow: bool) -> Content:
    title = shortened(scenario.title, _TITLE - 2).ljust(_TITLE - 2 if narrow else _TITLE)
    parts = [words(title), words((scenario.setting.ljust(10 if not narrow else 8), "$muted"))]
    if narrow:
        parts.append(words(_dots(scenario.level), "  "))
    run = best(shelf.saves, name)
    if run is None:
        return words(*parts, ("not played yet", "$faint"))
    curve = tiny(run.anger, 8)
    return words(*parts, curve, " " * max(1, 10 - curve.cell_length), (outcome_in_words(run), "$muted"))


def _broken_row(loaded: Loaded) -> Content:
    first = next((problem for problem in loaded.problems if is_error(problem)), None)
    where = f": line {first.line}" if first is not None and first.line else ""
    return words((f"{shortened(loaded.name, _TITLE - 2).ljust(_TITLE)}{GLYPHS.cross} cannot be read{where}", "$faint"))


def _card(save: Save) -> Content:
    """The call that waits."""
    assert save.play is not None  # noqa: S101  # paused means that there is one
    play = save.play
    customer, state = play.scenario.customer, play.state
    they = PRONOUNS[customer.pronoun]
    waits = f"turn {state.turn + 1}, {they.subject} {they.is_} waiting for your answer"
    if state.stage == "afterwards":
        waits = f"the call has ended; you could still get back to {they.object}"
    then = when(save, datetime.now(UTC))
    return lines(
        words(("Pick up where you left off", "bold"), "   ", ("r", "bold $accent"), (" resume", "$muted")),
        words(one_line(play.scenario.title), (f"  with {play.scenario.first_name}, {BY[play.scenario.setting]}, {then}", "$muted")),
        words(tiny(play.anger, 8), "  ", reading(state.anger, band_in(state)), (f"  {waits}", "$muted")),
        *([words((save.note, "$warm"))] if save.note else []),
    )


def _about(scenario: Scenario) -> Content:
    """The customer that is pointed at."""
    customer = scenario.customer
    they = PRONOUNS[customer.pronoun]
    starts = "start" if they.was == "were" else "starts"
    rows = [
        words((one_line(scenario.title), "bold")),
        words((BY[scenario.setting], "$muted")),
        words(),
        words(scenario.about or scenario.brief.situation),
        words(),
        words(f"{they.subject.capitalize()} {starts} at ", reading(customer.anger, band_of(customer.anger, phase_of(customer.anger)))),
    ]
    if scenario.trains:
        trained = [TECHNIQUES[id].example for id in scenario.trains if id in TECHNIQUES][:3]
        rows += [words(), words(("It trains lines like", "bold $muted")), *(words((f"“{line}”", "italic")) for line in trained)]
    rows += [words(), words(("enter", "bold $accent"), (" read the brief", "$muted"))]
    return lines(*rows)


def _unreadable(loaded: Loaded) -> Content:
    first = next((problem for problem in loaded.problems if is_error(problem)), None)
    rows = [words((loaded.name, "bold")), words((str(loaded.path), "$muted")), words()]
    if first is not None:
        rows += [words(first.message), words((first.remedy, "$muted")), words()]
    return lines(*rows, words(("o", "bold $accent"), (" show every problem", "$muted")))
