"""The questions after a call, a line at a time: each may be left out, and none is asked of a script."""

import io
from pathlib import Path

import pytest
from scenes import DANA, played, say

from game.authoring.library import load
from game.call import Settings, new_call
from game.commands.clock import Clocked
from game.core.moves import End
from game.plain import Timed, play
from game.plain_rating import asked
from game.records.store import begin, read_save
from game.review.goals import Goal
from game.review.rating import UNRATED, Rating, skills_to_rate

CALL = played(DANA, say("command", "Calm down"), say("empathy", "How hard"), End())
SKILLS = skills_to_rate(CALL)
LOADED = load(Path(__file__).parents[1] / "data" / "small.yaml")

ANSWERS: list[tuple[str, Rating]] = [
    ("3\n70\n40\n\n100\n", Rating("rattled", 70, ((SKILLS[0], 40),))),
    ("\n\n\n\n\n\n", UNRATED),
    ("", UNRATED),
    ("s\n70\n", UNRATED),
    ("1\nS\n", Rating("calm")),
    ("1\n/quit\n", Rating("calm")),
    ("4\n0\nblue\n2\n101\n²\n55\n", Rating("tense", 55)),
    ("\n0\n0\n", Rating(None, 0, ((SKILLS[0], 0),))),
]


@pytest.mark.parametrize(("lines", "said"), ANSWERS)
def test_each_question_is_answered_or_left_out(lines: str, said: Rating) -> None:
    out = io.StringIO()
    assert asked(CALL, io.StringIO(lines), out) == said
    assert "How did you feel? 1 calm, 2 tense, 3 rattled." in out.getvalue()


def test_an_answer_that_is_none_is_asked_again_and_says_what_to_type() -> None:
    out = io.StringIO()
    asked(CALL, io.StringIO("9\n"), out)
    assert "Type a number from 1 to 3, or enter to leave it out." in out.getvalue()


def run(folder: Path, lines: str, *, as_json: bool = False, carried: Goal | None = None) -> tuple[str, Path]:
    journal = begin(new_call("small", LOADED.playable, 7, Settings("typed")), LOADED, folder)
    out = io.StringIO()
    call = new_call("small", LOADED.playable, 7, Settings("typed"))
    play(call, journal, io.StringIO(lines), out, as_json=as_json, carried=carried)
    journal.close()
    assert journal.path is not None
    return out.getvalue(), journal.path


def test_a_call_is_rated_before_its_debrief_and_the_rating_is_kept(tmp_path: Path) -> None:
    text, path = run(tmp_path, "Please calm down.\n/end\n2\n70\n50\n")
    before, _, after = text.partition("Before you see anything")
    assert "You said 70" not in before
    assert "You felt tense. What follows is about the lines, not about you. Lost." in after
    assert "You said 70, it was " in after
    assert "You said 50 for " in after
    assert "To take another goal: defuse goal" in after
    rating = read_save(path).reflection.rating
    assert (rating.felt, rating.whole) == ("tense", 70)


def test_a_script_is_not_asked(tmp_path: Path) -> None:
    text, path = run(tmp_path, "Please calm down.\n/end\n2\n70\n", as_json=True)
    assert "Before you see anything" not in text
    assert len(text.splitlines()) == 4
    assert not read_save(path).rated


def test_a_call_that_is_left_is_not_rated(tmp_path: Path) -> None:
    assert "how was it" not in run(tmp_path, "Please calm down.\n/quit\n")[0]


def test_the_goal_of_the_last_call_stands_in_the_brief_and_is_judged_at_the_end(tmp_path: Path) -> None:
    text, _ = run(tmp_path, "Please calm down.\n/end\n", carried=Goal("order"))
    brief, _, rest = text.partition("Dana: ")
    assert f"Your goal, from last time: {Goal('order').text}" in brief
    assert f"Your goal, from last time: {Goal('order').text} Not yet." in rest


def test_a_clock_is_one_that_can_be_stopped() -> None:
    assert isinstance(Clocked(0, 5), Timed)
    assert not isinstance(io.StringIO(), Timed)


HIDDEN = "/coach\nI am so sorry about this.\n/why\n/coach\n/brief\n/back\n\n/coach\nPlease calm down.\n/coach\n/end\n"


def test_with_the_meter_hidden_nothing_in_the_call_gives_it_away(tmp_path: Path) -> None:
    call, out = new_call("small", LOADED.playable, 7, Settings("typed", hidden_meter=True)), io.StringIO()
    journal = begin(call, LOADED, tmp_path)
    play(call, journal, io.StringIO(HIDDEN), out, as_json=False)
    journal.close()
    told = out.getvalue().partition("Before you see anything")[0]
    for sign in ("Anger ", " hot", "warm", "72", "−", "Proof"):
        assert sign not in told
    assert "The meter is hidden. Why it moved is in the debrief." in told
    assert "Before any fix: say back what happened" in told
