"""The command line as people and scripts rely on it: exit codes, plain errors, JSON, nothing lost."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game import cli
from game.cli import main, parser
from game.commands.places import learners_folder

ROOT = Path(__file__).parents[2]
SMALL = str(ROOT / "tests" / "data" / "small.yaml")


@pytest.fixture(autouse=True)
def _places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEFUSE_SAVES", str(tmp_path / "saves"))
    monkeypatch.delenv("DEFUSE_SCENARIOS", raising=False)


def typed(monkeypatch: pytest.MonkeyPatch, lines: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))


def play(monkeypatch: pytest.MonkeyPatch, lines: str, *more: str) -> int:
    typed(monkeypatch, lines)
    return main(["play", SMALL, "--plain", "--typed", "--seed", "7", *more])


def the_save(tmp_path: Path) -> Path:
    return next((tmp_path / "saves").glob("*.jsonl"))


def commands() -> list[str]:
    actions = parser()._subparsers
    assert actions is not None
    return [name for action in actions._group_actions for name in (action.choices or ())]


@pytest.mark.parametrize("command", commands())
def test_every_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([command, "--help"])
    assert "example: defuse" in capsys.readouterr().out


WRONG: list[tuple[list[str], int, str]] = [
    (["play", "late-mover", "--plain"], 1, "late-movers"),
    (["play", "nowhere.yaml", "--plain"], 1, "nowhere.yaml"),
    (["play", "late-movers", "--json"], 2, "--json goes with --plain"),
    (["play", "late-movers", "--plain", "--persona", "nice"], 2, "There is no persona nice"),
    (["play", "late-movers"], 2, "--plain"),
    ([], 2, "--plain"),
    (["resume", "--plain"], 3, "No call is waiting"),
    (["review", "nothing"], 3, "There is no save nothing"),
    (["list", "--scenarios", "/nowhere/at/all"], 2, "There is no folder"),
    (["simulate", "late-movers", "--runs", "0"], 2, "at least one call"),
    (["recognise", ""], 2, "nothing to recognise"),
]


@pytest.mark.parametrize(
    ("arguments", "code", "said"), WRONG, ids=lambda value: " ".join(value) if isinstance(value, list) else ""
)
def test_what_cannot_be_done_is_one_sentence_and_a_code(
    arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "")
    assert main(arguments) == code
    told = capsys.readouterr().err
    assert said in told
    assert "Traceback" not in told


@pytest.mark.parametrize(
    "arguments", [["play"], ["nothing"], ["play", "x", "--seed", "-1"], ["play", "x", "--heat", "99"]]
)
def test_wrong_usage_exits_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)


def test_a_fault_of_the_games_own_is_one_line_and_the_log_is_private(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_name: str) -> None:
        raise RuntimeError("something inside")

    monkeypatch.setattr(cli, "import_module", broken)
    assert main(["list"]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "What was said is saved" in told
    log = tmp_path / "saves" / "crash.log"
    assert "something inside" in log.read_text()
    assert os.name == "nt" or log.stat().st_mode & 0o777 == 0o600


def test_a_call_left_can_be_gone_on_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert play(monkeypatch, "\n") == 0
    typed(monkeypatch, "I'm so sorry about that.\n/end\n")
    capsys.readouterr()
    assert main(["resume", "--plain", "--json"]) == 0
    kinds = [json.loads(line)["kind"] for line in capsys.readouterr().out.splitlines()]
    assert kinds == ["resumed", "turn", "turn", "end"]
    assert main(["resume", "--plain"]) == 3


def test_a_finished_call_can_be_tried_again_from_a_turn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, "Calm down!\n/end\n")
    typed(monkeypatch, "I'm so sorry about that.\n/end\n")
    assert main(["resume", the_save(tmp_path).stem, "--turn", "1", "--plain"]) == 0
    assert "points calmer" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("form", "begins"),
    [("--json", "{"), ("--markdown", "# The movers"), ("--html", "<!doctype html>"), ("--play", "// The movers")],
)
def test_a_call_can_be_looked_back_at_in_every_form(
    form: str, begins: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, "I'm so sorry about that.\n/end\n")
    capsys.readouterr()
    target = tmp_path / "out"
    assert main(["review", str(the_save(tmp_path)), form, "-o", str(target)]) == 0
    assert main(["review", the_save(tmp_path).stem, form]) == 0
    assert capsys.readouterr().out == target.read_text("utf-8")
    assert target.read_text("utf-8").startswith(begins)


def test_the_list_names_scenarios_and_saves(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, "/end\n")
    capsys.readouterr()
    assert main(["list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert "late-movers" in {one["name"] for one in listed["scenarios"]}
    assert listed["saves"][0]["outcome"] == "lost"
    assert main(["list"]) == 0


def test_a_teams_folder_adds_to_the_shipped_scenarios_or_replaces_them(capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(Path(SMALL).parent)
    main(["list", "--json", "--scenarios", folder])
    both = {one["name"] for one in json.loads(capsys.readouterr().out)["scenarios"]}
    main(["list", "--json", "--scenarios", folder, "--only"])
    only = {one["name"] for one in json.loads(capsys.readouterr().out)["scenarios"]}
    assert {"small", "late-movers"} <= both
    assert only == {"small"}


def test_progress_and_drill_have_something_to_say_from_the_first_day(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["progress"]) == 0
    assert "No call is finished yet" in capsys.readouterr().out
    assert main(["drill"]) == 0
    assert "Nothing due" in capsys.readouterr().out


def test_a_mistake_comes_back_as_a_drill_and_a_good_answer_sends_it_away(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, "Calm down!\n/end\n")
    typed(monkeypatch, "\n")
    assert main(["drill"]) == 0
    assert "1 to answer" in capsys.readouterr().out
    typed(monkeypatch, "So nobody showed up until three. That must have been so stressful. I'm sorry.\n")
    main(["drill"])
    assert "Last time you said: “Calm down!”" in capsys.readouterr().out
    main(["drill"])
    assert "The next one is due on" in capsys.readouterr().out


def test_simulate_prints_one_object_a_scenario(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["simulate", SMALL, "--runs", "3", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)[0]
    assert {"bot", "runs", "outcomes", "anger", "turns"} <= set(report["bots"][0])
    assert {"min", "median", "max"} <= set(report["bots"][0]["anger"])
    assert set(report["never"]) >= {"story", "reactions", "choices", "remedies", "endings"}
    assert report["curious"] == {"runs": 3, "lines": report["curious"]["lines"], "left": len(report["left"])}


def test_simulate_tells_where_a_line_stands_that_nobody_reached(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "small.yaml"
    unreachable = "reactions:\n  - {to: interrupted, when: {phase: [cool]}, say: I was not done.}\n"
    path.write_text(Path(SMALL).read_text("utf-8") + unreachable, "utf-8")
    assert main(["simulate", str(path), "--runs", "12"]) == 0
    assert f"{path}:31:51: reactions: I was not done." in capsys.readouterr().out


def test_recognise_reads_many_lines_and_tells_the_bad_ones(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, '{"id": "1", "customer": "It broke.", "reply": "I am so sorry."}\nnot json\n{"id": 2}\n')
    assert main(["recognise", "--jsonl"]) == 1
    good, *bad = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert good["labels"] == ["apology"]
    assert all(one["id"] is None and one["error"] for one in bad)


def test_saves_that_cannot_be_written_are_told_and_the_call_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "blocked").write_text("a file")
    assert play(monkeypatch, "I'm so sorry.\n", "--saves", str(tmp_path / "blocked")) == 3
    told = capsys.readouterr()
    assert "not being saved" in told.err
    assert "apologised" in told.out


def test_a_reader_that_stops_reading_ends_it_quietly(tmp_path: Path) -> None:
    environment = {**os.environ, "DEFUSE_SAVES": str(tmp_path)}
    command = [sys.executable, "-m", "game", "play", SMALL, "--plain", "--typed"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as game:
        assert game.stdout is not None
        assert game.stdin is not None
        assert game.stderr is not None
        assert game.stdout.readline()
        game.stdout.close()
        game.stdin.write("\n" * 50)
        game.stdin.close()
        assert game.stderr.read() == ""


def test_each_learner_has_calls_of_their_own_and_a_name_is_all_that_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, "/end\n", "--learner", "Amélie")
    capsys.readouterr()
    main(["progress", "--json", "--learner", "amélie"])
    assert json.loads(capsys.readouterr().out)["calls"] == 1
    main(["progress", "--json", "--learner", "Ben"])
    assert json.loads(capsys.readouterr().out)["calls"] == 0
    own = list((tmp_path / "saves" / "learners").iterdir())
    assert len(own) == 2
    assert "Amélie\n" in [(folder / "name.txt").read_text("utf-8") for folder in own]


NAMES = [("Ann", "ann", True), ("Am\u00e9lie", "Ame\u0301lie", True), ("../x", "x", False), ("CON", "CON ", True)]


@pytest.mark.parametrize(("one", "other", "same"), NAMES)
def test_a_learners_name_never_leads_elsewhere_nor_clashes(one: str, other: str, same: bool, tmp_path: Path) -> None:
    folders = [learners_folder(tmp_path, name) for name in (one, other)]
    assert (folders[0] == folders[1]) is same
    assert all(folder.parent == tmp_path / "learners" for folder in folders)


def test_one_technique_can_be_drilled(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "I can hear how upsetting that is.\nCalm down.\n")
    assert main(["drill", "--technique", "empathy"]) == 0
    told = capsys.readouterr().out
    assert "Yes: “" in told
    assert "Not yet. Heard: gives an order." in told
    assert main(["drill", "--technique", "command"]) == 2
