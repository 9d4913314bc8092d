"""What the calls so far suggest: how it is going, what to play next, which mistakes are due to be answered again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from game.authoring.library import Loaded
from game.core.session import Play
from game.records.practice import cards, due
from game.records.store import Save
from game.review.positions import Position, positions
from game.review.search import accuracy, judged
from game.review.skills import Progress, Suggestion, progress, suggestions
from game.tui.finished import first_try, over
from game.tui.options import Mode
from game.tui.runs import in_order_of_level

MOST_DRILLS: Final = 5
"""How many mistakes are answered again in one go: about five minutes."""
MENU_CALLS: Final = 2
"""How many calls are begun with the menu before typing is offered."""
_RATED: Final = 5
"""How many of the last rated calls the calibration looks at."""
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
    coming: datetime | None = None
    """When the next drill will be due, if none is now."""

    @property
    def mode(self) -> tuple[Mode, str]:
        """How to answer the next call, and why: help fades as one gets used to it."""
        if len(self.over) < MENU_CALLS:
            return "menu", "a menu for your first two calls"
        return "typed", f"typed, after {len(self.over)} calls; the menu stays"

    def picked(self, name: str) -> str:
        """Why this scenario is the one to play next; empty if it is not."""
        first = self.following[0] if self.following and self.over else None
        return first.reason if first is not None and first.name == name else ""


def practice(scenarios: Iterable[Loaded], saves: Iterable[Save], folder: Path, now: datetime) -> Practice:
    """What these saves, newest first, suggest. The log of drills lies in `folder`."""
    done = over(saves)
    oldest_first = done[::-1]
    by_level = sorted((one for one in scenarios if one.scenario), key=lambda one: in_order_of_level(one.playable))
    plays = _named(oldest_first, scenario=True)
    known = cards(folder)
    waiting = due(positions(_named(oldest_first, scenario=False)), known, now, MOST_DRILLS)
    following = dict.fromkeys(suggestions([(one.name, one.playable) for one in by_level], plays))
    coming = min((card.due for card in known.values() if card.due > now), default=None)
    return Practice(done, progress(plays), tuple(following), tuple(waiting), coming)


def _named(saves: Sequence[Save], *, scenario: bool) -> list[tuple[str, Play]]:
    """The plays with their scenario's name, or with the name of their save."""
    return [
        (save.header.scenario if scenario else save.path.stem, save.play)
        for save in saves
        if save.header is not None and save.play is not None
    ]


def calibration(saves: Iterable[Save]) -> tuple[tuple[int, int], ...]:
    """What was said of the last rated calls and what it was, the oldest first. Judges, so not for the event loop."""
    rated = [(save.rating, first_try(save)) for save in saves]
    known = [(rating, play) for rating, play in rated if rating is not None and play is not None]
    return tuple((rating, accuracy(judged(play))) for rating, play in reversed(known[:_RATED]))
