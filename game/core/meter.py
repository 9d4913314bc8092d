"""From a moment to its effects: every change of the meter is a sum of named ones, and nothing overwrites it."""

from collections.abc import Iterator
from typing import Final

from game.core.factors import factors
from game.core.moment import Moment
from game.core.rules import BASE, MODIFIERS, Rule
from game.core.state import Effect

COOLS_AT_MOST: Final = -15
HEATS_AT_MOST: Final = 20
TOP: Final = 100
_RAISES_FLOOR: Final = {"passed-on": 5, "broken-promise": 15}
"""Points by which the floor rises when these rules apply (rows 4 and 19)."""


def effects_of(moment: Moment) -> tuple[Effect, ...]:
    """Every effect of this move, the limits of a turn and of the meter included."""
    if moment.speaking and not moment.reading.recognised:
        return ()
    heard = frozenset(moment.reading.techniques)
    asked = (rule for rule in BASE.values() if not (rule.techniques and heard.isdisjoint(rule.techniques)))
    found = [effect for rule in asked for effect in _effects_of_rule(moment, rule)]
    return (*found, *_limits(moment, sum(effect.points for effect in found), floor_after(moment, found)))


def _effects_of_rule(moment: Moment, rule: Rule) -> Iterator[Effect]:
    finding = rule.finds(moment) if rule.finds is not None else None
    if finding is None:
        return
    override = moment.scenario.rules.get(rule.id)
    points = rule.points if finding.points is None else finding.points
    points = points if override is None else override.points
    why = finding.why if override is None or not override.reason else f"{finding.why} {override.reason}"
    yield Effect(rule.id, points, finding.label, why, rule.grade, rule.source, quote=finding.quote)
    exact, counted = float(points), points
    for factor in factors(moment, rule):
        exact *= factor.times
        added = round(exact) - counted
        counted += added
        if added:
            yield Effect(
                factor.rule.id,
                added,
                factor.label,
                factor.why,
                factor.rule.grade,
                factor.rule.source,
                of=rule.id,
            )


def floor_after(moment: Moment, effects: list[Effect]) -> int:
    """The floor after these effects, in points; it never lifts the meter by itself."""
    raised = sum(_RAISES_FLOOR.get(effect.rule, 0) for effect in effects)
    return min(TOP, moment.state.floor + raised)


def _limits(moment: Moment, total: int, floor: int) -> Iterator[Effect]:
    within = max(COOLS_AT_MOST, min(HEATS_AT_MOST, total))
    if within != total:
        rule = MODIFIERS["turn-limit"]
        why = (
            "One turn can cool the meter by 15 points at most."
            if total < 0
            else "One turn can heat the meter by 20 points at most."
        )
        yield Effect(rule.id, within - total, "most for one turn", why, rule.grade, rule.source)
    anger = moment.state.anger
    lowest = min(floor, anger)
    reached = max(lowest, min(TOP, anger + within))
    if reached != anger + within:
        rule = MODIFIERS["meter-end"]
        low = "The meter cannot fall further: something still stands in the way." if lowest else "The meter ends at 0."
        why = "The meter ends at 100." if reached == TOP else low
        yield Effect(rule.id, reached - anger - within, "end of the meter", why, rule.grade, rule.source)
