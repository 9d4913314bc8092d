"""What the player says of a call before any score, set beside what was measured; and goals to choose from."""

from dataclasses import replace
from typing import get_args

import pytest
from scenes import DANA, played, say, with_anger

from game.core.moves import End, Gesture, Listen, Move
from game.core.scenario import Outcome, Phase
from game.core.session import Play
from game.core.techniques import HELPFUL
from game.records.html import html
from game.records.markdown import markdown
from game.review.coach import advice
from game.review.debrief import debrief, rating_sentences
from game.review.goals import Goal, fitting, goal
from game.review.rating import (
    DOING,
    FEELINGS,
    MOST_SKILLS,
    UNRATED,
    Beside,
    Calibration,
    Measured,
    Rating,
    beside,
    calibration,
    compared,
    felt_sentence,
    measured,
    skills_to_rate,
)
from game.review.reflection import Reflection
from game.review.report import review_plain
from game.review.search import accuracy, judged
from game.review.skills import LISTENING
from game.talk import debrief_lines

HEAR = say("paraphrase empathy", "So three, not one: stressful", facts=("late",), feelings=("stressed",))
ORDER = say("command", "Calm down")
SAID = Rating("rattled", 70, (("paraphrase", 40), ("empathy", 100)))


def test_every_skill_that_can_be_called_for_has_a_name() -> None:
    assert set(DOING) == {*HELPFUL, LISTENING}


def test_only_skills_that_the_call_called_for_are_asked_and_few_of_them() -> None:
    play = played(DANA, HEAR, HEAR, say("apology", "I am sorry"), say("open_question", "What else?"))
    asked = skills_to_rate(play)
    assert 0 < len(asked) <= MOST_SKILLS
    assert set(asked) <= {found.skill for found in measured(play)}
    assert skills_to_rate(played(DANA)) == ()


def test_what_was_called_for_is_counted_once_where_it_was_done_and_apart_where_it_was_not_asked() -> None:
    play = played(DANA, HEAR, HEAR)
    first = next(found for found in measured(play) if found.skill == "paraphrase")
    assert (first.called_for, first.done) == (2, 2)
    assert sum(found.done + found.besides for found in measured(played(DANA, ORDER, ORDER))) == 0


def test_a_gesture_lets_them_finish_as_silence_does() -> None:
    unfinished = replace(DANA, story=(replace(DANA.story[0], say=("And then —",)), *DANA.story[1:]))
    for move in (Listen(), Gesture("breathe")):
        assert measured(played(unfinished, move)) == (Measured(LISTENING, 1, 1, 0),)


SENTENCES: list[tuple[Measured, str]] = [
    (Measured("empathy", 3, 3, 0), "You said 40 for naming the feeling; you did it 3 of 3 times it was called for."),
    (
        Measured("paraphrase", 3, 0, 1),
        "You said 40 for saying it back; you did it 0 of 3 times it was called for, and once besides.",
    ),
    (
        Measured("apology", 2, 1, 2),
        "You said 40 for apologising; you did it 1 of 2 times it was called for, and 2 times besides.",
    ),
    (Measured("options", 1, 1, 0), "You said 40 for giving a choice; it was called for once, and you did it."),
    (Measured("options", 1, 0, 0), "You said 40 for giving a choice; it was called for once, and not done then."),
]


@pytest.mark.parametrize(("found", "sentence"), SENTENCES)
def test_both_stand_in_one_sentence_that_grades_nothing(found: Measured, sentence: str) -> None:
    assert Beside(40, found).sentence == sentence


def test_a_skill_that_was_not_called_for_has_nothing_to_stand_beside() -> None:
    assert beside(played(DANA, HEAR), Rating(skills=(("boundary", 50),))) == ()


@pytest.mark.parametrize("outcome", [None, *get_args(Outcome)])
@pytest.mark.parametrize("felt", FEELINGS)
def test_a_feeling_is_the_first_sentence_whatever_the_end(felt: str, outcome: Outcome | None) -> None:
    rating = next(Rating(feeling) for feeling in FEELINGS if feeling == felt)
    sentence = felt_sentence(rating, outcome)
    assert sentence.endswith(".")
    assert felt_sentence(rating, "settled") != felt_sentence(rating, "lost")


def test_without_a_feeling_there_is_no_sentence() -> None:
    assert felt_sentence(UNRATED, "settled") == ""


@pytest.mark.parametrize(
    ("said", "was", "words"),
    [(70, 61, "near"), (70, 80, "near"), (30, 61, "harder on yourself"), (90, 61, "kinder to yourself")],
)
def test_a_rating_of_the_whole_is_told_in_words(said: int, was: int, words: str) -> None:
    assert words in compared(said, was)


def test_calibration_folds_every_rated_try_and_each_skill() -> None:
    good, bad = played(DANA, HEAR, HEAR), played(DANA, ORDER, ORDER)
    found = calibration([(bad, Rating(whole=80, skills=(("paraphrase", 100),))), (good, Rating(None, 50, ())),
                         (good, Rating(skills=(("paraphrase", 60), ("boundary", 9))))])  # fmt: skip
    assert found.whole == ((80, accuracy(judged(bad))), (50, accuracy(judged(good))))
    assert found.away == round(sum(abs(said - was) for said, was in found.whole) / 2)
    read = found.skills
    assert [(one.skill, one.times, one.said, one.was) for one in read] == [("paraphrase", 2, 80, 50)]
    assert calibration([]) == Calibration()


def rated_call() -> tuple[Play, Reflection]:
    return played(DANA, ORDER, HEAR, HEAR, End()), Reflection(SAID, "harder")


def test_every_report_tells_the_rating_and_the_goals() -> None:
    play, reflection = rated_call()
    report = debrief(play, reflection, Goal("order"))
    sentences = list(rating_sentences(report))
    assert len(sentences) == 3
    for text in ("\n".join(debrief_lines(report)), markdown(play, report), html(play, report)):
        assert report.felt in text
        assert all(sentence in text for sentence in sentences)
        assert Goal("order").text in text
        assert "ot yet" in text
        assert Goal("harder").text in text
    told = review_plain(play, report)
    assert told["rating"]["felt"] == "rattled"
    assert told["rating"]["said"] == 70
    assert [one["skill"] for one in told["rating"]["skills"]] == ["paraphrase", "empathy"]
    assert told["carried_goal"] == {"id": "order", "text": Goal("order").text, "kept": False}
    assert told["goal"] == Goal("harder").text
    assert told["goals"][0]["id"] == "order"


def test_a_report_of_a_call_that_was_not_rated_says_nothing_of_it() -> None:
    play, _ = rated_call()
    report = debrief(play)
    for text in ("\n".join(debrief_lines(report)), markdown(play, report), html(play, report)):
        assert "it was called for" not in text
        assert "kinder to yourself" not in text
        assert "from last time" not in text
    assert review_plain(play, report)["rating"] == {"felt": None, "said": None, "skills": []}


def test_the_goals_that_fit_begin_with_the_suggested_one_and_are_each_there_once() -> None:
    play = played(DANA, ORDER, say("policy_shield", "Our policy"), ORDER)
    found = fitting(play, Goal("no-step"))
    assert found[0] == goal(play) == Goal("order")
    assert {"rule-before-person", "unheard", "no-step"} <= {fits.id for fits in found}
    assert len(set(found)) == len(found)


def test_a_goal_carried_in_and_not_kept_fits_again_and_one_that_was_kept_does_not() -> None:
    play = played(DANA, HEAR)
    assert Goal("no-step") in fitting(play, Goal("no-step"))
    assert Goal("order") not in fitting(play, Goal("order"))


def test_a_chosen_goal_that_is_none_any_more_gives_way_to_the_suggested_one() -> None:
    play = played(DANA, ORDER)
    assert goal(play, "harder") == Goal("harder")
    assert goal(play, "no such rule") == Goal("order")


HIDDEN: list[tuple[Move, ...]] = [(), (HEAR,), (ORDER,), (Listen(), HEAR), (say("solution", "I can write"),)]


@pytest.mark.parametrize("moves", HIDDEN)
def test_with_the_meter_hidden_the_coach_says_the_same_wherever_it_stands(moves: tuple[Move, ...]) -> None:
    state = played(DANA, *moves).state
    levels: tuple[tuple[int, Phase], ...] = ((95, "hot"), (60, "hot"), (50, "warm"), (20, "cool"))
    said = {advice(DANA, replace(state, anger=anger, phase=phase), hidden_meter=True) for anger, phase in levels}
    assert len(said) == 1
    assert "hot" not in said.pop()


def test_with_the_meter_shown_the_coach_goes_by_it() -> None:
    assert advice(DANA, played(DANA).state).startswith("Still hot")
    assert advice(DANA, played(with_anger(30)).state) != advice(DANA, played(DANA).state)
