"""Slots in an author's text, pronouns, and turning a customer's sentence round to say it back."""

import re
from dataclasses import dataclass
from typing import Final

from game.core.scenario import Fact, Pronoun, Scenario
from game.core.state import State


@dataclass(frozen=True, slots=True)
class Pronouns:
    """The words that go with a pronoun: she was, heard her, her own facts."""

    subject: str
    object: str
    possessive: str
    was: str
    is_: str
    has: str


PRONOUNS: Final[dict[Pronoun, Pronouns]] = {
    "she": Pronouns("she", "her", "her", "was", "is", "has"),
    "he": Pronouns("he", "him", "his", "was", "is", "has"),
    "they": Pronouns("they", "them", "their", "were", "are", "have"),
}

_TURNED: Final = {
    "i": "you", "i'm": "you're", "i've": "you've", "i'd": "you'd", "i'll": "you'll", "am": "are",
    "me": "you", "my": "your", "mine": "yours", "myself": "yourself", "we": "you", "us": "you",
    "our": "your", "you": "we", "you're": "we're", "you've": "we've", "you'd": "we'd",
    "your": "our", "yours": "ours",
}  # fmt: skip
_BEFORE_A_CLAUSE: Final = frozenset(
    ("thought", "hoped", "believed", "heard", "knew", "know", "said", "see", "saw", "wish", "guess", "was", "am",
     "are", "were")
)  # fmt: skip
"""Words between I and you after which you begin something of their own: "I thought you would"."""
_TO_YOU: Final = frozenset(("to", "from", "for", "with", "at", "by", "of", "about"))


def turned_round(sentence: str) -> str:
    """A customer's sentence as the agent would say it back.

    "I had no time to clean before the inspection." becomes "you had no time to clean before the
    inspection". Good for short plain sentences, which is what stories are told in; an author who wants
    better writes the fact's `said_back`.
    """
    sentence = re.split(r"(?<=[.!?])\s", sentence.strip(" —"))[0].rstrip(".!?— ")
    sentence = re.sub(r"\bI was\b", "I were", sentence)

    def turn(match: re.Match[str]) -> str:
        word = match.group()
        if word.lower() == "you" and _done_to(match):
            return "us"
        turned = _TURNED.get(word.lower().replace("’", "'"))
        return word if turned is None else turned

    turned = re.sub(r"[A-Za-z]+(?:['’][a-z]+)?", turn, sentence)
    return turned[:1].lower() + turned[1:]


def _done_to(you: re.Match[str]) -> bool:
    """Whether this "you" is whom it was done to, and not who did it: right after I and a verb, as in "I gave you"."""
    before = ["", "", *you.string[: you.start()].lower().split()]
    return before[-1] in _TO_YOU or (before[-2] in {"i", "we"} and before[-1] not in _BEFORE_A_CLAUSE)


def fact_said_back(scenario: Scenario, fact: Fact) -> str:
    """The fact as the player would say it: the author's words, or the customer's turned round."""
    if fact.said_back:
        return fact.said_back
    for beat in scenario.story:
        if beat.fact is not None and beat.fact.id == fact.id:
            return turned_round(beat.say[0])
    return fact.words[0]


def fill(text: str, slots: dict[str, str]) -> str:
    """The text with its slots filled; a slot at the start of a sentence gets a capital."""
    if "{" not in text:
        return text
    for name, value in slots.items():
        text = text.replace("{" + name + "}", value)
    start = 1 if text.startswith("“") else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def slots_of(scenario: Scenario, state: State) -> dict[str, str]:
    """What the slots in a text stand for now. A slot with nothing to stand for is left out."""
    slots = {"name": scenario.first_name, "you_are": scenario.brief.you_are}
    unsaid = [fact for fact in scenario.facts if fact.id in state.told and fact.id not in state.heard]
    if unsaid:
        slots["fact"] = fact_said_back(scenario, unsaid[0])
    feelings = [feeling for feeling in scenario.customer.feelings if feeling not in state.feelings]
    if feelings or scenario.customer.feelings:
        slots["feeling"] = (feelings or list(scenario.customer.feelings))[0]
    allowed = [r for r in scenario.remedies if not r.beyond_authority and r.id not in state.offered]
    if allowed:
        slots["remedy"] = allowed[0].heard_as[0]
    return slots
