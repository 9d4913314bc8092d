"""A learner who does everything but one thing: sent where it is trained, and drilled in it when it is due."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fsrs import Card, Rating, Scheduler

from game import paths
from game.authoring.library import library
from game.core.moves import Move, Say
from game.core.order import order_that_works
from game.core.reading import Reading, told_reading
from game.core.scenario import Scenario
from game.core.session import Play, start
from game.core.techniques import TECHNIQUES
from game.records.practice import cards, due, record, waiting
from game.review.exercises import exercises
from game.review.positions import answer, positions
from game.review.skills import progress, suggestions

WEAK = ("empathy", "apology", "open_question", "expectations")
NOW = datetime(2026, 1, 1, 9, tzinfo=UTC)
SHIPPED = [(one.name, one.playable) for one in library(paths.scenario_folders(None)) if one.scenario is not None]
PLAYED = SHIPPED[::4]


def without(move: Move, technique: str) -> Move:
    """The move with everything in it but this technique."""
    if not isinstance(move, Say):
        return move
    kept = tuple(one for one in move.reading.evidence if one.technique != technique)
    return Say(move.text, replace(move.reading, evidence=kept))


def call_without(scenario: Scenario, technique: str, turns: int = 16) -> Play:
    """A call in the order that works, always without this technique."""
    play = start(scenario, 3)
    while play.state.stage == "call" and len(play.turns) < turns:
        play = play.then(without(order_that_works(scenario, play.state), technique))
    return play


def calls(technique: str) -> list[tuple[str, Play]]:
    return [(name, call_without(scenario, technique)) for name, scenario in PLAYED]


@pytest.mark.parametrize("technique", WEAK)
def test_the_weak_technique_is_found_and_most_of_what_is_next_trains_it(technique: str) -> None:
    plays = calls(technique)
    weakest = progress(plays).weakest
    assert weakest is not None
    assert (weakest.id, weakest.done, weakest.recency) == (technique, 0, "not yet")
    chosen = suggestions(SHIPPED, plays)
    trained = dict(SHIPPED)
    assert len(chosen) == 5
    assert sum(technique in trained[one.name].trains for one in chosen) >= 0.7 * len(chosen)
    assert TECHNIQUES[technique].did in chosen[0].reason


@pytest.mark.parametrize("technique", WEAK)
def test_drills_of_the_weak_technique_are_due_when_fsrs_says_so(technique: str, tmp_path: Path) -> None:
    asked = list(exercises(technique, SHIPPED, 1))[:2]
    missed = answer(asked[0], Say("Mm.", Reading("Mm.")))
    done = answer(asked[1], Say(TECHNIQUES[technique].example, _bare(technique)))
    assert (missed.quality, done.quality in ("good", "best")) == ("mistake", True)
    for position, answered in zip(asked, (missed, done), strict=True):
        record(tmp_path, position.id, answered.quality, NOW)
    scheduler = Scheduler(enable_fuzzing=False)
    grades = (Rating.Again, Rating.Easy if done.quality == "best" else Rating.Good)
    expected = [scheduler.review_card(Card(card_id=0, due=NOW), grade, NOW)[0].due for grade in grades]
    known = cards(tmp_path)
    assert [known[one.id].due for one in asked] == expected
    assert expected[0] < expected[1]
    for position, at in zip(asked, expected, strict=True):
        assert position not in waiting([], dict(SHIPPED), known, at - timedelta(seconds=1), 5)
        assert position in waiting([], dict(SHIPPED), known, at, 5)


def _bare(technique: str) -> Reading:
    return told_reading(TECHNIQUES[technique].example, (technique,), "test", "said so by the test")


def test_what_went_wrong_for_want_of_it_is_due_at_once_and_then_when_fsrs_says_so(tmp_path: Path) -> None:
    _, scenario = PLAYED[0]
    order = Say("Calm down.", _bare("command"))
    play = start(scenario, 3).then(order)
    mistakes = list(positions([("save", play)]))
    assert due(mistakes, {}, NOW, 5) == mistakes != []
    record(tmp_path, mistakes[0].id, answer(mistakes[0], order).quality, NOW)
    again = Scheduler(enable_fuzzing=False).review_card(Card(card_id=0, due=NOW), Rating.Again, NOW)[0].due
    assert due(mistakes, cards(tmp_path), again - timedelta(seconds=1), 5) == []
    assert due(mistakes, cards(tmp_path), again, 5) == mistakes
