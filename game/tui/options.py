"""What the command line asks of the screens. Imports nothing of Textual, so that `--help` stays quick."""

from dataclasses import dataclass
from pathlib import Path

from game import line
from game.core.difficulty import USUAL, Difficulty

Mode = line.Mode


@dataclass(frozen=True, slots=True)
class Drills:
    """Drills to begin with."""

    technique: str
    """Its id; empty for those that are due."""
    most: int
    """How many of them."""


@dataclass(frozen=True, slots=True)
class Options:
    """How the game was started. What is None is asked on the screen, or drawn."""

    scenario: str | None = None
    """Name or path of a scenario to go straight to."""
    mode: Mode | None = None
    seed: int | None = None
    saves: str | None = None
    scenarios: str | None = None
    only: bool = False
    resume: Path | None = None
    """A save to go on with."""
    difficulty: Difficulty = USUAL
    clock: int | None = None
    """Seconds of silence that count as listening; 0 is no clock."""
    hidden_meter: bool | None = None
    drills: Drills | None = None
