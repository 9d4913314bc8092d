"""Which band the meter stands in, as a word, a colour and a height: the three always go together."""

from typing import Final, Literal

from textual.content import Content

from game.core.scenario import Phase
from game.core.state import BOILING_FROM, State, phase_of
from game.tui.glyphs import GLYPHS, Glyphs
from game.tui.text import words

Band = Literal["cool", "warm", "hot", "boiling"]
_HEIGHT: Final[dict[Band, int]] = {"cool": 1, "warm": 2, "hot": 3, "boiling": 4}
_BARS: Final = "▂▄▆█"
_LOGO: Final[tuple[tuple[str, Band], ...]] = (("█", "boiling"), ("▆", "hot"), ("▄", "warm"), ("▂", "cool"))


def band_of(anger: int, phase: Phase) -> Band:
    """The band's word: the phase, or boiling from 85."""
    return "boiling" if anger >= BOILING_FROM else phase


def band_in(state: State) -> Band:
    """The band that this state is in."""
    return band_of(state.anger, state.phase)


def bands_along(curve: tuple[int, ...]) -> tuple[Band, ...]:
    """The band at each point of a meter's curve, the hysteresis of hot kept."""
    bands: list[Band] = []
    phase: Phase = "warm"
    for anger in curve:
        phase = phase_of(anger, phase)
        bands.append(band_of(anger, phase))
    return tuple(bands)


def bars(band: Band, glyphs: Glyphs = GLYPHS) -> Content:
    """Four bars, as many lit as the band is high: ▂▄▆▁. In ASCII "(3 of 4)"."""
    height = _HEIGHT[band]
    if not glyphs.unicode:
        return words((f"({height} of 4)", "$muted"))
    return words((_BARS[:height], f"${band}"), ("▁" * (4 - height), "$rule"))


def reading(anger: int, band: Band, glyphs: Glyphs = GLYPHS) -> Content:
    """Height, word and number: "▂▄▆▁ hot 76"."""
    return words(bars(band, glyphs), " ", (f"{band} {anger}", f"bold ${band}"))


def logo(glyphs: Glyphs = GLYPHS) -> Content:
    """The four bars falling."""
    return words(*((bar, f"${band}") for bar, band in _LOGO)) if glyphs.unicode else words()


def change(points: int, glyphs: Glyphs = GLYPHS, width: int = 0) -> Content:
    """A change of the meter: ▼11, ▲8, or "0"; in ASCII -11, +8. `width` pads the number."""
    if points == 0:
        return words(("0".rjust(width + 1), "$muted"))
    sign, colour = (glyphs.down, "$cool") if points < 0 else (glyphs.up, "$boiling")
    number = str(abs(points))
    return words((f"{sign}{number.rjust(width)}" if glyphs.unicode else f"{sign}{number}".rjust(width + 1), colour))
