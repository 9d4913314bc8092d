"""Writing a save: one append-only file a session, each move on disk before its answer is shown.

A journal never raises: where nothing can be written, `problem` says why, and the call goes on unsaved.
"""

import json
import os
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Final

from game.call import Answer, Dispute, Helped, Moved, Settings, TookBack, Unsure
from game.records.lines import FORMAT, sealed
from game.records.moves import Plain, move_to_plain
from game.review.goals import Goal
from game.review.rating import Rating

SNAPSHOTS: Final = "scenarios"
"""Folder beside the saves that keeps each scenario as it was played."""
DISPUTES: Final = "disputes.jsonl"


@dataclass(frozen=True, slots=True)
class Header:
    """What a save says first."""

    scenario: str
    title: str
    digest: str
    seed: int
    settings: Settings
    """How the call was begun."""
    started: str

    def plain(self) -> Plain:
        """The first entry of a save."""
        said = asdict(self)
        settings = said.pop("settings")
        return {"kind": "session", "format": FORMAT, **said, **settings}


def now() -> str:
    """This moment, in ISO form, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Journal:
    """An open save. `problem` is empty as long as everything could be written."""

    def __init__(self, path: Path | None, lines: int = 0, problem: str = "") -> None:
        self.path = path
        self.problem = problem
        self._lines = lines
        self._file: IO[bytes] | None = None
        if path is not None and not problem:
            self._open(path)

    @classmethod
    def begin(cls, folder: Path, header: Header, scenario: Plain) -> "Journal":
        """A new save in this folder, with the scenario kept beside it as it is now."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _keep(folder / SNAPSHOTS / f"{header.digest}.json", scenario)
            path = _fresh(folder, header)
        except OSError as problem:
            return cls(None, problem=_unsaved(folder, problem))
        journal = cls(path)
        journal._write(header.plain())
        return journal

    @classmethod
    def again(cls, path: Path, entries: int, length: int) -> "Journal":
        """The save at `path`, to be continued after its first `length` bytes. A torn rest is kept aside."""
        try:
            if path.stat().st_size > length:
                path.with_suffix(".jsonl.bad").write_bytes(path.read_bytes())
        except OSError as problem:
            return cls(None, problem=_unsaved(path.parent, problem))
        journal = cls(path, entries)
        if journal._file is not None:
            journal._file.truncate(length)
        return journal

    def record(self, answer: Answer) -> None:
        """Write a move, that one was taken back, or another way of answering; nothing else is written."""
        if isinstance(answer, TookBack) and answer.kept is not None:
            self.fork(answer.kept)
        elif isinstance(answer, TookBack) or (isinstance(answer, Unsure) and answer.took_back):
            self._write({"kind": "back", "at": now()})
        if isinstance(answer, Moved):
            self._record_move(answer)
        elif isinstance(answer, Helped):
            self.change({"mode": answer.mode})

    def _record_move(self, answer: Moved) -> None:
        turn = answer.turn
        shown = {"anger": turn.state.anger, "said": turn.said}
        self._write({**move_to_plain(turn.move), **shown, "at": now()})
        if answer.dispute is not None and self.path is not None:
            self._dispute(self.path.parent / DISPUTES, answer.dispute)

    def fork(self, turns: int) -> None:
        """Write that the call is tried again after its first `turns` turns; what was played stays as a branch."""
        self._write({"kind": "fork", "turns": turns, "at": now()})

    def change(self, settings: Plain) -> None:
        """Write that these settings, by name, hold from here on."""
        if settings:
            self._write({"kind": "settings", **settings, "at": now()})

    def rate(self, rating: Rating) -> None:
        """Write how the player rated the try that is over before seeing any score; what was not said is left out."""
        said = {"felt": rating.felt, "whole": rating.whole, "skills": dict(rating.skills) or None}
        told = {name: value for name, value in said.items() if value is not None}
        if told:
            self._write({"kind": "rating", **told, "at": now()})

    def choose(self, goal: Goal) -> None:
        """Write the goal that the player chose for next time."""
        self._write({"kind": "goal", "goal": goal.id, "at": now()})

    def close(self) -> None:
        """Let the file go. Everything is written already."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _open(self, path: Path) -> None:
        try:
            self._file = path.open("ab")
        except OSError as problem:
            self.problem = _unsaved(path.parent, problem)
            return
        if not _locked(self._file):
            self.close()
            self.problem = f"{path.name} is open in another window, so nothing is saved from here."

    def _write(self, entry: Plain) -> None:
        if self._file is None:
            return
        try:
            self._file.write((sealed(self._lines, entry) + "\n").encode())
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as problem:
            self.problem = _unsaved(self.path.parent if self.path else Path(), problem)
            return
        self._lines += 1

    def _dispute(self, path: Path, dispute: Dispute) -> None:
        try:
            with path.open("a", encoding="utf-8") as file:
                file.write(json.dumps({**asdict(dispute), "at": now()}, ensure_ascii=False) + "\n")
        except OSError as problem:
            self.problem = _unsaved(path.parent, problem)


def _fresh(folder: Path, header: Header) -> Path:
    """An empty file with a name of its own, made so that two windows never share one."""
    name = "".join(c if c.isalnum() or c in "-_" else "-" for c in header.scenario)[:60]
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    for attempt in range(1000):
        suffix = f"-{attempt + 1}" if attempt else ""
        path = folder / f"{stamp}-{name}{suffix}.jsonl"
        try:
            path.open("xb").close()
        except FileExistsError:
            continue
        return path
    raise OSError(f"no free name for {stamp}-{name}")


def _keep(path: Path, scenario: Plain) -> None:
    """Keep a scenario by its digest. Written beside and then renamed, so that it is whole or not there."""
    if path.exists():
        return
    path.parent.mkdir(exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}.part")
    part.write_text(json.dumps(scenario, ensure_ascii=False), encoding="utf-8")
    part.replace(path)


def _unsaved(folder: Path, problem: OSError) -> str:
    reason = (problem.strerror or str(problem)).lower()
    return f"This call is not being saved: {folder} cannot be written ({reason}). Choose another with --saves DIR."


if sys.platform == "win32":

    def _locked(file: IO[bytes]) -> bool:
        import msvcrt  # noqa: PLC0415  # exists on this platform only

        try:
            file.seek(1 << 30)  # a byte that nobody writes: the lock must not cover the text
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:

    def _locked(file: IO[bytes]) -> bool:
        import fcntl  # noqa: PLC0415  # exists on this platform only

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a file system without locks: better saved twice than not at all
        return True
