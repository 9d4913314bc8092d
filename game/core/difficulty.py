"""Harder or easier, with dials and not with hit points: the same scenario with another person in it.

A harder call is an ordinary scenario again, so everything else stays a fold.
"""

from dataclasses import dataclass, replace
from typing import Final, Literal

from game.core.personas import PERSONAS
from game.core.scenario import Scenario

Patience = Literal["short", "usual", "long"]
MOST_HEAT: Final = 25
"""Points by which the opening anger may be turned up or down."""
_PATIENCE: Final[dict[Patience, float]] = {"short": 0.6, "usual": 1.0, "long": 1.5}
_BOILING: Final = 95


@dataclass(frozen=True, slots=True)
class Difficulty:
    """What a player may turn. The defaults change nothing."""

    persona: str = ""
    """One of the ready personas, in place of the author's."""
    candour: int | None = None
    """How readily she tells, 0 to 3."""
    patience: Patience = "usual"
    heat: int = 0
    """Points added to the opening anger, -25 to 25."""
    noise: bool = False
    """Whether things come in between: a queue, a second problem."""


USUAL: Final = Difficulty()


def same_but_for_dials(one: Scenario, other: Scenario) -> bool:
    """Whether two scenarios differ in nothing that a player may turn."""
    dials = {dial: getattr(other.customer, dial) for dial in ("persona", "candour", "patience", "anger")}
    return replace(one, customer=replace(one.customer, **dials), noise=other.noise) == other


def with_difficulty(scenario: Scenario, difficulty: Difficulty) -> Scenario:
    """The scenario with these dials turned."""
    if difficulty == USUAL:
        return scenario
    customer = scenario.customer
    if difficulty.persona:
        customer = replace(customer, persona=(difficulty.persona,))
    if difficulty.candour is not None:
        customer = replace(customer, candour=difficulty.candour)
    if difficulty.patience != "usual":
        usual = customer.patience or PERSONAS["steady"].patience
        customer = replace(customer, patience=round(usual * _PATIENCE[difficulty.patience]))
    anger = max(0, min(_BOILING, customer.anger + difficulty.heat)) if difficulty.heat else customer.anger
    return replace(scenario, customer=replace(customer, anger=anger), noise=scenario.noise or difficulty.noise)
