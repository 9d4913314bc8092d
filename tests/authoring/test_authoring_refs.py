"""`defuse refs`: every place of an id, where an editor can jump to it."""

from pathlib import Path

import pytest

from game.authoring.library import load
from game.authoring.refs import everything, uses
from game.cli import main
from game.paths import shipped_scenarios

FILE = """\
title: Late
brief: {you_are: front desk, situation: The van was late.}
customer: {name: Dana, feelings: [stressed]}
story:
  - say: You are late!
    fact: {id: late, words: [two hours late]}
remedies:
  - id: refund
    heard_as: [refund half]
    settles: [late]
reactions:
  - {to: [empathy], say: Yes., when: {unheard: [late]}}
choices:
  - id: say-back
    say: So we were late. That must be stressful.
    does: [paraphrase, empathy]
    feelings: [stressed]
    facts: [late]
words:
  empathy: [my word]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "late.yaml"
    file.write_text(FILE, "utf-8")
    (tmp_path / "late.good.play").write_text("seed: 7\n> #say-back\nhears: paraphrase, empathy\n", "utf-8")
    (tmp_path / "later.good.play").write_text("> #say-back\n", "utf-8")
    return file


def places(id: str, path: Path) -> list[tuple[str, int, int, str]]:
    return [(Path(use.file).name, use.line, use.column, use.role) for use in uses(id, path)]


def test_a_fact_is_found_where_it_is_declared_and_wherever_it_is_used(path: Path) -> None:
    assert places("late", path) == [
        ("late.yaml", 6, 16, "fact declared"),
        ("late.yaml", 10, 15, "remedies › refund › settles"),
        ("late.yaml", 12, 49, "reactions › 1 › when › unheard"),
        ("late.yaml", 18, 13, "choices › say-back › facts"),
    ]


def test_a_choice_is_found_in_the_transcripts_of_its_own_scenario_only(path: Path) -> None:
    assert places("say-back", path) == [
        ("late.yaml", 14, 9, "choice declared"),
        ("late.good.play", 2, 4, "transcript"),
    ]


def test_techniques_and_feelings_are_found_too(path: Path) -> None:
    assert [role for *_, role in places("empathy", path)] == [
        "reactions › 1 › to", "choices › say-back › does", "words › empathy", "transcript",
    ]  # fmt: skip
    assert [line for _, line, *_ in places("stressed", path)] == [17]


def test_every_place_shows_the_id_itself_in_the_shipped_scenarios() -> None:
    for file in sorted(shipped_scenarios().glob("*.yaml")):
        for known in everything(file):
            line = Path(known.use.file).read_text("utf-8").splitlines()[known.use.line - 1]
            assert line[known.use.column - 1 :].lstrip("\"'").startswith(known.id), known


def test_every_remedy_and_fact_of_a_shipped_scenario_is_declared_once() -> None:
    file = shipped_scenarios() / "late-movers.yaml"
    scenario = load(file).playable
    for fact in scenario.facts:
        assert [use.role for use in uses(fact.id, file)].count("fact declared") == 1


def test_the_command_prints_file_line_and_column(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["refs", str(path), "refund"]) == 0
    assert capsys.readouterr().out == f"{path}:8:9: remedy declared\n"


def test_an_id_that_stands_nowhere_is_told_with_the_nearest(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["refs", str(path), "refnd"]) == 1
    error = capsys.readouterr().err
    assert "Did you mean `refund`?" in error
    assert "`late`, `refund`" in error


def test_a_file_with_mistakes_is_searched_all_the_same(path: Path) -> None:
    path.write_text(FILE.replace("settles: [late]", "settles: [late]\n    colour: red"), "utf-8")
    assert [use.line for use in uses("late", path)] == [6, 10, 13, 19]


def test_a_file_that_cannot_be_read_is_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path.write_text("- late\n", "utf-8")
    assert main(["refs", str(path), "late"]) == 1
    assert "defuse check" in capsys.readouterr().err
