"""Menus that teach to read the author instead of the customer: the good line always the longest, and the like."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, NamedTuple

from game.authoring.teaching.case import Case, shortened
from game.authoring.teaching.walk import Offered, Option, menus_met
from game.core.scenario import Choice
from game.core.techniques import is_misstep

CALLS: Final = 8
"""Calls played to see what menus look like."""
_FEWEST_MENUS: Final = 12
_FEWEST_OPTIONS: Final = 3
"""A pattern among two would be chance."""
_AS_GOOD: Final = 6
"""Points of `evaluation.worth` by which a line may fall short of the best and still be good."""


class Habit(NamedTuple):
    """Something that a player could learn from instead of the words."""

    code: str
    told: str
    share: float
    """Of the menus in which it could be seen, the share from which it is a habit. Our choice."""
    seen: Callable[[Offered], bool | None]
    """Whether it is so on this menu; None where it cannot be told."""


def menus_that_give_it_away(case: Case) -> None:
    """The best option is always the longest, or each menu has one option of each grade."""
    own = frozenset(choice.id for choice in case.scenario.choices)
    if not own:
        return
    everything = [met for met in menus_met(case.scenario, CALLS) if len(met.options) >= _FEWEST_OPTIONS]
    authored = [replace(met, options=tuple(one for one in met.options if one.choice.id in own)) for met in everything]
    for habit, menus in ((_LONGEST_BEST, everything), (_LONGEST_SAFE, everything), (_EACH_GRADE, authored)):
        seen = [so for met in menus for so in [habit.seen(met)] if so is not None]
        share = sum(seen) / max(1, len(seen))
        if len(seen) >= _FEWEST_MENUS and share >= habit.share:
            told = habit.told.format(share=round(100 * share), menus=len(seen))
            case.report_name(habit.code, ("choices",), told=told)


def _longest(menu: Offered) -> Option:
    return max(menu.options, key=lambda option: len(option.choice.say))


def _best_is_longest(menu: Offered) -> bool:
    return _longest(menu).worth == menu.best.worth


def _longest_is_safe(menu: Offered) -> bool | None:
    """Only menus with both kinds of line can tell."""
    return not _harms(_longest(menu)) if len(set(map(_harms, menu.options))) > 1 else None


def _one_of_each_grade(menu: Offered) -> bool | None:
    if len(menu.options) < _FEWEST_OPTIONS:
        return None
    good = [menu.best.worth - option.worth <= _AS_GOOD and not _harms(option) for option in menu.options]
    harmful = [_harms(option) for option in menu.options]
    return len(menu.options) == _FEWEST_OPTIONS and (sum(good), sum(harmful)) == (1, 1)


def _harms(option: Option) -> bool:
    return any(map(is_misstep, option.choice.does))


_LONGEST_BEST: Final = Habit(
    "best-is-longest", "In {share}% of {menus} menus, the longest line is the best one.", 0.8, _best_is_longest
)
_LONGEST_SAFE: Final = Habit(
    "longest-is-safe", "In {share}% of {menus} menus, the longest line is no misstep.", 0.95, _longest_is_safe
)
_EACH_GRADE: Final = Habit(
    "one-of-each-grade",
    "In {share}% of {menus} menus, your lines are one good, one middling and one bad.",
    0.8,
    _one_of_each_grade,
)


def outdone_choices(case: Case) -> None:
    """A helpful line that is on the menu only together with one that does the same and more."""
    helpful = [
        (index, choice) for index, choice in enumerate(case.scenario.choices) if not any(map(is_misstep, choice.does))
    ]
    for index, choice in helpful:
        better = next((other for _, other in helpful if _outdoes(other, choice)), None)
        if better is not None:
            words = {"start": shortened(choice.say), "better": shortened(better.say)}
            case.report("choice-outdone", ("choices", index, "say"), **words)


def _outdoes(one: Choice, other: Choice) -> bool:
    """A general line beside one that takes up facts is no worse choice for that: it is the lesson."""
    pairs = ((one.facts, other.facts), (one.feelings, other.feelings), (one.remedies, other.remedies))
    as_near = all(set(theirs) >= set(own) for theirs, own in pairs)
    alike = as_near and (other.facts or other.feelings or other.remedies or all(a == b for a, b in pairs))
    return bool(alike) and one.when == other.when and set(one.does) > set(other.does)


def facts_not_on_the_menu(case: Case) -> None:
    """A fact that must be heard and that no line of the author's says back, where others are said back."""
    named = {fact for choice in case.scenario.choices for fact in choice.facts}
    for index, beat in enumerate(case.scenario.story):
        if named and beat.fact is not None and beat.fact.matters and beat.fact.id not in named:
            path = ("story", index, "fact", "id")
            case.report(
                "not-on-the-menu", path, what=f"says back the fact `{beat.fact.id}`", add="facts", id=beat.fact.id
            )


def remedies_not_on_the_menu(case: Case) -> None:
    """A remedy that no line of the author's offers, where others are offered."""
    named = {remedy for choice in case.scenario.choices for remedy in choice.remedies}
    for index, remedy in enumerate(case.scenario.remedies):
        if named and remedy.id not in named:
            what = f"offers the remedy `{remedy.id}`"
            case.report("not-on-the-menu", ("remedies", index, "id"), what=what, add="remedies", id=remedy.id)
