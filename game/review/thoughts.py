"""The call again from the customer's side: what she thought, turn by turn, read off what moved her."""

from dataclasses import dataclass
from typing import Final

from game.core.session import Play
from game.core.state import Turn
from game.review.audit import rows


@dataclass(frozen=True, slots=True)
class Thought:
    """What went through the customer's head in a turn."""

    turn: int
    text: str


THOUGHTS: Final = {
    "specific-acknowledgement": "That is how it was. Somebody is listening.",
    "apology": "At least they say sorry.",
    "apology-with-ownership": "They say it was them. I did not expect that.",
    "ownership": "So somebody will take care of it.",
    "open-question": "They want to know. Then I will tell it.",
    "clarifying-question": "They are writing it down, then.",
    "gratitude": "Politely said.",
    "reassurance": "I hope that is true.",
    "solving": "That would help.",
    "money": "Money, then. It is not only about money.",
    "clear-steps": "Good: now I know what happens.",
    "real-choice": "I get to decide something, for once today.",
    "agreement-check": "They ask me. That is fair.",
    "positive-framing": "So something can be done.",
    "promise-to-return": "We shall see whether they call.",
    "right-handover": "At last somebody who can decide.",
    "limit": "I went too far just then.",
    "let-talk": "Now I can say it.",
    "body": "They have time for me.",
    "timely-follow-up": "They remembered.",
    "interrupting": "I was not finished. They do not want to hear it.",
    "passed-on": "And now I tell it all again, to somebody else.",
    "misheard": "They were not even listening.",
    "invalidating": "It is nothing to them.",
    "order": "Now I am being told how to feel.",
    "false-apology": "Sorry for how I feel? That is no apology.",
    "too-much-relating": "Kind words again. And when does something happen?",
    "rule-before-person": "A rule. I am a case to them.",
    "scripted": "They are reading that from a card.",
    "broken-promise": "So that was a lie as well.",
    "anger-in-kind": "They are shouting at me. At me.",
    "unneeded-limit": "Am I being threatened now?",
    "blame": "So it is my fault, is it?",
    "excuse": "That is their problem, and they make it mine.",
    "jargon": "I do not understand a word, and they know it.",
    "condescension": "They take me for a fool.",
    "self-story": "I did not call to hear about them.",
    "silence": "Hello? Is anybody there?",
    "careless-body": "They would rather be somewhere else.",
}
"""What each rule of the meter feels like from inside."""
TOO_EARLY: Final = "They offer things. They have not heard a word I said."


def thought(turn: Turn) -> str:
    """What moved her most in this turn, from inside; empty where nothing did. A hurt weighs more than a help."""
    felt = [row for row in rows(turn) if row.rule in THOUGHTS and row.points]
    if not felt:
        return ""
    strongest = max(felt, key=lambda row: (row.points > 0, abs(row.points)))
    if any(effect.rule == "too-early" for effect in turn.effects) and strongest.points < 0:
        return TOO_EARLY
    return THOUGHTS[strongest.rule]


def thoughts(play: Play) -> tuple[Thought, ...]:
    """The whole call from her side."""
    felt = ((turn.number, thought(turn)) for turn in play.turns)
    return tuple(Thought(number, text) for number, text in felt if text)
