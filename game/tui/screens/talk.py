"""The call. You type, she answers, the meter moves; every rule of it is in `game.call`, none is here."""

from dataclasses import replace
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from game.call import Answer, Call, Left, Moved, Refused, Shown, TookBack, Unsure, hear, take
from game.core.moves import Choose, Say
from game.core.reading import Reading
from game.core.slots import PRONOUNS
from game.core.state import Turn
from game.line import MOST_CHARACTERS
from game.records.journal import Journal
from game.tui.desk import Desk
from game.tui.keys import Command, bindings
from game.tui.messages import GoHome, OpenDebrief
from game.tui.screens.ask import AskScreen, answer
from game.tui.screens.drawer import BriefDrawer
from game.tui.screens.help import HelpScreen
from game.tui.screens.why import WhyScreen
from game.tui.taste import next_coach
from game.tui.text import lines, one_line, words
from game.tui.widgets import side
from game.tui.widgets.below import Below, Typed
from game.tui.widgets.frame import KeyRow, TitleBar
from game.tui.widgets.hints import heard_so_far, spans
from game.tui.widgets.meter import LyingMeter, Meter, NumberMeter, Thermometer
from game.tui.widgets.reply import ReplyBox
from game.tui.widgets.transcript import Transcript

MEANWHILE: Final = 0.3
"""Seconds that the meter takes to get where it goes."""
_HINT_AFTER: Final = 0.15
"""Seconds after the last key until the line is read for hints."""

_COMMANDS: Final = (
    Command("f1", "help", "help", "What can be pressed and typed here.", typed="/help"),
    Command("f2", "brief", "brief", "What you know, may and may not, and what you promised.", typed="/brief"),
    Command("f3", "why", "why", "Why the meter moved.", typed="/why"),
    Command("f4", "coach", "coach", "The coach: folded, light, or full.", typed="/coach"),
    Command("f8", "back", "take back", "Take your last line back.", typed="/back"),
    Command("f9", "mode", "menu", "Choose lines from a menu, or type your own."),
    Command("escape", "pause", "pause", "Pause, leave or end the call. It is saved.", typed="/quit"),
    Command("tab", "later", "", "After the call: begin a message to be sent some hours later.", typed="/later 30h …"),
    Command("pageup", "scroll(-1)", "", "Read further up.", priority=True),
    Command("pagedown", "scroll(1)", "", "Read further down.", priority=True),
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

    level: reactive[float] = reactive(0.0)
    """Where the meter is drawn now; it moves to where the call stands."""

    def __init__(self, desk: Desk, call: Call, journal: Journal) -> None:
        super().__init__()
        self.desk = desk
        self.call = call
        self.journal = journal
        self._hint_timer: Timer | None = None
        self.set_reactive(TalkScreen.level, float(call.state.anger))

    def compose(self) -> ComposeResult:
        """Title, meter, conversation, what is asked, the box, the keys."""
        name = self.call.scenario.first_name
        title = one_line(self.call.scenario.title)
        yield TitleBar(words((title, ""), (f"  by {self.call.scenario.setting}", "$faint")))
        with Vertical(id="lying-down"):
            yield LyingMeter(name, id="lying")
            yield Static(id="reasons")
        with Horizontal(id="body"):
            yield Transcript(id="transcript")
            with Vertical(id="side"):
                yield NumberMeter(name, id="number")
                with Horizontal():
                    yield Thermometer(name, id="thermometer")
                    with Vertical(id="margin"):
                        yield Static(id="last-line")
                        yield Static(id="to-settle")
                        yield Static(id="coach")
        yield Static(id="coach-below")
        yield Static(id="still-talking")
        yield Below(id="below")
        yield ReplyBox()
        yield Static(id="hints")
        yield Static(id="unsaved")
        yield KeyRow(_COMMANDS, words(("or type ", "$faint"), ("/help", "$muted")))

    def on_mount(self) -> None:
        """Show where the call stands, and what was half-typed when it was left."""
        if self.journal.path is not None:
            self.query_one(ReplyBox).put(self.desk.drafts.pop(self.journal.path, ""))
        self.show()
        self._look_at_draft()

    # What the player does

    def on_reply_box_sent(self, message: ReplyBox.Sent) -> None:
        """Enter in the box."""
        self.send(message.text)

    def on_typed(self, message: Typed) -> None:
        """A click on something that could have been typed."""
        if message.line == "/later":
            self.action_later()
        elif message.line == "/debrief":
            self._finish()
        else:
            self._answered(*take(self.call, message.line), typed=False)
        self.query_one(ReplyBox).focus()

    def on_reply_box_recalled(self) -> None:
        """↑ in the empty box: the line that waits, or the last one said."""
        said = [turn.reading.text for turn in self.call.play.turns if isinstance(turn.move, Say | Choose)]
        text = self.call.pending.text if self.call.pending else said[-1] if said else ""
        self.query_one(ReplyBox).put(text)

    def on_reply_box_shortened(self) -> None:
        """Too much was pasted."""
        self._tell("That was more than the box holds; the rest was left out.")

    def on_text_area_changed(self) -> None:
        """Point at the menu line that is typed, and read the line a moment later."""
        self.query_one(Below).point_at(self.query_one(ReplyBox).text)
        if self._hint_timer is not None:
            self._hint_timer.stop()
        self._hint_timer = self.set_timer(_HINT_AFTER, self._look_at_draft)

    def send(self, line: str) -> None:
        """Send what stands in the box. An empty line after the call leaves it at that."""
        if not line.strip() and self.call.state.stage != "call":
            self._finish()
            return
        self._answered(*take(self.call, line), typed=True)

    def _finish(self) -> None:
        if self.call.state.stage == "afterwards":
            self._answered(*take(self.call, "/end"), typed=False)
        self.journal.close()
        self.post_message(OpenDebrief(self.call.play))

    # What comes of it

    def _answered(self, call: Call, answer: Answer, *, typed: bool) -> None:
        """Take over what came of a line. The box is emptied only when its text was used."""
        self.call = call
        self.journal.record(answer)
        box = self.query_one(ReplyBox)
        if typed and not isinstance(answer, Refused):
            box.put("")
        match answer:
            case Moved() | TookBack() | Unsure():
                self.show()
            case Refused(sentence):
                self.show()
                self._tell(sentence)
            case Shown(what):
                self.call_next(self.run_action, what)
            case Left():
                self.leave()

    def show(self) -> None:
        """Show the call as it stands."""
        call, play = self.call, self.call.play
        last = play.turns[-1] if play.turns else None
        self.query_one(Transcript).show(play)
        for meter in self.query(Meter):
            meter.show(call.state, last.before if last else call.state)
            meter.level = self.level
        self._show_margin(last)
        self._show_asked()
        self._tell("")
        unsaved = self.query_one("#unsaved", Static)
        unsaved.update(words((self.journal.problem, "$warm")))
        unsaved.display = bool(self.journal.problem)
        self.animate("level", float(call.state.anger), duration=MEANWHILE, easing="out_cubic")

    def _show_margin(self, last: Turn | None) -> None:
        taste, call = self.desk.taste, self.call
        self.query_one("#last-line", Static).update(side.last_line(last))
        self.query_one("#reasons", Static).update(side.last_line_in_a_row(last, self.app.size.width - 4))
        self.query_one("#to-settle", Static).update(side.to_settle(call))
        coach = self.query_one("#coach", Static)
        coach.update(side.coach_note(call, taste.coach))
        coach.set_class(taste.coach == "off", "-folded")
        below = self.query_one("#coach-below", Static)
        below.update(side.coach_note(call, taste.coach, max(20, self.app.size.width - 7)))
        below.set_class(taste.coach == "off", "-folded")
        self.query_one(TitleBar).show_right(
            words(("turn ", "$muted"), (str(call.state.turn + 1), "bold"), (f"   {call.mode}", "$muted"))
        )

    def _show_asked(self) -> None:
        call, they = self.call, PRONOUNS[self.call.scenario.customer.pronoun]
        self.query_one(Below).show(call)
        talking = self.query_one("#still-talking", Static)
        talking.update(words((f"{they.subject} {they.is_} still talking · enter lets {they.object}", "$muted")))
        talking.display = call.state.mid_sentence and call.pending is None
        box = self.query_one(ReplyBox)
        box.placeholder = ""
        if call.pending is not None:
            box.caption("Which did you mean?", "↑ brings your line back")
            box.placeholder = words(f"1 to {len(call.pending.guesses)} or ! and enter, or say it another way")
        elif call.state.stage != "call":
            box.caption("After the call", "enter on empty: the debrief")
        elif call.mode == "menu":
            box.caption("Your move", f"a number, or your own words · enter on empty: let {they.object} talk")
        else:
            box.caption("Your reply", f"enter sends · enter on empty: let {they.object} talk")
        self.query_one(KeyRow).commands = tuple(
            replace(command, label="typed" if call.mode == "menu" else "menu") if command.action == "mode" else command
            for command in _COMMANDS
        )

    def _look_at_draft(self) -> None:
        """Show what the line in the box would be heard to do."""
        box = self.query_one(ReplyBox)
        text = box.text
        quiet = not text.strip() or text.startswith("/") or text.strip().isdecimal() or len(text) > MOST_CHARACTERS
        if quiet or not self.desk.taste.hints or self.call.pending is not None or self.call.state.stage != "call":
            reading = Reading()
        else:
            reading = hear(self.call, text.strip())
        box.mark(spans(reading, text))
        if text:
            self.query_one("#hints", Static).update(heard_so_far(reading, PRONOUNS[self.call.scenario.customer.pronoun]))

    def _tell(self, sentence: str) -> None:
        self.query_one("#hints", Static).update(words((sentence, "$warm")))

    def watch_level(self, level: float) -> None:
        """Every meter on the screen moves together."""
        for meter in self.query(Meter):
            meter.level = level

    # Keys

    def action_help(self) -> None:
        """What can be pressed and typed."""
        self.app.push_screen(HelpScreen(_COMMANDS, typing=True))

    def action_brief(self) -> None:
        """The brief in a drawer."""
        self.app.push_screen(BriefDrawer(self.call))

    def action_why(self) -> None:
        """Why the meter moved."""
        if not self.call.play.turns:
            self._tell("The meter has not moved yet.")
            return
        play = self.call.play
        self.app.push_screen(WhyScreen(play, len(play.turns), may_dispute=self.call.pending is None), self._disputed)

    def _disputed(self, disputes: bool | None) -> None:
        if disputes:
            self._answered(*take(self.call, "!"), typed=False)

    def action_coach(self) -> None:
        """Folded, light, full."""
        self.desk.taste = replace(self.desk.taste, coach=next_coach(self.desk.taste.coach))
        self.show()

    def action_back(self) -> None:
        """Take the last line back."""
        self._answered(*take(self.call, "/back"), typed=False)

    def action_mode(self) -> None:
        """Menu or typed; what is in the box stays."""
        self.call = replace(self.call, mode="typed" if self.call.mode == "menu" else "menu")
        self.show()

    def action_later(self) -> None:
        """Begin a message for later."""
        box = self.query_one(ReplyBox)
        if self.call.state.stage == "afterwards" and not box.text:
            box.put("/later 30h ")

    def action_scroll(self, direction: int) -> None:
        """Read on, up or down."""
        transcript = self.query_one(Transcript)
        transcript.scroll_relative(y=direction * max(1, transcript.size.height - 2), animate=False)

    def action_pause(self) -> None:
        """Ask before leaving."""
        self.app.push_screen(AskScreen("Paused", _paused(self.call, self.journal.problem), _PAUSED), self._after_pause)

    def _after_pause(self, wish: str | None) -> None:
        if wish == "leave":
            self.leave()
        elif wish == "end":
            self._answered(*take(self.call, "/end"), typed=False)

    def leave(self) -> None:
        """Go home. The call is saved, and what was being typed is kept for as long as the game runs."""
        self.journal.close()
        if self.journal.path is not None:
            self.desk.drafts[self.journal.path] = self.query_one(ReplyBox).text
        self.post_message(GoHome())


def _paused(call: Call, problem: str) -> Content:
    """What leaving means."""
    kept = words(f"The call is saved at turn {call.state.turn + 1}, and home offers it again.")
    if problem:
        kept = words((f"{problem} If you leave, this call is gone.", "$warm"))
    return lines(words((f"{call.scenario.first_name} holds the line, and nothing is timed.", "bold")), kept)
