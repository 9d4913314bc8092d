"""A share of a hundred as a bar on its track: how a player rates a call, how often a skill was shown."""

from textual.content import Content

from game.tui.glyphs import GLYPHS, Glyphs
from game.tui.text import words


def scale(share: float, width: int, colour: str = "accent", glyphs: Glyphs = GLYPHS) -> Content:
    """The bar, `width` cells wide, for a share from 0 to 100."""
    halves = round(min(max(share, 0), 100) * width * 2 / 100)
    full, half = divmod(halves, 2)
    if not glyphs.unicode:
        return words((glyphs.full * full, f"${colour}"), (glyphs.small_dot * (width - full), "$faint"))
    rest = width - full - half
    return words(
        (glyphs.full * full, f"${colour}-fill on $track"), ("▌" * half, f"${colour}-fill on $track"),
        (" " * rest, "on $track"),
    )  # fmt: skip
