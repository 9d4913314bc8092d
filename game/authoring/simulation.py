"""What a scenario comes to when bots play it: outcome shares, the meter by turn, and what no play ever reached."""

from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import Any, Final

from game.authoring.bots import BOTS, BOUNDS, played_by
from game.core.moves import Choose, Say
from game.core.scenario import Outcome, Scenario
from game.core.session import Play

RUNS_OF_BEST: Final = 4
"""The search looks ahead and takes its time, so it plays only a few."""
ENDS_WELL: Final[frozenset[Outcome]] = frozenset({"settled", "agreed_to_differ", "handed_over", "limit_kept"})


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
class Simulation:
    """All bots' calls, and what none of them reached."""

    bots: tuple[Played, ...]
    never: dict[str, tuple[str, ...]]
    """What no call reached: story, reactions, choices, remedies and endings."""


def simulated(scenario: Scenario, runs: int, seed: int = 0) -> Simulation:
    """Every bot plays `runs` calls, with seeds from `seed` on."""
    everything: list[Play] = []
    bots: list[Played] = []
    for name, bot in BOTS.items():
        count = min(runs, RUNS_OF_BEST) if name == "best" else runs
        plays = [played_by(bot, scenario, seed + number) for number in range(count)]
        everything += plays
        bots.append(_summed(name, plays))
    return Simulation(tuple(bots), _never_reached(scenario, everything))


def _summed(bot: str, plays: list[Play]) -> Played:
    shares = Counter(play.state.outcome or "unfinished" for play in plays)
    longest = max(len(play.anger) for play in plays)
    return Played(
        bot=bot,
        runs=len(plays),
        outcomes={outcome: round(count / len(plays), 4) for outcome, count in sorted(shares.items())},
        anger=Spread.of([play.state.anger for play in plays]),
        turns=Spread.of([len(play.turns) for play in plays]),
        by_turn=tuple(
            Spread.of([play.anger[turn] for play in plays if turn < len(play.anger)]) for turn in range(longest)
        ),
    )


def _never_reached(scenario: Scenario, plays: list[Play]) -> dict[str, tuple[str, ...]]:
    lines = {line for play in plays for line in play.state.lines}
    beats = {beat for play in plays for beat in play.state.beats}
    said = {turn.move.text for play in plays for turn in play.turns if isinstance(turn.move, Say)}
    chosen = {turn.move.choice for play in plays for turn in play.turns if isinstance(turn.move, Choose)}
    offered = {remedy for play in plays for turn in play.turns for remedy in turn.state.offered}
    ended = {play.state.outcome for play in plays}
    return {
        "story": tuple(beat.say[0] for index, beat in enumerate(scenario.story) if index not in beats),
        "reactions": tuple(line for one in scenario.reactions for line in one.say if line not in lines),
        "choices": tuple(c.id for c in scenario.choices if c.id not in chosen and not _said(c.say, said)),
        "remedies": tuple(remedy.id for remedy in scenario.remedies if remedy.id not in offered),
        "endings": tuple(outcome for outcome in scenario.endings if outcome not in ended),
    }


def _said(line: str, said: set[str]) -> bool:
    """Whether a menu line was said; one with slots, in any of its fillings."""
    beginning, slot, _ = line.partition("{")
    return line in said or (bool(slot) and any(text.startswith(beginning) for text in said if beginning))
