"""The reply box: one line, however it was pasted, and never lost."""

import pytest
from textual import events
from tui.stage import box, enter, reads, said, seen, talking, until

from game.line import MOST_CHARACTERS
from game.tui.widgets.reply import MOST_HELD


async def test_line_ends_that_are_pasted_become_spaces() -> None:
    async with talking(mode="typed") as (pilot, _):
        box(pilot).post_message(events.Paste("I am\nso sorry\r\n\tabout that."))
        await until(pilot, lambda: box(pilot).text, "the text")
        assert box(pilot).text == "I am so sorry about that."
        await enter(pilot)
        assert "I am so sorry about that." in said(pilot)[1]


async def test_a_line_that_is_too_long_is_counted_not_sent_and_kept() -> None:
    async with talking(mode="typed") as (pilot, talk):
        text = "word " * 120
        box(pilot).post_message(events.Paste(text))
        await until(pilot, lambda: box(pilot).text, "the text")
        assert f"599 of {MOST_CHARACTERS} characters" in str(box(pilot).border_subtitle)
        await enter(pilot)
        assert talk.call.state.turn == 0
        assert box(pilot).text == text.strip()
        await reads(pilot, "Nothing was sent")


async def test_a_megabyte_is_cut_to_what_the_box_holds_and_said_so() -> None:
    async with talking(mode="typed") as (pilot, _):
        box(pilot).post_message(events.Paste("x" * 1_000_000))
        await until(pilot, lambda: "left out" in seen(pilot.app), "the note")
        assert len(box(pilot).text) == MOST_HELD


async def test_the_box_grows_to_three_rows_and_no_further() -> None:
    async with talking(mode="typed") as (pilot, _):
        heights = []
        for count in (1, 30, 50, 90):
            box(pilot).put("word " * count)
            await pilot.pause()
            heights.append(box(pilot).content_size.height)
        assert heights[0] == 1
        assert max(heights) == 3
        assert heights == sorted(heights)


async def test_up_in_the_empty_box_brings_the_last_line_back() -> None:
    async with talking(mode="typed") as (pilot, _):
        await enter(pilot, "I am so sorry.")
        await pilot.press("up")
        await until(pilot, lambda: box(pilot).text == "I am so sorry.", "the last line")


@pytest.mark.parametrize("key", ["f1", "escape", "f9", "f4"])
async def test_the_box_has_the_focus_again_after_every_key(key: str) -> None:
    async with talking(mode="typed") as (pilot, _):
        await pilot.press(key)
        await pilot.press("escape" if key in ("f1", "escape") else "a")
        await until(pilot, lambda: box(pilot).has_focus, "the focus")


async def test_what_is_heard_is_underlined_where_it_stands() -> None:
    async with talking(mode="typed") as (pilot, _):
        box(pilot).put("  That must have been awful for you.")
        await until(pilot, lambda: box(pilot).get_line(0).spans, "the underline")
        line = box(pilot).get_line(0)
        assert any("must have been awful" in line.plain[span.start : span.end] for span in line.spans)
