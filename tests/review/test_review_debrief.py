"""The debrief: what it says is so, and every better line was played through the engine."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenes import DANA, abusive, played, say, unfinished, with_anger

from game.authoring.bots import BOTS, played_by
from game.authoring.library import load
from game.core.engine import step
from game.core.moves import End, Gesture, Listen, Move
from game.core.scenario import Scenario
from game.core.session import Play
from game.paths import shipped_scenarios
from game.review.audit import rows
from game.review.coach import advice
from game.review.debrief import HEADLINES, better_line, debrief
from game.review.report import review_plain

MOVERS = load(shipped_scenarios() / "late-movers.yaml").playable
SMALL = load(Path(__file__).parents[1] / "data" / "small.yaml").playable
HEAR = say("paraphrase empathy", "So three, not one: stressful", facts=("late",), feelings=("stressed",))


def random_play(seed: int, scenario: Scenario = SMALL) -> Play:
    return played_by(BOTS["random"], scenario, seed)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000))
def test_the_rows_of_a_turn_lead_from_its_first_anger_to_its_last(seed: int) -> None:
    for turn in random_play(seed).turns:
        found = rows(turn)
        meter = [turn.before.anger, *(row.after for row in found)]
        assert [row.before for row in found] == meter[:-1]
        assert meter[-1] == turn.state.anger


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000))
def test_what_was_done_sums_to_the_change_of_the_meter_and_every_better_line_leaves_it_lower(seed: int) -> None:
    """Both of one debrief: to judge a call is what takes long."""
    play = random_play(seed).first(8)
    report = debrief(play)
    assert sum(done.points for done in report.done) == report.total == play.state.anger - play.opening.anger
    for judged in report.turns:
        better = better_line(judged)
        if better is not None:
            again = step(SMALL, judged.turn.before, better.move)
            assert again.state.anger == better.turn.state.anger < judged.turn.state.anger


def test_a_perfect_call_has_no_turn_worse_than_good_and_a_hostile_one_has_blunders() -> None:
    perfect = debrief(played_by(BOTS["best"], MOVERS, 7))
    hostile = debrief(played_by(BOTS["hostile"], MOVERS, 7))
    assert {judged.quality for judged in perfect.turns} <= {"best", "good"}
    assert "blunder" in {judged.quality for judged in hostile.turns}
    assert hostile.accuracy < 50
    assert perfect.accuracy > 95


FAULTS: list[tuple[str, str, Move, str]] = [
    ("dismissive", "invalidating", say("dismissal", "It's only two hours"), "made it small"),
    ("ordering", "order", say("command", "Calm down"), "gave an order"),
    ("blaming", "blame", say("blame", "You should have called"), "put it on her"),
    ("hiding", "rule-before-person", say("policy_shield", "That's our policy"), "leaned on a rule"),
    ("refusing", "rule-before-person", say("closing_off", "No"), "shut the talk down"),
    ("passing on", "passed-on", say("passing_the_buck", "Not my department"), "pushed it onto someone else"),
    ("insulting", "anger-in-kind", say("hostility", "You are ridiculous"), "answered anger with anger"),
    ("talking down", "condescension", say("condescension", "As I already explained"), "talked down"),
    ("excusing", "excuse", say("excuse", "We are short-staffed"), "explained it away"),
    ("limiting", "unneeded-limit", say("boundary", "I can't help while you shout"), "set a limit too soon"),
]


@pytest.mark.parametrize(
    ("fault", "rule", "move", "label"), FAULTS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_fault_is_a_turning_point_and_the_goal_answers_it(fault: str, rule: str, move: Move, label: str) -> None:
    play = played(DANA, HEAR, move, say("apology", "I'm sorry, let me start again"))
    report = debrief(play)
    assert 2 in [point.turn for point in report.turning_points]
    assert label in [done.label for done in report.done]
    assert report.goal.id == rule


def test_silence_when_an_answer_is_due_is_a_turning_point_too() -> None:
    report = debrief(played(DANA, Listen(), Listen(), Listen(), Listen()))
    assert report.goal.id == "silence"


def test_a_promise_outside_the_brief_is_the_goal_whatever_else_happened() -> None:
    empty = say("solution", "We'll pay the deposit", remedies=("pay_deposit",))
    assert debrief(played(with_anger(50), HEAR, empty)).goal.id == "broken-promise"


def test_a_debrief_of_nothing_and_of_an_unfinished_call_can_be_shown() -> None:
    assert debrief(played(DANA)).headline == "Not over yet."
    assert debrief(played(DANA, HEAR)).outcome is None
    assert debrief(played(DANA, End())).outcome == "lost"


def test_every_outcome_has_its_headline() -> None:
    assert len(HEADLINES) == 6


def test_the_review_as_json_has_the_keys_that_scripts_rely_on() -> None:
    play = random_play(3)
    plain = review_plain(play, debrief(play))
    assert {"turns", "accuracy", "turning_points", "skills", "goal", "backstory"} <= set(plain)
    assert len(plain["turning_points"]) <= 3
    assert {"turn", "grade", "loss", "yours", "better"} <= set(plain["turns"][0])


ADVICE = [
    ((), "Say back what happened"),
    ((HEAR, Listen()), "Say back"),
    ((HEAR, say("paraphrase", "and no time to clean", facts=("inspection",))), "apology"),
]


@pytest.mark.parametrize(("moves", "said"), ADVICE)
def test_the_coach_names_the_next_step_of_the_order_that_works(moves: tuple[Move, ...], said: str) -> None:
    assert said in advice(DANA, played(DANA, *moves).state)


def test_a_twenty_turn_call_is_reviewed_whatever_was_done_in_it() -> None:
    moves: tuple[Move, ...] = (Gesture("breathe"), Listen(), HEAR)
    assert len(debrief(played(SMALL, *moves)).turns) == 3


NOTES: list[tuple[tuple[Move, ...], str]] = [
    ((HEAR, End()), "You ended the call before everything that matters was heard."),
    ((HEAR, say("command", "Calm down")), "You told her how to feel or behave."),
    ((say("solution", "We'll pay the deposit", remedies=("pay_deposit",)),), "A promise outside your brief."),
    ((say("gratitude", "Thank you for that"), say("gratitude", "It was good of you")), "was to be had here."),
]


@pytest.mark.parametrize(("moves", "said"), NOTES)
def test_a_turning_point_says_why_it_was_one(moves: tuple[Move, ...], said: str) -> None:
    assert any(said in point.note for point in debrief(played(DANA, *moves)).turning_points)


def test_a_turning_point_after_which_she_left_says_so() -> None:
    play = played_by(BOTS["hostile"], MOVERS, 7)
    assert debrief(play).turning_points[-1].note.endswith("After this, Dana left.")


def test_a_limit_is_missed_only_where_there_was_abuse() -> None:
    trains = replace(DANA, trains=("boundary", "apology"))
    assert debrief(played(trains, HEAR)).unused == ("apologised",)
    assert "set a limit" in debrief(played(abusive(trains), HEAR)).unused


def test_a_move_that_left_her_hotter_is_not_good_where_another_had_not() -> None:
    """To talk over her with an offer costs little on the meter, and is no good turn for all that."""
    offer = say("solution", "I can refund half the fee", remedies=("half_fee",))
    judged = debrief(played(unfinished(), offer)).turns[0]
    assert judged.turn.change > 0
    assert judged.quality not in {"best", "good"}


def test_a_turning_point_is_told_by_what_was_done_and_not_by_the_end_of_the_meter() -> None:
    every = " ".join(point.note for point in debrief(played(DANA, HEAR)).turning_points)
    assert every == "You named what she felt and what happened. That calms before anything is fixed."


def test_the_summary_says_who_ended_the_call() -> None:
    assert debrief(played(DANA, HEAR, End())).summary.startswith("You ended the call with Dana at ")
    assert debrief(played_by(BOTS["hostile"], MOVERS, 7)).summary.startswith("Dana left at hot 100: ")
