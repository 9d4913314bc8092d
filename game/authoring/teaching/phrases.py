"""An author's short phrases: by which a fact or a remedy is recognised, and the words of a trade."""

import re
from collections.abc import Iterator
from dataclasses import replace

from game.authoring.draft import Path
from game.authoring.teaching.case import Case
from game.authoring.teaching.hearing import SURE
from game.core.scenario import Fact, Remedy, Scenario
from game.core.techniques import is_misstep
from game.recogniser import recognise
from game.recogniser.conversation import facts_named, remedies_offered
from game.recogniser.sentences import sentences


def facts_never_heard(case: Case) -> None:
    """Words by which a fact is never recognised."""
    for index, beat in enumerate(case.scenario.story):
        if beat.fact is None:
            continue
        for at, phrase in enumerate(beat.fact.words):
            named, mistaken = facts_named(sentences(f"So {phrase}."), case.scenario)
            if beat.fact.id not in named + mistaken:
                path = ("story", index, "fact", "words", at)
                case.report("phrase-never-heard", path, phrase=phrase, what=f"the fact `{beat.fact.id}`")


def remedies_misheard(case: Case) -> None:
    """Phrases by which a remedy is never recognised, or by which another one is promised as well."""
    for index, remedy in enumerate(case.scenario.remedies):
        for at, phrase in enumerate(remedy.heard_as):
            offered = remedies_offered(sentences(f"I can {phrase}."), case.scenario)
            path = ("remedies", index, "heard_as", at)
            if remedy.id not in offered:
                case.report("phrase-never-heard", path, phrase=phrase, what=f"the remedy `{remedy.id}`")
            for other in _beyond(case.scenario, remedy, offered):
                case.report("phrase-offers-two", path, phrase=phrase, own=remedy.id, other=other)


def _beyond(scenario: Scenario, remedy: Remedy, offered: tuple[str, ...]) -> Iterator[str]:
    """What the brief does not allow and is promised along with this remedy, which it allows."""
    if not remedy.beyond_authority:
        yield from (id for id in offered if scenario.remedy(id).beyond_authority)


def phrases_of_two(case: Case) -> None:
    """The same phrase for two facts, or for two remedies."""
    for spot, kind in (((Fact, "words"), "facts"), ((Remedy, "heard_as"), "remedies")):
        first: dict[str, tuple[Path, int]] = {}
        for leaf in case.draft.texts(spot):
            phrase, owner = " ".join(leaf.text.value.casefold().split()), leaf.path[:-1]
            other, line = first.setdefault(phrase, (owner, leaf.text.line))
            if other != owner:
                case.report("phrase-twice", leaf.path, phrase=leaf.text.value, kind=kind, first=line)


def words_of_the_trade(case: Case) -> None:
    """Phrases of `words` that another technique takes over, or that no sample shows at work."""
    for technique, phrases in case.scenario.words.items():
        for at, phrase in enumerate(phrases):
            path: Path = ("words", technique, at)
            other = _hijacked_by(case.scenario, technique, phrase)
            if other:
                case.report("words-hijacked", path, phrase=phrase, technique=technique, other=other)
            if not _shown_by_sample(case.scenario, technique, phrase):
                case.report("words-without-sample", path, phrase=phrase, technique=technique)


def _hijacked_by(scenario: Scenario, technique: str, phrase: str) -> str:
    """The technique that has this phrase, or a part of it, in this file too, or that is surely heard in it."""
    for other, phrases in scenario.words.items():
        if other != technique and any(f" {one} " in f" {phrase} " for one in phrases):
            return other
    said = _spelt_out(phrase)
    heard = recognise(said, "", replace(scenario, words={})).evidence if said else ()
    against = (one for one in heard if is_misstep(one.technique) is not is_misstep(technique) and one.strength >= SURE)
    return next((one.technique for one in against), "")


def _spelt_out(phrase: str) -> str:
    """The phrase as somebody would say it; empty where gaps or concepts stand in it."""
    plain = re.sub(r"\([^()]*\)", " ", phrase)
    plain = re.sub(r"(\w+)(?:/\w+)+", r"\1", plain)
    return "" if re.search(r"\.\.|\b[A-Z_]{2,}\b|[\^$]", plain) else " ".join(plain.split())


def _shown_by_sample(scenario: Scenario, technique: str, phrase: str) -> bool:
    alone = replace(scenario, words={technique: (phrase,)})
    samples = [one.say for one in scenario.samples if technique in one.hears]
    found = [evidence for say in samples for evidence in recognise(say, "", alone).evidence]
    return any((one.technique, one.pattern) == (technique, phrase) for one in found)
