"""The accuracy reached on replies kept out of the making can't slide back unseen."""

import pytest
from bench.recogniser.labelled_replies import rows
from bench.recogniser.measure import counted
from bench.recogniser.scores import Scores, scores


@pytest.fixture(scope="module")
def reached() -> Scores:
    kept = rows("kept_out")
    return scores(kept, [counted(row) for row in kept])


def test_accuracy_on_kept_out_replies_holds(reached: Scores) -> None:
    assert reached.macro_f1 >= 0.73
    assert reached.micro_f1 >= 0.74


def test_few_missteps_pass_as_helpful_and_few_clean_replies_are_accused(reached: Scores) -> None:
    assert reached.read_as_helpful <= 0.04
    assert reached.accused <= 0.08
