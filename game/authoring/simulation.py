"""What a scenario comes to when bots play it: outcome shares, the meter by turn, and what no call ever met."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Any, Final, NamedTuple

from game.authoring.bots import BOTS, BOUNDS, ENDS_WELL, played_by
from game.authoring.draft import Path
from game.authoring.exploring.curious import Curious
from game.authoring.exploring.reached import KINDS
from game.core.scenario import Outcome, Scenario

CURIOUS: Final = "curious"
"""What reports call the player who looks for what nobody met yet."""
RUNS_OF_BEST: Final = 4
"""The search looks ahead and takes its time, so it plays only a few."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Smallest, middle and greatest of a number."""

    least: float
    middle: float
    most: float

    @classmethod
    def of(cls, numbers: list[int]) -> "Spread":
        """The spread of these numbers; there is at least one."""
        return cls(min(numbers), median(numbers), max(numbers))

    def plain(self) -> dict[str, float]:
        """As plain data."""
        return {"min": self.least, "median": self.middle, "max": self.most}


Told = Callable[[str, int, int], None]


class Ended(NamedTuple):
    """What is kept of a call: how it ended, and the meter from its opening on."""

    outcome: Outcome | None
    anger: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Played:
    """One bot's calls."""

    bot: str
    runs: int
    outcomes: dict[str, float]
    """Share of the calls by outcome; "unfinished" where patience outlasted the bot."""
    anger: Spread
    """The meter at the end, in points."""
    turns: Spread
    by_turn: tuple[Spread, ...]
    """The meter before each turn, in points, over the calls that came so far."""

    @property
    def ended_well(self) -> float:
        """Share of the calls that ended well."""
        return sum(share for outcome, share in self.outcomes.items() if outcome in ENDS_WELL)

    @property
    def in_bounds(self) -> bool:
        """Whether the scenario rewards this bot as it should."""
        low, high = BOUNDS.get(self.bot, (0.0, 1.0))
        return low <= self.ended_well <= high

    def plain(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "bot": self.bot,
            "runs": self.runs,
            "outcomes": self.outcomes,
            "anger": self.anger.plain(),
            "turns": self.turns.plain(),
            "by_turn": [spread.plain() for spread in self.by_turn],
            "bounds": list(BOUNDS[self.bot]) if self.bot in BOUNDS else None,
            "in_bounds": self.in_bounds,
        }


@dataclass(frozen=True, slots=True)
class Left:
    """A line that no call met, and where it stands in the author's file."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class Simulation:
    """All bots' calls, and how much of what the author wrote was met in any call."""

    bots: tuple[Played, ...]
    lines: int
    """How many lines, menu lines, remedies and endings there are to meet."""
    curious: int
    """Calls that the curious player made, until all was met or the runs were over."""
    left: tuple[Left, ...]
    """What neither he nor any bot met."""

    @property
    def never(self) -> dict[str, tuple[str, ...]]:
        """The texts of what no call met, by what they are."""
        return {kind: tuple(one.text for one in self.left if one.path[0] == kind) for kind in KINDS}


def calls_of(bot: str, runs: int) -> int:
    """How many calls a bot plays where so many runs are asked for."""
    return min(runs, RUNS_OF_BEST) if bot == "best" else runs


def simulated(scenario: Scenario, runs: int, seed: int = 0, told: Told | None = None) -> Simulation:
    """Every bot plays `runs` calls, with seeds from `seed` on; before them, a curious player up to as many.

    `told` hears who has played how many calls, and of how many.
    """
    tell = told or (lambda _who, _calls, _of: None)
    curious = Curious(scenario)
    explored = 0
    while curious.reached.left and explored < runs:
        curious.play(seed + explored)
        explored += 1
        tell(CURIOUS, explored, runs)
    bots: list[Played] = []
    for name, bot in BOTS.items():
        plays: list[Ended] = []
        for number in range(calls_of(name, runs)):
            play = played_by(bot, scenario, seed + number)
            plays.append(Ended(play.state.outcome, play.anger))
            if curious.reached.left:
                curious.reached.add(play)
            tell(name, number + 1, calls_of(name, runs))
        bots.append(_summed(name, plays))
    left = tuple(Left(path, text) for path, text in curious.reached.left.items())
    return Simulation(tuple(bots), curious.reached.whole, explored, left)


def _summed(bot: str, plays: list[Ended]) -> Played:
    shares = Counter(play.outcome or "unfinished" for play in plays)
    longest = max(len(play.anger) for play in plays)
    return Played(
        bot=bot,
        runs=len(plays),
        outcomes={outcome: round(count / len(plays), 4) for outcome, count in sorted(shares.items())},
        anger=Spread.of([play.anger[-1] for play in plays]),
        turns=Spread.of([len(play.anger) - 1 for play in plays]),
        by_turn=tuple(
            Spread.of([play.anger[turn] for play in plays if turn < len(play.anger)]) for turn in range(longest)
        ),
    )
