"""What you answer with: the menu or a question above the box, the box, and what it would be heard as."""

from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from game.call import CHOOSING, Call, hear
from game.core.moves import Choose, Say
from game.core.reading import Reading
from game.core.slots import PRONOUNS, Pronouns
from game.line import MOST_CHARACTERS
from game.tui.taste import Taste
from game.tui.text import words
from game.tui.widgets.below import Below
from game.tui.widgets.hints import heard_so_far, spans
from game.tui.widgets.reply import ReplyBox

_HINT_AFTER: Final = 0.15
"""Seconds after the last key until the line is read for hints."""


class Answering(Vertical):
    """The lower part of the call."""

    def __init__(self, call: Call, taste: Taste, draft: str = "") -> None:
        super().__init__()
        self._call = call
        self._taste = taste
        self._draft = draft
        self._hint_timer: Timer | None = None
        self._told_about: str | None = None

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield Static(id="still-talking")
        yield Below(id="below")
        yield ReplyBox()
        yield Static(id="hints")
        yield Static(id="unsaved")

    def on_mount(self) -> None:
        """Put back what was half-typed when the call was left."""
        self.box.put(self._draft)

    @property
    def box(self) -> ReplyBox:
        """The reply box."""
        return self.query_one(ReplyBox)

    @property
    def _they(self) -> Pronouns:
        return PRONOUNS[self._call.scenario.customer.pronoun]

    def show(self, call: Call, taste: Taste, unsaved: str = "") -> None:
        """Ask what this call asks. `unsaved` says why nothing is being saved."""
        self._call, self._taste = call, taste
        they = self._they
        self.query_one(Below).show(call)
        talking = self.query_one("#still-talking", Static)
        talking.update(words((f"{they.subject} {they.is_} still talking · enter lets {they.object}", "$muted")))
        talking.display = call.state.mid_sentence and call.pending is None
        self.box.caption(*self._caption())
        guesses = len(call.pending.guesses) if call.pending is not None else 0
        self.box.placeholder = words(f"1 to {guesses} or ! and enter, or say it another way") if guesses else ""
        self._hint(words())
        note = self.query_one("#unsaved", Static)
        note.update(words((unsaved, "$warm")))
        note.display = bool(unsaved)
        self.look_at_draft()

    def _caption(self) -> tuple[str, str]:
        """What stands in the upper and the lower edge of the box."""
        call, them = self._call, self._they.object
        if call.pending is not None:
            return "Which did you mean?", "↑ brings your line back"
        if call.state.stage != "call":
            return "After the call", "enter on empty: the debrief"
        if call.mode in CHOOSING:
            return "Your move", f"a number, or your own words · enter on empty: let {them} talk"
        if call.mode == "spoken":
            return "What was heard", f"/heard empathy paraphrase … · enter on empty: let {them} talk"
        return "Your reply", f"enter sends · enter on empty: let {them} talk"

    def tell(self, sentence: str) -> None:
        """Say something in the row under the box, until other text stands in it."""
        self._told_about = self.box.text
        self._hint(words((sentence, "$warm")))

    def _hint(self, hint: Content) -> None:
        """With a menu the row is only there when there is something to say."""
        row = self.query_one("#hints", Static)
        row.update(hint)
        row.display = bool(hint) or self._call.mode not in CHOOSING

    def on_text_area_changed(self) -> None:
        """Point at the menu line that is typed, and read the line a moment later."""
        self.query_one(Below).point_at(self.box.text)
        if self._hint_timer is not None:
            self._hint_timer.stop()
        self._hint_timer = self.set_timer(_HINT_AFTER, self.look_at_draft)

    def look_at_draft(self) -> None:
        """Show what the line in the box would be heard to do."""
        text = self.box.text
        if text == self._told_about:
            return
        self._told_about = None
        reading = hear(self._call, text.strip()) if self._worth_reading(text) else Reading()
        self.box.mark(spans(reading, text))
        if text:
            self._hint(heard_so_far(reading, self._they))

    def _worth_reading(self, text: str) -> bool:
        line = text.strip()
        words_to_say = bool(line) and not text.startswith("/") and not line.isdecimal() and len(text) <= MOST_CHARACTERS
        return words_to_say and self._taste.hints and self._call.pending is None and self._call.state.stage == "call"

    def on_reply_box_recalled(self) -> None:
        """↑ in the empty box: the line that waits, or the last one said."""
        said = [turn.reading.text for turn in self._call.play.turns if isinstance(turn.move, Say | Choose)]
        waiting = self._call.pending
        self.box.put(waiting.text if waiting is not None else said[-1] if said else "")

    def on_reply_box_shortened(self) -> None:
        """Too much was pasted."""
        self.tell("That was more than the box holds; the rest was left out.")
