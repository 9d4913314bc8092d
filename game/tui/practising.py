"""What the calls so far suggest: how it is going, what to play next, which mistakes are due to be answered again."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Final

from game.authoring.library import Loaded
from game.core.session import Play
from game.core.techniques import TECHNIQUES
from game.records.history import by_scenario, every_try, moments
from game.records.practice import cards, due, waiting
from game.records.store import Save, over, rated_tries
from game.review.exercises import exercises
from game.review.fading import Fading, fading
from game.review.positions import Position, positions
from game.review.rating import Rating
from game.review.regularity import Regularity, regularity
from game.review.skills import Progress, Suggestion, progress, suggestions
from game.tui.runs import in_order_of_level

MOST_DRILLS: Final = 5
"""How many mistakes are answered again in one go: about five minutes."""
NOTHING_DUE: Final = "Nothing due. A mistake from your next run will come back here."


@dataclass(frozen=True, slots=True)
class Practice:
    """Everything that is folded from the calls that are over."""

    over: tuple[Save, ...] = ()
    """The newest first."""
    progress: Progress = Progress(0, (), ())  # noqa: RUF009  # frozen, and empty
    following: tuple[Suggestion, ...] = ()
    """What to play next, the first one first, each scenario once."""
    due: tuple[Position, ...] = ()
    rated: tuple[tuple[Play, Rating], ...] = field(default=(), repr=False)
    """Every try that the player rated, the oldest first."""
    coming: datetime | None = None
    """When the next drill will be due, if none is now."""
    days: Regularity = Regularity(date.min)  # noqa: RUF009  # frozen, and empty
    """The days with practice."""
    help: Fading = fading(())  # noqa: RUF009  # frozen
    """How the next call is to be answered, and why."""

    def picked(self, name: str) -> str:
        """Why this scenario is the one to play next; empty if it is not."""
        first = self.following[0] if self.following and self.over else None
        return first.reason if first is not None and first.name == name else ""


def practice(
    scenarios: Iterable[Loaded], saves: Iterable[Save], folder: Path, now: datetime, most: int = MOST_DRILLS
) -> Practice:
    """What these saves, newest first, suggest. The log of drills lies in `folder`; of them `most` are taken at once."""
    saves = tuple(saves)
    done = over(saves)
    playable = [one for one in scenarios if one.scenario is not None]
    by_level = [(one.name, one.playable) for one in sorted(playable, key=lambda one: in_order_of_level(one.playable))]
    plays = by_scenario(done)
    known = cards(folder)
    today = waiting(positions(every_try(done)), dict(by_level), known, now, most)
    following = dict.fromkeys(suggestions(by_level, plays))
    coming = min((card.due for card in known.values() if card.due > now), default=None)
    days = regularity(moments(saves, folder), now)
    return Practice(
        done,
        progress(plays),
        tuple(following),
        tuple(today),
        rated_tries(saves),
        coming,
        days,
        fading([play for _, play in plays]),
    )


def by_technique(
    technique: str, scenarios: Iterable[Loaded], folder: Path, now: datetime, seed: int, most: int = MOST_DRILLS
) -> list[Position]:
    """Drills of one technique: those that are due again, then new ones drawn by this seed."""
    playable = [(one.name, one.playable) for one in scenarios if one.scenario is not None]
    return due(exercises(technique, playable, seed), cards(folder), now, most)


def nothing_of(technique: str) -> str:
    """That there is no drill of this technique now."""
    does = TECHNIQUES[technique].does
    return f"Nothing now of a line that {does}: none of these customers calls for it, or all of it is done."
