"""Before any score is shown: how did it feel, how near was it to the best there was, and what of it was done?

Everything can be left out, and one key leaves out all of it.
"""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from game.review.rating import DOING, FEELINGS, MOST, STEP, UNRATED, Feeling, Rating
from game.tui.keys import Command, bindings
from game.tui.screens.help import HelpScreen
from game.tui.text import words
from game.tui.widgets import rating
from game.tui.widgets.frame import KeyRow
from game.tui.widgets.rating import RatingRow

_START: Final = 50
_FELT: Final = 0
_WHOLE: Final = 1
"""The rows: how it felt, the whole call, then a skill each."""
_COMMANDS: Final = (
    Command("up", "move(-1)", "row", "The row above.", shown="↑↓"),
    Command("down,tab", "move(1)", "", "The row below."),
    Command("left", "change(-1)", "less, more", "Less by ten; in the first row, the feeling before.", shown="←→"),
    Command("right", "change(1)", "", "More by ten; in the first row, the next feeling."),
    *(Command(str(digit), f"digit({digit})", "" if digit else "type it", "Type the number; in the first row, 1 to 3.",
              shown="" if digit else "0–9")
      for digit in range(10)),
    Command("backspace", "rub_out", "", "Rub the last digit out; an empty row is left out."),
    Command("enter", "show_me", "show me", "Keep what was said and see the debrief."),
    Command("s,escape", "skip", "skip all", "See the debrief without saying anything."),
    Command("question_mark", "help", "help", "What can be pressed here."),
)  # fmt: skip
_TOLD: Final = tuple(command for command in _COMMANDS if command.label or not command.keys.isdecimal())


class RateScreen(Screen[Rating]):
    """How was it? Dismissed with what was said, which may be nothing."""

    AUTO_FOCUS = ""
    HERE: ClassVar = _COMMANDS
    BINDINGS: ClassVar = bindings(_COMMANDS)

    def __init__(self, customer: str, skills: tuple[str, ...]) -> None:
        super().__init__()
        self._customer = customer
        self._skills = skills
        self.felt: Feeling | None = None
        self.numbers: list[int | None] = [None] * (1 + len(skills))
        """The whole call, then each skill."""
        self.row = _FELT
        self._typing = False

    def compose(self) -> ComposeResult:
        """The questions, each a row, and what they are for."""
        with VerticalScroll(id="rate", can_focus=False):
            yield Static(words(("The call is over. ", "bold"), ("Before you see anything: how was it?", "$muted")))
            yield RatingRow(_FELT)
            yield Static(
                words(f"How near did you come to the best that could be done with {self._customer}?"), classes="asked"
            )
            yield RatingRow(_WHOLE)
            yield Static(id="ends-of-whole")
            if self._skills:
                yield Static(words("When the call asked for it, how often did you get to …"), classes="asked")
                yield from (RatingRow(row) for row, _ in enumerate(self._skills, _WHOLE + 1))
                yield Static(id="ends-of-skills")
            yield Static(
                words(("Leave out what you like. Kept for you alone: over time it shows how well you read a call.",
                       "$faint"))
            )  # fmt: skip
        yield KeyRow(_TOLD)

    def on_mount(self) -> None:
        """Show every row as not said yet."""
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """Draw the bars as wide as there is room."""
        self.call_after_refresh(self._show)

    @property
    def rating(self) -> Rating:
        """What was said so far."""
        whole, *skills = self.numbers
        said = zip(self._skills, skills, strict=True)
        return Rating(self.felt, whole, tuple((skill, value) for skill, value in said if value is not None))

    def _show(self) -> None:
        rows = list(self.query(RatingRow))
        labels = ("The call as a whole", *(DOING[skill] for skill in self._skills))
        rows[_FELT].update(rating.feelings(self.felt))
        for row, label, value in zip(rows[_WHOLE:], labels, self.numbers, strict=True):
            row.update(rating.number(label, value, row.bar_width))
        for index, row in enumerate(rows):
            row.set_class(index == self.row, "-picked")
        width = rows[_WHOLE].bar_width
        self.query_one("#ends-of-whole", Static).update(rating.ends("not at all", "all the way", width))
        for ends in self.query("#ends-of-skills").results(Static):
            ends.update(rating.ends("never", "each time", width))
        rows[self.row].scroll_visible(animate=False)

    def _set(self, value: int | None, *, typing: bool = False) -> None:
        """Say this number in the row that is pointed at."""
        self.numbers[self.row - _WHOLE] = None if value is None else min(max(0, value), MOST)
        self._typing = typing
        self._show()

    def _feel(self, feeling: Feeling | None) -> None:
        self.felt = feeling
        self._show()

    def on_rating_row_pointed(self, message: RatingRow.Pointed) -> None:
        """A click on a feeling, a bar, or only on a row."""
        self._point(message.row)
        if message.row == _FELT:
            self._feel(rating.feeling_at(message.x) or self.felt)
        elif (share := self.query(RatingRow)[message.row].share_at(message.x)) is not None:
            self._set(share)

    def _point(self, row: int) -> None:
        self.row = min(max(_FELT, row), len(self.numbers))
        self._typing = False
        self._show()

    def action_move(self, by: int) -> None:
        """Another row."""
        self._point(self.row + by)

    def action_change(self, by: int) -> None:
        """Less or more; from nothing said, the middle."""
        if self.row == _FELT:
            at = -1 if self.felt is None else FEELINGS.index(self.felt)
            self._feel(FEELINGS[min(max(0, at + by), len(FEELINGS) - 1)])
        else:
            value = self.numbers[self.row - _WHOLE]
            self._set(_START if value is None else value + by * STEP)

    def action_digit(self, digit: int) -> None:
        """A digit behind those typed so far, one too many begins anew; in the first row it chooses."""
        if self.row == _FELT:
            if 1 <= digit <= len(FEELINGS):
                self._feel(FEELINGS[digit - 1])
                self._point(_WHOLE)
            return
        longer = (self.numbers[self.row - _WHOLE] or 0) * 10 + digit
        self._set(longer if self._typing and longer <= MOST else digit, typing=True)

    def action_rub_out(self) -> None:
        """The last digit goes; with the last of them, what was said."""
        if self.row == _FELT:
            self._feel(None)
        else:
            self._set((self.numbers[self.row - _WHOLE] or 0) // 10 or None, typing=True)

    def action_show_me(self) -> None:
        """Keep it."""
        self.dismiss(self.rating)

    def action_skip(self) -> None:
        """Keep nothing."""
        self.dismiss(UNRATED)

    def action_help(self) -> None:
        """What can be pressed."""
        self.app.push_screen(HelpScreen(_TOLD))
