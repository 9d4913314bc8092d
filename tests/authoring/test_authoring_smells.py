"""Every smell of bad teaching is found where its example shows it, and nowhere once the example is mended."""

import re
from pathlib import Path

import pytest

from game.authoring.catalogue import Entry, playing, teaching, telling
from game.authoring.library import loaded_from
from game.authoring.problems import Problem
from game.authoring.source import parse
from game.authoring.teaching import look_at_teaching

HERE = Path(__file__).parent / "data"
SOUND = (HERE / "sound.yaml").read_text(encoding="utf-8")
ENTRIES = (*teaching.ENTRIES, *telling.ENTRIES, *playing.ENTRIES)
SEEN_CLOSE = {"sample-heard-otherwise", "best-is-longest", "longest-is-safe", "one-of-each-grade", "never-reached"}


def parts(text: str) -> dict[str, str]:
    """The parts of a file by their names."""
    return {part.partition(":")[0]: part for part in re.split(r"^(?=\w)", text, flags=re.MULTILINE) if part}


def smells(example: str, *, close: bool) -> list[Problem]:
    """What is found in a sound scenario with these parts in place of its own."""
    text = "".join((parts(SOUND) | parts(example)).values())
    source = parse(text)
    scenario = loaded_from(source, HERE / "sound.yaml").scenario
    assert scenario is not None, [problem.message for problem in source.found()]
    look_at_teaching(source, scenario, close=close)
    return list(source.found())


def test_a_sound_scenario_has_no_smell() -> None:
    assert smells("", close=True) == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_the_faulty_example_smells(entry: Entry) -> None:
    found = [problem for problem in smells(entry.faulty, close=entry.code in SEEN_CLOSE) if problem.code == entry.code]
    assert found
    assert all(problem.line > 0 and problem.severity == "warning" for problem in found)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_the_mended_example_smells_no_more(entry: Entry) -> None:
    found = smells(entry.mended, close=entry.code in SEEN_CLOSE)
    assert entry.code not in {problem.code for problem in found}


def test_what_takes_time_is_left_out_at_a_quick_look() -> None:
    for entry in ENTRIES:
        quick = {problem.code for problem in smells(entry.faulty, close=False)}
        assert (entry.code in quick) is (entry.code not in SEEN_CLOSE)
