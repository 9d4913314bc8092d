"""Calls written down as tests: what comes true passes, what does not is told with its line."""

from pathlib import Path

import pytest
from scenes import DANA, played, say

from game.authoring.library import load, scenario_files
from game.core.moves import Choose, End, Listen
from game.paths import shipped_scenarios
from game.records.transcript import as_transcript, run_transcript, transcripts_beside


def run(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "dana.good.play"
    path.write_text(text, encoding="utf-8")
    return [str(failure).removeprefix(f"{path}:") for failure in run_transcript(path, DANA)]


def test_a_transcript_that_comes_true_passes(tmp_path: Path) -> None:
    text = "// a remark\nseed: 7\n>\nanger: 69\nsays: no time to clean\n> I'm so sorry about this.\nhears: apology\n"
    assert run(tmp_path, text + "outcome: none\n") == []


FAULTS = [
    (">\nanger: 10-20\n", "2: Anger is 69, not 10-20."),
    (">\nanger: low\n", "2: “low” is no range"),
    ("> I'm so sorry about this.\nhears: empathy\n", "2: Heard apology, not empathy."),
    (">\noutcome: settled\n", "2: The outcome is none yet, not settled."),
    (">\nsays: goodbye\n", "2: She said: I had no time"),
    ("> asdf qwer\n", "1: Nothing was recognised in this line."),
    ("> /nod\n", "1: That cannot be noticed here."),
    ("> #dance\n", "1: That line is not on the menu now. On it: #"),
    ("hello\n", "1: “hello” is none of"),
    ("seed: x\n", "1: “x” is no seed"),
]


@pytest.mark.parametrize(("text", "said"), FAULTS)
def test_what_does_not_come_true_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    assert run(tmp_path, text)[0].startswith(said)


def test_a_call_that_was_played_can_be_written_down_and_comes_true(tmp_path: Path) -> None:
    play = played(DANA, Listen(), Choose("say-back"), say("apology", "I'm so sorry about this."), End())
    assert run(tmp_path, as_transcript(play)) == []


TRANSCRIPTS = [
    (path, scenario) for scenario in scenario_files(shipped_scenarios()) for path in transcripts_beside(scenario)
]


@pytest.mark.parametrize(("path", "scenario"), TRANSCRIPTS, ids=lambda path: path.name)
def test_the_shipped_transcripts_come_true(path: Path, scenario: Path) -> None:
    assert [str(failure) for failure in run_transcript(path, load(scenario).playable)] == []
