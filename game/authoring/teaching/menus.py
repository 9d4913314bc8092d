"""Menus that teach to read the author instead of the customer: the good line always the longest, and the like."""

from collections.abc import Callable, Sequence
from typing import Final

from game.authoring.teaching.case import Case, shortened
from game.authoring.teaching.walk import Offered, menus_met
from game.core.scenario import Choice
from game.core.techniques import is_misstep
from game.review.search import quality_of

CALLS: Final = 8
"""Calls played to see what menus look like."""
_PATTERN: Final = 0.8
"""Share of menus from which a habit can be learnt from. Our choice: chance alone gives a fifth to a quarter."""
_FEWEST_MENUS: Final = 12
_FEWEST_OPTIONS: Final = 3
"""A pattern among two would be chance."""


def menus_that_give_it_away(case: Case) -> None:
    """The best option is always the longest, or each menu has one option of each grade."""
    if not case.scenario.choices:
        return
    everything = menus_met(case.scenario, CALLS)
    own = {choice.id for choice in case.scenario.choices}
    authored = [Offered(one.state, tuple(o for o in one.options if o.choice.id in own)) for one in everything]
    habits = {
        "best-is-longest": ([one for one in everything if len(one.options) >= _FEWEST_OPTIONS], _best_is_longest),
        "one-of-each-grade": ([one for one in authored if len(one.options) >= _FEWEST_OPTIONS], _one_of_each_grade),
    }
    for code, (met, seen) in habits.items():
        share = _share(met, seen)
        if len(met) >= _FEWEST_MENUS and share >= _PATTERN:
            case.report_name(code, ("choices",), share=round(100 * share), menus=len(met))


def _share(met: Sequence[Offered], seen: Callable[[Offered], bool]) -> float:
    return sum(map(seen, met)) / max(1, len(met))


def _best_is_longest(offered: Offered) -> bool:
    lengths = [len(option.choice.say) for option in offered.options]
    longest = max(lengths)
    return len(offered.best.choice.say) == longest and lengths.count(longest) == 1


def _one_of_each_grade(offered: Offered) -> bool:
    grades = {quality_of(offered.best.worth - option.worth) for option in offered.options}
    return len(grades) == len(offered.options)


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
    taken_up = (one.facts, one.feelings, one.remedies) == (other.facts, other.feelings, other.remedies)
    return taken_up and one.when == other.when and set(one.does) > set(other.does)
