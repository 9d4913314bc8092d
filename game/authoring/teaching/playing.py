"""Calls played to the end by players who always play one way: can the scenario be lost, and won, and by what?

Where it cannot, the cause is looked for by taking one of the author's settings out at a time.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from game.authoring.bots import BOTS, ENDS_WELL, played_by
from game.authoring.draft import Path
from game.authoring.teaching.case import Case, shortened
from game.core.lines import line
from game.core.menu import reading_of
from game.core.meter import TOP
from game.core.moves import Say
from game.core.outcome import solvable
from game.core.scenario import Override, Scenario
from game.core.session import Play, start

SEEDS: Final = range(4)
_SENDS: Final = 6
"""How often one line is said; after that, no scenario hears anything new in it."""


def cannot_be_lost(case: Case) -> None:
    """Whoever makes every mistake there is never drives this customer away."""
    if not _lost(case.scenario):
        cause = _cause(case.scenario, _lost)
        case.report_name("cannot-be-lost", cause)


def cannot_be_won(case: Case) -> None:
    """Whoever plays the order that works never comes to a good end."""
    if not _won(case.scenario):
        case.report_name("cannot-be-won", _cause(case.scenario, _won))


def _lost(scenario: Scenario) -> bool:
    """Whether the hostile player is ever left for what he says, and not only because patience ran out."""
    return any(played_by(BOTS["hostile"], scenario, seed).state.anger >= TOP for seed in SEEDS)


def _won(scenario: Scenario) -> bool:
    return any(played_by(BOTS["skilled"], scenario, seed).state.outcome in ENDS_WELL for seed in SEEDS)


def _cause(scenario: Scenario, put_right: Callable[[Scenario], bool]) -> Path:
    """The author's setting without which all would be well; the customer, if it is no single one."""
    rules = [rule for rule in scenario.rules if put_right(replace(scenario, rules=_but(scenario.rules, rule)))]
    if len(rules) == 1:
        return "rules", rules[0]
    return next((path for path, without in _without_one(scenario) if put_right(without)), ("customer",))


def _but(rules: Mapping[str, Override], left_out: str) -> dict[str, Override]:
    return {rule: override for rule, override in rules.items() if rule != left_out}


def _without_one(scenario: Scenario) -> Iterator[tuple[Path, Scenario]]:
    yield ("rules",), replace(scenario, rules={})
    customer = scenario.customer
    for rule in scenario.rules:
        yield ("rules", rule), replace(scenario, rules={k: v for k, v in scenario.rules.items() if k != rule})
    if len(scenario.rules) > 1:
        yield ("rules",), replace(scenario, rules={})
    usual = {
        "patience": replace(customer, patience=None), "candour": replace(customer, candour=None),
        "pride": replace(customer, pride=None), "heats": replace(customer, heats=None),
        "cools": replace(customer, cools=None), "anger": replace(customer, anger=70),
    }  # fmt: skip
    for dial, other in usual.items():
        if other != customer:
            yield ("customer", dial), replace(scenario, customer=other)
    for index, remedy in enumerate(scenario.remedies):
        if remedy.beyond_authority:
            allowed = replace(remedy, beyond_authority=False)
            remedies = (*scenario.remedies[:index], allowed, *scenario.remedies[index + 1 :])
            yield ("remedies", index, "beyond_authority"), replace(scenario, remedies=remedies)


def won_by_one_line(case: Case) -> None:
    """A menu line that, said over and over, ends the call well."""
    for index, choice in enumerate(case.scenario.choices):
        said = Say(choice.say, reading_of(choice))
        if _may_win(case.scenario, said) and _won_by(case.scenario, said):
            case.report("won-by-one-line", ("choices", index, "say"), start=shortened(choice.say))


def handed_over_at_once(case: Case) -> None:
    """A handover that is right from the start, to a customer who is not hot: the first line wins."""
    handover = case.scenario.handover
    if handover is not None and _won_by(case.scenario, line(f"I'll get {handover.to}.", "handover")):
        case.report_name("handed-over-at-once", ("handover",), to=handover.to)


def _may_win(scenario: Scenario, said: Say) -> bool:
    """Whether one line can hold all that a good end needs, so that playing it is worth the time."""
    settled = {fact for id in said.reading.remedies for fact in scenario.remedy(id).settles}
    heard = settled.union(said.reading.facts)
    next_step = bool(said.reading.remedies) or not solvable(scenario)
    return next_step and all(fact.id in heard for fact in scenario.facts if fact.matters)


def _won_by(scenario: Scenario, said: Say) -> bool:
    return any(_repeated(scenario, said, seed).state.outcome in ENDS_WELL for seed in SEEDS)


def _repeated(scenario: Scenario, said: Say, seed: int) -> Play:
    play = start(scenario, seed)
    while play.state.stage == "call" and len(play.turns) < _SENDS:
        play = play.then(said)
    return play
