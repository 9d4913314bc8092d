"""How a learner is doing, folded from their calls: what was called for and done, what slipped, what to play next.

A technique was called for in a turn if the order that works would have used it there. Recent calls weigh more.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from game.core.moves import Gesture, Listen, Move, Say
from game.core.order import order_that_works
from game.core.scenario import Scenario
from game.core.session import Play
from game.core.state import Turn
from game.core.techniques import HELPFUL, MISSTEPS, TECHNIQUES

LISTENING: Final = "listening"
"""Letting them finish is a skill too, and no technique of the words."""
LET_THEM_FINISH: Final = "letting them finish"
"""What that skill is called wherever it is named."""
_FADES: Final = 0.8
"""What a call still weighs for each later one. Our choice."""
_FEWEST: Final = 2
"""How often a skill must have been called for before anything is said of it."""
_AGO: Final = ("last call", "the call before")
_OF_FIVE: Final = 4
"""How many of five suggestions train the weakest skill; the fifth is for variety."""


@dataclass(frozen=True, slots=True)
class Skill:
    """One skill: how often it was called for, and how often it was done then."""

    id: str
    label: str
    called_for: int
    done: int
    share: float
    """Done of called for, from 0 to 1, recent calls weighing more."""
    calls_ago: int | None = None
    """How many calls ago it was last done: 0 in the latest one; None if never."""

    @property
    def recency(self) -> str:
        """When it was last done, in words."""
        if self.calls_ago is None:
            return "not yet"
        return _AGO[self.calls_ago] if self.calls_ago < len(_AGO) else f"{self.calls_ago} calls ago"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A scenario to play next, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Progress:
    """A learner's calls, summed up."""

    calls: int
    skills: tuple[Skill, ...]
    """Weakest first."""
    slips: tuple[tuple[str, int], ...]
    """Missteps by label and how often, the commonest first."""
    best: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """The curve of the best call of each scenario."""
    last: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """The curve of the last call of each scenario, in the order in which they were last played, the newest first."""

    @property
    def weakest(self) -> Skill | None:
        """The skill to train next, if enough is known."""
        return next((skill for skill in self.skills if skill.called_for >= _FEWEST and skill.share < 1), None)


def progress(plays: Sequence[tuple[str, Play]]) -> Progress:
    """The progress shown in these calls, each with its scenario's name, the oldest first."""
    called: Counter[str] = Counter()
    done: Counter[str] = Counter()
    weights: dict[str, list[float]] = {}
    ago: dict[str, int] = {}
    for age, (_, play) in enumerate(reversed(plays)):
        for turn in play.turns:
            for skill in called_for(play.scenario, turn):
                hit = was_done(turn, skill)
                called[skill] += 1
                done[skill] += hit
                if hit:
                    ago.setdefault(skill, age)
                weights.setdefault(skill, []).append(_FADES**age * (1 if hit else -1))
    skills = sorted(_skills(called, done, weights, ago), key=_by_share)
    return Progress(len(plays), tuple(skills), _slips(plays), _best(plays), _last(plays))


def _skills(
    called: Counter[str], done: Counter[str], weights: dict[str, list[float]], ago: dict[str, int]
) -> Iterable[Skill]:
    for id, times in called.items():
        total = sum(abs(weight) for weight in weights[id])
        share = sum(weight for weight in weights[id] if weight > 0) / total
        yield Skill(id, _label(id), times, done[id], round(share, 3), ago.get(id))


def _by_share(skill: Skill) -> tuple[float, int, str]:
    return (skill.share, -skill.called_for, skill.id)


def _label(id: str) -> str:
    return LET_THEM_FINISH if id == LISTENING else TECHNIQUES[id].did


def called_for(scenario: Scenario, turn: Turn) -> tuple[str, ...]:
    """The skills that this turn called for."""
    if turn.before.stage != "call":
        return ()
    move: Move = order_that_works(scenario, turn.before)
    if isinstance(move, Say):
        return tuple(technique for technique in move.reading.techniques if technique in HELPFUL)
    return (LISTENING,) if isinstance(move, Listen) else ()


def was_done(turn: Turn, skill: str) -> bool:
    """Whether this turn did it, without a misstep beside it."""
    if skill == LISTENING:
        return isinstance(turn.move, Listen | Gesture)
    return skill in turn.reading.techniques and not turn.reading.missteps


def _slips(plays: Sequence[tuple[str, Play]]) -> tuple[tuple[str, int], ...]:
    found = Counter(
        technique for _, play in plays for turn in play.turns for technique in turn.reading.techniques
        if technique in MISSTEPS
    )  # fmt: skip
    return tuple((TECHNIQUES[technique].did, times) for technique, times in found.most_common())


def _best(plays: Sequence[tuple[str, Play]]) -> dict[str, tuple[int, ...]]:
    curves: dict[str, tuple[int, ...]] = {}
    for name, play in plays:
        if name not in curves or play.anger[-1] < curves[name][-1]:
            curves[name] = play.anger
    return curves


def _last(plays: Sequence[tuple[str, Play]]) -> dict[str, tuple[int, ...]]:
    curves: dict[str, tuple[int, ...]] = {}
    for name, play in reversed(plays):
        curves.setdefault(name, play.anger)
    return curves


def suggestions(scenarios: Sequence[tuple[str, Scenario]], plays: Sequence[tuple[str, Play]]) -> tuple[Suggestion, ...]:
    """The next five scenarios to play: at least four train the weakest skill, what was played longest ago first."""
    weakest = progress(plays).weakest
    last_played = {name: number for number, (name, _) in enumerate(plays)}
    by_age = sorted(scenarios, key=lambda pair: last_played.get(pair[0], -1))
    if weakest is None:
        return tuple(Suggestion(name, _unplayed(name, last_played)) for name, _ in by_age[:5])
    training = [name for name, scenario in by_age if weakest.id in scenario.trains]
    others = [name for name, _ in by_age if name not in training]
    reason = f"It trains what {weakest.called_for - weakest.done} of your lines missed: {weakest.label}."
    queue = (training * 5)[:_OF_FIVE]
    chosen = [Suggestion(name, reason) for name in queue]
    chosen += [Suggestion(name, "For variety. " + _unplayed(name, last_played)) for name in others[: 5 - len(chosen)]]
    return tuple(chosen)


def _unplayed(name: str, last_played: dict[str, int]) -> str:
    return "You played it longest ago." if name in last_played else "You have not played it yet."
