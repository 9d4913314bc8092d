"""How a call is played is kept with it: whoever goes on with it later, in another process, need not say it again."""

import io
import json
import sys
from pathlib import Path

import pytest

from game.cli import main
from game.records.store import read_save

SMALL = str(Path(__file__).parents[1] / "data" / "small.yaml")
clocks: list[int] = []


class Clocked(io.StringIO):
    """The input as text, and how many seconds of silence were allowed for it."""

    def __init__(self, _: int, seconds: int) -> None:
        super().__init__(sys.stdin.read())
        clocks.append(seconds)

    def stop(self) -> None:
        """Nothing runs out here."""


class Typed(io.StringIO):
    """Text that has a descriptor, as a real input has."""

    def fileno(self) -> int:
        return 0


@pytest.fixture(autouse=True)
def _places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clocks.clear()
    monkeypatch.setenv("DEFUSE_SAVES", str(tmp_path))
    monkeypatch.setattr("game.commands.play.Clocked", Clocked)


def run(monkeypatch: pytest.MonkeyPatch, lines: str, *arguments: str) -> None:
    monkeypatch.setattr(sys, "stdin", Typed(lines))
    assert main([*arguments, "--plain"]) == 0


HARD = ("--seed", "7", "--hidden-meter", "--clock", "20", "--noise", "--heat", "5")


def the_save(tmp_path: Path) -> Path:
    return next(tmp_path.glob("*.jsonl"))


def test_meter_clock_dials_and_the_way_of_answering_are_as_they_were_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "/labelled\n\n", "play", SMALL, "--typed", *HARD)
    capsys.readouterr()
    run(monkeypatch, "/why\n", "resume")
    told = capsys.readouterr().out
    assert "Anger" not in told
    assert "The meter is hidden." in told
    assert "asks openly)" in told
    assert clocks == [20, 20]
    play = read_save(the_save(tmp_path)).play
    assert play is not None
    assert (play.scenario.noise, play.opening.anger) == (True, 77)


def test_what_is_said_when_going_on_holds_from_there_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "\n", "play", SMALL, "--typed", *HARD)
    run(monkeypatch, "\n", "resume", "--menu", "--no-hidden-meter", "--clock", "0")
    capsys.readouterr()
    run(monkeypatch, "", "resume")
    assert "Anger" in capsys.readouterr().out
    assert clocks == [20]
    written = [json.loads(line) for line in the_save(tmp_path).read_text("utf-8").splitlines()]
    told = [line for line in written if line["kind"] == "settings"]
    assert [(line["mode"], line["hidden_meter"], line["clock"]) for line in told] == [("menu", False, 0)]


def test_another_try_from_a_turn_is_played_as_the_call_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, "\n/end\n/end\n", "play", SMALL, "--typed", *HARD)
    capsys.readouterr()
    run(monkeypatch, "", "resume", the_save(tmp_path).stem, "--turn", "1")
    assert "Anger" not in capsys.readouterr().out.partition("Saved.")[0]
    assert clocks == [20, 20]
