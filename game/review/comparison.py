"""Two tries at one call, side by side: where they part, both curves, and what the second one gained."""

from dataclasses import dataclass

from game.core.session import Play
from game.review.search import accuracy, judged


@dataclass(frozen=True, slots=True)
class Comparison:
    """A first try and a second one that begins the same."""

    parted_at: int
    """The first turn that differs, counted from 1."""
    first: tuple[int, ...]
    """The meter of the first try, in points."""
    second: tuple[int, ...]
    gain: int
    """How many points calmer the second try ended; below zero if it ended angrier."""
    accuracy: tuple[int, int]
    outcomes: tuple[str, str]

    @property
    def sentence(self) -> str:
        """The comparison in words."""
        points = "point" if abs(self.gain) == 1 else "points"
        ended = f"ended {abs(self.gain)} {points} {'calmer' if self.gain > 0 else 'angrier'}"
        calm = ended if self.gain else "ended at the same anger"
        was, now = (outcome.replace("_", " ") for outcome in self.outcomes)
        result = f"both were {was}" if was == now else f"the first was {was}, this one {now}"
        return f"From turn {self.parted_at} on, this try {calm}; {result}."


def compare(first: Play, second: Play) -> Comparison:
    """Compare two plays of one scenario and seed."""
    same = 0
    for one, other in zip(first.turns, second.turns, strict=False):
        if one.move != other.move:
            break
        same += 1
    outcomes = (first.state.outcome or "not over", second.state.outcome or "not over")
    accuracies = (accuracy(judged(first)), accuracy(judged(second)))
    return Comparison(same + 1, first.anger, second.anger, first.state.anger - second.state.anger, accuracies, outcomes)
