"""`defuse watch`: a scenario's problems and a live call side by side. On save, the call is replayed to where it was."""

from pathlib import Path
from typing import ClassVar, Final

from textual import work
from textual.app import App, ComposeResult, SuspendNotSupported
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from game import talk
from game.authoring.map import map_lines
from game.authoring.mending import Mended, mend, undo
from game.authoring.problems import Problem
from game.call import Call, Left, Refused, Settings, Shown, TookBack, Unsure, new_call, take, typed_again
from game.errors import DefuseError
from game.records.transcript import as_transcript
from game.review.debrief import did
from game.tui.editor import edit, editor_command
from game.tui.glyphs import GLYPHS
from game.tui.keys import Command, bindings
from game.tui.screens.reading import ReadingScreen
from game.tui.text import lines, words
from game.tui.theme import THEMES
from game.tui.watching import Watched, look_at, stamp_of
from game.tui.widgets.frame import KeyRow, TitleBar
from game.tui.widgets.mending import bot_rows, problem_rows
from game.tui.widgets.picker import Picker
from game.tui.widgets.reply import ReplyBox

_LEAVE: Final = Command("escape", "app.quit", "leave", "Stop watching.")
_MAP: Final = Command("f2", "app.show_map", "map", "The whole scenario as a picture.", typed="/map", priority=True)
_TRYING: Final = (
    _LEAVE,
    Command("tab", "app.to_problems", "problems", "Go through what is wrong with the file.", priority=True),
    _MAP,
    Command("f8", "app.take_back", "take back", "Take the last line back.", typed="/back", priority=True),
    Command("ctrl+n", "app.start_anew", "start anew", "Begin the call again.", shown="^n", priority=True),
    Command("ctrl+t", "app.write_play", "write a .play", "Write the call down as a test.", shown="^t", priority=True),
)
"""What can be done from the reply box."""
_UNDO: Final = Command("u", "app.undo", "undo", "Put the file back as it was before that.", typed="/undo")
_OPEN: Final = Command("o", "app.open", "open in editor", "Open the file at this line.")
_MENDING: Final = (
    _LEAVE,
    Command("tab", "app.to_problems", "try a line", "Go back to the call.", priority=True),
    Command("enter", "app.mend", "mend", "Mend it in the file, or open the file at this line.", shown="↑↓ enter"),
    _UNDO,
    _OPEN,
    _MAP,
)
"""What can be done from the list of problems."""
_WIDEST_PAGE: Final = 114
_AROUND_A_PAGE: Final = 10
"""Cells that the frame of a page takes, and its scrollbar."""
_LOOKS_EVERY: Final = 0.3
"""Seconds between two looks at the file."""


class MapScreen(ReadingScreen):
    """A whole scenario as a picture, as `defuse map` draws it."""


class WatchApp(App[int]):
    """Watches one scenario's file."""

    TITLE = "Defuse watch"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012  # Textual declares it so
    CSS_PATH: ClassVar = [f"styles/{name}.tcss" for name in ("frame", "talk", "lists", "pages", "watch", "ascii")]
    BINDINGS: ClassVar = bindings((*_TRYING, _UNDO, _OPEN))

    class Looked(Message):
        """The file was read again."""

        def __init__(self, watched: Watched) -> None:
            super().__init__()
            self.watched = watched

    def __init__(self, path: Path, seed: int) -> None:
        super().__init__()
        self._path = path
        self._seed = seed
        self._watched: Watched | None = None
        self._call: Call | None = None
        self._lines: tuple[str, ...] = ()
        self._said = ""
        """What there is to say about the last line, beside the call itself."""
        self._mended: tuple[Mended, ...] = ()
        """What was mended from here, the last at the end."""
        self._dropped = ""
        """The first line that no longer fits, after the file has changed."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "dusk" if GLYPHS.unicode else "contrast"

    def compose(self) -> ComposeResult:
        """Problems and bots on the left, the call on the right."""
        yield TitleBar(words(("watch ", "bold"), (str(self._path), "$muted")), words(("reading …", "$muted")))
        with Horizontal(classes="watch"):
            with Vertical(classes="problems"):
                yield Picker(id="problems")
                yield Static(id="sound")
                yield Static(id="bots")
            with Vertical(classes="preview"):
                with VerticalScroll(classes="calling", can_focus=False):
                    yield Static(id="call")
                yield Static(id="heard")
                yield ReplyBox()
        yield KeyRow(_TRYING)

    def on_mount(self) -> None:
        """Look at once, then again and again."""
        self.set_class(not GLYPHS.unicode, "-ascii")
        self.query_one(".calling", VerticalScroll).anchor()
        box = self.query_one(ReplyBox)
        box.caption("Try a line", "enter sends · a number chooses · enter on empty: let them talk")
        box.focus()
        self._look()
        self.set_interval(_LOOKS_EVERY, self._look_if_saved)

    def _look_if_saved(self) -> None:
        if self._watched is not None and stamp_of(self._path) != self._watched.stamp:
            self._look()

    @work(thread=True, exclusive=True)
    def _look(self) -> None:
        worker = get_current_worker()
        for watched in look_at(self._path):
            if worker.is_cancelled:  # the file was saved again meanwhile
                return
            self.post_message(self.Looked(watched))

    def on_watch_app_looked(self, message: Looked) -> None:
        """Show what the file comes to now, and replay the call in it."""
        if not self.query("#problems"):  # the screen is being closed
            return
        before, self._watched = self._watched, message.watched
        self._offer_problems()
        is_new = before is None or before.loaded is not message.watched.loaded
        if is_new and message.watched.loaded.scenario is not None:
            typed, had_dropped = len(self._lines), self._dropped
            self._begin()
            lost = typed - len(self._lines)
            if lost:
                self._said = f"{lost} of your lines no longer fit, from “{self._dropped}” on."
            elif had_dropped:
                self._said = ""
        self._show()

    def _begin(self) -> None:
        """The call from its start, with the same lines typed again."""
        if self._watched is None or self._watched.loaded.scenario is None:
            return
        fresh = new_call(self._watched.loaded.name, self._watched.loaded.scenario, self._seed, Settings())
        self._call, taken = typed_again(fresh, self._lines)
        self._dropped = self._lines[len(taken)] if len(taken) < len(self._lines) else ""
        self._lines = taken

    def on_reply_box_sent(self, message: ReplyBox.Sent) -> None:
        """Try the line on the customer."""
        steers = {_MAP.typed: self.action_show_map, _UNDO.typed: self.action_undo}.get(message.text.strip())
        if steers is not None:
            self.query_one(ReplyBox).put("")
            steers()
            return
        if self._call is None:
            return
        call, answer = take(self._call, message.text)
        match answer:
            case Left():
                self.exit(0)
                return
            case Refused(sentence):
                self._said = sentence
            case Unsure(pending, _):
                self._said = f"Nothing was recognised in “{pending.text}”."
            case Shown():
                self._said = "Here you see everything at once; type a line, a number, or a gesture."
            case TookBack():
                self._lines, self._call, self._said = self._lines[:-1], call, ""
            case _:
                self._lines, self._call, self._said = (*self._lines, message.text), call, ""
        if not isinstance(answer, Refused | Unsure):
            self.query_one(ReplyBox).put("")
        self._show()

    def _offer_problems(self) -> None:
        """The problems as rows; the one that takes the place of a mended one is pointed at."""
        if self._watched is None:
            return
        problems, rows = self._watched.problems, self.query_one("#problems", Picker)
        at = min(rows.index, max(0, len(problems) - 1))
        rows.offer(problem_rows(problems))
        rows.index = at
        if not problems and rows.has_focus:
            self.query_one(ReplyBox).focus()

    def _pointed_at(self) -> Problem | None:
        problems = self._watched.problems if self._watched is not None else ()
        at = self.query_one("#problems", Picker).index
        return problems[at] if at < len(problems) else None

    def action_to_problems(self) -> None:
        """From the call to the list of problems, or back."""
        rows, box = self.query_one("#problems", Picker), self.query_one(ReplyBox)
        if rows.has_focus or self._pointed_at() is None:
            box.focus()
        else:
            rows.focus()

    def on_descendant_focus(self) -> None:
        """Show what can be done from here."""
        if self.query("#problems") and not isinstance(self.screen, ReadingScreen):
            mending = self.query_one("#problems", Picker).has_focus
            self.query_one(KeyRow).commands = _MENDING if mending else _TRYING

    def on_picker_taken(self) -> None:
        """Enter on a problem."""
        self.action_mend()

    def action_mend(self) -> None:
        """Mend the problem that is pointed at, or open the file where only the author can."""
        problem = self._pointed_at()
        if problem is None:
            return
        if not problem.mended:
            self.action_open()
            return
        try:
            self._mended = (*self._mended, mend(self._path, problem))
            self._said = f"Line {problem.line} is mended; u puts it back."
        except DefuseError as error:
            self._said = str(error)
        self._look()

    def action_undo(self) -> None:
        """Put the file back as it was before the last thing that was mended."""
        if not self._mended:
            self._said = "Nothing was mended here that could be put back."
        else:
            try:
                undo(self._mended[-1])
                self._said = "The file is as it was before."
            except DefuseError as error:
                self._said = str(error)
            self._mended = self._mended[:-1]
        self._look()

    def action_open(self) -> None:
        """Open the file in the author's editor, at the problem's line."""
        problem = self._pointed_at()
        line = max(1, problem.line) if problem is not None else 1
        command = editor_command(self._path, line)
        if not command:
            self._said = f"Mend line {line} in your editor and save. Set $EDITOR to have enter open it there."
        else:
            try:
                with self.suspend():
                    self._said = edit(command)
            except SuspendNotSupported:
                self._said = f"No editor can be opened from here; it is line {line}."
        self._show()

    def action_show_map(self) -> None:
        """The whole scenario as a picture, or away again."""
        if isinstance(self.screen, ReadingScreen):
            self.screen.action_close()
        elif self._call is None:
            self._said = "There is no map before the file can be played."
            self._show()
        else:
            width = min(self.size.width, _WIDEST_PAGE) - _AROUND_A_PAGE
            picture = map_lines(self._call.scenario, self._call.name, width)
            self.push_screen(MapScreen("Map", lines(*picture)))

    def action_take_back(self) -> None:
        """Take the last line back."""
        self._lines, self._said = self._lines[:-1], ""
        self._begin()
        self._show()

    def action_start_anew(self) -> None:
        """Begin again, with another seed."""
        self._lines, self._said, self._seed = (), "", self._seed + 1
        self._begin()
        self._show()

    def action_write_play(self) -> None:
        """Write the call beside the scenario, as a transcript that `defuse test` replays."""
        if self._call is None or not self._call.play.turns:
            self._said = "Nothing was said yet, so there is nothing to write down."
        else:
            self._said = _written(self._path, as_transcript(self._call.play))
        self._show()

    def _show(self) -> None:
        if self._watched is None:
            return
        watched, told_of = self._watched, self._watched.problems
        errors = "1 error" if watched.errors == 1 else f"{watched.errors} errors"
        told = f"{errors}, {watched.warnings} to look at"
        self.query_one(TitleBar).show_right(words((told, "$boiling" if watched.errors else "$muted")))
        self.query_one("#sound", Static).update(words() if told_of else words(("✓ ", "$accent"), "Nothing to mend."))
        self.query_one("#bots", Static).update(bot_rows(watched))
        heard: list[Content] = []
        if self._call is None:
            self.query_one("#call", Static).update(words(("The call begins once the file can be played.", "$muted")))
        if self._call is not None:
            self.query_one("#call", Static).update(_told(self._call))
            heard = _heard(self._call)
        self.query_one("#heard", Static).update(lines(*heard, words((self._said, "$warm"))))


def _written(scenario: Path, text: str) -> str:
    number = 1
    while (path := scenario.with_name(f"{scenario.stem}.watch-{number}.play")).exists():
        number += 1
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as problem:
        return f"{path.name} cannot be written ({(problem.strerror or '').lower()})."
    return f"Written to {path.name}; defuse test replays it."


def _told(call: Call) -> Content:
    name = call.scenario.first_name
    rows = [words((f"{name}  ", "bold"), (str(call.play.opening.anger), "$muted")), words(call.play.opening.said)]
    for turn in call.play.turns:
        rows += [words(""), words(("You  ", "bold $accent"), (f"{turn.change:+d}", "$muted")), words(did(turn))]
        if turn.said != turn.before.said:
            rows += [words((f"{name}  ", "bold"), (str(turn.state.anger), "$muted")), words(turn.said)]
    menu = [words((f"{number} ", "$accent"), choice.say) for number, choice in enumerate(call.choices, 1)]
    return lines(*rows, words(""), *menu)


def _heard(call: Call) -> list[Content]:
    if not call.play.turns:
        return [words((talk.anger_line(call.state), "$muted"))]
    turn = call.play.turns[-1]
    rows = [words((talk.anger_line(turn.state, turn), "$muted"))]
    rows += [words(f"{found.technique}: ", (f"“{found.quote}”", "$muted")) for found in turn.reading.evidence]
    return rows


def run_watch(path: Path, seed: int) -> int:
    """Watch a scenario's file until the author leaves; the exit code."""
    return WatchApp(path, seed).run() or 0
