"""The call from her side, the open questions, goals that are carried over, and two tries compared."""

import pytest
from bench.engine.grades import written_calls
from scenes import DANA, played, say

from game.core.moves import End, Listen, Move
from game.core.rules import BASE
from game.paths import shipped_scenarios
from game.review.comparison import compare
from game.review.goals import GOALS, OTHERS, Goal, fitting, goal, kept
from game.review.tensions import RELATING, VENTING, tensions
from game.review.thoughts import THOUGHTS, TOO_EARLY, thoughts

HEAR = say("paraphrase empathy", "So three, not one: stressful", facts=("late",), feelings=("stressed",))
ORDER = say("command", "Calm down")
EMPTY = say("solution", "We'll pay the deposit", remedies=("pay_deposit",))


def test_every_rule_that_moves_her_has_its_thought() -> None:
    assert set(THOUGHTS) == set(BASE) - {"time"}


THOUGHT: list[tuple[Move, str]] = [
    (HEAR, THOUGHTS["specific-acknowledgement"]),
    (ORDER, THOUGHTS["order"]),
    (say("empathy command", "I see, calm down"), THOUGHTS["order"]),
    (say("solution", "I can write", remedies=("letter",)), TOO_EARLY),
]


@pytest.mark.parametrize(("move", "text"), THOUGHT)
def test_what_hurt_is_thought_of_before_what_helped(move: Move, text: str) -> None:
    assert thoughts(played(DANA, move))[0].text == text


def test_the_open_questions_are_told_only_where_they_applied() -> None:
    feelings = [say("empathy", f"{word} and {word}") for word in ("hard", "sad", "raw")]
    assert tensions(played(DANA, ORDER)) == ()
    assert tensions(played(DANA, Listen())) == (VENTING,)
    assert tensions(played(DANA, *feelings)) == (RELATING,)


KEPT: list[tuple[str, tuple[Move, ...], bool]] = [
    ("order", (HEAR,), True),
    ("order", (ORDER,), False),
    ("unheard", (HEAR,), False),
    ("no-step", (HEAR,), False),
    ("general-words", (HEAR,), True),
    ("broken-promise", (EMPTY,), False),
    ("broken-promise", (HEAR,), True),
    ("harder", (HEAR,), False),
]


@pytest.mark.parametrize(("id", "moves", "expected"), KEPT)
def test_a_goal_carried_over_is_judged_by_the_next_call(id: str, moves: tuple[Move, ...], expected: bool) -> None:
    assert kept(Goal(id), played(DANA, *moves)) is expected


def test_every_goal_has_its_sentence_and_can_be_judged() -> None:
    for id in (*GOALS, *OTHERS):
        assert Goal(id).text.endswith(".")
        assert kept(Goal(id), played(DANA)) in (True, False)


def test_a_call_without_a_slip_is_asked_for_what_was_missing() -> None:
    play = played(DANA, HEAR)
    assert goal(play).id == "unheard"


def test_two_tries_are_compared_from_where_they_part() -> None:
    first, second = played(DANA, Listen(), ORDER, End()), played(DANA, Listen(), HEAR, End())
    found = compare(first, second)
    assert found.parted_at == 2
    assert found.gain == first.state.anger - second.state.anger > 0
    assert found.sentence == f"From turn 2 on, this try ended {found.gain} points calmer; both were lost."
    assert found.accuracy[1] > found.accuracy[0]


def test_own_facts_are_a_goal_only_where_words_were_general() -> None:
    general = say("empathy", "I understand how you feel")
    assert Goal("general-words") in fitting(played(DANA, general))
    assert Goal("general-words") not in fitting(played(DANA, HEAR))


@pytest.mark.parametrize("name", ["abusive-caller", "legal-threat"])
def test_no_step_is_asked_for_where_a_limit_was_kept_or_the_right_person_took_over(name: str) -> None:
    play = dict(written_calls(shipped_scenarios() / f"{name}.yaml"))["good"]
    assert play.state.outcome in {"limit_kept", "handed_over"}
    assert not {"no-step", "unheard"} & {one.id for one in fitting(play)}
