"""The accuracy reached on replies kept out of the making can't slide back unseen."""

import pytest
from bench.recogniser.labelled_replies import rows
from bench.recogniser.measure import counted
from bench.recogniser.scores import Scores, scores


def of(name: str) -> Scores:
    given = rows(name)
    return scores(given, [counted(row) for row in given])


@pytest.fixture(scope="module")
def reached() -> Scores:
    return of("kept_out")


def test_accuracy_on_kept_out_replies_holds(reached: Scores) -> None:
    assert reached.macro_f1 >= 0.79
    assert reached.micro_f1 >= 0.80


def test_few_missteps_pass_as_helpful_and_few_clean_replies_are_accused(reached: Scores) -> None:
    assert reached.read_as_helpful <= 0.04
    assert reached.accused <= 0.025


@pytest.mark.parametrize(("name", "least"), [("blind_written", 0.90), ("blind_agents", 0.90)])
def test_accuracy_on_blind_replies_holds(name: str, least: float) -> None:
    blind = of(name)
    assert blind.micro_f1 >= least
    assert blind.accused <= 0.04
    assert blind.read_as_helpful <= 0.04
