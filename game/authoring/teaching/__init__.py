"""The smells of bad teaching: what a scenario may do without being wrong, and should not.

To add one: a function in a module of this folder, its name in a table below, a row in the catalogue.
"""

from collections.abc import Callable
from typing import Final

from game.authoring.draft import drafted
from game.authoring.source import Source
from game.authoring.teaching import (
    conditions,
    endings,
    hearing,
    menus,
    phrases,
    playing,
    reach,
    story,
    telling,
    wording,
)
from game.authoring.teaching.case import Case
from game.core.scenario import Scenario, Voice

Smell = Callable[[Case], None]

QUICK: Final[tuple[Smell, ...]] = (
    story.brief_is_silent, story.brief_allows_too_much, story.brief_forbids,
    story.trains_in_vain, story.never_says_what_happened,
    story.promise_never_due, story.follow_up_without_details,
    conditions.conditions_never_true,
    endings.endings_never_reached, endings.follow_ups_never_said, endings.story_outlasts_patience,
    endings.complications_never_heard,
    telling.nothing_to_calm, telling.cares_for_nothing, telling.hot_buttons_that_help, telling.story_breaks_off,
    telling.swears_unmarked,
    hearing.choices_heard_otherwise, hearing.offers_not_named,
    phrases.facts_never_heard, phrases.remedies_misheard, phrases.phrases_of_two, phrases.words_of_the_trade,
    menus.outdone_choices, menus.facts_not_on_the_menu, menus.remedies_not_on_the_menu,
    playing.cannot_be_lost, playing.cannot_be_won, playing.won_by_one_line, playing.handed_over_at_once,
)  # fmt: skip
"""Looked for whenever a scenario is checked: each takes a few thousandths of a second."""
CLOSE: Final[tuple[Smell, ...]] = (
    hearing.samples_heard_otherwise, menus.menus_that_give_it_away, reach.never_reached,
)  # fmt: skip
"""Looked for where one file is checked, or all with --deep: some ninety calls are played, and more searched for."""


def look_at_teaching(source: Source, scenario: Scenario, *, close: bool = False) -> None:
    """Notes the smells of a scenario that can be played; `close` also plays it through."""
    if source.root is None:
        return
    case = Case(source, drafted(source.root, Scenario), scenario)
    wording.look_at_wording(source, case.draft)
    for smell in (*QUICK, *(CLOSE if close else ())):
        smell(case)


def look_at_voice(source: Source) -> None:
    """Notes what is hard to follow in a voice, or comes twice."""
    if source.root is not None:
        wording.look_at_wording(source, drafted(source.root, Voice))
