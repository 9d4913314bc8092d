"""What `defuse check` looks at: scenarios, voices and lexicons, in files or folders."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from game.authoring.library import VOICES, load, load_voice, scenario_files
from game.authoring.problems import Problem, in_order
from game.authoring.source import read

LEXICON: Final = "lexicon"


def check(paths: Iterable[Path]) -> list[Problem]:
    """Every problem of these files; of a folder, its scenarios and its voices.

    What stands in a folder `voices` is read as a voice. In a folder `lexicon`, only the form is looked at.
    """
    return list(in_order(problem for path in paths for file in _files(path) for problem in _problems(file)))


def _files(path: Path) -> list[Path]:
    return [*scenario_files(path), *scenario_files(path / VOICES)] if path.is_dir() else [path]


def _problems(file: Path) -> Sequence[Problem]:
    folders = file.absolute().parts[:-1]
    if LEXICON in folders:
        return read(file).found()
    return load_voice(file)[1] if VOICES in folders[-1:] else load(file).problems
