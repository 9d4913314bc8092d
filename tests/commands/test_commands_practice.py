"""Progress and drills on the command line: what a learner of some weeks is told."""

import io
import json
from pathlib import Path

import pytest
from tui.past_calls import HARM, HELP, finished_call, second_try

from game.cli import main
from game.records.practice import cards


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DEFUSE_SAVES", str(tmp_path / "saves"))
    return tmp_path


def typed(monkeypatch: pytest.MonkeyPatch, lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))


def test_a_near_miss_is_said_better_graded_and_kept(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "That must be so upsetting for you.\nCalm down.\n\n")
    assert main(["drill", "--technique", "empathy", "--most", "3"]) == 0
    told = capsys.readouterr().out
    assert "Not like this: “" in told
    assert "Say it so that it names the feeling." in told
    assert "Yes: “" in told
    assert "Not yet. Heard: gives an order." in told
    known = cards(folder / "saves")
    assert len(known) == 2
    assert all(id.startswith("technique/empathy/") for id in known)


def test_mistakes_of_the_first_try_are_asked_after_a_second_one(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = finished_call(folder, HARM)
    second_try(path, 1, HELP, "/end", "/end")
    typed(monkeypatch, HELP + "\n")
    main(["drill"])
    assert f"Last time you said: “{HARM}”" in capsys.readouterr().out


def test_progress_tells_the_days_the_last_call_beside_the_best_and_the_help(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    finished_call(folder, HELP, number=1)
    finished_call(folder, HARM, number=2)
    main(["progress"])
    told = capsys.readouterr().out
    for text in ("2 calls finished. Practised on ", "of the last 14 days", "the call before", "last ", "best ",
                 "You answer with a labelled menu, to begin with."):  # fmt: skip
        assert text in told
    main(["progress", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert found["practised"]["lately"] >= 1
    assert found["last"]["small"][-1] > found["best"]["small"][-1]
    assert {skill["id"]: skill["calls_ago"] for skill in found["skills"]}["paraphrase"] == 1
    assert found["help"]["mode"] == "labelled"


class Terminal(io.StringIO):
    """Input that somebody types."""

    def isatty(self) -> bool:
        """So it is."""
        return True


def test_a_person_gets_the_help_that_their_calls_suggest_and_a_pipe_the_menu(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in (1, 2):
        lines = (HELP, "So you had no time to clean before the inspection. That must be so stressful.")
        finished_call(folder, *lines, number=number)
    monkeypatch.setattr("sys.stdin", Terminal("/quit\n"))
    main(["play", "late-movers", "--plain", "--seed", "7"])
    told = capsys.readouterr()
    assert "You answer with own words under load, less help: last time you did " in told.err
    assert "\n1 " not in told.out
    typed(monkeypatch, "/quit\n")
    main(["play", "late-movers", "--plain", "--seed", "7"])
    told = capsys.readouterr()
    assert "You answer with" not in told.err
    assert "\n1 " in told.out
