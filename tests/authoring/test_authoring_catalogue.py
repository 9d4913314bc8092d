"""Every entry of the catalogue shows its problem, and shows it mended."""

import pytest

from game.authoring.build import built
from game.authoring.catalogue import CATALOGUE, Entry, playing, teaching, telling, translation
from game.authoring.source import parse
from game.core.scenario import Scenario

SHOWN_WITH_REAL_FILES = {
    "file-missing",
    "file-folder",
    "file-special",
    "file-unreadable",
    "file-too-big",
    "file-encoding",
    "no-voice",
    "bad-voice",
}
SHOWN_BESIDE_AN_ORIGINAL = {entry.code for entry in translation.ENTRIES}
SHOWN_IN_A_WHOLE_SCENARIO = {entry.code for entry in (*teaching.ENTRIES, *telling.ENTRIES, *playing.ENTRIES)}
SHOWN_ELSEWHERE = SHOWN_WITH_REAL_FILES | SHOWN_BESIDE_AN_ORIGINAL | SHOWN_IN_A_WHOLE_SCENARIO
ENTRIES = [entry for code, entry in CATALOGUE.items() if code not in SHOWN_ELSEWHERE]


def codes(text: str) -> set[str]:
    source = parse(text)
    built(source, Scenario)
    return {problem.code for problem in source.found()}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_the_faulty_example_has_the_problem(entry: Entry) -> None:
    assert entry.code in codes(entry.faulty)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_the_mended_example_has_it_no_more(entry: Entry) -> None:
    assert entry.code not in codes(entry.mended)


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=lambda entry: entry.code)
def test_every_entry_tells_what_is_wrong_why_it_matters_and_what_to_do(entry: Entry) -> None:
    for sentence in (entry.message, entry.remedy, entry.why):
        assert sentence[0].isupper() or sentence[0] in "{`“"
        assert sentence.rstrip()[-1] in ".…}"
    assert entry.title[-1] not in ".!"


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=lambda entry: entry.code)
def test_no_entry_speaks_the_programmer_s_language(entry: Entry) -> None:
    words = f"{entry.title} {entry.message} {entry.remedy} {entry.why}".lower().replace(".", " ").split()
    assert not {"mapping", "scalar", "sequence", "string", "str", "int", "dict", "key", "parser", "none", "null"} & set(
        words
    )


def test_an_entry_without_an_example_is_tried_with_real_files() -> None:
    assert {code for code, entry in CATALOGUE.items() if not entry.faulty} == SHOWN_WITH_REAL_FILES
