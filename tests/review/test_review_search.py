"""The search behind the review: what it tries, that what it finds is so, and that it looks deeper than one turn."""

from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
from bench.engine.better_lines import PLAYERS, is_true, varied
from scenes import DANA, played, say

from game.authoring.bots import BOTS, played_by
from game.authoring.library import load
from game.core.moves import Listen, Say
from game.core.scenario import Sample
from game.paths import shipped_scenarios
from game.review import search
from game.review.samples import sample_lines
from game.review.search import alternatives, judged

SHIPPED = sorted(shipped_scenarios().glob("*.yaml"))
HEAR = say("paraphrase empathy", "So three, not one: stressful", facts=("late",), feelings=("stressed",))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_better_line_does_better_when_it_is_played_whoever_plays_and_whoever_calls(path: Path) -> None:
    some = SHIPPED.index(path) % 2  # half of the players each, for time; the bench has all, over hundreds of calls
    for number, bot in enumerate(PLAYERS[some::2], some):
        play = played_by(BOTS[bot], varied(load(path).playable, number % 3), number).first(3)
        assert all(is_true(play, one) for one in judged(play))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_best_play_has_no_turn_worse_than_good_and_a_hostile_one_has_blunders(path: Path) -> None:
    scenario = load(path).playable
    perfect = judged(played_by(BOTS["best"], scenario, 1))
    hostile = judged(played_by(BOTS["hostile"], scenario, 1))
    assert {one.quality for one in perfect} <= {"best", "good"}
    assert "blunder" in {one.quality for one in hostile}


SAMPLES = replace(
    DANA,
    samples=(
        Sample("It must have been awful to stand there for two hours.", ("empathy",)),
        Sample("I'm so sorry about your deposit.", ("apology",)),
        Sample("Calm down.", ("command",)),
    ),
)


def test_the_authors_samples_are_tried_but_no_misstep_and_nothing_that_was_not_told() -> None:
    state = played(SAMPLES).state
    assert [said.text for said in sample_lines(SAMPLES, state)] == [SAMPLES.samples[0].say]
    tried = {move.text for move in search._moves(SAMPLES, state) if isinstance(move, Say)}
    assert SAMPLES.samples[0].say in tried
    assert "Please calm down." not in tried


def test_looking_deeper_never_finds_less() -> None:
    for moves in ((), (Listen(),), (HEAR,), (HEAR, Listen(), Listen())):
        state = played(DANA, *moves).state
        with patch.object(search, "DEPTH", 0):
            shallow = alternatives(DANA, state)[0].ahead
        assert max(one.ahead for one in alternatives(DANA, state)) >= shallow


def test_moves_that_come_to_the_same_are_listed_once() -> None:
    found = alternatives(DANA, played(DANA).state)
    assert len({search._comes_to(one.turn.state) for one in found}) == len(found)
