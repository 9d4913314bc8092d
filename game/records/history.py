"""The calls that are over, as what is folded from them needs it: named, and in the order in which they were played."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from game.core.session import Play
from game.records.practice import answered
from game.records.store import Save


def by_scenario(newest_first: Sequence[Save]) -> list[tuple[str, Play]]:
    """The latest try of each call with its scenario's name, the oldest first."""
    return [
        (save.header.scenario, save.play)
        for save in reversed(newest_first)
        if save.header is not None and save.play is not None
    ]


def every_try(newest_first: Sequence[Save]) -> list[tuple[str, Play]]:
    """Every try of each call with its save's name, the oldest first."""
    return [(save.path.stem, play) for save in reversed(newest_first) for play in save.tries]


def moments(saves: Iterable[Save], folder: Path) -> list[datetime]:
    """When there was practice: a call, over or not, or an answer in the log of drills beside the saves."""
    drilled = [at for at in answered(folder) if at.tzinfo is not None]
    return [*(time for save in saves for time in save.times), *drilled]
