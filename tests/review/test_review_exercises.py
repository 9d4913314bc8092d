"""Drills by technique: a near miss to be said so that it does what is asked, and when it comes back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from scenes import DANA, abusive, say

from game.core.moves import Listen, Move
from game.core.techniques import HELPFUL
from game.recogniser import recognise
from game.records.practice import cards, due, record, waiting
from game.review.exercises import exercise, exercises, moment, near_misses
from game.review.positions import answer

NOW = datetime(2026, 1, 1, tzinfo=UTC)
PEOPLE = [("dana", DANA), ("other", replace(DANA, title="Another"))]
FEELING = say("empathy", "That must have been so stressful.", feelings=("stressed",))


@pytest.mark.parametrize("technique", HELPFUL)
def test_every_helpful_technique_has_near_misses_that_are_not_heard_as_it(technique: str) -> None:
    assert near_misses(technique)
    assert all(technique not in recognise(line).techniques for line in near_misses(technique))


def test_a_near_miss_is_asked_at_a_moment_where_doing_it_right_helps() -> None:
    asked = list(exercises("empathy", PEOPLE, 1))
    assert {one.yours for one in asked} == set(near_misses("empathy"))
    assert len({one.id for one in asked}) == len(asked) == 2 * len(near_misses("empathy"))
    assert all(answer(one, FEELING).turn.change < 0 for one in asked)


def test_a_technique_that_helps_nobody_here_is_not_drilled_here() -> None:
    assert moment(DANA, "boundary") is None
    assert list(exercises("boundary", PEOPLE, 1)) == []
    assert moment(abusive(), "boundary") is not None


ANSWERS: list[tuple[Move, str, str]] = [
    (FEELING, "Yes: “That must have been so stressful.” names the feeling.", "good best"),
    (say("apology", "Sorry."), "Not yet. Heard: apologises.", "mistake"),
    (say("empathy command", "Awful, but calm down."), "It names the feeling, and it also gives an order.", "mistake"),
    (Listen(), "Not yet. Heard: nothing I know.", "mistake"),
]


@pytest.mark.parametrize(("move", "verdict", "quality"), ANSWERS)
def test_an_answer_counts_for_what_was_asked_and_is_judged_in_the_call_too(
    move: Move, verdict: str, quality: str
) -> None:
    found = answer(next(exercises("empathy", PEOPLE, 1)), move)
    assert found.verdict == verdict
    assert found.quality in quality.split()
    assert found.judged.turn is found.turn


def test_a_better_line_does_what_was_asked_for() -> None:
    found = answer(next(exercises("empathy", PEOPLE, 1)), say("command", "Calm down."))
    assert "empathy" in recognise(found.better, found.turn.before.said, DANA).techniques


def test_the_same_id_is_the_same_question_as_long_as_its_parts_are_there() -> None:
    asked = next(exercises("apology", PEOPLE, 5))
    assert exercise(asked.id, dict(PEOPLE)) == asked
    for id in ("save/2", "technique/apology/gone/1234", "technique/nothing/dana/1234", asked.id[:-1], "technique"):
        assert exercise(id, dict(PEOPLE)) is None


def test_one_that_was_answered_comes_back_among_todays_drills_when_the_spacing_says_so(tmp_path: Path) -> None:
    asked = list(exercises("empathy", PEOPLE, 1))
    assert waiting([], dict(PEOPLE), cards(tmp_path), NOW, 5) == []
    record(tmp_path, asked[0].id, "mistake", NOW)
    known = cards(tmp_path)
    again = known[asked[0].id].due
    assert waiting([], dict(PEOPLE), known, again - timedelta(seconds=1), 5) == []
    assert waiting([], dict(PEOPLE), known, again, 5) == asked[:1]
    assert due(asked, known, again, 5)[0] == asked[0]
    assert asked[0] not in due(asked, known, again - timedelta(seconds=1), 5)
