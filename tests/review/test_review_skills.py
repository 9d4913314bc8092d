"""How a learner is doing, and what comes next: folded from calls, each number with its reason."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from scenes import DANA, played, say

from game.core.moves import Listen
from game.core.session import Play
from game.records.practice import RATINGS, cards, due, record
from game.review.positions import answer, positions
from game.review.skills import progress, suggestions

HEAR = say("paraphrase empathy", "So three, not one: stressful", facts=("late",), feelings=("stressed",))
SORRY = say("apology ownership", "I'm sorry, our mistake")
ORDER = say("command", "Calm down")
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def skill(play: Play, id: str) -> tuple[int, int]:
    found = {one.id: one for one in progress([("dana", play)]).skills}[id]
    return found.called_for, found.done


def test_a_skill_counts_where_the_order_that_works_called_for_it() -> None:
    assert skill(played(DANA, HEAR), "paraphrase") == (1, 1)
    assert skill(played(DANA, SORRY), "paraphrase") == (1, 0)


def test_a_skill_beside_a_misstep_was_not_done() -> None:
    assert skill(played(DANA, say("paraphrase empathy command", "So calm down", facts=("late",))), "paraphrase") == (
        1,
        0,
    )


def test_recent_calls_weigh_more() -> None:
    good, bad = ("dana", played(DANA, HEAR)), ("dana", played(DANA, ORDER))
    better, worse = progress([bad, good]), progress([good, bad])
    assert better.skills[0].share > worse.skills[0].share


def test_a_skill_tells_when_it_was_last_done() -> None:
    plays = [("dana", played(DANA, HEAR)), *[("dana", played(DANA, ORDER))] * 2]
    told = []
    for start in (0, 1, 2):
        (skill,) = (one for one in progress(plays[: 1 + start]).skills if one.id == "paraphrase")
        told.append((skill.calls_ago, skill.recency))
    assert told == [(0, "last call"), (1, "the call before"), (2, "2 calls ago")]
    assert {skill.recency for skill in progress(plays[1:]).skills} == {"not yet"}


def test_the_last_call_stands_beside_the_best_one() -> None:
    good, bad = played(DANA, HEAR), played(DANA, ORDER)
    found = progress([("b", bad), ("a", good), ("a", bad)])
    assert list(found.last.items()) == [("a", bad.anger), ("b", bad.anger)]
    assert found.best == {"b": bad.anger, "a": good.anger}


def test_slips_are_counted_and_the_best_call_is_kept() -> None:
    found = progress([("dana", played(DANA, ORDER)), ("dana", played(DANA, HEAR))])
    assert found.slips == (("gave an order", 1),)
    assert found.best["dana"] == played(DANA, HEAR).anger


def test_somebody_weak_in_one_skill_is_sent_where_it_is_trained() -> None:
    trains = [(f"trains-{n}", replace(DANA, trains=("paraphrase", "empathy"))) for n in range(4)]
    others = [(f"other-{n}", replace(DANA, trains=("boundary",))) for n in range(4)]
    plays = [("other-0", played(DANA, SORRY, ORDER, say("solution", "I can write", remedies=("letter",))))] * 3
    chosen = suggestions(trains + others, plays)
    assert sum(one.name.startswith("trains") for one in chosen) >= 0.7 * len(chosen)
    assert "named the feeling" in chosen[0].reason or "said it back" in chosen[0].reason


def test_with_nothing_known_the_unplayed_come_first() -> None:
    chosen = suggestions([("a", DANA), ("b", DANA)], [("a", played(DANA))])
    assert [one.name for one in chosen] == ["b", "a"]


def test_a_line_that_did_harm_becomes_a_position_to_answer_again() -> None:
    found = list(positions([("save", played(DANA, HEAR, ORDER, SORRY))]))
    assert [position.id for position in found] == ["save/2"]
    assert found[0].play == played(DANA, HEAR)
    assert found[0].yours == "Calm down"


def test_mistakes_of_every_try_stay_drills_each_moment_once() -> None:
    first = played(DANA, HEAR, ORDER, ORDER)
    second = played(DANA, HEAR, SORRY, ORDER)
    third = played(DANA, HEAR, say("hostility", "Shut up"))
    found = list(positions([("save", first), ("save", second), ("save", third)]))
    assert [position.id for position in found] == ["save/2", "save/3", "save/3.2"]
    assert found[0].yours == "Shut up"
    assert [position.play for position in found] == [first.first(1), first.first(2), second.first(2)]
    assert {one.id for one in positions([("save", first)])} <= {one.id for one in found}


def test_an_answer_is_graded_at_once_and_shows_a_line_that_does_better() -> None:
    position = next(positions([("save", played(DANA, ORDER))]))
    assert answer(position, ORDER).judged.quality in ("mistake", "blunder")
    assert answer(position, ORDER).better
    assert answer(position, Listen()).judged.loss < answer(position, ORDER).judged.loss


def test_a_drill_comes_back_when_the_spacing_says_so(tmp_path: Path) -> None:
    found = list(positions([("save", played(DANA, ORDER))]))
    assert due(found, cards(tmp_path), NOW, 5) == found
    record(tmp_path, found[0].id, "good", NOW)
    record(tmp_path, found[0].id, "good", NOW + timedelta(minutes=10))
    card = cards(tmp_path)[found[0].id]
    assert card.due > NOW + timedelta(days=1)
    assert due(found, cards(tmp_path), card.due - timedelta(minutes=1), 5) == []
    assert due(found, cards(tmp_path), card.due, 5) == found


def test_a_failed_drill_comes_back_sooner_than_one_that_went_well(tmp_path: Path) -> None:
    record(tmp_path, "bad", "blunder", NOW)
    record(tmp_path, "good", "best", NOW)
    known = cards(tmp_path)
    assert known["bad"].due < known["good"].due


@pytest.mark.parametrize("line", ["", "{", '{"position": 1}', '{"position": "x", "rating": 9, "at": "then"}', "[]"])
def test_a_damaged_line_of_the_log_is_passed_over(tmp_path: Path, line: str) -> None:
    record(tmp_path, "kept", "good", NOW)
    with (tmp_path / "drills.jsonl").open("a") as log:
        log.write(line + "\n")
    assert set(cards(tmp_path)) == {"kept"}


def test_every_grade_counts_for_the_spacing() -> None:
    assert set(RATINGS) == {"best", "good", "inaccuracy", "mistake", "blunder"}
