"""`defuse watch`: a scenario's problems and a live call side by side. On save, the call is replayed to where it was."""

from pathlib import Path
from typing import ClassVar, Final

from textual import work
from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from game import talk
from game.authoring.problems import Problem, is_error
from game.call import Call, Left, Refused, Shown, TookBack, Unsure, new_call, take, typed_again
from game.records.transcript import as_transcript
from game.review.debrief import did
from game.tui.glyphs import GLYPHS
from game.tui.keys import Command, bindings
from game.tui.text import lines, words
from game.tui.theme import THEMES
from game.tui.watching import Watched, look_at, stamp_of
from game.tui.widgets.frame import KeyRow, TitleBar
from game.tui.widgets.reply import ReplyBox

_COMMANDS: Final = (
    Command("escape", "app.quit", "leave", "Stop watching."),
    Command("f8", "app.take_back", "take back", "Take the last line back.", typed="/back", priority=True),
    Command("ctrl+n", "app.start_anew", "start anew", "Begin the call again.", shown="^n", priority=True),
    Command("ctrl+t", "app.write_play", "write a .play", "Write the call down as a test.", shown="^t", priority=True),
)
_LOOKS_EVERY: Final = 0.3
"""Seconds between two looks at the file."""


class WatchApp(App[int]):
    """Watches one scenario's file."""

    TITLE = "Defuse watch"
    CSS_PATH: ClassVar = [f"styles/{name}.tcss" for name in ("frame", "talk", "watch", "ascii")]
    BINDINGS: ClassVar = bindings(_COMMANDS)

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
        self._dropped = ""
        """The first line that no longer fits, after the file has changed."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "dusk" if GLYPHS.unicode else "contrast"

    def compose(self) -> ComposeResult:
        """Problems and bots on the left, the call on the right."""
        yield TitleBar(words(("watch ", "bold"), (str(self._path), "$muted")), words(("reading …", "$muted")))
        with Horizontal(classes="watch"):
            with VerticalScroll(classes="problems", can_focus=False):
                yield Static(id="problems")
                yield Static(id="bots")
            with Vertical(classes="preview"):
                with VerticalScroll(classes="calling", can_focus=False):
                    yield Static(id="call")
                yield Static(id="heard")
                yield ReplyBox()
        yield KeyRow(_COMMANDS)

    def on_mount(self) -> None:
        """Look at once, then again and again."""
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
        self.post_message(self.Looked(look_at(self._path)))

    def on_watch_app_looked(self, message: Looked) -> None:
        """Show what the file comes to now, and replay the call in it."""
        self._watched = message.watched
        if message.watched.loaded.scenario is not None:
            before = len(self._lines)
            self._begin()
            lost = before - len(self._lines)
            self._said = f"{lost} of your lines no longer fit, from “{self._dropped}” on." if lost else ""
        self._show()

    def _begin(self) -> None:
        """The call from its start, with the same lines typed again."""
        if self._watched is None or self._watched.loaded.scenario is None:
            return
        fresh = new_call(self._watched.loaded.name, self._watched.loaded.scenario, self._seed, "menu")
        self._call, taken = typed_again(fresh, self._lines)
        self._dropped = self._lines[len(taken)] if len(taken) < len(self._lines) else ""
        self._lines = taken

    def on_reply_box_sent(self, message: ReplyBox.Sent) -> None:
        """Try the line on the customer."""
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
        watched = self._watched
        errors = "1 error" if watched.errors == 1 else f"{watched.errors} errors"
        told = f"{errors}, {watched.warnings} to look at"
        self.query_one(TitleBar).show_right(words((told, "$boiling" if watched.errors else "$muted")))
        self.query_one("#problems", Static).update(lines(*(_problem(one) for one in watched.loaded.problems)))
        self.query_one("#bots", Static).update(_bots(watched))
        if self._call is not None:
            self.query_one("#call", Static).update(_told(self._call))
            self.query_one("#heard", Static).update(lines(*_heard(self._call), words((self._said, "$warm"))))


def _written(scenario: Path, text: str) -> str:
    number = 1
    while (path := scenario.with_name(f"{scenario.stem}.watch-{number}.play")).exists():
        number += 1
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as problem:
        return f"{path.name} cannot be written ({(problem.strerror or '').lower()})."
    return f"Written to {path.name}; defuse test replays it."


def _problem(problem: Problem) -> Content:
    mark = ("× ", "$boiling") if is_error(problem) else ("! ", "$warm")
    place = f"line {problem.line}, column {problem.column}"
    return lines(
        words(mark, (place, "bold"), f"  {problem.code}"),
        words("  ", problem.message),
        words("  → ", (problem.remedy, "$muted")),
        words(""),
    )


def _bots(watched: Watched) -> Content:
    if not watched.bots:
        return words("")
    rows = [words(("Played by bots", "bold $muted"))]
    for bot in watched.bots:
        bound = f"≥ {bot.low:.0%}" if bot.low else f"≤ {bot.high:.0%}"
        mark = ("✓", "$accent") if bot.in_bounds else ("!", "$warm")
        rows.append(words(f"{bot.bot:15}{bot.share:>5.0%}  ", (f"{bound:8}", "$muted"), mark))
    return lines(*rows)


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
