"""More or less help, a line at a time: what each way of answering says, and what it takes."""

import io
import json
from typing import Any

import pytest
from tui.stage import ON_THE_LINE

from game import plain
from game.call import Mode, Settings, new_call
from game.records.journal import Journal

LABELLED = "So it came at three instead of one. (says it back)"
HINTS = "A line could be one that: "


def told(lines: str, mode: Mode, *, as_json: bool = False) -> str:
    out = io.StringIO()
    call = new_call("dana", ON_THE_LINE, 7, Settings(mode))
    plain.play(call, Journal(None), io.StringIO(lines), out, as_json=as_json)
    return out.getvalue()


def events(lines: str, mode: Mode) -> list[dict[str, Any]]:
    return [json.loads(line) for line in told(lines, mode, as_json=True).splitlines()]


SHOWN: list[tuple[Mode, bool, bool, bool]] = [
    ("labelled", True, True, False), ("menu", True, False, False), ("hybrid", False, False, True),
    ("typed", False, False, False), ("spoken", False, False, False),
]  # fmt: skip


@pytest.mark.parametrize(("mode", "lines", "labels", "hints"), SHOWN)
def test_each_way_says_as_much_as_it_should(mode: Mode, lines: bool, labels: bool, hints: bool) -> None:
    for text in (told("", mode), told(f"/{mode}\n", "typed").partition("From here")[2]):
        assert ("So it came at three instead of one." in text) is lines
        assert (LABELLED in text) is labels
        assert (HINTS in text) is hints


def test_hints_name_what_helps_and_nothing_else() -> None:
    opening = events("", "hybrid")[0]
    assert {"says it back", "names the feeling"} <= set(opening["hints"])
    assert not {"gives an order", "makes it small"} & set(opening["hints"])
    assert ["paraphrase"] in events("", "labelled")[0]["does"]


def test_a_number_is_no_line_where_there_are_only_hints() -> None:
    refused, said = events("2\nThat must have been so stressful.\n", "hybrid")[1:3]
    assert refused["kind"] == "refused"
    assert "/menu for the lines" in refused["why"]
    assert said["kind"] == "turn"


@pytest.mark.parametrize("mode", ["labelled", "menu"])
def test_a_number_is_a_line_where_there_are_lines(mode: Mode) -> None:
    assert events("2\n", mode)[1]["move"]["kind"] == "choose"


def test_the_way_can_change_at_any_time_and_it_is_no_move() -> None:
    found = events("/hybrid\n/labelled\nThat must have been so stressful.\n/typed\n", "menu")
    assert [one.get("mode", one["kind"]) for one in found] == ["opening", "hybrid", "labelled", "turn", "typed", "end"]
    assert found[-1]["turns"] == 1
