"""Scenarios and saves are found from anywhere, in a checkout and when installed."""

import subprocess
import sys
from pathlib import Path

import pytest

import game
from game import paths
from game.errors import UsageError

CHECKOUT = Path(game.__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DEFUSE_SAVES", raising=False)
    monkeypatch.delenv("DEFUSE_SCENARIOS", raising=False)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The game as a wheel puts it: no project around the package."""
    package = tmp_path / "site-packages" / "game"
    package.mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", package)
    return package


def test_in_a_checkout_scenarios_and_saves_are_beside_the_package() -> None:
    assert paths.checkout() == CHECKOUT
    assert paths.shipped_scenarios() == CHECKOUT / "scenarios"
    assert paths.saves_folder() == CHECKOUT / "saves"
    assert paths.scenario_folders() == (CHECKOUT / "scenarios",)


def test_they_are_found_from_another_working_directory(tmp_path: Path) -> None:
    script = (
        f"import sys; sys.path.insert(0, {str(CHECKOUT)!r}); from game import paths; print(paths.shipped_scenarios())"
    )
    told = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == str(CHECKOUT / "scenarios")


def test_installed_scenarios_are_inside_the_package_and_saves_with_the_user(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(installed))
    monkeypatch.setenv("XDG_DATA_HOME", str(installed / "data"))
    assert paths.checkout() is None
    assert paths.shipped_scenarios() == installed / "shipped_scenarios"
    assert installed in paths.saves_folder().parents


def test_the_folder_of_another_project_is_no_checkout(installed: Path) -> None:
    (installed.parent / "pyproject.toml").write_text('[project]\nname = "other"\n')
    (installed.parent / "scenarios").mkdir()
    assert paths.shipped_scenarios() == installed / "shipped_scenarios"


def test_saves_go_where_the_command_line_says_before_where_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEFUSE_SAVES", str(tmp_path / "set"))
    assert paths.saves_folder() == tmp_path / "set"
    assert paths.saves_folder(str(tmp_path / "given")) == tmp_path / "given"


def test_a_folder_named_from_here_stays_the_same_after_a_change_of_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.saves_folder("mine") == tmp_path / "mine"


def test_a_team_s_folder_adds_to_the_shipped_scenarios_or_stands_in_their_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = paths.shipped_scenarios()
    assert paths.scenario_folders(str(tmp_path)) == (tmp_path, shipped)
    assert paths.scenario_folders(str(tmp_path), only=True) == (tmp_path,)
    monkeypatch.setenv("DEFUSE_SCENARIOS", str(tmp_path))
    assert paths.scenario_folders() == (tmp_path, shipped)
    assert paths.scenario_folders(only=True) == (tmp_path,)
    assert paths.scenario_folders(str(shipped)) == (shipped,)


def test_a_team_s_folder_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match=r"There is no folder .*nowhere \(--scenarios\)"):
        paths.scenario_folders(str(tmp_path / "nowhere"))
    monkeypatch.setenv("DEFUSE_SCENARIOS", str(tmp_path / "nowhere"))
    with pytest.raises(UsageError, match=r"DEFUSE_SCENARIOS"):
        paths.scenario_folders()
