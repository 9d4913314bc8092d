"""Drills: a moment of a call that went wrong, to be answered again, and how the answer is graded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from game.core.engine import step
from game.core.moves import Move
from game.core.session import Play
from game.core.state import State, Turn
from game.review.debrief import better_line, did
from game.review.search import Judged, judge

_FROM_THE_LAST = 20


@dataclass(frozen=True, slots=True)
class Position:
    """A moment to answer again. `id` names the call and the turn, so that its schedule can be kept."""

    id: str
    play: Play = field(repr=False)
    """The call up to this moment."""
    yours: str
    """What was said then."""

    @property
    def state(self) -> State:
        """Where the call stands."""
        return self.play.state


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to a position, judged."""

    turn: Turn = field(repr=False)
    judged: Judged = field(repr=False)

    @property
    def better(self) -> str:
        """A line that does better, played through the engine; empty if there is none."""
        line = better_line(self.judged)
        return line.text if line is not None else ""


def positions(plays: Sequence[tuple[str, Play]]) -> Iterator[Position]:
    """The moments of the last calls in which a line of the player's did harm, the newest call first.

    `plays` are named by their saves, the oldest first.
    """
    for name, play in reversed(plays[-_FROM_THE_LAST:]):
        for number, turn in enumerate(play.turns):
            if turn.before.stage == "call" and turn.change > 0:
                yield Position(f"{name}/{turn.number}", play.first(number), did(turn))


def answer(position: Position, move: Move) -> Answered:
    """The move, made and judged in this position. Raises MoveError if it cannot be made."""
    turn = step(position.play.scenario, position.state, move)
    return Answered(turn, judge(position.play.scenario, turn))
