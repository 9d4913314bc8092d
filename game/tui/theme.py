"""The three looks, as roles and not as widgets: what a colour means is the same in all of them.

Measured on the background: bands at least 4.9:1, text at least 14:1. Colour never speaks alone; a word,
a number or a height always goes along.
"""

from typing import Final

from textual.color import Color
from textual.theme import Theme

ROLES: Final = (
    "background", "surface", "raised", "track", "select", "mine", "rule", "foreground", "muted", "faint",
    "accent", "cool", "warm", "hot", "boiling",
)  # fmt: skip
BANDS: Final = ("cool", "warm", "hot", "boiling")
_FILLED: Final = (*BANDS, "accent")

_COLOURS: Final = {
    "dusk": "12151c 191d26 232935 1e232d 263340 182724 39424f e8e4da a5adba 7c8696 86d1bd 72abf5 f7dd8c f4762c f274ad",
    "paper": "faf7f0 f1ece0 e8e1d2 ebe5d8 dde9ea e3efe6 c4baa6 23262d 50565f 6a707b 17695a 1259ad 7f6b06 7d2a00 b81d6b",
    "contrast": (
        "000000 000000 1c1c1c 000000 303030 000000 ffffff ffffff e0e0e0 c4c4c4 6ff0d0 63b0ff ffe98f ff7a33 ff8fc6"
    ),
}
_FILL: Final = {"contrast": (1.0, 0.55)}
"""Shares of a band's colour over the background, for fills and for soft fills, where they differ."""


def _theme(name: str, colours: str) -> Theme:
    role = dict(zip(ROLES, (f"#{colour}" for colour in colours.split()), strict=True))
    fill, soft = _FILL.get(name, (0.84, 0.32))
    background = Color.parse(role["background"])
    for band in _FILLED:
        colour = Color.parse(role[band])
        role[f"{band}-fill"] = background.blend(colour, fill).hex
        role[f"{band}-soft"] = background.blend(colour, soft).hex
    background_of, surface, foreground, accent = (
        role.pop(of) for of in ("background", "surface", "foreground", "accent")
    )
    role |= {
        "scrollbar": role["track"], "scrollbar-hover": role["rule"], "scrollbar-active": role["muted"],
        "scrollbar-background": background_of, "scrollbar-background-hover": background_of,
        "scrollbar-background-active": background_of, "scrollbar-corner-color": background_of,
        "border": role["rule"], "footer-key-foreground": accent,
    }  # fmt: skip
    return Theme(
        name, primary=accent, warning=role["warm"], error=role["boiling"], success=accent,
        panel=role["raised"], dark=name != "paper", text_alpha=1.0, variables=role,
        background=background_of, surface=surface, foreground=foreground, accent=accent,
    )  # fmt: skip


THEMES: Final = tuple(_theme(name, colours) for name, colours in _COLOURS.items())
SPOKEN_NAMES: Final = {"dusk": "dark", "paper": "light", "contrast": "high contrast"}


def next_theme(name: str) -> str:
    """The theme after this one."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
