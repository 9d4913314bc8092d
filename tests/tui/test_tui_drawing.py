"""What is drawn from numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.scenario import Phase
from game.tui.drawing.bands import Band, band_of, bands_along, bars, change, reading
from game.tui.drawing.column import WIDTH, column
from game.tui.drawing.curve import curve, tiny
from game.tui.drawing.digits import block_number
from game.tui.drawing.lying import lying, ticks_at
from game.tui.drawing.step import span, step
from game.tui.evidence import numbered
from game.tui.glyphs import ASCII, UNICODE, Glyphs, choose, drawable

DANAS_CALL = (72, 90, 87, 76, 61, 56, 43, 31, 24)
POINTS = st.integers(0, 100)


@pytest.mark.parametrize(
    ("anger", "phase", "band"),
    [(20, "cool", "cool"), (50, "warm", "warm"), (60, "hot", "hot"), (84, "hot", "hot"), (85, "hot", "boiling")],
)
def test_the_band_is_the_phase_and_boiling_from_85(anger: int, phase: Phase, band: Band) -> None:
    assert band_of(anger, phase) == band


def test_each_band_is_a_step_higher_than_the_one_below() -> None:
    heights = [bars(band, UNICODE).plain for band in ("cool", "warm", "hot", "boiling")]
    assert heights == ["▂▁▁▁", "▂▄▁▁", "▂▄▆▁", "▂▄▆█"]


def test_in_ascii_the_height_is_counted() -> None:
    assert reading(76, "hot", ASCII).plain == "(3 of 4) hot 76"


def test_hot_is_kept_down_to_58_along_a_curve() -> None:
    assert bands_along((72, 61, 58, 61)) == ("hot", "hot", "warm", "warm")


@pytest.mark.parametrize(("points", "text"), [(-11, "▼11"), (8, "▲8"), (0, "0")])
def test_a_change_is_told_by_its_direction_and_size(points: int, text: str) -> None:
    assert change(points, UNICODE).plain == text


def test_the_column_is_full_up_to_the_level_and_hatched_up_to_where_it_was() -> None:
    rows = [row.plain for row in column(50, 75, "warm", 20, UNICODE)]
    assert [row[0] for row in rows].count("█") == 10
    assert [row[0] for row in rows].count("░") == 5


def test_what_just_rose_is_dense() -> None:
    rows = [row.plain for row in column(75, 50, "hot", 20, UNICODE)]
    assert [row[0] for row in rows].count("▓") == 5


def test_the_scale_names_where_she_is_where_she_was_the_goal_and_the_ends() -> None:
    text = "\n".join(row.plain for row in column(76, 87, "hot", 22, UNICODE))
    for words in ("100", "87 before", "76 hot", "58", "35", "25 goal", "0"):
        assert words in text


def test_while_hot_the_mark_sits_where_hot_is_left() -> None:
    assert "58" in "\n".join(row.plain for row in column(76, 76, "hot", 30, UNICODE))
    assert "65" in "\n".join(row.plain for row in column(50, 50, "warm", 30, UNICODE))


@given(POINTS, POINTS, st.sampled_from(["cool", "warm", "hot", "boiling"]), st.integers(4, 60))
def test_the_column_has_its_rows_and_never_gets_too_wide(level: int, before: int, band: Band, height: int) -> None:
    rows = column(level, before, band, height, UNICODE)
    assert len(rows) == height
    assert all(row.cell_length <= WIDTH for row in rows)
    assert any(f"{level} {band}" in row.plain for row in rows)


@given(POINTS, POINTS, st.integers(1, 120))
def test_the_lying_meter_is_exactly_as_wide_as_asked(level: int, before: int, width: int) -> None:
    for glyphs in (UNICODE, ASCII):
        assert lying(level, before, "hot", width, glyphs).cell_length == width


def test_the_lying_meter_has_a_tick_at_each_mark() -> None:
    assert ticks_at("hot", 100) == {25, 35, 58, 85}
    assert ticks_at("warm", 100) == {25, 35, 65, 85}


def test_every_number_can_be_set_in_block_type() -> None:
    rows = block_number(1234567890, UNICODE)
    assert {len(row) for row in rows} == {49}


def test_the_curve_shows_every_number_once() -> None:
    text = "\n".join(row.plain for row in curve(DANAS_CALL, 80, 12, frozenset({1, 4}), UNICODE))
    for anger in DANAS_CALL:
        assert f" {anger} " in f"{text} "


@given(st.lists(POINTS, min_size=1, max_size=60), st.integers(20, 120), st.integers(5, 20))
def test_the_curve_fits_where_it_is_put(values: list[int], width: int, height: int) -> None:
    rows = curve(tuple(values), width, height, frozenset({0, len(values) - 1}), UNICODE)
    assert len(rows) == max(3, height - 2) + 2
    assert all(row.cell_length <= width for row in rows)


@given(st.lists(POINTS, max_size=60), st.integers(1, 20))
def test_a_tiny_curve_keeps_its_width_its_first_and_its_last_point(values: list[int], width: int) -> None:
    assert tiny(tuple(values), width, UNICODE).cell_length == min(len(values), width)


def test_a_step_runs_from_where_the_meter_was_to_where_it_went() -> None:
    assert step(90, 80, (70, 90), 20, UNICODE).plain == "·         " + "█" * 10
    assert step(70, 80, (70, 90), 20, UNICODE).plain == "█" * 10 + "·        ·"


def test_the_stretch_of_a_step_is_at_least_twenty_points() -> None:
    assert span([87, 76, 70]) == (70, 90)
    assert span([50, 50]) == (30, 50)


def test_evidence_is_underlined_and_numbered() -> None:
    text = numbered("That must have been awful. Our policy is clear.", [(1, "must have been awful"), (2, "Our policy")])
    assert text.plain == "That must have been awful¹. Our policy² is clear."
    assert [text.plain[s.start : s.end] for s in text.spans if s.style == "underline"] == [
        "must have been awful",
        "Our policy",
    ]


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(1, 12), st.text(max_size=10)), max_size=5))
def test_numbering_never_loses_a_word(text: str, quotes: list[tuple[int, str]]) -> None:
    plain = numbered(text, quotes).plain
    remaining = iter(plain)
    assert all(sign in remaining for sign in numbered(text, []).plain)


@pytest.mark.parametrize(
    ("term", "encoding", "glyphs"),
    [
        ("xterm-256color", "utf-8", UNICODE),
        ("linux", "utf-8", ASCII),
        ("xterm", "ANSI_X3.4-1968", ASCII),
        ("xterm", None, ASCII),
    ],
)
def test_the_linux_console_and_other_encodings_get_ascii(term: str, encoding: str | None, glyphs: Glyphs) -> None:
    assert choose({"TERM": term}, encoding) is glyphs


def test_in_ascii_quotes_and_dashes_become_plain_and_the_rest_a_question_mark() -> None:
    assert drawable("“Wait” — it’s 5 € …", ASCII) == '"Wait" -- it\'s 5 ? ...'
