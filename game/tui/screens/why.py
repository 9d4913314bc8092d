"""Why the meter moved: your line with its evidence, a row an effect, and their sum."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from game.core.moves import Choose, FollowUp, Say
from game.core.session import Play
from game.core.state import HOT_LEFT_AT, Turn
from game.review.audit import GRADES, Row, rows, signed
from game.review.debrief import did
from game.tui.drawing.bands import band_in, change, reading
from game.tui.drawing.step import span, step
from game.tui.evidence import numbered, superscript
from game.tui.glyphs import GLYPHS
from game.tui.hanging import Hanging
from game.tui.hanging import Row as HangingRow
from game.tui.keys import Command, bindings
from game.tui.text import lines, shortened, words
from game.tui.widgets.frame import KeyRow

_COMMANDS: Final = (
    Command("left", "turn(-1)", "turn before", "The turn before this one."),
    Command("right", "turn(1)", "turn after", "The turn after this one."),
    Command("exclamation_mark", "dispute", "not what I meant", "Have your last line read again."),
    Command("escape,f3,enter,w,q", "close", "back", "Close this page.", shown="esc"),
    Command("up", "scroll(-1)", "", "Read further up."),
    Command("down", "scroll(1)", "", "Read further down."),
    Command("pageup", "scroll(-10)", "", "Read further up."),
    Command("pagedown,space", "scroll(10)", "", "Read further down."),
)


_ROOMY: Final = 96
"""Cells from which the bars are long and every word is written out."""


class WhyScreen(ModalScreen[bool]):
    """The audit of one turn, and of its neighbours. Dismissed with True if the last line is disputed."""

    AUTO_FOCUS = ""
    HERE: ClassVar = _COMMANDS
    BINDINGS: ClassVar = bindings(_COMMANDS)

    def __init__(self, play: Play, number: int, *, may_dispute: bool) -> None:
        super().__init__()
        self.play = play
        self.index = min(max(0, number - 1), len(play.turns) - 1)
        self._may_dispute = may_dispute and bool(play.turns) and isinstance(play.turns[-1].move, Say)

    def compose(self) -> ComposeResult:
        """Your line, the rows, the sum, the legend."""
        with Vertical(classes="page"):
            with VerticalScroll(can_focus=False):
                yield Static(id="line", classes="mine")
                yield Static(id="rows")
            yield Static(id="sum")
            yield Static(id="legend")
            yield KeyRow(_COMMANDS)

    def on_mount(self) -> None:
        """Show the turn that was asked for."""
        self._show()

    def on_resize(self) -> None:
        """Lay the rows out anew."""
        self._show()

    @property
    def turn(self) -> Turn:
        """The turn that is shown."""
        return self.play.turns[self.index]

    def _show(self) -> None:
        turn, width = self.turn, self._width()
        found = list(rows(turn))
        numbers = _numbers(found)
        spoke = isinstance(turn.move, Say | Choose | FollowUp)
        head = words(("You said" if spoke else "You", "bold $accent"), (f" in turn {turn.number}", "$muted"))
        text = did(turn)
        self.query_one(".page").border_title = words(f"Why {turn.before.anger} {GLYPHS.arrow} {turn.state.anger}")
        self.query_one("#line", Static).update(
            lines(head, numbered(text, [(numbers[row.rule], row.quote) for row in found if row.rule in numbers]))
        )
        self.query_one("#rows", Static).update(_table(turn, found, width))
        self.query_one("#sum", Static).update(_sum(turn, found, width))
        self.query_one("#legend", Static).update(_legend())
        last = self.index == len(self.play.turns) - 1
        usable = {"turn(-1)": self.index > 0, "turn(1)": not last, "dispute": last and self._may_dispute}
        self.query_one(KeyRow).commands = tuple(one for one in _COMMANDS if usable.get(one.action, True))

    def _width(self) -> int:
        return max(50, min(self.app.size.width, 114) - 12)

    def action_turn(self, by: int) -> None:
        """Another turn."""
        self.index = min(max(0, self.index + by), len(self.play.turns) - 1)
        self._show()
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_dispute(self) -> None:
        """That is not what was meant."""
        if self._may_dispute and self.index == len(self.play.turns) - 1:
            self.dismiss(True)

    def action_close(self) -> None:
        """Close the page."""
        self.dismiss(False)

    def action_scroll(self, by: int) -> None:
        """Read on."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)


def _numbers(found: list[Row]) -> dict[str, int]:
    """A number for each row that words of the line led to."""
    quoting = [row.rule for row in found if row.quote]
    return {rule: number for number, rule in enumerate(dict.fromkeys(quoting), 1)}


def _number(number: int | None) -> str:
    return "  " if number is None else f"{superscript(number)} "


def _columns(width: int) -> tuple[int, int, int]:
    """Cells for what was heard, for the words, and for the bar."""
    bar = 26 if width >= _ROOMY else 16
    heard = 24 if width >= _ROOMY else 22
    return heard, width - heard - bar - 8, bar


def _table(turn: Turn, found: list[Row], width: int) -> Hanging:
    if not found:
        return Hanging(words(("Nothing was heard in it, so nothing moved.", "$muted")))
    heard, said, bar = _columns(width)
    stretch = span([turn.before.anger, *(row.after for row in found)])
    head = words(("what was heard".ljust(heard) + "in your words".ljust(said) + "points  on the meter", "$faint"))
    shown: list[HangingRow] = [head, words()]
    numbers = _numbers(found)
    for row in found:
        quote = f"“{row.quote}”" if row.quote and row.quote != did(turn) else "(the whole line)" if row.quote else ""
        label = words((_number(numbers.get(row.rule)), "$accent"), (shortened(row.label, heard - 3), "bold"))
        whole = shortened(row.label, heard - 3) == row.label
        points = change(row.points, width=2)
        shown += [
            words(label, " " * (heard - label.cell_length), shortened(quote, said - 2).ljust(said), points,
                  " " * (8 - points.cell_length), step(row.before, row.after, stretch, bar)),
            (words((f"  {row.before} {GLYPHS.arrow} {row.after}".ljust(heard), "$muted")),
             words((f"{row.arithmetic}  ", "$muted"), (row.grade, "bold"), (f" {row.source}", "$muted"))),
            (words("  "), words(*([] if whole else [row.label.capitalize() + ". "]), (row.why, "$muted"))),
            words(),
        ]  # fmt: skip
    return Hanging(*shown)


def _sum(turn: Turn, found: list[Row], width: int) -> Content:
    heard, said, _ = _columns(width)
    sums = " ".join(signed(row.points) for row in found if row.points) or "0"
    state = turn.state
    until = f" until {HOT_LEFT_AT}" if state.phase == "hot" and width >= _ROOMY else ""
    points = change(turn.change, width=2).stylize("bold")
    return words(
        ("Together".ljust(heard), "bold"), (shortened(sums, said - 2).ljust(said), "$muted"), points,
        " " * (8 - points.cell_length), reading(state.anger, band_in(state)), (until, "$muted"),
    )  # fmt: skip


def _legend() -> Content:
    grades = [words((grade, "bold"), (f" {meaning}", "$muted")) for grade, meaning in GRADES.items()]
    sizes = words(("directions are researched, sizes ours", "$muted"))
    return words(words((f" {GLYPHS.small_dot} ", "$muted")).join(grades), ("; ", "$muted"), sizes)
