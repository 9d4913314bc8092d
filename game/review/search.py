"""What else there was to do, tried in the engine itself: every better line was played before it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from game.core.engine import step, why_not
from game.core.lines import helpful_lines
from game.core.menu import every_line, reading_of
from game.core.moves import FollowUp, Listen, Move, Say
from game.core.scenario import Scenario
from game.core.session import Play
from game.core.state import State, Turn
from game.review.evaluation import worth

Quality = Literal["best", "good", "inaccuracy", "mistake", "blunder"]
_AT_MOST: Final[tuple[tuple[float, Quality], ...]] = (
    (1, "best"), (6, "good"), (14, "inaccuracy"), (26, "mistake"),
)  # fmt: skip
"""Largest loss, in points of `evaluation.worth`, for each grade. Our choice."""
_AHEAD: Final = 3
_WIDTH: Final = 3
"""How many turns the search looks ahead, and along how many moves at each."""
_NOTHING_LEFT_AT: Final = 40.0
"""A loss by which a turn counts for nothing in the accuracy."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A move that was to be had, and where it leads at once."""

    move: Move
    turn: Turn = field(repr=False)
    worth: float

    @property
    def text(self) -> str:
        """The line, or what was done without words."""
        return self.move.text if isinstance(self.move, Say) else "(let them talk)"


@dataclass(frozen=True, slots=True)
class Judged:
    """A turn that was played, beside the best that was to be had there."""

    turn: Turn = field(repr=False)
    best: Alternative
    loss: float
    """What the move lost against the best one, in points of `evaluation.worth`; never below 0."""

    @property
    def quality(self) -> Quality:
        """The grade, as chess sites give it."""
        return next((quality for most, quality in _AT_MOST if self.loss <= most), "blunder")


def alternatives(scenario: Scenario, state: State) -> tuple[Alternative, ...]:
    """Every line that fits now, and staying silent, the best first."""
    moves: list[Move] = [Say(choice.say, reading_of(choice)) for choice in every_line(scenario, state)]
    return _tried(scenario, state, [*moves, *helpful_lines(scenario, state), Listen()])


def best_move(scenario: Scenario, state: State) -> Move:
    """The best of the lines that anybody could say now, looking `_AHEAD` turns on along the most promising."""
    return max(_outlooks(scenario, state, _AHEAD), key=lambda outlook: outlook[1])[0]


def _outlooks(scenario: Scenario, state: State, ahead: int) -> list[tuple[Move, float]]:
    """The most promising moves, each with the worth of where the best play leads from there."""
    found = _tried(scenario, state, [*helpful_lines(scenario, state), Listen()])
    if ahead <= 1:
        return [(alternative.move, alternative.worth) for alternative in found]
    return [(alternative.move, _best_worth(scenario, alternative, ahead - 1)) for alternative in found[:_WIDTH]]


def _best_worth(scenario: Scenario, alternative: Alternative, ahead: int) -> float:
    after = alternative.turn.state
    if after.stage != "call":
        return alternative.worth
    return max(worth for _, worth in _outlooks(scenario, after, ahead))


def _tried(scenario: Scenario, state: State, moves: Sequence[Move]) -> tuple[Alternative, ...]:
    tried = [step(scenario, state, move) for move in moves if why_not(scenario, state, move) is None]
    found = [Alternative(turn.move, turn, worth(scenario, turn.state)) for turn in tried]
    return tuple(sorted(found, key=lambda alternative: -alternative.worth))


def judged(play: Play) -> tuple[Judged, ...]:
    """Every turn of the call itself, judged; the follow-up and leaving are not."""
    return tuple(
        _judge(play.scenario, turn)
        for turn in play.turns
        if turn.before.stage == "call" and not isinstance(turn.move, FollowUp)
    )


def _judge(scenario: Scenario, turn: Turn) -> Judged:
    own = Alternative(turn.move, turn, worth(scenario, turn.state))
    best = max(own, *alternatives(scenario, turn.before), key=lambda alternative: alternative.worth)
    return Judged(turn, best, best.worth - own.worth)


def accuracy(turns: tuple[Judged, ...]) -> int:
    """How near the call came to the best that was to be had, from 0 to 100."""
    if not turns:
        return 0
    shares = [max(0.0, 1 - judged.loss / _NOTHING_LEFT_AT) for judged in turns]
    return round(100 * sum(shares) / len(shares))
