"""Finds scenarios and loads them, each with its shared voice. A broken file never takes the others down."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from game.authoring.build import adapter, built
from game.authoring.nearest import did_you_mean, listed
from game.authoring.nodes import Text
from game.authoring.problems import Problem, as_text, is_error
from game.authoring.source import Source, read
from game.core.scenario import Scenario, Voice
from game.core.text import clean
from game.errors import DefuseError
from game.paths import shipped_scenarios

USUAL_VOICE: Final = str(Scenario.__dataclass_fields__["voice"].default)
SUFFIXES: Final = (".yaml", ".yml")
VOICES: Final = "voices"
"""The folder of voices, beside scenarios."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A scenario's file: what was read, or why it cannot be played. `digest` changes when what is played does."""

    name: str
    path: Path
    digest: str
    scenario: Scenario | None
    problems: tuple[Problem, ...]

    @property
    def playable(self) -> Scenario:
        """The scenario. Raises DefuseError with the first problem if the file has errors."""
        if self.scenario is None:
            errors = [problem for problem in self.problems if is_error(problem)]
            more = f"\n({len(errors) - 1} more; `defuse check {self.path}` shows all.)" if errors[1:] else ""
            raise DefuseError(f"{self.name} cannot be played yet.\n{as_text(errors[0])}{more}")
        return self.scenario


def load(path: Path) -> Loaded:
    """The scenario in this file, with its voice. Whatever is wrong with it is in `problems`."""
    return loaded_from(read(path), path)


def loaded_from(source: Source, path: Path) -> Loaded:
    """The same, of a file that was read already; its problems are noted in the source as well."""
    scenario = built(source, Scenario)
    voice = _spoken_with(source, path.parent) if source.root else None
    if scenario is not None:
        scenario = None if voice is None else _joined(scenario, voice)
    return Loaded(path.stem, path, digest(scenario) if scenario else "", scenario, source.found())


def load_voice(path: Path) -> tuple[Voice | None, tuple[Problem, ...]]:
    """The voice in this file, and its problems."""
    source = read(path)
    voice = built(source, Voice)
    return voice, source.found()


def library(folders: Iterable[Path]) -> list[Loaded]:
    """Every scenario of these folders, by name. Of two with one name, the first folder's counts."""
    files: dict[str, Path] = {}
    for folder in folders:
        for path in scenario_files(folder):
            files.setdefault(path.stem, path)
    return [load(files[name]) for name in sorted(files)]


def scenario_files(folder: Path) -> list[Path]:
    """The scenarios' files right in this folder, sorted; none if it cannot be read."""
    try:
        return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES and path.name[0] != ".")
    except OSError:
        return []


def find(name: str, folders: Iterable[Path]) -> Loaded:
    """The scenario of this name, or in this file. Raises DefuseError if there is none."""
    files = {path.stem: path for folder in reversed(tuple(folders)) for path in scenario_files(folder)}
    if name in files:
        return load(files[name])
    path = Path(name)
    if path.suffix in SUFFIXES and _is_there(path):
        return load(path)
    guess = did_you_mean(path.stem, files)
    raise DefuseError(f"There is no scenario `{clean(name)}`.{guess} Scenarios: {listed(sorted(files))}.")


def _is_there(path: Path) -> bool:
    try:
        return path.exists() or path.is_symlink()
    except (OSError, ValueError):
        return False


def to_plain(scenario: Scenario) -> dict[str, Any]:
    """The scenario with its voice as plain data, to be kept as JSON beside a save."""
    plain: dict[str, Any] = adapter(Scenario).dump_python(scenario, mode="json")
    return plain


def from_plain(plain: object) -> Scenario:
    """The scenario kept beside a save. Raises DefuseError if it was damaged."""
    from pydantic import ValidationError  # noqa: PLC0415

    try:
        return adapter(Scenario).validate_python(_cleaned(plain))
    except (ValidationError, RecursionError) as error:
        raise DefuseError("The scenario kept with this save is damaged, so the call cannot be shown again.") from error


def _cleaned(plain: object) -> object:
    """Plain data with every text in it cleaned, as the loader would."""
    if isinstance(plain, str):
        return clean(plain)
    if isinstance(plain, dict):
        return {_cleaned(name): _cleaned(value) for name, value in plain.items()}
    return [_cleaned(item) for item in plain] if isinstance(plain, list) else plain


def digest(scenario: Scenario) -> str:
    """Sixteen signs that change when anything does that is played, voice included."""
    canonical = json.dumps(to_plain(scenario), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def _joined(scenario: Scenario, voice: Voice) -> Scenario:
    """The scenario with its voice. A choice of the author's replaces the voice's of the same id."""
    own = {choice.id for choice in scenario.choices}
    choices = tuple(choice for choice in voice.choices if choice.id not in own)
    return replace(scenario, shared=replace(voice, choices=choices))


def _spoken_with(source: Source, folder: Path) -> Voice | None:
    """The voice that a scenario's file names; None, with the problem noted, if it cannot be had."""
    files = {
        path.stem: path for place in (shipped_scenarios() / VOICES, folder / VOICES) for path in scenario_files(place)
    }
    named = _named_voice(source)
    if named.value not in files:
        guess = did_you_mean(named.value, files)
        source.report("no-voice", named.line, named.column, value=named.value, guess=guess, known=listed(files))
        return None
    file = files[named.value]
    voice, problems = _voice(file, _stamp(file))
    if voice is None:
        first = next(problem for problem in problems if is_error(problem)).message
        source.report("bad-voice", named.line, named.column, value=named.value, first=first, file=file)
    return voice


def _named_voice(source: Source) -> Text:
    entries = source.root.entries if source.root else ()
    for key, value in entries:
        if key.value == "voice" and isinstance(value, Text) and value.value:
            return value
    return Text(USUAL_VOICE, 1, 1)


def _stamp(path: Path) -> tuple[int, int]:
    about = path.stat()
    return about.st_mtime_ns, about.st_size


@lru_cache(maxsize=16)
def _voice(path: Path, _stamp: tuple[int, int]) -> tuple[Voice | None, tuple[Problem, ...]]:
    """The voice, read once for all scenarios; again when the file's stamp (time and size) changes."""
    return load_voice(path)
