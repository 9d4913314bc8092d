"""When a drill is due: a log of answers beside the saves, folded through FSRS, the spacing that flash cards use."""

import json
import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from fsrs import Card, Rating, Scheduler

from game.errors import SavesError
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
    """The card of every position that was answered, folded from the log. A line that is torn is passed over."""
    scheduler, found = _scheduler(), dict[str, Card]()
    try:
        lines = (folder / LOG).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return {}
    for line in lines:
        try:
            entry = json.loads(line)
            at, rating = datetime.fromisoformat(entry["at"]), Rating(entry["rating"])
            name = str(entry["position"])
        except (ValueError, KeyError, TypeError):
            continue
        found[name], _ = scheduler.review_card(found.get(name, Card(card_id=0, due=at)), rating, at)
    return found


def due(positions: Iterable[Position], known: dict[str, Card], now: datetime, most: int) -> list[Position]:
    """The positions that are due, those never answered last; `most` at most."""
    waiting = [position for position in positions if position.id not in known or known[position.id].due <= now]
    waiting.sort(key=lambda position: position.id not in known)
    return waiting[:most]


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
