"""The conversation. Her edge has the colour of the band she spoke in, so that the transcript is a curve itself."""

from dataclasses import dataclass, replace
from typing import Literal

from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from game.core.moves import GESTURES, End, FollowUp, Gesture, Listen
from game.core.session import Play
from game.core.slots import PRONOUNS, Pronouns
from game.core.state import State, Turn
from game.review.debrief import did
from game.tui.drawing.bands import Band, band_in, bars, change
from game.tui.text import lines, words


@dataclass(frozen=True, slots=True)
class Entry:
    """One block of the transcript, or a note between two."""

    kind: Literal["hers", "mine", "note"]
    head: str
    text: str
    band: Band = "warm"
    anger: int = 0
    change: int = 0
    turn: int = 0
    """The turn that this entry is of; 0 is the opening line."""
    measured: bool = True
    """Whether it shows the meter."""


def entries(play: Play) -> tuple[Entry, ...]:
    """The transcript of a play, from the opening line on."""
    name, they = play.scenario.first_name, PRONOUNS[play.scenario.customer.pronoun]
    found = [_hers(name, play.opening)]
    for number, turn in enumerate(play.turns, 1):
        found.append(replace(_mine(turn, they), turn=number))
        if turn.said != turn.before.said:
            found.append(replace(_hers(name, turn.state), turn=number))
    return tuple(found)


def _hers(name: str, state: State) -> Entry:
    return Entry("hers", name, state.said, band_in(state), state.anger)


def _mine(turn: Turn, they: Pronouns) -> Entry:
    match turn.move:
        case Listen():
            silence = f"you let {they.object} finish" if turn.before.mid_sentence else "you said nothing"
            return Entry("note", "", silence, change=turn.change)
        case Gesture(kind):
            return Entry("note", "", f"you {GESTURES[kind].did}", change=turn.change)
        case End():
            return Entry("note", "", "you ended the call" if turn.before.stage == "call" else "you left it at that")
        case FollowUp(hours, text, _):
            return Entry("mine", f"You, {hours} hours later", text or "(nothing)", change=turn.change)
        case _:
            return Entry("mine", "You", did(turn), change=turn.change)


def drawn(entry: Entry) -> Content:
    """The entry as it is read: who and the meter on top, the words below."""
    if entry.kind == "hers":
        if not entry.measured:
            return lines(words((entry.head, "bold")), words(entry.text))
        head = words((entry.head, f"bold ${entry.band}"), "  ", bars(entry.band), (f" {entry.anger}", "$muted"))
        return lines(head, words(entry.text))
    moved = change(entry.change) if entry.change and entry.measured else words()
    if entry.kind == "note":
        return words((entry.text, "italic $muted"), "  ", moved)
    return lines(words((entry.head, "bold $accent"), "  ", moved), words(entry.text))


class Transcript(VerticalScroll, can_focus=False):
    """Everything said so far, the end in view until the reader scrolls up."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: tuple[Entry, ...] = ()

    def on_mount(self) -> None:
        """Keep the end in view."""
        self.anchor()

    def show(self, play: Play, *, hidden_meter: bool = False) -> None:
        """Show this play: what is the same stays, what was taken back goes, what is new comes."""
        wanted = tuple(replace(entry, measured=False) for entry in entries(play)) if hidden_meter else entries(play)
        same = 0
        while same < min(len(wanted), len(self._shown)) and wanted[same] == self._shown[same]:
            same += 1
        if wanted == self._shown:
            return
        for block in list(self.query(Block))[same:]:
            block.remove()
        self._shown = wanted
        self.mount_all(Block(entry) for entry in wanted[same:])
        self.anchor()


class Block(Static):
    """One entry. A click asks why that turn moved the meter."""

    class Asked(Message):
        """Why did this turn do what it did?"""

        def __init__(self, turn: int) -> None:
            super().__init__()
            self.turn = turn

    def __init__(self, entry: Entry) -> None:
        super().__init__(drawn(entry), classes=f"{entry.kind} -{entry.band}" if entry.measured else entry.kind)
        self._turn = entry.turn

    def on_click(self) -> None:
        """Ask about this turn."""
        if self._turn:
            self.post_message(self.Asked(self._turn))
