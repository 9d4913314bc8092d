"""The one door for text on a screen: whatever goes through it is shown as it stands, never read as markup.

Textual reads square brackets in a plain `str` as markup, and a player's `[/` would end the program. So
every widget of ours is given Content that was made here, and nothing else.
"""

from textual.content import Content

from game.core.text import clean
from game.tui.glyphs import GLYPHS, drawable

Part = str | Content | tuple[str, str]
"""Words, words with a style ("$hot bold"), or Content that came through here before."""


def words(*parts: Part) -> Content:
    """The parts, one after the other, cleaned of what would steer a terminal."""
    return Content.assemble(*(_safe(part) for part in parts))


def lines(*rows: Content | str) -> Content:
    """The rows, one below the other."""
    return Content("\n").join([words(row) for row in rows])


def one_line(text: str) -> str:
    """The text without line ends, for titles and rows."""
    return " ".join(clean(text).split())


def shortened(text: str, width: int) -> str:
    """The text on one line, cut at a word to at most `width` characters, "…" where it was cut."""
    text = one_line(text)
    if len(text) <= width:
        return text
    cut = text[: max(1, width - 1)]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > width // 2 else cut).rstrip(" ,.;:") + "…"


def _safe(part: Part) -> Part:
    if isinstance(part, Content):
        return part
    if isinstance(part, tuple):
        return drawable(clean(part[0]), GLYPHS), part[1]
    return drawable(clean(part), GLYPHS)
