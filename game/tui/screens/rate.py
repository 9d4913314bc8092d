"""One question before any score is shown: how near was that to the best there was? Skippable, and kept for oneself."""

from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from game.tui.drawing.scale import scale
from game.tui.keys import Command, bindings
from game.tui.screens.help import HelpScreen
from game.tui.text import words
from game.tui.widgets.frame import KeyRow

_START: Final = 50
_MOST: Final = 100
_COMMANDS: Final = (
    Command("left", "change(-1)", "one", "One less.", shown="←→"),
    Command("right", "change(1)", "", "One more."),
    Command("up", "change(10)", "ten", "Ten more.", shown="↑↓"),
    Command("down", "change(-10)", "", "Ten less."),
    *(Command(str(digit), f"digit({digit})", "" if digit else "type it", "Type the number.", shown="0–9")
      for digit in range(10)),
    Command("backspace", "rub_out", "", "Rub the last digit out."),
    Command("enter", "show_me", "show me", "Keep this number and see the debrief."),
    Command("s,escape", "skip", "skip", "See the debrief without rating the call."),
    Command("question_mark", "help", "help", "What can be pressed here."),
)  # fmt: skip
_TOLD: Final = tuple(command for command in _COMMANDS if command.label or not command.keys.isdecimal())


class Scale(Static):
    """The number as a bar. A click sets it."""

    class Pointed(Message):
        """This share of the bar was clicked, from 0 to 1."""

        def __init__(self, share: float) -> None:
            super().__init__()
            self.share = share

    def on_click(self, event: events.Click) -> None:
        """Set the number to where the pointer is."""
        self.post_message(self.Pointed(event.x / max(1, self.size.width - 1)))


class RateScreen(Screen[int | None]):
    """How was it? Dismissed with 0 to 100, or with None where it was skipped."""

    AUTO_FOCUS = ""
    HERE: ClassVar = _COMMANDS
    BINDINGS: ClassVar = bindings(_COMMANDS)

    def __init__(self, customer: str) -> None:
        super().__init__()
        self._customer = customer
        self.whole = _START
        self._typing = False

    def compose(self) -> ComposeResult:
        """The question, the number on its scale, and what it is for."""
        with Vertical(id="rate"):
            yield Static(words(("The call is over. ", "bold"), ("Before you see anything: how was it?", "$muted")))
            yield Static(
                words(
                    f"How near did you come to the best that could be done with {self._customer}?",
                ),
                id="asked",
            )
            yield Static(id="number")
            yield Scale(id="scale")
            yield Static(id="ends")
            yield Static(words(("Kept for you alone. Over time it shows how well you read a call.", "$faint")))
        yield KeyRow(_TOLD)

    def on_mount(self) -> None:
        """Begin in the middle."""
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """Draw the scale as wide as there is room."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        bar = self.query_one("#scale", Static)
        width = max(20, bar.size.width)
        bar.update(scale(self.whole, width))
        self.query_one("#number", Static).update(words((str(self.whole), "bold $accent"), (" of 100", "$muted")))
        ends = ("0 nothing helped", "100 nothing better to be had")
        gap = " " * max(1, width - sum(map(len, ends)))
        self.query_one("#ends", Static).update(words((gap.join(ends), "$muted")))

    def _set(self, whole: int, *, typing: bool = False) -> None:
        self.whole = min(max(0, whole), _MOST)
        self._typing = typing
        self._show()

    def on_scale_pointed(self, message: Scale.Pointed) -> None:
        """A click on the bar."""
        self._set(round(message.share * _MOST))

    def action_change(self, by: int) -> None:
        """More or less."""
        self._set(self.whole + by)

    def action_digit(self, digit: int) -> None:
        """A digit behind those typed so far; one too many begins anew."""
        longer = self.whole * 10 + digit
        self._set(longer if self._typing and longer <= _MOST else digit, typing=True)

    def action_rub_out(self) -> None:
        """The last digit goes."""
        self._set(self.whole // 10, typing=True)

    def action_show_me(self) -> None:
        """Keep it."""
        self.dismiss(self.whole)

    def action_skip(self) -> None:
        """Keep nothing."""
        self.dismiss(None)

    def action_help(self) -> None:
        """What can be pressed."""
        self.app.push_screen(HelpScreen(_TOLD))
