"""What the README promises is so: its scenario plays, its commands exist, its test command is the one that CI runs."""

import re
import shlex
from pathlib import Path

import pytest

from game.authoring.bots import BOTS, played_by
from game.authoring.library import load
from game.cli import parser

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readmes_scenario_loads_without_a_complaint_and_teaches(tmp_path: Path) -> None:
    path = tmp_path / "parcel.yaml"
    found = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert found is not None
    path.write_text(found[1], encoding="utf-8")
    loaded = load(path)
    assert loaded.problems == ()
    outcomes = {name: played_by(BOTS[name], loaded.playable, 7).state.outcome for name in ("skilled", "script-reader")}
    assert outcomes == {"skilled": "settled", "script-reader": "lost"}


COMMANDS = re.findall(
    r"(?<![\w/\\])defuse ((?:--scenarios|--plain|check|play|simulate|resume|review|list)[^`#\n]*)", README
)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_is_one_that_exists(command: str) -> None:
    assert parser().parse_args(shlex.split(command)).command


def test_ci_runs_the_readmes_own_test_command() -> None:
    command = "python3 -m venv .venv && .venv/bin/pip install -q -e '.[test]' && .venv/bin/pytest"
    assert command in README
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_pictures_and_paths_of_the_readme_are_there() -> None:
    paths = re.findall(r"`((?:game|scenarios)/[\w./-]+)`", README) + re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README)
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []
