"""The order that works, as a player: what somebody who knows it would do next.

A bot plays it, and the review looks ahead with it.
"""

from collections.abc import Iterator
from typing import Final

from game.core.lines import helpful_lines
from game.core.moves import End, Listen, Move
from game.core.outcome import needs, solvable
from game.core.scenario import Scenario
from game.core.state import State

_OFFER: Final = ("solution", "positive_framing", "expectations", "agreement_check")
_LIMITS_BEFORE_LEAVING: Final = 2


def order_that_works(scenario: Scenario, state: State) -> Move:
    """The order that works: let finish, say it back, own it, ask, offer with a time, agree; limits on abuse."""
    if state.mid_sentence:
        return Listen()
    if state.abused and state.limits >= _LIMITS_BEFORE_LEAVING:
        return End()
    lines = {said.reading.techniques: said for said in reversed(helpful_lines(scenario, state))}
    return next((lines[wanted] for wanted in _wanted(scenario, state) if wanted in lines), Listen())


def _wanted(scenario: Scenario, state: State) -> Iterator[tuple[str, ...]]:
    need = needs(scenario, state)
    if state.abused:
        yield ("boundary",)
    yield from (("paraphrase", "empathy"), ("paraphrase",))
    if "apology" not in state.techniques:
        yield from (("apology", "ownership"), ("apology",))
    if any(fact.id not in state.told for fact in scenario.story_facts):
        yield ("open_question",)
    if not solvable(scenario):
        yield ("handover",)
    if state.offered and not need.next_step:
        yield ("expectations", "agreement_check")
    yield from (_OFFER, ("expectations",), ("expectations", "agreement_check"), ("open_question",))
