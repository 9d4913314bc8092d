"""Two questions on which practice and research do not quite agree, told openly where they applied."""

from typing import Final

from game.core.session import Play

VENTING: Final = (
    "You let them talk. Practice says: let them vent. A meta-analysis of 154 studies says that venting by itself "
    "cures nothing (Kjærvik & Bushman 2024). So don't stop it, don't rely on it, and listen for what you can name."
)
RELATING: Final = (
    "You named feelings several times. Empathy comes first; but too much of it weakens what you do next (Marinova, "
    "Singh & Singh 2018). So keep it short, specific and early; then work on it; then close warmly."
)
_SEVERAL: Final = 3


def tensions(play: Play) -> tuple[str, ...]:
    """Those of the two that applied in this call."""
    told = []
    if any(turn.state.listened > turn.before.listened for turn in play.turns):
        told.append(VENTING)
    if sum("empathy" in turn.reading.techniques for turn in play.turns) >= _SEVERAL:
        told.append(RELATING)
    return tuple(told)
