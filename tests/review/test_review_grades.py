"""The grades are fair to people: a call that its author wrote as good is graded so, and a bad one is not."""

from pathlib import Path

import pytest
from bench.engine.grades import in_order, measured, written_calls

from game.paths import shipped_scenarios


# Every other scenario, for time; `python tests/bench/engine/grades.py` measures all of them.
@pytest.mark.parametrize("path", sorted(shipped_scenarios().glob("*.yaml"))[::2], ids=lambda path: path.stem)
def test_a_call_written_as_good_is_graded_good_and_a_bad_one_is_not(path: Path) -> None:
    found = measured(written_calls(path))
    assert in_order(found)
    assert found["good"].share("best", "good") >= 0.75
    assert found["good"].share("blunder") == 0
    assert found["bad"].share("mistake", "blunder") >= 0.5
