"""What an author says that a line does, beside what the recogniser hears in it: typed play stands on both."""

from dataclasses import replace
from typing import Final

from game.authoring.teaching.case import Case, shortened
from game.core.engine import opening
from game.core.reading import Evidence, Reading
from game.core.scenario import Choice, Scenario
from game.core.slots import fill, slots_of
from game.core.techniques import is_misstep
from game.recogniser import recognise
from game.recogniser.conversation import remedies_offered
from game.recogniser.sentences import sentences

SURE: Final = 0.98
"""Strength from which the recogniser is hardly ever wrong, so that the author should look again."""
_OFFERING: Final = frozenset({"solution", "options", "positive_framing", "reassurance"})
_SURER: Final = 0.99
"""The same where what is heard is no contradiction, only something else: a fix for an apology."""


def choices_heard_otherwise(case: Case) -> None:
    """A menu line that, typed, would be heard as the contrary: a helpful one as a misstep, or the reverse."""
    for index, choice in enumerate(case.scenario.choices):
        found = contradiction(recognised(case.scenario, choice), choice.does)
        if found is not None:
            words = {"start": shortened(choice.say), "does": _listed(choice.does), "heard": found.technique}
            case.report("choice-heard-otherwise", ("choices", index, "does", 0), quote=found.quote, **words)


def offers_not_named(case: Case) -> None:
    """A menu line that offers something beyond the brief, and names no remedy at all."""
    for index, choice in enumerate(case.scenario.choices):
        if choice.remedies or not _OFFERING & set(choice.does):
            continue
        for remedy in remedies_offered(sentences(choice.say), case.scenario):
            if case.scenario.remedy(remedy).beyond_authority:
                start = shortened(choice.say)
                case.report("offer-not-named", ("choices", index, "say"), start=start, remedy=remedy)


def samples_heard_otherwise(case: Case) -> None:
    """A sample of which the contrary is heard."""
    for index, sample in enumerate(case.scenario.samples):
        found = contradiction(techniques_in(sample.say, case.scenario.story[0].say[0], case.scenario), sample.hears)
        if found is not None:
            words = {"start": shortened(sample.say), "hears": _listed(sample.hears), "heard": found.technique}
            case.report("sample-heard-otherwise", ("samples", index, "hears", 0), quote=found.quote, **words)


def contradiction(reading: Reading, does: tuple[str, ...]) -> Evidence | None:
    """What is surely heard in place of everything that a line is said to do; None where any of that is heard."""
    if not does or set(reading.techniques) & set(does):
        return None
    misstep = any(map(is_misstep, does))
    against = [
        found
        for found in reading.evidence
        if found.strength >= (_SURER if is_misstep(found.technique) is misstep else SURE)
    ]
    return max(against, key=lambda found: found.strength, default=None)


def recognised(scenario: Scenario, choice: Choice) -> Reading:
    """What would be heard in a menu line, said after the last thing that it waits for."""
    told = [beat for beat in scenario.story if beat.fact is not None and beat.fact.id in choice.when.told]
    line = (told[-1] if told else scenario.story[0]).say[0]
    return techniques_in(fill(choice.say, slots_of(scenario, opening(scenario, seed=0))), line, scenario)


def techniques_in(text: str, line: str, scenario: Scenario) -> Reading:
    """What a reply to this line does. Which facts and offers are in it is not asked, so it is quick."""
    own_words = replace(scenario, story=scenario.story[:1], remedies=()) if scenario.words else None
    return recognise(text, line, own_words)


def _listed(techniques: tuple[str, ...]) -> str:
    return ", ".join(techniques)
