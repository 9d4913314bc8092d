"""`defuse goal`: what is carried into the next call, and taking another; how well one reads a call; where drills go."""

import io
import json
import sys
from pathlib import Path

import pytest

from game.cli import main
from game.commands import play as commands_play
from game.commands import practice
from game.tui import app
from game.tui.options import Drills, Options

SMALL = str(Path(__file__).parents[1] / "data" / "small.yaml")


@pytest.fixture(autouse=True)
def _places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEFUSE_SAVES", str(tmp_path / "saves"))
    monkeypatch.delenv("DEFUSE_SCENARIOS", raising=False)


def play(monkeypatch: pytest.MonkeyPatch, lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
    assert main(["play", SMALL, "--plain", "--typed", "--seed", "7"]) == 0


def test_before_the_first_call_there_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["goal"]) == 3
    assert "No call is over yet" in capsys.readouterr().err


def test_another_goal_is_taken_carried_into_the_next_brief_and_judged_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, "Please calm down.\n/end\n")
    capsys.readouterr()
    assert main(["goal"]) == 0
    told = capsys.readouterr().out
    assert "One thing for next time: Leave out orders." in told
    assert "1 Leave out orders. Name what you hear in place of them. (taken)" in told
    second = next(line for line in told.splitlines() if line.startswith("2 ")).removeprefix("2 ")
    assert main(["goal", "2"]) == 0
    assert main(["goal"]) == 0
    told = capsys.readouterr().out
    assert f"One thing for next time: {second}" in told
    assert f"2 {second} (taken)" in told
    first = next((tmp_path / "saves").glob("*.jsonl"))
    first.rename(first.with_name(f"20260101-000000-{first.name[16:]}"))
    play(monkeypatch, "I'm so sorry about that.\n/end\n")
    told = capsys.readouterr().out
    assert f"Your goal, from last time: {second}\n" in told
    assert f"Your goal, from last time: {second} Not yet." in told
    latest = max((tmp_path / "saves").glob("*.jsonl"))
    assert main(["review", latest.stem, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["carried_goal"]["text"] == second


@pytest.mark.parametrize("number", ["0", "9", "-1"])
def test_a_goal_that_is_not_on_the_list_is_refused(
    number: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, "Please calm down.\n/end\n")
    assert main(["goal", number]) == 2
    assert "Type a number from 1 to" in capsys.readouterr().err


def test_progress_tells_how_well_each_rated_try_was_read(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, "Please calm down.\n/end\n\n70\n100\n")
    capsys.readouterr()
    assert main(["progress"]) == 0
    told = capsys.readouterr().out
    assert "  you said 70, it was " in told
    assert "you said 100, done 0" in told
    assert main(["progress", "--json"]) == 0
    read = json.loads(capsys.readouterr().out)["calibration"]
    assert read["calls"][0]["said"] == 70
    assert read["off_by"] == abs(70 - read["calls"][0]["was"])
    assert [(one["said"], one["was"], one["times"]) for one in read["skills"]] == [(100, 0, 1)]


def test_without_a_rating_progress_says_nothing_of_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, "Please calm down.\n/end\n")
    capsys.readouterr()
    main(["progress"])
    assert "How well you read" not in capsys.readouterr().out


ROUTES: list[tuple[list[str], bool, Drills | None]] = [
    (["drill"], True, Drills("", 5)),
    (["drill", "--most", "2"], True, Drills("", 2)),
    (["drill", "--technique", "empathy"], True, Drills("empathy", 5)),
    (["drill", "--plain"], True, None),
    (["drill"], False, None),
]


@pytest.mark.parametrize(("arguments", "terminal", "drills"), ROUTES)
def test_drills_are_on_the_screens_where_there_is_a_terminal(
    arguments: list[str], terminal: bool, drills: Drills | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Drills | None] = []

    def opens(options: Options) -> int:
        opened.append(options.drills)
        return 0

    monkeypatch.setattr(practice, "can_show_screens", lambda: terminal)
    monkeypatch.setattr(commands_play, "can_show_screens", lambda: terminal)
    monkeypatch.setattr(app, "run", opens)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert main(arguments) == 0
    assert opened == ([] if drills is None else [drills])
