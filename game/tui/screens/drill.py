"""Drills, when they are due: the moment, one line, and at once what it did. Your own mistakes, or one technique."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from game.call import Answer, Call, Left, Moved, Refused, Settings, TookBack, Unsure, take
from game.core.state import Turn
from game.errors import SavesError
from game.records import practice
from game.review.positions import Answered, Position, answer
from game.tui.desk import Desk
from game.tui.keys import Command, bindings
from game.tui.screens.help import HelpScreen
from game.tui.screens.why import WhyScreen
from game.tui.text import words
from game.tui.widgets import drilling
from game.tui.widgets.answering import Answering
from game.tui.widgets.below import Typed
from game.tui.widgets.frame import KeyRow, TitleBar
from game.tui.widgets.reply import ReplyBox

_COMMANDS: Final = (
    Command("enter", "go_on", "next", "The next one, once this one is answered."),
    Command("w,f3", "why", "why", "Why the meter moved, once this one is answered."),
    Command("tab", "pass_over", "not now", "Leave this one for another day; it stays due."),
    Command("f1", "help", "help", "What can be pressed and typed here.", typed="/help"),
    Command("escape", "leave", "stop", "Back; what is not answered stays due.", typed="/quit"),
    Command("up", "scroll(-1)", "", "Read further up, once this one is answered."),
    Command("down", "scroll(1)", "", "Read further down, once this one is answered."),
)
_ASKING: Final = ("go_on", "why")
_ANSWERED: Final = ("pass_over",)


class DrillScreen(Screen[None]):
    """The positions that are due, one after the other."""

    AUTO_FOCUS = "ReplyBox"
    HERE: ClassVar = _COMMANDS
    BINDINGS: ClassVar = bindings(_COMMANDS)

    def __init__(self, desk: Desk, waiting: tuple[Position, ...]) -> None:
        super().__init__()
        self.desk = desk
        self.waiting = waiting
        self.index = 0
        self.call = self._begun()
        self.turn: Turn | None = None

    @property
    def position(self) -> Position:
        """The moment that is asked about."""
        return self.waiting[self.index]

    def _begun(self) -> Call:
        return Call("drill", self.position.play, Settings("typed"))

    def compose(self) -> ComposeResult:
        """The moment, what came of the answer, and the box."""
        yield TitleBar(words("Drill"))
        with VerticalScroll(id="drill", can_focus=False):
            yield Static(id="moment")
            yield Static(id="their-line", classes="hers")
            yield Static(id="asked")
            yield Static(id="my-line", classes="mine")
            yield Static(id="their-answer", classes="hers")
            yield Static(id="verdict")
        yield Answering(self.call, self.desk.taste)
        yield KeyRow(_COMMANDS)

    def on_mount(self) -> None:
        """Ask the first one."""
        self._ask()

    def _ask(self) -> None:
        self.call, self.turn = self._begun(), None
        state = self.position.state
        bar = self.query_one(TitleBar)
        bar.show_left(words("Drill", (f"  {drilling.kind(self.position)}", "$faint")))
        bar.show_right(words((f"{self.index + 1}", "bold"), (f" of {len(self.waiting)}", "$muted")))
        self.query_one("#moment", Static).update(drilling.moment(self.position))
        drilling.her_line(self.query_one("#their-line", Static), self.position.play, state)
        asked = self.query_one("#asked", Static)
        asked.update(drilling.asked(self.position))
        asked.display = bool(self.position.technique)
        for id in ("#my-line", "#their-answer", "#verdict"):
            self.query_one(id).display = False
        box = self._answering
        box.display, box.disabled = True, False
        box.show(self.call, self.desk.taste)
        box.box.put("")
        box.box.focus()
        self.query_one("#drill").anchor()
        self._show_keys()

    @property
    def _answering(self) -> Answering:
        return self.query_one(Answering)

    def _show_keys(self) -> None:
        hidden = _ASKING if self.turn is None else _ANSWERED
        self.query_one(KeyRow).commands = tuple(one for one in _COMMANDS if one.action not in hidden)

    def on_reply_box_sent(self, message: ReplyBox.Sent) -> None:
        """Enter in the box; a second one, sent before the box was gone, says nothing more."""
        if self.turn is None:
            self._take(message.text, typed=True)

    def on_typed(self, message: Typed) -> None:
        """A click on something that could have been typed."""
        self._take(message.line)
        self._answering.box.focus()

    def _take(self, line: str, *, typed: bool = False) -> None:
        call, reply = take(self.call, line)
        if isinstance(reply, Moved | Unsure | TookBack):
            if len(call.play.turns) < len(self.position.play.turns):
                self._answering.tell("Only your own line is asked for here; what was said before stays.")
                return
            self.call = call
            if typed:
                self._answering.box.put("")
        self._show(reply)

    def _show(self, reply: Answer) -> None:
        match reply:
            case Moved(turn):
                self._grade(turn)
            case Unsure():
                self._answering.show(self.call, self.desk.taste)
            case Refused(sentence):
                self._answering.tell(sentence)
            case Left():
                self.action_leave()
            case _:
                self._answering.tell("Only a line of yours is asked for here, or a gesture; enter on empty listens.")

    def _grade(self, turn: Turn) -> None:
        self.turn = turn
        found = answer(self.position, turn.move)
        self._answering.display, self._answering.disabled = False, True  # hidden alone, it would still take the focus
        self.set_focus(None)
        mine = self.query_one("#my-line", Static)
        mine.update(drilling.my_line(turn))
        mine.display = True
        hers = self.query_one("#their-answer", Static)
        drilling.her_line(hers, self.call.play, turn.state)
        hers.display = turn.said != turn.before.said
        verdict = self.query_one("#verdict", Static)
        verdict.update(drilling.verdict(self.position, found, self._record(found), last=self._last))
        verdict.display = True
        self.query_one("#drill").anchor()
        self._show_keys()

    @property
    def _last(self) -> bool:
        return self.index == len(self.waiting) - 1

    def _record(self, found: Answered) -> str:
        """Keep the answer for the spacing; a sentence where it could not be kept."""
        try:
            practice.record(self.desk.saves, self.position.id, found.quality)
        except SavesError as problem:
            return str(problem)
        return ""

    def action_go_on(self) -> None:
        """The next one."""
        if self.turn is not None:
            self.action_pass_over()

    def action_pass_over(self) -> None:
        """The next one, whether this one was answered or not."""
        if self._last:
            self.action_leave()
        else:
            self.index += 1
            self._ask()

    def action_why(self) -> None:
        """Why the meter moved."""
        if self.turn is not None:
            self.app.push_screen(WhyScreen(self.call.play, len(self.call.play.turns), may_dispute=False))

    def action_leave(self) -> None:
        """Back to where this was opened."""
        self.app.pop_screen()

    def action_help(self) -> None:
        """What can be pressed and typed."""
        self.app.push_screen(HelpScreen(_COMMANDS, typing=True))

    def action_scroll(self, by: int) -> None:
        """Read on."""
        self.query_one("#drill").scroll_relative(y=by, animate=False)
