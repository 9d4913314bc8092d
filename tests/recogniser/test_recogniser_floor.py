"""The accuracy reached on replies kept out of the making can't slide back unseen."""

import pytest
from bench.recogniser.labelled_replies import rows
from bench.recogniser.measure import WITHOUT_KEPT_OUT, judge_row
from bench.recogniser.scores import Scores, scores

from game.recogniser.weights import read_weights


@pytest.fixture(scope="module")
def reached() -> Scores:
    kept, table = rows("kept_out"), read_weights(WITHOUT_KEPT_OUT)
    return scores(kept, [[one.technique for one in judge_row(row, table) if one.counts] for row in kept])


def test_accuracy_on_kept_out_replies_holds(reached: Scores) -> None:
    assert reached.macro_f1 >= 0.73
    assert reached.micro_f1 >= 0.74


def test_few_missteps_pass_as_helpful_and_few_clean_replies_are_accused(reached: Scores) -> None:
    assert reached.read_as_helpful <= 0.04
    assert reached.accused <= 0.08
