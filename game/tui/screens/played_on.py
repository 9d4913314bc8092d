"""The best play from one turn on, read as a transcript. Nothing of it is saved; it is only folded."""

from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from game.core.session import Play
from game.review.search import best_move
from game.tui.drawing.bands import band_in, reading
from game.tui.glyphs import GLYPHS
from game.tui.keys import Command, bindings
from game.tui.runs import outcome_in_words
from game.tui.text import words
from game.tui.widgets.frame import KeyRow
from game.tui.widgets.transcript import Block, entries

_MOST: Final = 16
"""Turns after which a call is left where it stands."""
_COMMANDS: Final = (
    Command("escape,q,enter,b", "close", "back", "Close this page."),
    Command("up", "scroll(-1)", "", "Read further up."),
    Command("down", "scroll(1)", "", "Read further down."),
    Command("pageup", "scroll(-10)", "", "Read further up."),
    Command("pagedown,space", "scroll(10)", "read on", "Read further down.", shown="space"),
)


def played_on(play: Play, turn: int) -> Play:
    """The call up to this turn, and from it on the best move each time, to the end of the call or nearly."""
    best = play.first(turn - 1)
    while best.state.stage == "call" and len(best.turns) < turn - 1 + _MOST:
        best = best.then(best_move(best.scenario, best.state))
    return best


class PlayedOn(Message):
    """The call was played to its end."""

    def __init__(self, play: Play) -> None:
        super().__init__()
        self.play = play


class PlayedOnScreen(ModalScreen[None]):
    """The best play from a turn on."""

    AUTO_FOCUS = ""
    HERE: ClassVar = _COMMANDS
    BINDINGS: ClassVar = bindings(_COMMANDS)

    def __init__(self, play: Play, turn: int) -> None:
        super().__init__()
        self.play = play
        self.turn = turn

    def compose(self) -> ComposeResult:
        """A line that sums it up, and the transcript."""
        with Vertical(classes="page -long"):
            yield Static(words(("Playing it …", "$muted")), id="summed-up")
            yield VerticalScroll(id="played-on", can_focus=False)
            yield KeyRow(_COMMANDS)

    def on_mount(self) -> None:
        """Play it; each turn tries every move there is."""
        self.query_one(".page").border_title = words(f"The best play from turn {self.turn}")
        self._play()

    @work(thread=True)
    def _play(self) -> None:
        self.post_message(PlayedOn(played_on(self.play, self.turn)))

    async def on_played_on(self, message: PlayedOn) -> None:
        """Show it, from the line on that was to be answered."""
        best, begun = message.play, self.play.first(self.turn - 1)
        now, turns = best.state, len(best.turns) - len(begun.turns)
        self.query_one("#summed-up", Static).update(
            words(
                (f"{begun.state.anger} {GLYPHS.arrow} ", "$muted"), reading(now.anger, band_in(now)),
                (f"   {outcome_in_words(best)}, {turns} {'turn' if turns == 1 else 'turns'}", "$muted"),
            )
        )  # fmt: skip
        told = entries(best)[len(entries(begun)) - 1 :]
        await self.query_one("#played-on").mount_all(Block(entry) for entry in told)

    def action_close(self) -> None:
        """Close the page."""
        self.dismiss(None)

    def action_scroll(self, by: int) -> None:
        """Read on."""
        self.query_one("#played-on").scroll_relative(y=by, animate=False)
