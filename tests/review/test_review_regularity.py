"""Days with practice: counted where the learner is, and told without a word of blame."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from game.review.regularity import LATELY, regularity

NOON = datetime(2026, 3, 20, 12, tzinfo=UTC)


def days_ago(*days: int) -> list[datetime]:
    return [NOON - timedelta(day) for day in days]


SENTENCES: list[tuple[list[datetime], str]] = [
    ([], ""),
    (days_ago(0), f"Practised on 1 of the last {LATELY} days."),
    (days_ago(0, 0, 0), f"Practised on 1 of the last {LATELY} days."),
    (days_ago(0, 1, 2, 9), f"Practised on 4 of the last {LATELY} days, 3 of them in a row."),
    (days_ago(1, 2), f"Practised on 2 of the last {LATELY} days, 2 of them in a row."),
    (days_ago(2, 3, 4), f"Practised on 3 of the last {LATELY} days."),
    (days_ago(40), "Last practised on 8 February 2026."),
]


@pytest.mark.parametrize(("times", "sentence"), SENTENCES)
def test_days_are_a_fact(times: list[datetime], sentence: str) -> None:
    assert regularity(times, NOON, UTC).sentence == sentence


def test_a_day_is_the_learners_own() -> None:
    late = datetime(2026, 3, 19, 23, 30, tzinfo=UTC)
    assert regularity([late], NOON, UTC).days == (date(2026, 3, 19),)
    assert regularity([late], NOON, timezone(timedelta(hours=2))).days == (date(2026, 3, 20),)


def test_the_last_of_the_days_is_today() -> None:
    assert regularity(days_ago(0, 13, 14), NOON, UTC).lately == (True, *(False,) * 12, True)
