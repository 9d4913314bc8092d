"""Lines that could be said now, made from this customer's own facts, feelings and remedies, with their readings.

The menu is what an author wrote; these are what anybody could say. The review tries them, bots play them.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from game.core.moves import Say
from game.core.reading import Promise, told_reading
from game.core.scenario import Fact, Scenario
from game.core.slots import fact_said_back
from game.core.state import State

MADE: Final = "made"
"""The pattern of evidence in a line that was made here."""


@lru_cache(maxsize=4096)
def line(text: str, does: str, **heard: tuple[str, ...]) -> Say:
    """A line that does these techniques, separated by spaces; `facts`, `feelings`, `remedies` by name."""
    reading = told_reading(text, tuple(does.split()), MADE, "made to do this")
    promises = tuple(Promise(text, remedy) for remedy in heard.get("remedies", ()))
    return Say(text, replace(reading, promises=promises, **heard))  # type: ignore[arg-type]  # the names are checked above


def helpful_lines(scenario: Scenario, state: State) -> tuple[Say, ...]:
    """Everything helpful that fits now, in no order of merit."""
    return (
        *_hearing(scenario, state),
        *_owning(scenario),
        *_asking(scenario, state),
        *_offering(scenario, state),
        *_limits_and_help(scenario, state),
    )


def fullest_lines(scenario: Scenario, state: State) -> tuple[Say, ...]:
    """Of the helpful lines, those that do something which no other does together with more."""
    every = {_does(said): said for said in reversed(helpful_lines(scenario, state))}
    return tuple(said for does, said in every.items() if not any(does < other for other in every))


def _does(said: Say) -> frozenset[str]:
    """Techniques, facts and remedies of a line, as one set."""
    return frozenset((*said.reading.techniques, *said.reading.facts, *said.reading.remedies))


def _unheard(scenario: Scenario, state: State) -> list[Fact]:
    return [fact for fact in scenario.facts if fact.id in state.told and fact.id not in state.heard]


def _hearing(scenario: Scenario, state: State) -> Iterator[Say]:
    facts = _unheard(scenario, state)
    feelings = scenario.customer.feelings
    fresh = tuple(feeling for feeling in feelings if feeling not in state.feelings) or feelings
    for fact in facts[:2]:
        said = fact_said_back(scenario, fact)
        yield line(f"So {said}.", "paraphrase", facts=(fact.id,))
        for feeling in fresh[:1]:
            text = f"So {said}. That must have left you {feeling}."
            yield line(text, "paraphrase empathy", facts=(fact.id,), feelings=(feeling,))
    if len(facts) > 1:
        both = " and ".join(fact_said_back(scenario, fact) for fact in facts[:2])
        does = "paraphrase empathy" if fresh else "paraphrase"
        feeling = f" No wonder you are {fresh[0]}." if fresh else ""
        ids = tuple(fact.id for fact in facts[:2])
        yield line(f"So {both}.{feeling}", does, facts=ids, feelings=fresh[:1])
    for feeling in fresh[:1]:
        yield line(f"I can hear how {feeling} you are.", "empathy", feelings=(feeling,))


def _owning(scenario: Scenario) -> Iterator[Say]:
    yield line("I'm sorry that this happened to you.", "apology")
    if scenario.brief.fault == "ours":
        yield line("I'm sorry. That was our mistake, and I'll see it through.", "apology ownership")
    yield line("I'm taking this on myself.", "ownership")


def _by_when(scenario: Scenario) -> str:
    return "It takes a few minutes." if scenario.setting == "counter" else "It will be done by tomorrow."


def _asking(scenario: Scenario, state: State) -> Iterator[Say]:
    yield line("What happened after that?", "open_question")
    yield line("What would make this right for you?", "open_question")
    yield line("Go on, I'm listening.", "encourager")
    if state.offered:
        yield line("Would that work for you?", "agreement_check")
        yield line(f"{_by_when(scenario)} Is that all right?", "expectations agreement_check")


def _offering(scenario: Scenario, state: State) -> Iterator[Say]:
    allowed = [r for r in scenario.remedies if not r.beyond_authority and r.id not in state.offered]
    facts = tuple(fact.id for fact in _unheard(scenario, state))
    for remedy in allowed[:3]:
        offer = f"What I can do is {remedy.heard_as[0]}"
        yield line(f"{offer}.", "solution positive_framing", remedies=(remedy.id,))
        ask = f"{offer}. {_by_when(scenario)} Would that suit you?"
        yield line(ask, "solution positive_framing expectations agreement_check", remedies=(remedy.id,))
    if len(allowed) > 1:
        one, other = allowed[:2]
        text = f"I can {one.heard_as[0]}, or {other.heard_as[0]}: which would you rather have?"
        yield line(text, "options", remedies=(one.id, other.id))
    if not allowed:
        yield line("Here is what is possible, what is not, and why.", "expectations", facts=facts)


def _limits_and_help(scenario: Scenario, state: State) -> Iterator[Say]:
    if state.abused:
        text = "I want to help you, and I can't while I'm being insulted. Shall we go on?"
        yield line(text, "boundary")
    if scenario.handover is not None:
        text = f"Let me bring in {scenario.handover.to}, who can decide this, and stay on with you."
        yield line(text, "handover")
