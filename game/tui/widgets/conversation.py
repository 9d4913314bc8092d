"""What is read in a call: the transcript, the meter beside or above it, its reasons, and the coach."""

from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.widgets import Static

from game.call import Call
from game.tui.taste import Taste
from game.tui.widgets import side
from game.tui.widgets.meter import LyingMeter, Meter, NumberMeter, Thermometer
from game.tui.widgets.transcript import Transcript

MEANWHILE: Final = 0.3
"""Seconds that the meter takes to get where it goes."""


class Conversation(Vertical):
    """One call as it stands."""

    level: reactive[float] = reactive(0.0)
    """Where the meter is drawn now, in points; it moves to where the call stands."""

    def __init__(self, call: Call) -> None:
        super().__init__()
        self._customer = call.scenario.first_name
        self.set_reactive(Conversation.level, float(call.state.anger))

    def compose(self) -> ComposeResult:
        """The meter above (narrow), then transcript and side (wide), then the coach (narrow)."""
        with Vertical(id="lying-down"):
            yield LyingMeter(self._customer, id="lying")
            yield Static(id="reasons")
        with Horizontal(id="body"):
            yield Transcript(id="transcript")
            with Vertical(id="side"):
                yield NumberMeter(self._customer, id="number")
                with Horizontal():
                    yield Thermometer(self._customer, id="thermometer")
                    with Vertical(id="margin"):
                        yield Static(id="last-line")
                        yield Static(id="to-settle")
                        yield Static(id="coach")
        yield Static(id="coach-below")

    def show(self, call: Call, taste: Taste) -> None:
        """Show the call as it stands; the meter glides there."""
        last, hidden = call.play.turns[-1] if call.play.turns else None, call.settings.hidden_meter
        self.query_one(Transcript).show(call.play, hidden_meter=hidden)
        for meter in self.query(Meter):
            meter.show(call.state, last.before if last else call.state)
            meter.level = self.level
        self.query_one("#last-line", Static).update(side.last_line(last))
        self.query_one("#reasons", Static).update(side.last_line_in_a_row(last, self.app.size.width - 4))
        self.query_one("#to-settle", Static).update(side.to_settle(call, hidden_meter=hidden))
        self.query_one("#coach", Static).update(side.coach_note(call, taste.coach, hidden_meter=hidden))
        self.query_one("#coach-below", Static).update(side.coach_row(call, taste.coach, hidden_meter=hidden))
        self.set_class(taste.coach == "off", "-folded")
        self.set_class(hidden, "-hidden-meter")
        self.set_class(call.pending is not None, "-asking")
        self.animate("level", float(call.state.anger), duration=MEANWHILE, easing="out_cubic")

    def watch_level(self, level: float) -> None:
        """Every shape of the meter moves together."""
        for meter in self.query(Meter):
            meter.level = level

    def turn_page(self, direction: int) -> None:
        """Read on in the transcript, up or down."""
        transcript = self.query_one(Transcript)
        transcript.scroll_relative(y=direction * max(1, transcript.size.height - 2), animate=False)
