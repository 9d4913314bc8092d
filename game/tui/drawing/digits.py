"""Numbers in block type, three rows high, for screens with room."""

from typing import Final

from game.tui.glyphs import GLYPHS, Glyphs

_DIGITS: Final = {
    "0": ("█▀▀█", "█  █", "█▄▄█"),
    "1": (" ▀█ ", "  █ ", " ▄█▄"),
    "2": ("▀▀▀█", "█▀▀▀", "█▄▄▄"),
    "3": ("▀▀▀█", " ▀▀█", "▄▄▄█"),
    "4": ("█  █", "▀▀▀█", "   █"),
    "5": ("█▀▀▀", "▀▀▀█", "▄▄▄█"),
    "6": ("█▀▀▀", "█▀▀█", "█▄▄█"),
    "7": ("▀▀▀█", "   █", "   █"),
    "8": ("█▀▀█", "█▀▀█", "█▄▄█"),
    "9": ("█▀▀█", "▀▀▀█", "▄▄▄█"),
}


def block_number(number: int, glyphs: Glyphs = GLYPHS) -> tuple[str, str, str]:
    """Three rows that show the number, a digit four cells wide and one apart."""
    rows = [" ".join(_DIGITS[digit][row] for digit in str(abs(number))) for row in range(3)]
    if not glyphs.unicode:
        return "", str(number), ""
    return rows[0], rows[1], rows[2]
