"""The signs that the screens are drawn with: one set for terminals with Unicode, one of plain ASCII.

The Linux console and anything that isn't UTF-8 get the ASCII set. Chosen once, when the screens start.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Every sign that carries meaning on a screen. Each is one cell wide, or a plain word."""

    unicode: bool
    full: str
    upper: str
    lower: str
    rising: str
    """Eighths of a cell from the bottom, one to seven."""
    cooled: str
    rose: str
    edge: str
    edge_right: str
    rail: str
    mark: str
    here: str
    down: str
    up: str
    dot: str
    ring: str
    check: str
    cross: str
    unsure: str
    left: str
    right: str
    arrow: str
    updown: str
    rule: str
    small_dot: str
    times: str
    superscripts: str


UNICODE: Final = Glyphs(
    unicode=True, full="█", upper="▀", lower="▄", rising="▁▂▃▄▅▆▇", cooled="░", rose="▓", edge="▌", edge_right="▐",
    rail="│", mark="├", here="◂", down="▼", up="▲", dot="●", ring="○", check="✓", cross="×", unsure="~",
    left="←", right="→", arrow="→", updown="↑↓", rule="─", small_dot="·", times="×", superscripts="¹²³⁴⁵⁶⁷⁸⁹",
)  # fmt: skip
ASCII: Final = Glyphs(
    unicode=False, full="#", upper="#", lower="#", rising=" .:-=+*", cooled=":", rose="%", edge="|", edge_right="|",
    rail="|", mark="+", here="<", down="-", up="+", dot="*", ring="o", check="+", cross="x", unsure="~",
    left="left", right="right", arrow="->", updown="up/down", rule="-", small_dot="-", times="x",
    superscripts="123456789",
)  # fmt: skip

_PLAINER: Final = str.maketrans({
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "—": "--", "–": "-", "…": "...", "−": "-", "×": "x",
    "·": "-", "→": "->", "←": "<-", "↑": "^", "↓": "v", "▼": "-", "▲": "+", "✓": "+", "●": "*", "○": "o",
})  # fmt: skip


def choose(environment: Mapping[str, str], encoding: str | None) -> Glyphs:
    """The set for a terminal of this environment and output encoding."""
    utf8 = (encoding or "").lower().replace("-", "").replace("_", "") == "utf8"
    return UNICODE if utf8 and environment.get("TERM") not in {"linux", "dumb"} else ASCII


GLYPHS: Final = choose(os.environ, getattr(sys.__stdout__, "encoding", None))
"""The set that this process draws with."""


def drawable(text: str, glyphs: Glyphs) -> str:
    """The text as this set can show it: without Unicode, quotes and dashes become plain and the rest `?`."""
    if glyphs.unicode or text.isascii():
        return text
    return text.translate(_PLAINER).encode("ascii", "replace").decode()
