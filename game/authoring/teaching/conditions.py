"""What can be seen never to come true without playing: conditions that exclude themselves or this scenario.

Each finding points at the word that makes it impossible and says why.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from game.authoring.draft import Path
from game.authoring.teaching.case import Case
from game.core.moves import GESTURES, gestures_in
from game.core.personas import ANY, PERSONAS
from game.core.scenario import Choice, Condition, Phase, Reaction, Scenario
from game.core.state import HOT_FROM, WARM_FROM

_TOP_OF: Final[dict[Phase, int]] = {"cool": WARM_FROM - 1, "warm": HOT_FROM - 1, "hot": 100}
"""The most points of anger in each phase."""
_EXCLUDE: Final = (
    ("told", "untold", "told"), ("heard", "unheard", "said back"), ("heard", "untold", "said back before it was told"),
    ("offered", "not_offered", "offered"), ("agreed", "not_agreed", "agreed"),
    ("agreed", "not_offered", "agreed to without being offered"),
)  # fmt: skip
"""Fields of a condition that may not name the same thing, and what that thing would be, and not be, at once."""


class Impossible(NamedTuple):
    """Where a condition asks for what cannot be, from the condition on, and why."""

    below: Path
    why: str


def conditions_never_true(case: Case) -> None:
    """A condition that can never hold: its reaction is never said, its line never on the menu."""
    kinds: dict[str, Sequence[Reaction | Choice]] = {
        "reactions": case.scenario.reactions, "choices": case.scenario.choices,
    }  # fmt: skip
    for kind, parts in kinds.items():
        for index, part in enumerate(parts):
            for found in impossible(case.scenario, part):
                case.report("condition-never-true", (kind, index, *found.below), why=found.why)


def impossible(scenario: Scenario, part: Reaction | Choice) -> list[Impossible]:
    """Everything in a reaction or a menu line that keeps it from ever being used."""
    own = _of_reaction(scenario, part) if isinstance(part, Reaction) else _of_choice(part)
    return [*_excludes_itself(part.when), *_excludes_scenario(scenario, part.when), *own]


def _excludes_itself(when: Condition) -> Iterator[Impossible]:
    for wanted, unwanted, what in _EXCLUDE:
        for item in getattr(when, wanted):
            if item in getattr(when, unwanted):
                at = getattr(when, unwanted).index(item)
                yield Impossible(("when", unwanted, at), f"`{item}` would have to be {what}, and not")
    top = max((_TOP_OF[phase] for phase in when.phase), default=100)
    if when.from_anger > top:
        phases = " or ".join(when.phase)
        yield Impossible(("when", "from_anger"), f"{phases} ends at {top} points of anger")


def _excludes_scenario(scenario: Scenario, when: Condition) -> Iterator[Impossible]:
    callers = callers_of(scenario)
    for at, name in enumerate(when.persona):
        if not callers & set(when.persona):
            yield Impossible(("when", "persona", at), f"nobody `{name}` calls here; who calls is {_either(callers)}")
    if when.second_call and not second_call_can_come(scenario):
        why = "a second call comes only after a promise beyond the brief was followed up"
        yield Impossible(("when", "second_call"), why)
    last = latest_turn(scenario)
    if when.from_turn > last and not second_call_can_come(scenario):
        yield Impossible(("when", "from_turn"), f"the call is over after turn {last}, when patience ends")
    noticed = gestures_in(scenario.setting)
    for at, done in enumerate(when.after):
        if done in GESTURES and done not in noticed:
            yield Impossible(("when", "after", at), f"nobody can notice `{done}` here ({scenario.setting})")


def _of_reaction(scenario: Scenario, one: Reaction) -> Iterator[Impossible]:
    noticed = gestures_in(scenario.setting)
    unseen = [cue in GESTURES and cue not in noticed for cue in one.to]
    if one.to and all(unseen):
        yield Impossible(("to", 0), f"nobody can notice `{one.to[0]}` here ({scenario.setting})")
    if one.swears and not scenario.customer.swears:
        yield Impossible(("swears",), "this customer does not swear (`swears` under `customer`)")
    if one.to == ("broken",) and not second_call_can_come(scenario):
        yield Impossible(("to", 0), "no promise beyond the brief is ever followed up here")
    if one.fact and set(one.fact) <= set(one.when.unheard) | set(one.when.untold):
        yield Impossible(("fact", 0), f"once `{one.fact[0]}` was said back, it counts as told and heard")
    if one.remedy and set(one.remedy) <= set(one.when.not_offered):
        yield Impossible(("remedy", 0), f"once `{one.remedy[0]}` was offered, it counts as offered")
    if one.tells and one.tells in one.when.told:
        yield Impossible(("tells",), f"`{one.tells}` is told already")


def _of_choice(one: Choice) -> Iterator[Impossible]:
    for at, fact in enumerate(one.facts):
        if fact in one.when.untold:
            yield Impossible(("facts", at), f"`{fact}` cannot be said back before it is told")


def callers_of(scenario: Scenario) -> frozenset[str]:
    """The names of the personas that may call."""
    named = scenario.customer.persona
    known = frozenset(PERSONAS) if ANY in named else frozenset(named) & frozenset(PERSONAS)
    return known or frozenset({"steady"})


def latest_turn(scenario: Scenario) -> int:
    """The last turn that the most patient of those who may call stays for."""
    if scenario.customer.patience is not None:
        return scenario.customer.patience
    return max(PERSONAS[name].patience for name in callers_of(scenario))


def second_call_can_come(scenario: Scenario) -> bool:
    """Whether a promise can be broken here: something is beyond the brief, and there is a follow-up."""
    return scenario.follow_up is not None and any(remedy.beyond_authority for remedy in scenario.remedies)


def _either(names: frozenset[str]) -> str:
    return " or ".join(f"`{name}`" for name in sorted(names))
