"""Looking at a scenario as a whole: its picture, and where an id is used."""

import shutil
import sys
from argparse import Namespace

from game.authoring.library import find
from game.authoring.map import WIDTH, map_lines
from game.authoring.mermaid import mermaid_lines
from game.authoring.nearest import did_you_mean, listed
from game.authoring.refs import everything
from game.commands.places import scenario_folders
from game.core.text import clean
from game.errors import DefuseError


def show_map(options: Namespace) -> int:
    """`defuse map SCENARIO`: the picture in letters, as wide as the terminal; or as Mermaid."""
    loaded = find(options.scenario, scenario_folders(options))
    scenario = loaded.playable
    width = max(WIDTH, shutil.get_terminal_size().columns) if sys.stdout.isatty() else WIDTH
    for line in mermaid_lines(scenario) if options.mermaid else map_lines(scenario, loaded.name, width):
        print(line)
    return 0


def refs(options: Namespace) -> int:
    """`defuse refs SCENARIO ID`: a line a place. Raises DefuseError if the id stands nowhere."""
    path = find(options.scenario, scenario_folders(options)).path
    known = everything(path)
    uses = [one.use for one in known if one.id == options.id]
    if not uses:
        ids = sorted({one.id for one in known})
        guess = did_you_mean(options.id, ids)
        own = [one.id for one in known if one.use.role in ("fact declared", "remedy declared")]
        raise DefuseError(f"No `{clean(options.id)}` in {path}.{guess} Its facts and remedies: {listed(own)}.")
    for use in uses:
        print(f"{use.file}:{use.line}:{use.column}: {use.role}")
    return 0
