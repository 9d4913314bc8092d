"""The clock over the input, and the hidden meter."""

import io
import os
from pathlib import Path

import pytest

from game.authoring.library import load
from game.call import Settings, new_call
from game.commands.clock import Clocked
from game.plain import play
from game.records.journal import Journal

SMALL = load(Path(__file__).parents[1] / "data" / "small.yaml").playable


@pytest.fixture
def pipe() -> tuple[int, int]:
    return os.pipe()


def test_lines_that_come_at_once_are_read_one_by_one(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    os.write(writing, "one\ntwo — drei\nrest".encode())
    os.close(writing)
    lines = Clocked(reading, 60)
    assert [lines.readline() for _ in range(5)] == ["one\n", "two — drei\n", "rest", "", ""]
    os.close(reading)


def test_when_the_time_is_up_it_counts_as_silence_and_nothing_typed_is_lost(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    lines = Clocked(reading, 0)
    os.write(writing, b"I'm so")
    assert lines.readline() == "\n"
    os.write(writing, b" sorry\n")
    assert lines.readline() == "I'm so sorry\n"
    os.close(reading)
    os.close(writing)


def test_a_clock_that_was_stopped_waits_for_the_line(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    lines = Clocked(reading, 0)
    assert lines.readline() == "\n"
    lines.stop()
    os.write(writing, b"70\n")
    assert lines.readline() == "70\n"
    os.close(reading)
    os.close(writing)


def test_a_hidden_meter_is_not_told_before_the_debrief() -> None:
    out = io.StringIO()
    call = new_call("small", SMALL, 7, Settings("typed", hidden_meter=True))
    play(call, Journal(None), io.StringIO("\nI'm so sorry.\n/end\n"), out, as_json=False)
    call_text, _, debrief = out.getvalue().partition("Lost.")
    assert "Anger " not in call_text
    assert "Meter: 72" in debrief
