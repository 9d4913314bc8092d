"""What `defuse check` looks at: scenarios, voices and lexicons, in files or folders."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from game.authoring.build import built
from game.authoring.library import VOICES, loaded_from, scenario_files
from game.authoring.problems import Problem, in_order
from game.authoring.source import read
from game.authoring.teaching import look_at_teaching, look_at_voice
from game.core.scenario import Voice

LEXICON: Final = "lexicon"


def check(paths: Iterable[Path], *, close: bool = False) -> list[Problem]:
    """Every problem of these files; of a folder, its scenarios and its voices.

    A scenario without errors is looked at for smells of bad teaching; `close` also plays it through.
    What stands in a folder `voices` is read as a voice. In a folder `lexicon`, only the form is looked at.
    """
    files = [file for path in paths for file in files_of(path)]
    return list(in_order(problem for file in files for problem in _problems(file, close=close)))


def files_of(path: Path) -> list[Path]:
    """The scenarios and voices of a folder, or the file itself."""
    return [*scenario_files(path), *scenario_files(path / VOICES)] if path.is_dir() else [path]


def _problems(file: Path, *, close: bool) -> Sequence[Problem]:
    folders = file.absolute().parts[:-1]
    source = read(file)
    if LEXICON in folders:
        return source.found()
    if VOICES in folders[-1:]:
        if built(source, Voice) is not None:
            look_at_voice(source)
        return source.found()
    scenario = loaded_from(source, file).scenario
    if scenario is not None:
        look_at_teaching(source, scenario, close=close)
    return source.found()
