"""When a drill is due: a log of answers beside the saves, folded through FSRS, the spacing that flash cards use."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from fsrs import Card, Rating, Scheduler

from game.core.scenario import Scenario
from game.errors import SavesError
from game.review.exercises import exercise
from game.review.positions import Position
from game.review.search import Quality

LOG: Final = "drills.jsonl"
RATINGS: Final[dict[Quality, Rating]] = {
    "best": Rating.Easy,
    "good": Rating.Good,
    "inaccuracy": Rating.Hard,
    "mistake": Rating.Again,
    "blunder": Rating.Again,
}
"""How a grade counts for the spacing."""


def _scheduler() -> Scheduler:
    """Without fuzz, so that the same answers give the same days."""
    return Scheduler(enable_fuzzing=False)


def cards(folder: Path) -> dict[str, Card]:
    """The card of every position that was answered, folded from the log."""
    scheduler, found = _scheduler(), dict[str, Card]()
    for name, rating, at in _entries(folder):
        found[name], _ = scheduler.review_card(found.get(name, Card(card_id=0, due=at)), rating, at)
    return found


def _entries(folder: Path) -> Iterator[tuple[str, Rating, datetime]]:
    """The log, answer by answer. A line that is torn is passed over."""
    try:
        lines = (folder / LOG).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        try:
            entry = json.loads(line)
            yield str(entry["position"]), Rating(entry["rating"]), datetime.fromisoformat(entry["at"])
        except (ValueError, KeyError, TypeError):
            continue


def due(positions: Iterable[Position], known: dict[str, Card], now: datetime, most: int) -> list[Position]:
    """The positions that are due, those never answered last; `most` at most."""
    waiting = [position for position in positions if position.id not in known or known[position.id].due <= now]
    waiting.sort(key=lambda position: position.id not in known)
    return waiting[:most]


def waiting(
    mistakes: Iterable[Position], scenarios: Mapping[str, Scenario], known: dict[str, Card], now: datetime, most: int
) -> list[Position]:
    """Today's drill: the mistakes that are due, and the drills by technique that were begun and are due again."""
    again = (exercise(id, scenarios) for id, card in known.items() if card.due <= now)
    return due([*(one for one in again if one is not None), *mistakes], known, now, most)


def answered(folder: Path) -> list[datetime]:
    """When each answer in the log was given."""
    return [at for _, _, at in _entries(folder)]


def record(folder: Path, position: str, quality: Quality, at: datetime | None = None) -> None:
    """Write an answer to the log. Raises SavesError if it cannot be written."""
    entry = {"position": position, "rating": int(RATINGS[quality]), "at": (at or datetime.now(UTC)).isoformat()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / LOG).open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as problem:
        raise SavesError(f"{folder / LOG} cannot be written ({(problem.strerror or '').lower()}).") from problem
