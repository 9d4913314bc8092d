"""The settings of the brief as rows of text: what can be chosen, and which of it is."""

from typing import Final, get_args

from textual.content import Content

from game.tui.desk import Desk
from game.tui.dials import CLOCKS, HEATS, clock_in_words, heat_in_words
from game.tui.glyphs import GLYPHS
from game.tui.options import Mode
from game.tui.text import Part, words

MODES: Final[tuple[Mode, ...]] = get_args(Mode)

_NAME = 9
"""Cells for the name of a setting."""


def setting(name: str, key: str, values: tuple[str, ...], now: str) -> Content:
    """A row with every value; the one chosen has a dot."""
    parts: list[Part] = [_headed(name, key)]
    for value in values:
        if value == now:
            parts += [(f"{GLYPHS.dot} ", "$accent"), (f"{value}  ", "bold")]
        else:
            parts += [(f"{GLYPHS.ring} {value}  ", "$muted")]
    return words(*parts)


def answer(mode: Mode) -> Content:
    """How the call is answered, and how much help that is: a dot for each way, from most help to least."""
    dots = [(GLYPHS.dot if one == mode else GLYPHS.ring, "$accent" if one == mode else "$faint") for one in MODES]
    return words(_headed("answer", "m"), (mode.ljust(10), "bold"), *dots)


def dials(desk: Desk, *, folded: bool) -> dict[str, Content]:
    """The rows of what makes a call harder or easier, by name."""
    turned, hard = desk.dials, desk.dials.difficulty
    meter = "hidden" if desk.taste.hidden_meter else "shown"
    clocks = tuple(map(clock_in_words, sorted({*CLOCKS, turned.clock})))
    heats = tuple(map(heat_in_words, sorted({*HEATS, hard.heat})))
    return {
        "more": words(_headed("harder", "x"), (_what_is_turned(desk) if folded else "fold", "$muted")),
        "meter": setting("meter", "v", ("shown", "hidden"), meter),
        "clock": setting("clock", "k", clocks, clock_in_words(turned.clock)),
        "person": words(_headed("person", "p"), (turned.person, "bold")),
        "heat": setting("heat", "t", heats, heat_in_words(hard.heat)),
        "noise": setting("noise", "n", ("off", "on"), "on" if hard.noise else "off"),
    }


def _headed(name: str, key: str) -> Content:
    return words((name.ljust(_NAME), "$muted"), (f"{key}  ", "bold $accent"))


def _what_is_turned(desk: Desk) -> str:
    """What is turned, for where the dials are folded."""
    turned, hard = desk.dials, desk.dials.difficulty
    told = [
        "meter hidden" if desk.taste.hidden_meter else "", clock_in_words(turned.clock) if turned.clock else "",
        turned.person if hard.persona else "", heat_in_words(hard.heat) if hard.heat else "",
        "noise" if hard.noise else "", f"candour {hard.candour}" if hard.candour is not None else "",
        f"{hard.patience} patience" if hard.patience != "usual" else "",
    ]  # fmt: skip
    return ", ".join(filter(None, told)) or "as written"
