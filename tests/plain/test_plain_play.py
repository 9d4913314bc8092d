"""The game a line at a time, as a pipe or a screen reader sees it."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from game.authoring.library import load
from game.call import Mode, Settings, new_call, take
from game.plain import play
from game.records.journal import Journal
from game.records.store import begin

DATA = Path(__file__).parents[1] / "data"
LOADED = load(DATA / "small.yaml")


def run(lines: str, folder: Path, mode: Mode = "typed", *, as_json: bool = True, seed: int = 7) -> list[str]:
    call = new_call("small", LOADED.playable, seed, Settings(mode))
    journal = begin(call, LOADED, folder)
    out = io.StringIO()
    play(call, journal, io.StringIO(lines), out, as_json=as_json)
    journal.close()
    return out.getvalue().splitlines()


def events(lines: str, folder: Path, mode: Mode = "typed", seed: int = 7) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run(lines, folder, mode, seed=seed)]


def test_json_begins_with_the_opening_and_closes_with_the_end(tmp_path: Path) -> None:
    first, *_, end = events("\n", tmp_path)
    assert first["kind"] == "opening"
    assert first["scenario"] == "small"
    assert first["anger"] == {"value": 72, "phase": "hot"}
    assert first["customer"].startswith("You told me one o'clock")
    assert len(first["choices"]) >= 4
    assert end["kind"] == "end"
    assert Path(end["save"]).is_file()


def test_the_points_of_a_turn_sum_to_the_change_of_the_meter(tmp_path: Path) -> None:
    found = events("\nCalm down, it's our policy.\nI'm so sorry about this.\n", tmp_path)
    turns = [event for event in found if event["kind"] == "turn"]
    assert len(turns) == 3
    for turn in turns:
        assert sum(effect["points"] for effect in turn["effects"]) == turn["anger"]["value"] - turn["anger"]["before"]


def test_what_was_heard_quotes_the_players_own_words(tmp_path: Path) -> None:
    text = "I'm so sorry about this."
    turn = events(text + "\n", tmp_path)[1]
    assert turn["heard"]
    for found in turn["heard"]:
        assert text[found["start"] : found["end"]] == found["quote"]


def test_the_same_seed_and_lines_give_the_same_bytes_but_for_the_save(tmp_path: Path) -> None:
    lines = "\n1\nI'm sorry.\n/why\n2\n3\n"
    once, again = (run(lines, tmp_path / name, "menu") for name in ("one", "two"))
    assert once[:-1] == again[:-1]


def test_nonsense_costs_nothing_and_offers_guesses(tmp_path: Path) -> None:
    _, unsure, end = events("asdf qwer\n", tmp_path)
    assert unsure["kind"] == "unsure"
    assert len(unsure["guesses"]) == 3
    assert end["turns"] == 0


def test_nothing_steers_a_terminal_or_is_taken_for_markup(tmp_path: Path) -> None:
    text = "\n".join(
        run("I said [/ hm [@click=app.quit]x[/]\n!\n\x1b[31mred\x1b]0;title\x07 sorry\n", tmp_path, as_json=False)
    )
    assert "[/ hm [@click=app.quit]x[/]" in text
    assert "\x1b" not in text
    assert "\x07" not in text


def test_the_text_has_a_line_a_speaker_and_a_line_for_the_meter(tmp_path: Path) -> None:
    lines = run("I'm so sorry about this.\n", tmp_path, as_json=False)
    assert "Dana: You told me one o'clock and nobody showed up until three!" in lines
    assert "You: I'm so sorry about this." in lines
    assert any(line.startswith("Anger ") and "down" in line and "apologised −6" in line for line in lines)


def test_the_menu_is_numbered_and_a_number_chooses(tmp_path: Path) -> None:
    lines = run("1\n", tmp_path, "menu", as_json=False)
    first = next(line for line in lines if line.startswith("1 "))
    assert f"You: {first[2:]}" in lines


def test_everything_can_be_looked_up(tmp_path: Path) -> None:
    text = "\n".join(run("I'm sorry about that.\n/why\n/brief\n/coach\n/help\n", tmp_path, as_json=False))
    assert "Proof A" in text
    assert "You may not pay the deposit." in text
    assert "Heard so far:" in text
    assert "/later" in text


def test_a_call_that_is_over_is_debriefed(tmp_path: Path) -> None:
    text = "\n".join(run("You're being ridiculous. Shut up.\n" * 4 + "/end\n", tmp_path, as_json=False))
    assert "Lost." in text
    assert "One thing for next time:" in text
    assert "What you couldn't see: She had taken an unpaid day off" in text


def test_the_end_of_the_input_saves_and_leaves(tmp_path: Path) -> None:
    lines = run("\n", tmp_path, as_json=False)
    assert lines[-1] == "Saved. Go on with: defuse resume --plain"


def test_a_line_of_a_megabyte_is_refused_and_the_call_goes_on(tmp_path: Path) -> None:
    found = events("x" * 1_000_000 + "\nI'm sorry about that.\n", tmp_path)
    assert [event["kind"] for event in found] == ["opening", "refused", "turn", "end"]


@pytest.mark.parametrize("mode", ["menu", "typed", "spoken"])
def test_the_smallest_scenario_plays_to_its_end_in_every_mode(tmp_path: Path, mode: Mode) -> None:
    good = {
        "menu": None,
        "typed": (
            "\n"
            "So nobody showed up until three instead of one. That must have been so stressful.\n"
            "And then you had no time to clean before the inspection. How humiliating.\n"
            "I'm truly sorry. That was our mistake.\n"
            "What happened after that?\n"
            "So they are keeping four hundred of your deposit. That sounds awful.\n"
            "I can refund half the fee today. Would that work for you?\n"
            "You will have it by five. Is that all right?\n"
        ),
        "spoken": (
            "\n/heard paraphrase empathy\n/heard paraphrase empathy\n/heard apology ownership\n/heard open_question\n"
            "/heard paraphrase deposit\n/heard solution half_fee agreement_check\n/heard expectations agreement_check\n"
        ),
    }[mode]
    later = "/later 30h Did the refund arrive?\n"
    found = events((good or _menu_lines()) + later, tmp_path, mode)
    assert found[-1]["outcome"] == "settled", [event.get("anger") for event in found]


def _menu_lines() -> str:
    """Choose well: the line that lowers the meter most, found by trying each."""
    call, lines = new_call("small", LOADED.playable, 7, Settings("menu")), list[str]()
    while call.state.stage == "call":
        tried = {line: take(call, line)[0] for line in ("", *"12345"[: len(call.choices)])}
        line = min(tried, key=lambda line: (tried[line].state.outcome != "settled", tried[line].state.anger))
        call, lines = tried[line], [*lines, line]
    return "\n".join((*lines, ""))


def test_an_unsaved_call_is_told_so(tmp_path: Path) -> None:
    call = new_call("small", LOADED.playable, 7, Settings("typed"))
    out = io.StringIO()
    play(call, Journal(None, problem="no room"), io.StringIO(""), out, as_json=False)
    assert out.getvalue().splitlines()[-1] == "Left. This call was not saved."
