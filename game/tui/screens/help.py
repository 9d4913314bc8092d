"""What can be pressed and typed, told from the same declarations as the footer."""

from game.line import COMMANDS
from game.tui.hanging import Hanging, Row
from game.tui.keys import Command
from game.tui.screens.reading import ReadingScreen
from game.tui.text import words


class HelpScreen(ReadingScreen):
    """The keys of a screen; in a call also what can be typed."""

    def __init__(self, commands: tuple[Command, ...], *, typing: bool = False) -> None:
        rows: list[Row] = [_row(command.key, _told(command)) for command in commands]
        if typing:
            rows += [
                words(),
                words(
                    ("Typed into the box", "bold $muted"),
                    ("   a line that should start with / gets a space before it", "$faint"),
                ),
                _row("(nothing)", "listen: stay silent, and let them talk"),
                _row("3", "the third line of the menu; without the menu, /3"),
                _row("!", "that is not what I meant: have the last line read again"),
                *(_row(f"/{word}", what) for word, what in COMMANDS.items()),
            ]
        super().__init__("Help", Hanging(*rows))


def _told(command: Command) -> str:
    return f"{command.help} Typed: {command.typed}" if command.typed else command.help


def _row(key: str, what: str) -> Row:
    return words((key.ljust(12), "bold $accent")), words(what)
