"""What stays with the player while the game runs: where things are, how they want it, and half-typed lines."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from secrets import randbelow
from typing import Final

from game.authoring.library import Loaded, find, library
from game.call import Settings
from game.errors import DefuseError
from game.paths import saves_folder, scenario_folders
from game.records.store import Save, saves
from game.tui.dials import Dials
from game.tui.options import Mode, Options
from game.tui.practising import MOST_DRILLS, Practice, practice
from game.tui.taste import Taste

_SEEDS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is on disk: customers to play with, and calls that were played."""

    scenarios: tuple[Loaded, ...] = ()
    saves: tuple[Save, ...] = ()
    practice: Practice = field(default_factory=Practice)
    """What the calls that are over suggest."""
    asked: Loaded | None = None
    """The scenario that the command line named."""
    problem: str = ""

    @property
    def playable(self) -> tuple[Loaded, ...]:
        """Those that can be played."""
        return tuple(loaded for loaded in self.scenarios if loaded.scenario is not None)

    @property
    def paused(self) -> Save | None:
        """The newest call that can be gone on with."""
        return next((save for save in self.saves if save.paused), None)

    @property
    def played(self) -> tuple[Save, ...]:
        """Every call that can be read, over or not, the newest first."""
        return tuple(save for save in self.saves if save.play is not None)


@dataclass(slots=True)
class Desk:
    """The one thing that screens share and may change."""

    options: Options
    taste: Taste = field(default_factory=Taste)
    dials: Dials = field(default_factory=Dials)
    mode: Mode | None = None
    """How the player chose to answer, once they chose against what was offered."""
    dials_turned: bool = False
    """Whether the player turned a dial; until then they stand as their calls suggest."""
    drafts: dict[Path, str] = field(default_factory=dict)
    """Text left in the reply box, by save; kept while the game runs."""
    latest: Shelf = field(default_factory=Shelf)
    """What was on disk when it was last read."""

    @classmethod
    def with_options(cls, options: Options) -> "Desk":
        """A desk with what the command line asked for turned already."""
        dials = Dials(options.difficulty, options.clock or 0)
        return cls(options, Taste(hidden_meter=options.hidden_meter or False), dials, dials_turned=dials != Dials())

    @property
    def saves(self) -> Path:
        """Where saves go."""
        return saves_folder(self.options.saves)

    def shelf(self) -> Shelf:
        """Everything on disk, read anew. Slow at first (scenarios are checked), so not in the event loop."""
        try:
            folders = scenario_folders(self.options.scenarios, only=self.options.only)
            asked = find(self.options.scenario, folders) if self.options.scenario else None
        except DefuseError as problem:
            return Shelf(problem=str(problem))
        scenarios = library(folders)
        kept = saves(self.saves, scenarios)
        suggested = practice(scenarios, kept, self.saves, datetime.now(UTC), self.most_drills)
        self.latest = Shelf(tuple(scenarios), tuple(kept), suggested, asked)
        return self.latest

    @property
    def most_drills(self) -> int:
        """How many drills are answered in one go."""
        return MOST_DRILLS if self.options.drills is None else self.options.drills.most

    def settings(self, mode: Mode) -> Settings:
        """How the next call is played, answered in this way."""
        return Settings(mode, self.taste.hidden_meter, self.dials.clock)

    def seed(self) -> int:
        """The seed the command line gave, or one drawn now."""
        return self.another_seed() if self.options.seed is None else self.options.seed

    def another_seed(self) -> int:
        """A seed drawn now."""
        return randbelow(_SEEDS)
