"""A key is declared once: the binding, the footer, the palette and the help all read it here."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done on a screen."""

    keys: str
    """Textual's names, by commas."""
    action: str
    label: str
    """For the footer: one to three words. Empty: it works, and only the help tells of it."""
    help: str
    """A sentence for the help and the palette."""
    shown: str = ""
    """The key as it is written; left out, the first of the keys."""
    typed: str = ""
    """What may be typed and entered in place of the key."""
    priority: bool = False
    """Whether it works although the reply box has the focus and knows the key."""

    @property
    def key(self) -> str:
        """The key as it is written on the screen."""
        return self.shown or _WRITTEN.get(first := self.keys.split(",")[0], first)


_WRITTEN = {
    "escape": "esc", "question_mark": "?", "exclamation_mark": "!", "slash": "/", "left": "←", "right": "→",
}  # fmt: skip


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """The bindings of these commands."""
    return [
        Binding(command.keys, command.action, command.label, show=False, priority=command.priority)
        for command in commands
    ]
