"""Calls that were played and saved before a test begins, without a screen."""

from pathlib import Path
from typing import Final

from tui.stage import SMALL

from game.authoring.library import load
from game.call import Settings, new_call, take
from game.records.store import begin, read_save, resume, try_again
from game.review.rating import Rating

HARM: Final = "Please calm down."
"""A line that does harm."""
HELP: Final = "So the van came at three instead of one. That must have been so stressful."
"""A line that helps."""


def past_call(folder: Path, *lines: str, number: int = 1, rating: int | None = None) -> Path:
    """A call in which these lines were said; the save's name sorts by `number`."""
    loaded = load(SMALL)
    call = new_call(loaded.name, loaded.playable, 7, Settings("typed"))
    journal = begin(call, loaded, folder / "saves")
    for line in lines:
        call, answer = take(call, line)
        journal.record(answer)
    if rating is not None:
        journal.rate(Rating(whole=rating))
    journal.close()
    assert journal.path is not None
    return journal.path.rename(journal.path.with_name(f"20260101-{number:06}-small.jsonl"))


def finished_call(folder: Path, *lines: str, number: int = 1, rating: int | None = None) -> Path:
    """The same, ended and left at that."""
    path = past_call(folder, *lines, "/end", number=number, rating=rating)
    save = read_save(path)
    return path if not save.paused else _left_at_that(path)


def _left_at_that(path: Path) -> Path:
    call, journal = resume(read_save(path))
    _, answer = take(call, "/end")
    journal.record(answer)
    journal.close()
    return path


def second_try(path: Path, turn: int, *lines: str) -> None:
    """Try this call again from a turn on."""
    call, journal = try_again(read_save(path), turn)
    for line in lines:
        call, answer = take(call, line)
        journal.record(answer)
    journal.close()
