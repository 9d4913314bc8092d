"""Small scenarios and moves that tests are written with."""

from dataclasses import replace
from typing import Any

from game.core.moves import Say
from game.core.reading import Reading, told_reading
from game.core.scenario import (
    Beat,
    Brief,
    Caring,
    Choice,
    Condition,
    Customer,
    Fact,
    FollowUp,
    Handover,
    Reaction,
    Remedy,
    Scenario,
    Voice,
)
from game.core.session import Play, start
from game.core.state import State, Turn

VOICE = Voice(
    reactions=(
        Reaction(("Thank you.", "Yes.", "That's right."), ("empathy", "paraphrase")),
        Reaction(("What?", "Excuse me?"), ("command", "hostility", "blame", "dismissal", "policy_shield")),
        Reaction(("All right, do that.",), ("agreed",)),
        Reaction(("Hello?",), ("silence",)),
        Reaction(("I see.", "Hm.", "And?", "Go on.")),
    ),
    choices=(
        Choice("So {fact}.", ("paraphrase",), "say-back"),
        Choice("That must have left you {feeling}.", ("empathy",), "feeling"),
        Choice("I'm sorry.", ("apology",), "sorry"),
        Choice("I can {remedy}.", ("solution",), "offer"),
        Choice("Please calm down.", ("command",), "order"),
        Choice("That's our policy.", ("policy_shield",), "rule"),
    ),
    endings={"settled": ("Thank you. Goodbye.",), "lost": ("She hangs up.",)},
    follow_up=FollowUp(
        kept=("You remembered.",), generic=("Who is this?",), too_soon=("Already?",), too_late=("Now you call.",),
        broken=("You promised.",),
    ),
)  # fmt: skip

DANA = Scenario(
    title="The movers came two hours late",
    brief=Brief("front desk at Swift Movers", "Dana booked a van for 1 pm. It came at 3."),
    customer=Customer("Dana Whitfield", 72, "she", ("stressed", "humiliated"), Caring(2, 2, 2)),
    story=(
        Beat(("You told me one o'clock and nobody showed up until three!",), Fact("late", ("two hours late",))),
        Beat(("I had no time to clean before the inspection.",), Fact("inspection", ("clean", "inspection"))),
        Beat(("They are keeping my deposit.",), Fact("deposit", ("deposit",)), when_asked=True),
    ),
    remedies=(
        Remedy("half_fee", ("refund half the fee",), ("late",), kind="money"),
        Remedy("letter", ("write to your landlord",), ("deposit",)),
        Remedy("pay_deposit", ("pay your deposit",), ("deposit",), beyond_authority=True),
    ),
    handover=Handover("my supervisor", ("deposit",)),
    follow_up=FollowUp((24, 48), ("refund", "landlord")),
    shared=VOICE,
)


def reading(techniques: str, text: str = "", **heard: Any) -> Reading:
    """A reading with these techniques; facts, feelings, remedies and so on by name."""
    text = text or f"a line that does {techniques}"
    return replace(told_reading(text, tuple(techniques.split()), "test", "said so by the test"), **heard)


def say(techniques: str, text: str = "", **heard: Any) -> Say:
    """A line with these techniques."""
    found = reading(techniques, text, **heard)
    return Say(found.text, found)


def unfinished(scenario: Scenario = DANA) -> Scenario:
    """The same customer, not done when the call begins."""
    first = scenario.story[0]
    return replace(scenario, story=(replace(first, say=("You told me one o'clock —",)), *scenario.story[1:]))


def abusive(scenario: Scenario = DANA) -> Scenario:
    """The same customer, abusive whatever is said."""
    rude = Reaction(("You useless idiot.", "Are you stupid?", "Idiots, all of you."), abuse=True)
    story = (replace(scenario.story[0], abuse=True),)
    return replace(scenario, story=story, shared=replace(scenario.shared, reactions=(rude,)))


def with_anger(anger: int, scenario: Scenario = DANA) -> Scenario:
    """The same customer at another anger."""
    return replace(scenario, customer=replace(scenario.customer, anger=anger))


def played(scenario: Scenario, *moves: Any, seed: int = 7) -> Play:
    """The play of these moves."""
    folded = start(scenario, seed)
    for move in moves:
        folded = folded.then(move)
    return folded


def last(scenario: Scenario, *moves: Any, seed: int = 7) -> Turn:
    """The last turn of the play of these moves."""
    return played(scenario, *moves, seed=seed).turns[-1]


def points(turn: Turn, rule: str) -> int:
    """Points that a rule gave in a turn, what made it stronger or weaker included."""
    return sum(effect.points for effect in turn.effects if rule in (effect.rule, effect.of))


def base(turn: Turn, rule: str) -> int:
    """Points of the rule itself."""
    return sum(effect.points for effect in turn.effects if effect.rule == rule)


def rules_of(turn: Turn) -> set[str]:
    """Ids of all rules that had an effect."""
    return {effect.rule for effect in turn.effects}


__all__ = [
    "DANA", "VOICE", "Condition", "State", "abusive", "base", "last", "played", "points", "reading", "rules_of", "say",
    "unfinished", "with_anger",
]  # fmt: skip
