"""What `defuse check` looks at: scenarios and voices, in files or folders."""

from collections.abc import Iterable
from pathlib import Path

from game.authoring.library import load, load_voice, scenario_files
from game.authoring.problems import Problem, in_order

VOICES = "voices"


def check(paths: Iterable[Path]) -> list[Problem]:
    """Every problem of these files; of a folder, its scenarios and its voices."""
    found: list[Problem] = []
    for path in paths:
        for file in _files(path):
            found += load_voice(file)[1] if file.parent.name == VOICES else load(file).problems
    return list(in_order(found))


def _files(path: Path) -> list[Path]:
    return [*scenario_files(path), *scenario_files(path / VOICES)] if path.is_dir() else [path]
