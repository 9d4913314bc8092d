"""What a line typed into the reply box means. The same words work on the screen and in the plain mode.

Whatever has a key can also be typed; a line that should start with a stroke gets a space before it.
"""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final, Literal

from game.core.moves import GESTURES

Look = Literal["why", "brief", "coach", "help"]
Mode = Literal["labelled", "menu", "hybrid", "typed", "spoken"]
"""How a call is answered, from most help to least: lines to choose that tell what they do, lines to choose, hints to
say in own words, own words, and own words that observers type in."""
Steering = Literal["dispute", "back", "end", "quit"] | Look | Mode
MOST_CHARACTERS: Final = 500
"""Longest line that can be said. Nobody listens longer."""

COMMANDS: Final = {
    "why": "why the meter moved",
    "brief": "what you know, may and may not",
    "coach": "a hint for now",
    "back": "take your last line back",
    "dispute": "say that your last line was misread; ! does the same",
    "again": "try again from a turn, as in /again 3; what you played is kept",
    "labelled": "lines to choose from, each with what it does",
    "menu": "lines to choose from",
    "hybrid": "hints of what to say; the words are yours",
    "typed": "your own words, without a menu",
    "spoken": "aloud, with observers who type what they heard",
    "later": "get back to them after the call, as in /later 30h How did it go?",
    "heard": "what observers heard you do, as in /heard empathy paraphrase (spoken mode)",
    "end": "end the call",
    "quit": "save and leave",
    "help": "what you can type",
    **{kind: body.did for kind, body in GESTURES.items()},
}
"""Every word after a stroke, and what it is for."""
_STEERING: Final[dict[str, Steering]] = {
    "why": "why", "brief": "brief", "coach": "coach", "help": "help",
    "back": "back", "dispute": "dispute", "end": "end", "quit": "quit",
    "labelled": "labelled", "menu": "menu", "hybrid": "hybrid", "typed": "typed", "spoken": "spoken",
}  # fmt: skip
_HOURS: Final = re.compile(r"(\d{1,4})\s*(h|hours?|d|days?)\b[\s,:]*(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words to be said."""

    text: str


@dataclass(frozen=True, slots=True)
class Silent:
    """Nothing: let them talk."""


@dataclass(frozen=True, slots=True)
class Number:
    """An option, counted from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Body:
    """A gesture."""

    kind: str


@dataclass(frozen=True, slots=True)
class Observed:
    """What observers heard: techniques, and ids of facts or remedies."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Later:
    """A follow-up, so many hours after the call."""

    hours: int
    text: str


@dataclass(frozen=True, slots=True)
class Again:
    """Try again from a turn, counted from 1."""

    turn: int


@dataclass(frozen=True, slots=True)
class Steer:
    """Something that is no move: dispute, back, end, quit, more or less help, or a look at something."""

    what: Steering


@dataclass(frozen=True, slots=True)
class Misput:
    """A line that cannot be taken, and what to do instead."""

    sentence: str


Meaning = Spoken | Silent | Number | Body | Observed | Later | Again | Steer | Misput


def meaning(line: str, *, numbers_choose: bool) -> Meaning:
    """What this line means. `numbers_choose`: a bare number is an option, as it is on a menu."""
    if len(line) > MOST_CHARACTERS:
        return Misput(
            f"That is {len(line):,} characters; {MOST_CHARACTERS} is the most one line can have. "
            "Nothing was sent. Say the first part, then the rest."
        )
    stripped = line.strip()
    if not stripped:
        return Silent()
    if stripped == "!":
        return Steer("dispute")
    if line.startswith("/") and stripped != "/":
        return _command(stripped[1:])
    if numbers_choose and stripped.isdecimal() and len(stripped) <= 2:
        return Number(int(stripped))
    return Spoken(stripped)


def _command(text: str) -> Meaning:
    word, _, rest = text.partition(" ")
    word = word.casefold()
    if word.isdecimal():
        return Number(int(word[:3]))
    if word in GESTURES:
        return Body(word)
    if word == "later":
        return _later(rest.strip())
    if word == "heard":
        return _heard(rest)
    if word == "again":
        return Again(int(rest)) if rest.strip().isdecimal() else Misput("From which turn? As in /again 3.")
    if word in _STEERING:
        return Steer(_STEERING[word])
    near = get_close_matches(word, COMMANDS, n=1, cutoff=0.6)
    hint = f"Did you mean /{near[0]}?" if near else "Type /help for what there is."
    return Misput(f"There is no /{word[:20]}. {hint} To say it as it stands, put a space before it.")


def _later(rest: str) -> Meaning:
    found = _HOURS.match(rest)
    if found is None:
        return Misput("When? Write the hours first, as in /later 30h Did the refund arrive?")
    number, unit, text = found.groups()
    hours = int(number) * (24 if unit.casefold().startswith("d") else 1)
    return Later(hours, text.strip())


def _heard(rest: str) -> Meaning:
    words = tuple(rest.casefold().replace(",", " ").split())
    if not words:
        return Misput("What was heard? As in /heard empathy paraphrase.")
    return Observed(words)
