"""Readings go out as stable JSON and as text for a person; disputes come back as proposals."""

import json

import pytest

from game.recogniser import explain, recognise
from game.recogniser.disputes import Dispute, as_line, from_lines, still_misheard
from game.recogniser.report import explanation_as_json, explanation_as_text, reading_as_text, recognise_row


def test_a_row_comes_out_with_its_labels_evidence_and_guesses() -> None:
    row = recognise_row('{"id": "a1", "customer": "It is late.", "reply": "I\'m so sorry."}')
    assert row["id"] == "a1"
    assert row["labels"] == ["apology"]
    (evidence,) = row["evidence"]
    assert {"technique", "start", "end", "quote", "why", "strength"} <= set(evidence)
    assert row["guesses"] == []
    json.dumps(row)


@pytest.mark.parametrize(
    "line", ["", "no json", "[1]", "{}", '{"reply": 3}', '{"reply": "x", "customer": 3}', "[" * 9999]
)
def test_a_bad_row_gives_an_error_that_says_what_to_write(line: str) -> None:
    row = recognise_row(line)
    assert row["id"] is None
    assert row["error"]


def test_a_reading_is_told_to_a_person_with_the_words_that_gave_it() -> None:
    assert "“Calm down”" in reading_as_text(recognise("Calm down."))
    assert "Did you mean" in reading_as_text(recognise("asdf qwer"))


def test_an_explanation_shows_sentences_mended_words_and_phrases() -> None:
    explanation = explain("Im realy sory. Calm down!")
    assert explanation.sentences == ("Im realy sory", "Calm down")
    assert ("realy", "really") in [(one.typed, one.read_as) for one in explanation.mended]
    assert "command" in {one.technique for one in explanation.tried}
    text = explanation_as_text(explanation)
    assert "realy → really" in text
    json.dumps(explanation_as_json(explanation))


def test_disputes_survive_their_file_and_only_those_still_misheard_are_proposed() -> None:
    right = Dispute("I'm so sorry.", "It is late.", ("empathy",), ("apology",), "late-movers")
    wrong = Dispute("Purple monkey.", "", (), ("gratitude",))
    kept = from_lines([as_line(right), as_line(wrong), as_line(wrong), "torn {", "[]", '{"text": 1}'])
    assert kept == [right, wrong]
    assert still_misheard(kept) == [wrong]
