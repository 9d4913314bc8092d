"""How much help the next call is begun with: less as the learner's skill grows, a step at a time, and more again when
it was too little.

From most help to least: a menu that says what each line does, a menu, hints to say in own words, own words, and own
words under load. After each call, the share of what was called for that was done decides the step. Whoever does well
in own words before their turn needs no menu any more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from game.core.moves import Choose, Say
from game.core.session import Play
from game.review.skills import called_for, was_done

Help = Literal["labelled", "menu", "hybrid", "typed"]
_LADDER: Final[tuple[tuple[Help, bool], ...]] = (
    ("labelled", False), ("menu", False), ("hybrid", False), ("typed", False), ("typed", True),
)  # fmt: skip
_OWN_WORDS: Final = 3
"""The first step on which there is no help with the words."""
_WELL: Final = 0.4
"""Share of what was called for from which a call goes well. Our choice: of the shipped customers' menus, always taking
the line that cools most comes to .42, and taking any line, or none, to .13."""
_BADLY: Final = 0.2
"""Share below which it went badly. Our choice."""
_FEWEST: Final = 5
"""How often something must have been called for before a call counts."""
IN_WORDS: Final[dict[Help, str]] = {
    "labelled": "a labelled menu",
    "menu": "a menu",
    "hybrid": "hints",
    "typed": "own words",
}


@dataclass(frozen=True, slots=True)
class Fading:
    """How the next call is begun, unless the player wants it otherwise."""

    mode: Help
    under_load: bool
    """Whether things come in between, and silence is timed where the front end can."""
    reason: str


def fading(plays: Sequence[Play]) -> Fading:
    """The help for the next call, after these, the oldest first."""
    step, reason = 0, "to begin with"
    for play in plays:
        done, asked = _done(play)
        if asked >= _FEWEST:
            to = _next(step, done / asked, own_words=_in_own_words(play))
            reason = f"{_MOVED[(to > step) - (to < step)]}: last time you did {done} of the {asked} called for"
            step = to
    mode, under_load = _LADDER[step]
    told = f"{IN_WORDS[mode]}{' under load' if under_load else ''}, {reason}"
    return Fading(mode, under_load, told)


_MOVED: Final = {1: "less help", 0: "as before", -1: "more help"}


def _next(step: int, share: float, *, own_words: bool) -> int:
    if share < _BADLY:
        return max(0, step - 1)
    if share < _WELL:
        return step
    if own_words:
        return min(max(step + 1, _OWN_WORDS), len(_LADDER) - 1)
    return max(step, min(step + 1, _OWN_WORDS - 1))


def _done(play: Play) -> tuple[int, int]:
    """How much of what was called for was done, and how much that was."""
    found = [was_done(turn, skill) for turn in play.turns for skill in called_for(play.scenario, turn)]
    return sum(found), len(found)


def _in_own_words(play: Play) -> bool:
    said = [turn.move for turn in play.turns if isinstance(turn.move, Say | Choose)]
    return 2 * sum(isinstance(move, Say) for move in said) > len(said)
