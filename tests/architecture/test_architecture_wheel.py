"""The game as it is installed: scenarios ship inside the wheel and are found from anywhere."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's contents, as pip would lay them out."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def run(installed: Path, *arguments: str, cwd: Path, lines: str = "") -> str:
    environment = {**os.environ, "PYTHONPATH": str(installed), "DEFUSE_SAVES": str(cwd / "saves")}
    done = subprocess.run(
        [sys.executable, "-m", "game", *arguments],
        cwd=cwd, env=environment, input=lines, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def test_the_installed_game_lists_its_own_scenarios_from_another_folder(installed: Path, tmp_path: Path) -> None:
    listed = json.loads(run(installed, "list", "--json", cwd=tmp_path))
    assert all(Path(one["path"]).is_relative_to(installed) for one in listed["scenarios"])
    assert "late-movers" in {one["name"] for one in listed["scenarios"]}


def test_the_installed_game_plays(installed: Path, tmp_path: Path) -> None:
    lines = run(installed, "play", "late-movers", "--plain", "--json", "--seed", "7", cwd=tmp_path, lines="\n")
    assert [json.loads(line)["kind"] for line in lines.splitlines()] == ["opening", "turn", "end"]
