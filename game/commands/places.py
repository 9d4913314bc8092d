"""The folders that a command works with."""

import unicodedata
from argparse import Namespace
from hashlib import blake2b
from pathlib import Path
from typing import Final

from game import paths
from game.core.text import clean
from game.errors import SavesError, UsageError

_LONGEST_NAME: Final = 60


def scenario_folders(options: Namespace) -> tuple[Path, ...]:
    """Where scenarios are looked for. Raises UsageError if the folder given is not there."""
    return paths.scenario_folders(getattr(options, "scenarios", None), only=getattr(options, "only", False))


def saves_folder(options: Namespace) -> Path:
    """Where calls are saved; with --learner, the folder of that learner's own."""
    folder = paths.saves_folder(getattr(options, "saves", None))
    learner = getattr(options, "learner", None)
    return folder if learner is None else learners_folder(folder, learner)


def learners_folder(folder: Path, name: str) -> Path:
    """The folder of a learner: a name and nothing more.

    The folder is called after a digest, so that no name leads elsewhere or clashes with another; names that
    differ only in capitals or in how an accent is encoded are one learner. Raises UsageError for an empty name.
    """
    shown = " ".join(clean(name).split())[:_LONGEST_NAME]
    if not shown:
        raise UsageError("--learner needs a name, as in --learner Ana.")
    same = unicodedata.normalize("NFKC", shown).casefold()
    own = folder / "learners" / blake2b(same.encode(), digest_size=6).hexdigest()
    try:
        own.mkdir(parents=True, exist_ok=True)
        if not (own / "name.txt").exists():
            (own / "name.txt").write_text(shown + "\n", encoding="utf-8")
    except OSError as problem:
        raise SavesError(f"{own} cannot be written ({(problem.strerror or '').lower()}).") from problem
    return own
