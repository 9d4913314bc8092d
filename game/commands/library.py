"""What there is to play, and what is wrong with it."""

import json
import sys
from argparse import Namespace
from pathlib import Path

from game.authoring import schema as schemas
from game.authoring.checks import check as check_paths
from game.authoring.checks import files_of
from game.authoring.library import Loaded, library, load
from game.authoring.page import problems_page
from game.authoring.problems import Problem, as_plain, as_text, in_order, is_error
from game.authoring.source import read
from game.authoring.translation import check_translation
from game.commands.items import hint_of_disputes
from game.commands.places import saves_folder, scenario_folders
from game.errors import DefuseError, UsageError
from game.records.store import Save, saves


def list_all(options: Namespace) -> int:
    """`defuse list`: scenarios, then saves."""
    loaded = library(scenario_folders(options))
    found = saves(saves_folder(options), loaded)
    if options.json:
        plain = {"scenarios": [_scenario_plain(one) for one in loaded], "saves": [_save_plain(save) for save in found]}
        print(json.dumps(plain, ensure_ascii=False, indent=2))
        return 0
    for one in loaded:
        print(_scenario_line(one))
    if found:
        print("\nSaved calls, the newest first:")
    for save in found:
        print(f"  {save.path.stem}  {_standing(save)}")
    return 0


def _scenario_line(loaded: Loaded) -> str:
    if loaded.scenario is None:
        return f"× {loaded.name}  cannot be read; see: defuse check {loaded.path}"
    return f"  {loaded.name}  {loaded.scenario.title} ({loaded.scenario.setting}, {loaded.scenario.level})"


def _standing(save: Save) -> str:
    if save.play is None:
        return save.problem
    state = save.play.state
    how = "waiting" if save.paused else (state.outcome or "").replace("_", " ")
    return f"{save.play.scenario.title}: {how}, turn {state.turn}, anger {state.anger}. {save.note}".rstrip()


def _scenario_plain(loaded: Loaded) -> dict[str, object]:
    scenario = loaded.scenario
    return {
        "name": loaded.name,
        "title": scenario.title if scenario else None,
        "setting": scenario.setting if scenario else None,
        "level": scenario.level if scenario else None,
        "path": str(loaded.path),
        "problems": len(loaded.problems),
    }


def _save_plain(save: Save) -> dict[str, object]:
    return {
        "save": str(save.path),
        "title": save.header.title if save.header else None,
        "started": save.header.started if save.header else None,
        "over": not save.paused,
        "outcome": save.play.state.outcome if save.play else None,
        "anger": list(save.play.anger) if save.play else [],
        "note": save.note or save.problem,
    }


def check(options: Namespace) -> int:
    """`defuse check`: 1 if there is an error; with --strict, also if there is a warning."""
    if options.catalogue:
        print(problems_page(), end="")
        return 0
    paths = [Path(path) for path in options.paths] or list(scenario_folders(options))
    alone = len(paths) == 1 and not paths[0].is_dir()
    if options.against is not None:
        problems = _translated(Path(options.against), options.paths)
    else:
        problems = check_paths(paths, close=options.deep or alone)
    if options.json:
        print(json.dumps([as_plain(problem) for problem in problems], ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            print(as_text(problem) + "\n")
    errors = sum(is_error(problem) for problem in problems)
    warnings = len(problems) - errors
    print(f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}.", file=sys.stderr)
    if not (options.deep or alone):
        print("--deep looks closer: it plays each scenario through, as a single file always is.", file=sys.stderr)
    files = [file for path in paths for file in files_of(path)]
    for hint in hint_of_disputes(files, saves_folder(options)):
        print(hint, file=sys.stderr)
    return 1 if errors or (options.strict and warnings) else 0


def _translated(original: Path, paths: list[str]) -> list[Problem]:
    """Where these files are not the original in another language. Raises DefuseError if it cannot be read.

    Smells of bad teaching are not looked for: the original was, and what is said here need not be English.
    """
    if not paths:
        raise UsageError("Which translation? As in: defuse check --against late-movers.yaml late-movers.de.yaml")
    if read(original).root is None:
        raise DefuseError(f"{original} cannot be compared with; see: defuse check {original}")
    translations = map(Path, paths)
    found = [one for path in translations for one in (*load(path).problems, *check_translation(original, path))]
    return list(in_order(found))


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def schema(_options: Namespace) -> int:
    """`defuse schema`: the JSON Schema that editors complete and check scenarios with."""
    print(schemas.as_text(), end="")
    return 0
