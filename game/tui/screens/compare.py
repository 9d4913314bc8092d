"""Two tries at one call beside each other: both curves, what the second one gained, and both lines turn by turn."""

from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from game.core.session import Play
from game.core.state import Turn
from game.review.comparison import Comparison, compare
from game.review.debrief import did
from game.review.search import Judged, judged
from game.tui.drawing.bands import band_in, change, reading
from game.tui.drawing.steps import FIRST, SECOND, two_curves
from game.tui.finished import Finished
from game.tui.glyphs import GLYPHS
from game.tui.keys import Command, bindings
from game.tui.messages import TryAgain
from game.tui.runs import outcome_in_words
from game.tui.screens.help import HelpScreen
from game.tui.screens.why import WhyScreen
from game.tui.text import lines, one_line, words
from game.tui.widgets.frame import KeyRow, TitleBar
from game.tui.widgets.grading import graded

_COMMANDS: Final = (
    Command("left", "turn(-1)", "turn by turn", "Both tries, a turn earlier.", shown="←→"),
    Command("right", "turn(1)", "", "Both tries, a turn later."),
    Command("f", "again", "another try", "Try once more from the turn that is shown."),
    Command("t", "other", "other try", "Compare with another earlier try."),
    Command("w,f3", "why", "why", "Why the meter moved in this turn of the newest try."),
    Command("up", "scroll(-1)", "", "Read further up in what was said."),
    Command("down", "scroll(1)", "", "Read further down in it."),
    Command("escape,enter,q", "app.back", "debrief", "On to the debrief."),
    Command("question_mark,f1", "help", "help", "What can be pressed here."),
)
Grades = dict[int, Judged]


class Compared(Message):
    """Both tries were compared."""

    def __init__(self, index: int, found: Comparison) -> None:
        super().__init__()
        self.index = index
        self.found = found


class TriesGraded(Message):
    """Every turn of both tries was judged."""

    def __init__(self, index: int, first: Grades, second: Grades) -> None:
        super().__init__()
        self.index = index
        self.grades = (first, second)


class CompareScreen(Screen[None]):
    """A try and the newest one."""

    AUTO_FOCUS = ""
    HERE: ClassVar = _COMMANDS
    BINDINGS: ClassVar = bindings(_COMMANDS)

    def __init__(self, call: Finished) -> None:
        super().__init__()
        self.call = call
        self.index = len(call.tries) - 1
        self.number = 0
        self.found: Comparison | None = None
        self._grades: tuple[Grades, Grades] = ({}, {})

    def compose(self) -> ComposeResult:
        """The sentence, the curves, and both tries at one turn."""
        play = self.call.play
        about = f"  the same {play.scenario.first_name}, seed {play.opening.seed}"
        yield TitleBar(words(one_line(play.scenario.title), (about, "$faint")), words(("compare", "$muted")))
        yield Static(words(("Looking at your turns …", "$muted")), id="sentence")
        yield Static(id="both")
        with Horizontal(id="tries"):
            yield Static(id="first-try")
            yield Static(id="this-try")
        yield KeyRow(_COMMANDS)

    def on_mount(self) -> None:
        """Have both judged."""
        self._compare(self.index)

    @property
    def first(self) -> Play:
        """The earlier try that is shown."""
        return self.call.tries[self.index]

    @work(thread=True, exclusive=True)
    def _compare(self, index: int) -> None:
        first, second = self.call.tries[index], self.call.play
        self.post_message(Compared(index, compare(first, second)))
        self.post_message(TriesGraded(index, _grades(first), _grades(second)))

    def on_compared(self, message: Compared) -> None:
        """Show where they part."""
        if message.index == self.index:
            self.found, self._grades = message.found, ({}, {})
            self.number = min(self.found.parted_at, self._last)
            self.show()

    def on_tries_graded(self, message: TriesGraded) -> None:
        """Add the grades."""
        if message.index == self.index:
            self._grades = message.grades
            self.show()

    @property
    def _last(self) -> int:
        return max(1, len(self.first.turns), len(self.call.play.turns))

    def on_resize(self) -> None:
        """Draw the curves as wide as there is room."""
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Show both tries."""
        found = self.found
        if found is None:
            return
        self.query_one("#sentence", Static).update(_sentence(found))
        both, height = self.query_one("#both", Static), self.app.size.height
        both.update(lines(*two_curves(found.first, found.second, both.size.width or 76, 17 if height >= 30 else 11)))
        named = ("First try" if self.index == 0 else f"Try {self.index + 1}", f"Try {len(self.call.tries) + 1}")
        for id, name, play, grades, style in (
            ("#first-try", named[0], self.first, self._grades[0], FIRST),
            ("#this-try", named[1], self.call.play, self._grades[1], SECOND),
        ):
            self.query_one(id, Static).update(_try(name, play, grades, self.number, style))
        usable = {
            "other": len(self.call.tries) > 1, "again": self._may_try, "why": self.number <= len(self.call.play.turns),
        }  # fmt: skip
        self.query_one(KeyRow).commands = tuple(one for one in _COMMANDS if usable.get(one.action, True))

    @property
    def _may_try(self) -> bool:
        turns = self.call.play.turns
        within = self.number <= len(turns) and turns[self.number - 1].before.stage == "call"
        return self.call.save is not None and within

    def action_turn(self, by: int) -> None:
        """Another turn."""
        self.number = min(max(1, self.number + by), self._last)
        self.show()

    def action_again(self) -> None:
        """Once more."""
        if self.call.save is not None and self._may_try:
            self.post_message(TryAgain(self.call.save, self.number))

    def action_other(self) -> None:
        """Another of the earlier tries."""
        self.index = (self.index + 1) % len(self.call.tries)
        self._compare(self.index)

    def action_why(self) -> None:
        """Why the meter moved."""
        if 1 <= self.number <= len(self.call.play.turns):
            self.app.push_screen(WhyScreen(self.call.play, self.number, may_dispute=False))

    def action_scroll(self, by: int) -> None:
        """Read on."""
        self.query_one("#tries").scroll_relative(y=by, animate=False)

    def action_help(self) -> None:
        """What can be pressed."""
        self.app.push_screen(HelpScreen(_COMMANDS))


def _grades(play: Play) -> Grades:
    return {one.turn.number: one for one in judged(play)}


def _sentence(found: Comparison) -> Content:
    was, now = found.accuracy
    return words((found.sentence, "bold"), (f"  Accuracy {was}, then {now}.", "$muted"))


def _try(name: str, play: Play, grades: Grades, number: int, style: str) -> Content:
    """How a try ended, and what was said in this turn of it."""
    bar = (GLYPHS.rule if style == FIRST else "━" if GLYPHS.unicode else "=") * 3
    turns = len(play.turns)
    head = words(
        (f"{bar} ", style), (f"{name}  ", "bold"), (outcome_in_words(play), style), "  ",
        reading(play.state.anger, band_in(play.state)),
    )  # fmt: skip
    if number > turns:
        return lines(head, words((f"turn {number}: it was over by then", "$muted")))
    turn: Turn = play.turns[number - 1]
    grade = words("  ", graded(grades[number].quality)) if number in grades else words()
    return lines(
        head, words((f"turn {number} of {turns}", "$muted"), grade, "  ", change(turn.change)),
        words(did(turn)), words((f"{play.scenario.first_name}: {turn.said}", "$muted")),
    )  # fmt: skip
