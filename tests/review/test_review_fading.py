"""Help fades as skill grows: a step at a time, after what was done of what a call called for."""

import pytest
from scenes import DANA, played, say

from game.core.engine import step, why_not
from game.core.moves import Choose, Move
from game.core.order import order_that_works
from game.core.session import Play, start
from game.review.fading import Fading, fading

ORDER = say("command", "Calm down")


def well(moves: int = 5) -> Play:
    """A call in own words, in the order that works."""
    play = start(DANA, 7)
    for _ in range(moves):
        play = play.then(order_that_works(DANA, play.state))
    return play


def well_by_menu() -> Play:
    """A call by menu, each time the line that cools most."""
    play = start(DANA, 7)
    while len(play.turns) < 4 and play.state.stage == "call":
        lines: list[Move] = [Choose(id) for id in ("say-back", "feeling", "sorry", "offer")]
        ready = [move for move in lines if why_not(DANA, play.state, move) is None]
        play = play.then(min(ready, key=lambda move: step(DANA, play.state, move).state.anger))
    return play


BADLY = played(DANA, ORDER, ORDER, ORDER)
SHORT = played(DANA, ORDER)


def help_after(*plays: Play) -> tuple[str, bool]:
    found = fading(plays)
    return found.mode, found.under_load


def test_the_first_call_has_the_most_help() -> None:
    assert fading(()) == Fading("labelled", False, "a labelled menu, to begin with")


def test_own_words_that_go_well_need_no_menu_and_then_a_load() -> None:
    assert help_after(well()) == ("typed", False)
    assert help_after(well(), well()) == ("typed", True)
    assert help_after(well(), well(), well()) == ("typed", True)


def test_choosing_well_leads_to_hints_and_no_further() -> None:
    chosen = well_by_menu()
    steps = [help_after(*[chosen] * calls) for calls in range(5)]
    assert steps == [("labelled", False), ("menu", False), *[("hybrid", False)] * 3]


def test_a_call_that_goes_badly_brings_a_step_of_help_back() -> None:
    plays = [well(), well(), BADLY, BADLY, BADLY, BADLY, BADLY]
    steps = [help_after(*plays[:calls])[0] for calls in range(2, 8)]
    assert steps == ["typed", "typed", "hybrid", "menu", "labelled", "labelled"]


def test_a_call_too_short_to_judge_changes_nothing() -> None:
    assert fading([well(), SHORT]) == fading([well()])


REASONS: list[tuple[list[Play], str]] = [
    ([well()], "own words, less help: last time you did 9 of the 9"),
    ([well(), well()], "own words under load, less help: last time you did"),
    ([well(), well(), well()], "own words under load, as before: last time you did"),
    ([well(), BADLY], "hints, more help: last time you did 0 of"),
]


@pytest.mark.parametrize(("plays", "reason"), REASONS)
def test_the_reason_says_what_it_rests_on(plays: list[Play], reason: str) -> None:
    assert fading(plays).reason.startswith(reason)
