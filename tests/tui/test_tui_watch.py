"""Watching a scenario's file: problems beside a live call, which is replayed when the file is saved."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static
from tui.stage import until

from game.tui.editor import editor_command
from game.tui.screens.reading import ReadingScreen
from game.tui.watch import WatchApp
from game.tui.widgets.picker import Picker

SMALL = (Path(__file__).parents[1] / "data" / "small.yaml").read_text("utf-8")


def shown(pilot: Pilot[int], selector: str) -> str:
    return str(pilot.app.query_one(selector, Static).visual)


def problems(pilot: Pilot[int]) -> str:
    return "\n".join(str(choice.row) for choice in pilot.app.query_one("#problems", Picker).choices)


async def broken(pilot: Pilot[int], path: Path, right: str, wrong: str) -> str:
    """The file with this mistake in it, and the list of problems focused."""
    faulty = SMALL.replace(right, wrong)
    path.write_text(faulty, encoding="utf-8")
    await until(pilot, lambda: bool(problems(pilot)), "the problem")
    await pilot.press("tab")
    return faulty


@asynccontextmanager
async def watching(folder: Path) -> AsyncIterator[tuple[Pilot[int], Path]]:
    path = folder / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    async with WatchApp(path, 7).run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: "skilled" in shown(pilot, "#bots"), "the bots")
        yield pilot, path


async def say(pilot: Pilot[int], text: str) -> None:
    pilot.app.query_one("ReplyBox").put(text)  # type: ignore[attr-defined]  # it is a ReplyBox
    await pilot.press("enter")
    await until(pilot, lambda: text in shown(pilot, "#call"), text)


async def test_a_line_can_be_tried_and_what_was_heard_stands_below(tmp_path: Path) -> None:
    async with watching(tmp_path) as (pilot, _):
        await say(pilot, "I'm so sorry about that.")
        assert "apology: “" in shown(pilot, "#heard")


async def test_on_save_the_call_is_replayed_to_the_same_turn(tmp_path: Path) -> None:
    async with watching(tmp_path) as (pilot, path):
        await say(pilot, "I'm so sorry about that.")
        path.write_text(SMALL.replace("anger: 72", "anger: 90"), encoding="utf-8")
        await until(pilot, lambda: "Dana  90" in shown(pilot, "#call"), "the new anger")
        assert "I'm so sorry about that." in shown(pilot, "#call")


async def test_a_mistake_in_the_file_is_told_and_the_last_good_call_stays(tmp_path: Path) -> None:
    async with watching(tmp_path) as (pilot, path):
        await say(pilot, "I'm so sorry about that.")
        path.write_text(SMALL.replace("anger: 72", "angr: 72"), encoding="utf-8")
        await until(pilot, lambda: "Did you mean `anger`?" in problems(pilot), "the problem")
        assert "I'm so sorry about that." in shown(pilot, "#call")


async def test_a_line_can_be_taken_back_and_the_call_begun_anew(tmp_path: Path) -> None:
    async with watching(tmp_path) as (pilot, _):
        await say(pilot, "I'm so sorry about that.")
        await pilot.press("f8")
        await until(pilot, lambda: "I'm so sorry" not in shown(pilot, "#call"), "the line taken back")


async def test_the_call_can_be_written_down_as_a_test(tmp_path: Path) -> None:
    async with watching(tmp_path) as (pilot, path):
        await say(pilot, "I'm so sorry about that.")
        await pilot.press("ctrl+t")
        await until(pilot, lambda: "Written to" in shown(pilot, "#heard"), "where it was written")
        assert "hears: apology" in path.with_name("small.watch-1.play").read_text("utf-8")


async def test_nasty_text_in_the_file_is_shown_as_it_stands(tmp_path: Path) -> None:
    async with watching(tmp_path) as (pilot, path):
        nasty = "I said [/ hm [@click=app.quit]x[/]"
        path.write_text(SMALL.replace("I had no time to clean before the inspection.", f"'{nasty}'"), encoding="utf-8")
        await until(pilot, lambda: shown(pilot, "#bots"), "the bots")
        await pilot.press("enter")
        await until(pilot, lambda: nasty in shown(pilot, "#call"), "the nasty line")


async def test_enter_mends_what_can_only_mean_one_thing_and_u_puts_it_back(tmp_path: Path) -> None:
    async with watching(tmp_path) as (pilot, path):
        faulty = await broken(pilot, path, "  anger: 72", "  angr: 72  # as she was")
        await pilot.press("enter")
        assert "  anger: 72  # as she was\n" in path.read_text("utf-8")
        await until(pilot, lambda: not problems(pilot), "the file without problems")
        pilot.app.query_one("ReplyBox").put("/undo")  # type: ignore[attr-defined]  # it is a ReplyBox
        await pilot.press("enter")
        assert path.read_text("utf-8") == faulty


async def test_where_only_the_author_can_mend_enter_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    async with watching(tmp_path) as (pilot, path):
        faulty = await broken(pilot, path, "  anger: 72", "  anger: 172")
        await pilot.press("enter")
        await until(pilot, lambda: "Mend line 10 in your editor" in shown(pilot, "#heard"), "where to mend it")
        assert path.read_text("utf-8") == faulty


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vim", ["vim", "+41", "dana.yaml"]),
        ("emacs -nw", ["emacs", "-nw", "+41", "dana.yaml"]),
        ("code --wait", ["code", "--wait", "--goto", "dana.yaml:41"]),
        ("hx", ["hx", "dana.yaml:41"]),
        ("", []),
    ],
)
def test_an_editor_is_opened_at_the_line(editor: str, command: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor)
    assert editor_command(Path("dana.yaml"), 41) == command


async def test_the_map_is_shown_by_a_key_and_put_away_by_it(tmp_path: Path) -> None:
    async with watching(tmp_path) as (pilot, _):
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen), "the map")
        picture = str(pilot.app.screen.query_one("VerticalScroll > Static", Static).visual)
        assert "late, must be heard ← half_fee" in picture
        await pilot.press("f2")
        await until(pilot, lambda: not isinstance(pilot.app.screen, ReadingScreen), "the call again")


async def test_smells_of_bad_teaching_are_told_as_well(tmp_path: Path) -> None:
    async with watching(tmp_path) as (pilot, path):
        await broken(pilot, path, "  anger: 72", "  anger: 12")
        assert "nothing-to-calm" in problems(pilot)
