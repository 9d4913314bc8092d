"""A hint for the moment: the next step of the order that works, for this customer.

Let them finish, say it back with a feeling, apologise and own it, ask, offer with a time, agree (S0 to S4).
The first advice whose condition holds is given.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from game.core.outcome import Needs, needs
from game.core.scenario import Scenario
from game.core.slots import PRONOUNS, Pronouns, fact_said_back
from game.core.state import State


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the call stands, as advice asks for it."""

    scenario: Scenario
    state: State
    need: Needs
    they: Pronouns
    hidden_meter: bool


def advice(scenario: Scenario, state: State, *, hidden_meter: bool = False) -> str:
    """One or two sentences for now. With the meter hidden, the same ones wherever it stands."""
    they = PRONOUNS[scenario.customer.pronoun]
    now = Standing(scenario, state, needs(scenario, state), they, hidden_meter)
    close = "A next step is agreed. Say what happens and when, and close warmly."
    return next((hint for rule in _ADVICE if (hint := rule(now))), close)


def example(scenario: Scenario, state: State) -> str | None:
    """Something she told that was not said back yet, as you might say it; None if all was."""
    fact = next((fact for fact in scenario.facts if fact.id in state.told and fact.id not in state.heard), None)
    return None if fact is None else f"So {fact_said_back(scenario, fact)}."


def _over(now: Standing) -> str | None:
    if now.state.stage == "call":
        return None
    if now.state.stage == "over" or now.scenario.follow_up is None:
        return "The call is over."
    low, high = now.scenario.follow_up.due_hours
    return (
        f"The call is over. Getting back {low} to {high} hours later, with the details of this case, "
        "shows that you meant it."
    )


def _let_finish(now: Standing) -> str | None:
    if not now.state.mid_sentence:
        return None
    return f"{now.they.subject.capitalize()} {now.they.is_} not done. Stay silent and let {now.they.object} finish."


def _abuse(now: Standing) -> str | None:
    if not now.state.abused:
        return None
    return "That was abuse. Say calmly what you can't go on with, and what you will gladly do."


def _say_back(now: Standing) -> str | None:
    if example(now.scenario, now.state) is None:
        return None
    if now.hidden_meter:
        return f"Before any fix: say back what happened, in {now.they.possessive} words, and name the feeling."
    if now.state.phase == "cool":
        return None
    if now.state.phase == "hot":
        return (
            f"Still hot: a fix won't reach {now.they.object} yet. Say back what happened, "
            f"in {now.they.possessive} words, and name the feeling."
        )
    return "Say back what you have not said back yet, then go on to what you can do."


def _apologise(now: Standing) -> str | None:
    if now.scenario.brief.fault == "theirs" or "apology" in now.state.techniques:
        return None
    return "A short apology, and owning it, would help now. Once is enough."


def _ask(now: Standing) -> str | None:
    if all(fact.id in now.state.told for fact in now.scenario.story_facts):
        return None
    return f"There is something {now.they.subject} {now.they.has} not told you. Ask openly."


def _hear_the_rest(now: Standing) -> str | None:
    if now.need.all_heard:
        return None
    return f"Something {now.they.subject} told you was not said back yet."


def _offer(now: Standing) -> str | None:
    if now.need.next_step:
        return None
    if now.state.offered:
        return "Ask whether what you offered would suit, and say when it will happen."
    return "Now offer what your brief allows, with a time, and ask whether it suits."


_ADVICE: Final[tuple[Callable[[Standing], str | None], ...]] = (
    _over, _let_finish, _abuse, _say_back, _apologise, _ask, _hear_the_rest, _offer,
)  # fmt: skip
