"""The brief during the call, with what was told, what was heard, and what you promised."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from game.call import Call
from game.core.outcome import needs
from game.tui.keys import Command, bindings
from game.tui.text import words
from game.tui.widgets import briefing
from game.tui.widgets.frame import KeyRow

_COMMANDS: Final = (
    Command("escape,f2,enter,q", "close", "back to the call", "Close the brief."),
    Command("up", "scroll(-1)", "", "Read further up."),
    Command("down", "scroll(1)", "", "Read further down."),
    Command("pageup", "scroll(-10)", "", "Read further up."),
    Command("pagedown,space", "scroll(10)", "", "Read further down."),
)


class BriefDrawer(ModalScreen[None]):
    """The brief, over the right half of the call."""

    AUTO_FOCUS = ""
    HERE: ClassVar = _COMMANDS
    BINDINGS: ClassVar = bindings(_COMMANDS)

    def __init__(self, call: Call) -> None:
        super().__init__()
        self.call = call

    def compose(self) -> ComposeResult:
        """Every piece of the brief, one below the other."""
        scenario, play = self.call.scenario, self.call.play
        with Vertical(id="drawer"):
            with VerticalScroll(can_focus=False):
                yield Static(words(("The brief  ", "bold"), (scenario.brief.you_are, "$muted")))
                yield Static(briefing.you_know(scenario))
                yield Static(briefing.you_may(scenario))
                yield Static(briefing.you_may_not(scenario))
                yield Static(briefing.told(play))
                yield Static(briefing.promised(play))
                hidden = self.call.settings.hidden_meter
                yield Static(briefing.ends_well(scenario, needs(scenario, play.state), hidden_meter=hidden))
            yield KeyRow(_COMMANDS)

    def action_close(self) -> None:
        """Back to the call."""
        self.dismiss(None)

    def action_scroll(self, by: int) -> None:
        """Read on."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
