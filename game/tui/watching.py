"""What a watched scenario comes to: read from its file, checked, played by bots. Done off the screen's own loop."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from game.authoring.bots import BOTS, BOUNDS, ENDS_WELL, played_by
from game.authoring.checks import check
from game.authoring.library import Loaded, load
from game.authoring.problems import Problem, is_error
from game.core.scenario import Scenario

SEEDS: Final = 20


@dataclass(frozen=True, slots=True)
class BotShare:
    """How often one bot ended well, and how often it should."""

    bot: str
    share: float
    low: float
    high: float

    @property
    def in_bounds(self) -> bool:
        """Whether the scenario rewards it as it should."""
        return self.low <= self.share <= self.high


@dataclass(frozen=True, slots=True)
class Watched:
    """A scenario's file as it was found."""

    loaded: Loaded
    problems: tuple[Problem, ...] = ()
    """What `defuse check` finds without playing the file through."""
    bots: tuple[BotShare, ...] = ()
    stamp: tuple[int, int] = field(default=(0, 0))

    @property
    def errors(self) -> int:
        """How many problems keep it from being played."""
        return sum(is_error(problem) for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many problems are only worth a look."""
        return len(self.problems) - self.errors


def stamp_of(path: Path) -> tuple[int, int]:
    """When the file was written and how long it is: what changes when it is saved."""
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)


def look_at(path: Path) -> Iterator[Watched]:
    """Read the file; then check it; then let the bots play it. What is known so far comes at each step."""
    stamp, loaded = stamp_of(path), load(path)
    read = Watched(loaded, loaded.problems, (), stamp)
    yield read
    checked = replace(read, problems=tuple(check([path])))
    yield checked
    if loaded.scenario is not None:
        yield replace(checked, bots=tuple(_share(name, loaded.scenario) for name in BOUNDS))


def _share(name: str, scenario: Scenario) -> BotShare:
    well = sum(played_by(BOTS[name], scenario, seed).state.outcome in ENDS_WELL for seed in range(SEEDS))
    return BotShare(name, well / SEEDS, *BOUNDS[name])
