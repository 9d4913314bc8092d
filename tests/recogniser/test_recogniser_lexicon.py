"""The lexicon keeps to its own examples, and one broken file costs only itself."""

import shutil
from pathlib import Path

import pytest
import yaml

from game.core.techniques import TECHNIQUES
from game.recogniser.hearing import setting_of
from game.recogniser.lexicon import HOME, read_lexicon
from game.recogniser.lexicon_check import check_lexicon
from game.recogniser.recognition import verdicts
from game.recogniser.sentences import sentences
from game.recogniser.weights import weights

FILES = sorted(path for path in HOME.glob("*.yaml") if path.name != "concepts.yaml")


def test_every_example_matches_no_near_miss_does_and_no_technique_takes_another_ones_example() -> None:
    assert [str(problem) for problem in check_lexicon()] == []


def test_every_technique_has_a_file_with_phrases_and_examples() -> None:
    groups = read_lexicon().groups
    assert {group.technique for group in groups} == set(TECHNIQUES)
    assert {group.technique for group in groups if group.examples} == set(TECHNIQUES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_quick_reader_reads_a_file_as_yaml_does(path: Path) -> None:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    groups = [group for group in read_lexicon().groups if group.technique == content["technique"]]
    assert [list(group.phrases) for group in groups] == [group["phrases"] for group in content["groups"]]
    assert [group.weight for group in groups] == [group["weight"] for group in content["groups"]]
    assert [list(group.examples) for group in groups] == [group.get("examples", []) for group in content["groups"]]


@pytest.mark.parametrize(
    ("line", "place", "message"),
    [
        ("  - so (very sorry", "6:5", "bracket"),
        ("  - you are FELING", "6:5", "FELING"),
        ('  - "never closed', "6:5", "quotation mark"),
        ("  - [so] sorry", "6:5", "begin a text"),
        ("just words", "6:1", "no place"),
        ("  weight: heavy", "6:11", "no weight"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_the_other_files_still_load(
    tmp_path: Path, line: str, place: str, message: str
) -> None:
    shutil.copytree(HOME, tmp_path / "en")
    broken = tmp_path / "en" / "apology.yaml"
    broken.write_text(
        "technique: apology\ngroups:\n- why: says sorry\n  weight: 0.9\n  phrases:\n" + line + "\n", encoding="utf-8"
    )
    known = read_lexicon(tmp_path / "en")
    assert len(known.problems) == 1
    assert f"apology.yaml:{place}: " in str(known.problems[0])
    assert message in known.problems[0].message
    assert known.problems[0].remedy
    assert {group.technique for group in known.groups} == set(TECHNIQUES) - {"apology"}


def test_an_unknown_technique_is_told(tmp_path: Path) -> None:
    shutil.copytree(HOME, tmp_path / "en")
    (tmp_path / "en" / "apology.yaml").write_text("technique: apolgy\n", encoding="utf-8")
    assert "apolgy" in read_lexicon(tmp_path / "en").problems[0].message


def test_a_new_phrase_counts_at_once(tmp_path: Path) -> None:
    shutil.copytree(HOME, tmp_path / "en")
    with (tmp_path / "en" / "gratitude.yaml").open("r+", encoding="utf-8") as file:
        text = file.read().replace("  phrases:\n", "  phrases:\n  - you are a brick\n", 1)
        file.seek(0)
        file.write(text)
    found = verdicts(sentences("You're a brick."), setting_of(""), weights(), read_lexicon(tmp_path / "en"))
    assert "gratitude" in [verdict.technique for verdict in found if verdict.counts]
