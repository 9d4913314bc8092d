"""Who calls and how they tell it: settings that do nothing, and a story that breaks off."""

import re
from typing import Final

from game.authoring.teaching.case import Case
from game.core.scenario import Caring
from game.core.state import GOAL
from game.core.techniques import MISSTEPS, TECHNIQUES, is_misstep

_SWEARING: Final = re.compile(
    r"\b(?:fuck\w*|motherfuck\w*|shit\w*|bullshit|bastards?|bitch\w*|wank\w*|arseholes?|assholes?|cunts?)\b",
    re.IGNORECASE,
)


def nothing_to_calm(case: Case) -> None:
    """A customer who is calm when the call begins."""
    anger = case.scenario.customer.anger
    if anger <= GOAL:
        case.report("nothing-to-calm", ("customer", "anger"), anger=anger, goal=GOAL)


def cares_for_nothing(case: Case) -> None:
    """A customer with whom nothing weighs."""
    if case.scenario.customer.cares_about == Caring(0, 0, 0):
        case.report("cares-for-nothing", ("customer", "cares_about"))


def hot_buttons_that_help(case: Case) -> None:
    """A hot button that no misstep presses."""
    for index, technique in enumerate(case.scenario.customer.hot_buttons):
        if technique in TECHNIQUES and not is_misstep(technique):
            known = ", ".join(MISSTEPS)
            case.report("hot-button-helps", ("customer", "hot_buttons", index), technique=technique, known=known)


def story_breaks_off(case: Case) -> None:
    """A piece of the story that ends in a dash, with nothing after it that comes by itself."""
    story = case.scenario.story
    for index, beat in enumerate(story):
        if any(not later.when_asked for later in story[index + 1 :]):
            continue
        for at, wording in enumerate(beat.say):
            if wording.rstrip().endswith("—"):
                case.report("story-breaks-off", ("story", index, "say", at))


def swears_unmarked(case: Case) -> None:
    """A reaction with a swear word in it that those who do not want to hear one would hear."""
    for index, one in enumerate(case.scenario.reactions):
        for at, wording in enumerate(one.say):
            found = _SWEARING.search(wording)
            if found and not one.swears:
                case.report("swears-unmarked", ("reactions", index, "say", at), word=found.group())
