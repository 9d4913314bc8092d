"""The box that you answer in. Enter sends; line ends that are pasted become spaces; text is never thrown away."""

from typing import ClassVar, Final

from rich.style import Style
from rich.text import Text
from textual import events
from textual.message import Message
from textual.widgets import TextArea

from game.core.text import clean
from game.line import MOST_CHARACTERS
from game.tui.text import words

MOST_HELD: Final = 2_000
"""Characters that the box holds. More than can be sent, so that a long text can be cut down in it."""
_WARN_FROM: Final = MOST_CHARACTERS - 60

Span = tuple[int, int]


class ReplyBox(TextArea):
    """One line of text that grows to three rows."""

    class Sent(Message):
        """Enter was pressed on this text."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Recalled(Message):
        """↑ was pressed in the empty box."""

    class Shortened(Message):
        """More was pasted than the box holds; the rest was left out."""

    BINDINGS: ClassVar = []

    def __init__(self, text: str = "") -> None:
        super().__init__(
            text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", highlight_cursor_line=False
        )
        self._marks: tuple[Span, ...] = ()
        self._subtitle = ""

    def mark(self, spans: tuple[Span, ...]) -> None:
        """Underline these spans: what was heard so far."""
        if spans != self._marks:
            self._marks = spans
            self.notify_style_update()
            self.refresh()

    def get_line(self, line_index: int) -> Text:
        """The line, its marked words underlined."""
        line = super().get_line(line_index)
        style = Style(underline=True, color=self.styles.border_top[1].rich_color)
        for start, end in self._marks:
            line.stylize(style, start, min(end, len(line)))
        return line

    def put(self, text: str) -> None:
        """Have this text in the box, the cursor behind it."""
        self.text = text
        self.move_cursor(self.document.end)

    def caption(self, title: str, below: str) -> None:
        """What stands in the upper and in the lower edge; near the limit, the count takes the lower one."""
        self.border_title = words(title)
        self._subtitle = below
        self._count()

    def on_key(self, event: events.Key) -> None:
        """Enter sends, from wherever the cursor is."""
        if event.key == "enter":
            event.prevent_default()
            event.stop()
            self.post_message(self.Sent(self.text))

    def on_paste(self, event: events.Paste) -> None:
        """Take what is pasted as one line."""
        event.prevent_default()
        event.stop()
        text = " ".join(clean(event.text[: MOST_HELD * 2]).split())
        room = max(0, MOST_HELD - len(self.text))
        self.insert(text[:room])
        if len(text) > room or len(event.text) > MOST_HELD * 2:
            self.post_message(self.Shortened())

    def action_cursor_up(self, select: bool = False) -> None:
        """In the empty box, ↑ asks for your last line."""
        if self.text or select:
            super().action_cursor_up(select)
        else:
            self.post_message(self.Recalled())

    def on_text_area_changed(self) -> None:
        """Keep the count, and the marks within the text."""
        self._count()

    def _count(self) -> None:
        length = len(self.text)
        near = length >= _WARN_FROM
        self.set_class(length > MOST_CHARACTERS, "-over")
        self.border_subtitle = words(f"{length} of {MOST_CHARACTERS} characters" if near else self._subtitle)
