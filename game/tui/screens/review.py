"""The call turn by turn: each with its grade, what else there was to say, and the way back into it."""

from dataclasses import replace
from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from game.review.search import Judged, judged
from game.tui.drawing.curve import curve
from game.tui.finished import Finished
from game.tui.keys import Command, bindings
from game.tui.messages import Compare, TryAgain
from game.tui.runs import outcome_in_words
from game.tui.screens.help import HelpScreen
from game.tui.screens.played_on import PlayedOnScreen
from game.tui.screens.reading import ReadingScreen
from game.tui.screens.why import WhyScreen
from game.tui.text import lines, one_line, words
from game.tui.widgets import grading
from game.tui.widgets.frame import KeyRow, TitleBar
from game.tui.widgets.picker import Choice, Picker

_COMMANDS: Final = (
    Command("up", "move(-1)", "", "The turn before this one."),
    Command("down", "move(1)", "", "The turn after this one."),
    Command("f", "again", "try again", "Try again from here; this try is kept, and both are compared."),
    Command("b", "best", "best play", "How the call goes on from here if it is played best."),
    Command("w,f3,enter", "why", "why", "Why the meter moved in this turn."),
    Command("m", "their_side", "their side", "The call once more, with what the customer thought."),
    Command("c", "compare", "compare", "This try beside the one before it."),
    Command("escape,q", "app.back", "back", "Back to the debrief."),
    Command("question_mark,f1", "help", "help", "What can be pressed here."),
    Command("pageup", "scroll(-5)", "", "Read further up in what is said of the turn."),
    Command("pagedown,space", "scroll(5)", "", "Read further down in it."),
)
_ROW: Final = 40
"""Cells for a turn of the list, where the list stands beside the rest."""


class TurnsJudged(Message):
    """Every turn was judged."""

    def __init__(self, turns: tuple[Judged, ...]) -> None:
        super().__init__()
        self.turns = turns


class ReviewScreen(Screen[None]):
    """The review of one call."""

    AUTO_FOCUS = "Picker"
    HERE: ClassVar = _COMMANDS
    BINDINGS: ClassVar = bindings(_COMMANDS)

    def __init__(self, call: Finished, turns: tuple[Judged, ...] | None = None, at: int = 1) -> None:
        super().__init__()
        self.call = call
        self.turns = turns or ()
        self._known = turns is not None
        self._at = at

    def compose(self) -> ComposeResult:
        """The turns on the left; the curve and the judgement of one turn beside them."""
        play = self.call.play
        about = f"  {outcome_in_words(play)} · seed {play.opening.seed}"
        yield TitleBar(words(one_line(play.scenario.title), (about, "$faint")), words(("review", "$muted")))
        with Horizontal(id="review"):
            with Vertical(id="turns"):
                yield Picker()
                yield Static(id="tally")
            with Vertical(id="beside"):
                yield Static(id="review-curve")
                with VerticalScroll(id="judgement", can_focus=False):
                    yield Static(words(("Looking at your turns …", "$muted")))
        yield KeyRow(self._keys)

    @property
    def _keys(self) -> tuple[Command, ...]:
        """Those that do something here."""
        usable = {"compare": bool(self.call.tries), "again": self.call.save is not None}
        them = self.call.play.scenario.first_name
        return tuple(
            replace(one, label=f"as {them}") if one.action == "their_side" else one
            for one in _COMMANDS
            if usable.get(one.action, True)
        )

    def on_mount(self) -> None:
        """Show the turns, or have them judged first."""
        if self._known:
            self.show()
        else:
            self._judge()

    @work(thread=True)
    def _judge(self) -> None:
        self.post_message(TurnsJudged(judged(self.call.play)))

    def on_turns_judged(self, message: TurnsJudged) -> None:
        """They were."""
        self.turns = message.turns
        self.show()

    def on_resize(self) -> None:
        """Lay it out anew."""
        if self.turns:
            self.call_after_refresh(self.show)

    def show(self) -> None:
        """Show the turns."""
        picker, narrow = self.query_one(Picker), self.app.size.width < 100
        row = grading.turn_in_a_row if narrow else grading.turn_in_two_rows
        width = self.app.size.width - 6 if narrow else _ROW
        picker.offer([Choice(str(one.turn.number), row(one, width)) for one in self.turns])
        if self._at:
            numbers = [one.turn.number for one in self.turns]
            picker.index = numbers.index(self._at) if self._at in numbers else 0
            self._at = 0
        self.query_one("#tally", Static).update(grading.tally(self.turns))
        if not self.turns:
            self.query_one("#judgement Static", Static).update(words("Nothing was said in this call."))

    def on_picker_pointed(self) -> None:
        """Tell about the turn that is pointed at."""
        chosen = self._chosen
        if chosen is None:
            return
        panel, chart = self.query_one("#judgement"), self.query_one("#review-curve", Static)
        width = max(40, panel.scrollable_content_region.width)
        self.query_one("#judgement Static", Static).update(grading.judgement(self.call.play, chosen, width))
        panel.scroll_home(animate=False)
        tagged = frozenset({chosen.turn.number})
        chart.update(lines(*curve(self.call.play.anger, chart.size.width or 70, 10, tagged)))

    def on_picker_taken(self) -> None:
        """Enter, or a second click."""
        self.action_why()

    @property
    def _chosen(self) -> Judged | None:
        chosen = self.query_one(Picker).chosen
        return next((one for one in self.turns if str(one.turn.number) == chosen), None)

    def action_move(self, by: int) -> None:
        """Another turn."""
        self.query_one(Picker).action_move(by)

    def action_again(self) -> None:
        """Try again from this turn."""
        chosen = self._chosen
        if chosen is not None and self.call.save is not None:
            self.post_message(TryAgain(self.call.save, chosen.turn.number))

    def action_best(self) -> None:
        """The best play from this turn on."""
        chosen = self._chosen
        if chosen is not None:
            self.app.push_screen(PlayedOnScreen(self.call.play, chosen.turn.number))

    def action_why(self) -> None:
        """Why the meter moved in this turn."""
        chosen = self._chosen
        if chosen is not None:
            self.app.push_screen(WhyScreen(self.call.play, chosen.turn.number, may_dispute=False))

    def action_their_side(self) -> None:
        """The call from the other side."""
        name = self.call.play.scenario.first_name
        self.app.push_screen(ReadingScreen(f"As {name} heard it", grading.their_side(self.call.play)))

    def action_compare(self) -> None:
        """This try beside the one before."""
        if self.call.tries:
            self.post_message(Compare(self.call))

    def action_help(self) -> None:
        """What can be pressed."""
        self.app.push_screen(HelpScreen(_COMMANDS))

    def action_scroll(self, by: int) -> None:
        """Read on."""
        self.query_one("#judgement").scroll_relative(y=by, animate=False)
