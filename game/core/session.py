"""A session is a scenario, a seed and moves. Everything that is shown of it is folded from that."""

from dataclasses import dataclass, field

from game.core.engine import opening, step
from game.core.moves import Move
from game.core.scenario import Scenario
from game.core.state import State, Turn


@dataclass(frozen=True, slots=True)
class Session:
    """One playing of a scenario: what it was, the seed, and the moves made."""

    scenario: Scenario = field(repr=False)
    seed: int
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class Play:
    """A session folded: where it began, and each turn."""

    scenario: Scenario = field(repr=False)
    opening: State
    turns: tuple[Turn, ...] = ()

    @property
    def state(self) -> State:
        """Where the call stands now."""
        return self.turns[-1].state if self.turns else self.opening

    @property
    def anger(self) -> tuple[int, ...]:
        """The meter from the opening on, in points."""
        return (self.opening.anger, *(turn.state.anger for turn in self.turns))

    @property
    def session(self) -> Session:
        """The session that this is the play of."""
        return Session(self.scenario, self.opening.seed, tuple(turn.move for turn in self.turns))

    def then(self, move: Move) -> "Play":
        """This play with one more move. Raises MoveError if it cannot be made now."""
        return Play(self.scenario, self.opening, (*self.turns, step(self.scenario, self.state, move)))

    def first(self, turns: int) -> "Play":
        """This play's first turns."""
        return Play(self.scenario, self.opening, self.turns[: max(0, turns)])

    def back(self, turns: int = 1) -> "Play":
        """This play with its last turns taken back."""
        return self.first(len(self.turns) - turns)


def start(scenario: Scenario, seed: int) -> Play:
    """A play in which nothing was said yet but the opening line."""
    return Play(scenario, opening(scenario, seed))


def play(session: Session) -> Play:
    """The fold. Raises MoveError if the session holds a move that could not be made."""
    folded = start(session.scenario, session.seed)
    for move in session.moves:
        folded = folded.then(move)
    return folded
