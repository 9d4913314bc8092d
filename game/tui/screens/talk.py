"""The call. You type, she answers, the meter moves; every rule of it is in `game.call`, none is here."""

from dataclasses import replace
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen

from game.call import Answer, Call, Helped, Left, Moved, Refused, Shown, TookBack, Unsure, take
from game.records.journal import Journal
from game.talk import HIDDEN
from game.tui.desk import Desk
from game.tui.keys import Command, bindings
from game.tui.messages import GoHome, OpenDebrief
from game.tui.options import Mode
from game.tui.runs import BY
from game.tui.screens.ask import AskScreen, answer
from game.tui.screens.drawer import BriefDrawer
from game.tui.screens.help import HelpScreen
from game.tui.screens.why import WhyScreen
from game.tui.taste import next_coach
from game.tui.text import lines, one_line, words
from game.tui.widgets.answering import Answering
from game.tui.widgets.below import Typed
from game.tui.widgets.clock import SilenceClock
from game.tui.widgets.conversation import Conversation
from game.tui.widgets.frame import KeyRow, TitleBar
from game.tui.widgets.reply import ReplyBox
from game.tui.widgets.transcript import Block

_HELP: Final[tuple[Mode, ...]] = ("labelled", "menu", "hybrid")
"""Ways of answering with help, the most help first; the way without any comes last."""
_COMMANDS: Final = (
    Command("f1", "help", "help", "What can be pressed and typed here.", typed="/help"),
    Command("f2", "brief", "brief", "What you know, may and may not, and what you promised.", typed="/brief"),
    Command("f3", "why", "why", "Why the meter moved.", typed="/why"),
    Command("f4", "coach", "coach", "The coach: folded, light, or full.", typed="/coach"),
    Command("f8", "back", "take back", "Take your last line back.", typed="/back"),
    Command("escape", "pause", "pause", "Pause, leave or end the call. It is saved.", typed="/quit"),
    Command(
        "f9",
        "mode",
        "menu",
        "More help: hints, a menu, a menu that tells what its lines do, and then none.",
        typed="/labelled /menu /hybrid /typed",
    ),
    Command("tab", "later", "", "After the call: begin a message to be sent some hours later.", typed="/later 30h …"),
    Command("pageup", "page(-1)", "", "Read further up.", priority=True),
    Command("pagedown", "page(1)", "", "Read further down.", priority=True),
)
_PAUSED: Final = (
    answer("escape,enter", "stay", "stay", "Back to the call."),
    answer("l", "leave", "leave", "Go home; the call waits there."),
    answer("e", "end", "end the call", "End the call here, and see the debrief."),
)


class TalkScreen(Screen[None]):
    """One call, from the opening line to its end."""

    AUTO_FOCUS = "ReplyBox"
    HERE: ClassVar = _COMMANDS
    BINDINGS: ClassVar = bindings(_COMMANDS)

    def __init__(self, desk: Desk, call: Call, journal: Journal) -> None:
        super().__init__()
        self.desk = desk
        self.call = call
        self.journal = journal
        self._ways: tuple[Mode, ...] = (*_HELP, "spoken" if call.mode == "spoken" else "typed")

    def compose(self) -> ComposeResult:
        """Title, conversation, what you answer with, the keys."""
        scenario = self.call.scenario
        draft = self.desk.drafts.pop(self.journal.path, "") if self.journal.path is not None else ""
        yield TitleBar(words(one_line(scenario.title), (f"  {BY[scenario.setting]}", "$faint")))
        yield Conversation(self.call)
        yield Answering(self.call, self.desk.taste, draft)
        if self.call.settings.clock:
            yield SilenceClock(self.call.settings.clock)
        yield KeyRow(_COMMANDS, words(("or type ", "$faint"), ("/help", "$muted")))

    def on_mount(self) -> None:
        """Show where the call stands."""
        self.show()

    def on_unmount(self) -> None:
        """Let the save go, however the call was left."""
        self.journal.close()

    def on_resize(self) -> None:
        """Lay it out anew."""
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Show the call as it stands."""
        call, taste = self.call, self.desk.taste
        self.query_one(Conversation).show(call, taste)
        self._answering.show(call, taste, self.journal.problem)
        self.query_one(TitleBar).show_right(
            words(("turn ", "$muted"), (str(call.state.turn + 1), "bold"), (f"   {call.mode}", "$muted"))
        )
        self.query_one(KeyRow).commands = tuple(
            replace(command, label=self._next_way) if command.action == "mode" else command for command in _COMMANDS
        )

        for clock in self.query(SilenceClock):
            clock.restart(held=call.state.stage != "call" or call.pending is not None)

    def on_text_area_changed(self) -> None:
        """Whoever types is not silent."""
        for clock in self.query(SilenceClock):
            clock.restart()

    @property
    def _next_way(self) -> Mode:
        now = self._ways.index(self.call.mode) if self.call.mode in self._ways else len(self._ways)
        return self._ways[now - 1]

    @property
    def _answering(self) -> Answering:
        return self.query_one(Answering)

    # What the player does, and what comes of it

    def on_reply_box_sent(self, message: ReplyBox.Sent) -> None:
        """Enter in the box. An empty line after the call leaves it at that."""
        line = message.text.strip()
        if not line and self.call.state.stage != "call":
            self._finish()
        else:
            self._take(message.text, typed=True)

    def on_typed(self, message: Typed) -> None:
        """A click on something that could have been typed."""
        if message.line == "/later":
            self.action_later()
        elif message.line == "/debrief":
            self._finish()
        else:
            self._take(message.line)
        self._answering.box.focus()

    def _take(self, line: str, *, typed: bool = False) -> None:
        waiting = self.call.pending
        self.call, answer = take(self.call, line)
        self.journal.record(answer)
        box = self._answering.box
        if typed and not isinstance(answer, Refused):
            box.put("")
        if waiting is not None and isinstance(answer, Refused) and self.call.pending is None and not box.text:
            box.put(waiting.text)
        self._show_answer(answer)

    def _show_answer(self, answer: Answer) -> None:
        match answer:
            case Moved() | TookBack() | Unsure() | Helped():
                self.show()
            case Refused(sentence):
                self.show()
                self._answering.tell(sentence)
            case Shown(what):
                self.call_next(self.run_action, what)
            case Left():
                self.leave()

    def _finish(self) -> None:
        if self.call.state.stage == "afterwards":
            self._take("/end")
        self.post_message(OpenDebrief(self.call.play))

    def leave(self) -> None:
        """Go home. The call is saved, and what was being typed is kept for as long as the game runs."""
        if self.journal.path is not None:
            waiting = self.call.pending.text if self.call.pending is not None else ""
            self.desk.drafts[self.journal.path] = self._answering.box.text or waiting
        self.post_message(GoHome())

    # Keys

    def action_help(self) -> None:
        """What can be pressed and typed."""
        self.app.push_screen(HelpScreen(_COMMANDS, typing=True))

    def action_brief(self) -> None:
        """The brief in a drawer."""
        self.app.push_screen(BriefDrawer(self.call))

    def action_why(self) -> None:
        """Why the meter moved."""
        if self.call.play.turns:
            self._why(len(self.call.play.turns))
        else:
            self._answering.tell("The meter has not moved yet.")

    def on_block_asked(self, message: Block.Asked) -> None:
        """A click on a line that was said."""
        self._why(message.turn)

    def _why(self, turn: int) -> None:
        if self.call.settings.hidden_meter:
            self._answering.tell(HIDDEN)
            return
        page = WhyScreen(self.call.play, turn, may_dispute=self.call.pending is None)
        self.app.push_screen(page, lambda disputed: self._take("!") if disputed else None)

    def action_coach(self) -> None:
        """Folded, light, full."""
        self.desk.taste = replace(self.desk.taste, coach=next_coach(self.desk.taste.coach))
        self.show()

    def action_back(self) -> None:
        """Take the last line back."""
        self._take("/back")

    def action_mode(self) -> None:
        """More help, and after the most of it none; what is in the box stays."""
        self._take(f"/{self._next_way}")

    def action_later(self) -> None:
        """Begin a message for later."""
        box = self._answering.box
        if self.call.state.stage == "afterwards" and not box.text:
            box.put("/later 30h ")

    def action_page(self, direction: int) -> None:
        """Read on in the transcript."""
        self.query_one(Conversation).turn_page(direction)

    def action_pause(self) -> None:
        """Ask before leaving."""
        answers = _PAUSED if self.call.state.stage != "over" else _PAUSED[:2]
        self.app.push_screen(AskScreen("Paused", _paused(self.call, self.journal.problem), answers), self._after_pause)

    def _after_pause(self, wish: str | None) -> None:
        if wish == "leave":
            self.leave()
        elif wish == "end":
            self._take("/end")


def _paused(call: Call, problem: str) -> Content:
    """What leaving means."""
    kept = words(f"The call is saved at turn {call.state.turn + 1}, and home offers it again.")
    if call.state.stage == "over":
        kept = words("The call is over. Its debrief is an enter away, and later among your past runs.")
    if problem:
        kept = words((f"{problem} If you leave, this call is gone.", "$warm"))
    holds = f"{call.scenario.first_name} holds the line, and nothing is timed."
    return lines(*([words((holds, "bold"))] if call.state.stage == "call" else []), kept)
