"""Saves: readable, whole to the last move, and never the reason that something is lost."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from scenes import DANA, say

from game.authoring.library import Loaded, digest
from game.call import Call, Settings, new_call, take
from game.core.moves import Choose, End, FollowUp, Gesture, Listen, Move
from game.core.session import play
from game.errors import SavesError
from game.records.journal import Journal
from game.records.lines import sealed
from game.records.moves import move_from_plain, move_to_plain
from game.records.reflections import reflected
from game.records.store import (
    Save,
    begin,
    find_save,
    goal_after,
    last_over,
    over,
    rated_tries,
    read_save,
    resume,
    saves,
    try_again,
)
from game.review.debrief import debrief
from game.review.goals import Goal
from game.review.rating import UNRATED, Rating
from game.review.reflection import NOTHING_SAID, Reflection

LOADED = Loaded("dana", Path("dana.yaml"), digest(DANA), DANA, ())
LINES = ("", "So three, not one. That must have been stressful.", "/back", "I'm so sorry about that.")


OPEN: list[Journal] = []


@pytest.fixture(autouse=True)
def _close() -> Iterator[None]:
    yield
    while OPEN:
        OPEN.pop().close()


def played(folder: Path, *lines: str) -> tuple[Call, Journal]:
    call = new_call("dana", DANA, 7, Settings("typed"))
    journal = begin(call, LOADED, folder)
    OPEN.append(journal)
    for line in lines:
        call, answer = take(call, line)
        journal.record(answer)
    return call, journal


def only(folder: Path) -> Save:
    found = saves(folder)
    assert len(found) == 1
    return found[0]


MOVES: list[Move] = [
    say("empathy paraphrase", "So three, not one", facts=("late",), feelings=("stressed",), register="blunt"),
    Choose("say-back"),
    Listen(),
    Gesture("nod"),
    FollowUp(30, "How did it go?", say("follow_up", "How did it go?").reading),
    End(),
]


@pytest.mark.parametrize("move", MOVES)
def test_a_move_survives_being_written(move: Move) -> None:
    assert move_from_plain(json.loads(json.dumps(move_to_plain(move)))) == move


@pytest.mark.parametrize("plain", [{}, {"kind": "dance"}, {"kind": "say"}, {"kind": "say", "text": "x", "reading": []}])
def test_what_is_no_move_is_refused(plain: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="mov"):
        move_from_plain(plain)


def test_a_save_folds_to_the_play_it_was_written_from(tmp_path: Path) -> None:
    call, journal = played(tmp_path, *LINES)
    journal.close()
    save = only(tmp_path)
    assert save.play == call.play
    assert save.paused
    assert save.note == ""
    assert play(call.play.session) == call.play


def test_a_save_can_be_read_by_a_person(tmp_path: Path) -> None:
    _, journal = played(tmp_path, *LINES)
    assert journal.path is not None
    lines = [json.loads(line) for line in journal.path.read_text("utf-8").splitlines()]
    assert [line["kind"] for line in lines] == ["session", "listen", "say", "back", "say"]
    assert lines[2]["text"] == LINES[1]
    assert lines[1]["said"]


def test_every_move_is_on_disk_before_the_next_one(tmp_path: Path) -> None:
    call, journal = played(tmp_path)
    for number, line in enumerate(LINES, 2):
        call, answer = take(call, line)
        journal.record(answer)
        assert journal.path is not None
        assert len(journal.path.read_bytes().splitlines()) == number


@pytest.mark.parametrize("cut", [1, 7, 40])
def test_a_torn_end_is_dropped_and_said_so_and_kept_aside(tmp_path: Path, cut: int) -> None:
    call, journal = played(tmp_path, *LINES)
    journal.close()
    assert journal.path is not None
    whole = journal.path.read_bytes()
    journal.path.write_bytes(whole[:-cut])
    save = only(tmp_path)
    assert "torn" in save.note
    assert save.play is not None
    assert save.play.turns == call.play.turns[:-1]
    again, reopened = resume(save)
    OPEN.append(reopened)
    again, answer = take(again, "I'm sorry, that's our mistake.")
    reopened.record(answer)
    reopened.close()
    assert only(tmp_path).play == again.play
    assert only(tmp_path).note == ""
    assert journal.path.with_suffix(".jsonl.bad").read_bytes() == whole[:-cut]


def test_a_flipped_bit_ends_what_is_read(tmp_path: Path) -> None:
    _, journal = played(tmp_path, *LINES)
    journal.close()
    assert journal.path is not None
    lines = journal.path.read_bytes().splitlines(keepends=True)
    lines[2] = lines[2].replace(b"three", b"seven")
    journal.path.write_bytes(b"".join(lines))
    save = only(tmp_path)
    assert save.play is not None
    assert len(save.play.turns) == 1
    assert "torn" in save.note


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"{}\n", b"[" * 1000, b'{"n":0}\n'])
def test_a_file_that_is_no_save_is_told_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "20260101-000000-x.jsonl"
    path.write_bytes(content)
    save = only(tmp_path)
    assert save.play is None
    assert path.name in save.problem
    assert path.read_bytes() == content


def test_a_save_of_a_newer_game_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "20990101-000000-x.jsonl"
    path.write_text(sealed(0, {"kind": "session", "format": 99}) + "\n")
    assert "newer Defuse" in read_save(path).problem


def test_a_save_opens_as_it_was_though_its_scenario_has_changed(tmp_path: Path) -> None:
    call, journal = played(tmp_path, *LINES)
    journal.close()
    changed = replace(DANA, customer=replace(DANA.customer, anger=10))
    known = [Loaded("dana", Path("dana.yaml"), digest(changed), changed, ())]
    assert saves(tmp_path, known)[0].play == call.play


def test_a_save_opens_in_the_debrief_though_its_scenario_is_gone(tmp_path: Path) -> None:
    call, journal = played(tmp_path, *LINES)
    journal.close()
    kept = saves(tmp_path, known=[])[0].play
    assert kept == call.play
    assert debrief(kept) == debrief(call.play)


def test_two_windows_cannot_write_one_save(tmp_path: Path) -> None:
    _, first = played(tmp_path, *LINES)
    _, second = resume(only(tmp_path))
    assert "another window" in second.problem
    first.close()


def test_two_calls_begun_at_once_get_files_of_their_own(tmp_path: Path) -> None:
    _, first = played(tmp_path)
    _, second = played(tmp_path)
    assert first.path != second.path


def test_where_nothing_can_be_written_the_call_goes_on_unsaved(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    call, journal = played(blocked, *LINES)
    assert "not being saved" in journal.problem
    assert call.state.turn == 2


def test_a_name_cannot_lead_out_of_the_folder(tmp_path: Path) -> None:
    journal = begin(new_call("../../etc/x", DANA, 1, Settings("menu")), LOADED, tmp_path)
    OPEN.append(journal)
    assert journal.path is not None
    assert journal.path.parent == tmp_path


def test_a_disputed_line_is_kept_for_the_author(tmp_path: Path) -> None:
    played(tmp_path, "asdf qwer", "1")
    dispute = json.loads((tmp_path / "disputes.jsonl").read_text("utf-8"))
    assert dispute["text"] == "asdf qwer"
    assert dispute["meant"]


def test_the_newest_waiting_call_is_found_without_a_name(tmp_path: Path) -> None:
    call, journal = played(tmp_path, *LINES)
    journal.close()
    assert find_save(tmp_path, None).play == call.play
    assert find_save(tmp_path, only(tmp_path).path.stem).play == call.play
    with pytest.raises(SavesError, match="no save nothing"):
        find_save(tmp_path, "nothing")


KILLED = """
import sys
from pathlib import Path
sys.path[:0] = {path!r}
from test_records_saves import LINES, played
from game.call import take
call, journal = played(Path({folder!r}), *LINES)
print("ready", flush=True)
for number in range(100000):
    call, answer = take(call, f"I'm sorry for trouble number {{number}}.")
    journal.record(answer)
    print(call.play.turns[-1].reading.text if call.state.stage == "call" else "over", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9 there")
def test_killed_at_any_instant_nothing_said_is_lost(tmp_path: Path) -> None:
    path = [str(Path(__file__).parent), str(Path(__file__).parents[1])]
    script = KILLED.format(path=path, folder=str(tmp_path))
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        first = [process.stdout.readline() for _ in range(3)]
        os.kill(process.pid, signal.SIGKILL)
        shown = [line.strip() for line in (*first, *process.stdout) if line.endswith("\n")]
    save = only(tmp_path)
    assert save.play is not None
    said = [turn.reading.text for turn in save.play.turns]
    assert all(line in said for line in shown if line != "over")


def test_looking_something_up_is_not_written(tmp_path: Path) -> None:
    _, journal = played(tmp_path, "/help", "/why")
    journal.close()
    assert only(tmp_path).entries == 1


def test_a_second_try_is_kept_beside_the_first_in_one_save(tmp_path: Path) -> None:
    call, journal = played(tmp_path, "", "I'm so sorry about that.", "/end")
    journal.close()
    again, reopened = try_again(only(tmp_path), 2)
    OPEN.append(reopened)
    assert again.play == call.play.first(1)
    again, answer = take(again, "So three, not one. That must have been stressful.")
    reopened.record(answer)
    reopened.close()
    save = only(tmp_path)
    assert save.branches == (call.play,)
    assert save.play == again.play
    assert save.paused


@pytest.mark.parametrize("turn", [0, 4, 99])
def test_a_turn_that_never_was_cannot_be_tried_again(tmp_path: Path, turn: int) -> None:
    played(tmp_path, "", "", "")[1].close()
    with pytest.raises(SavesError, match=f"no turn {turn} in this call; it has 3"):
        try_again(only(tmp_path), turn)


def test_how_the_player_rated_the_call_is_kept(tmp_path: Path) -> None:
    _, journal = played(tmp_path, "")
    rating = Rating("rattled", 70, (("empathy", 40), ("paraphrase", 0)))
    journal.rate(rating)
    journal.close()
    assert only(tmp_path).reflection.rating == rating


def test_what_was_not_said_of_a_call_is_not_written(tmp_path: Path) -> None:
    _, journal = played(tmp_path, "")
    journal.rate(UNRATED)
    journal.rate(Rating(felt="calm"))
    journal.close()
    assert journal.path is not None
    last = json.loads(journal.path.read_text("utf-8").splitlines()[-1])
    assert set(last) == {"n", "kind", "felt", "at", "sum"}
    assert only(tmp_path).entries == 3
    assert only(tmp_path).reflection.rating == Rating(felt="calm")


STRANGE: list[tuple[dict[str, object], Rating]] = [
    ({"whole": 70, "felt": "blue"}, Rating(whole=70)),
    ({"whole": 900, "felt": "calm"}, Rating(felt="calm")),
    ({"whole": "x", "skills": [1]}, UNRATED),
    ({"skills": {"empathy": 30, "juggling": 5, "apology": -1, "options": None}}, Rating(skills=(("empathy", 30),))),
]


@pytest.mark.parametrize(("entry", "rating"), STRANGE)
def test_what_a_rating_holds_that_is_not_ours_is_passed_over(entry: dict[str, object], rating: Rating) -> None:
    assert reflected(NOTHING_SAID, {"kind": "rating", **entry}).rating == rating


def test_each_try_keeps_what_was_said_of_it(tmp_path: Path) -> None:
    call, journal = played(tmp_path, "", "/end", "/end")
    journal.rate(Rating(whole=30))
    journal.choose(Goal("harder"))
    journal.close()
    _, reopened = try_again(only(tmp_path), 1)
    OPEN.append(reopened)
    assert only(tmp_path).reflection == Reflection(goal="harder")
    assert [done.reflection.goal for done in over([only(tmp_path)])] == ["harder"]
    reopened.rate(Rating(whole=60))
    save = only(tmp_path)
    assert [(len(play.turns), rating.whole) for play, rating in save.rated] == [(len(call.play.turns), 30), (0, 60)]
    assert rated_tries([save]) == save.rated


def test_the_goal_for_the_next_call_is_the_one_that_was_chosen_or_else_the_suggested_one(tmp_path: Path) -> None:
    _, journal = played(tmp_path, "Calm down!", "/end", "/end")
    assert goal_after(only(tmp_path)) == Goal("order")
    journal.choose(Goal("harder"))
    assert goal_after(only(tmp_path)) == Goal("harder")
    journal.choose(Goal("from another game"))
    assert goal_after(only(tmp_path)) == Goal("order")


def test_the_newest_call_that_is_over_is_found_and_the_one_before_another(tmp_path: Path) -> None:
    assert last_over(tmp_path) is None
    for number, lines in enumerate((["/end", "/end"], ["", "/end", "/end"], [""]), 1):
        _, journal = played(tmp_path, *lines)
        journal.close()
        assert journal.path is not None
        journal.path.rename(tmp_path / f"2026010{number}-000000-dana.jsonl")
    found = last_over(tmp_path)
    assert found is not None
    assert found.path.name.startswith("20260102")
    earlier = last_over(tmp_path, before=found.path.name)
    assert earlier is not None
    assert earlier.path.name.startswith("20260101")


def test_trying_again_in_the_middle_of_a_call_keeps_the_branch(tmp_path: Path) -> None:
    call, journal = played(tmp_path, "", "I'm so sorry about that.", "/again 2")
    journal.close()
    save = only(tmp_path)
    assert save.play == call.play
    assert [len(branch.turns) for branch in save.branches] == [2]
