"""What an agent can do. A move is a small frozen value: saves hold moves, never positions."""

from dataclasses import dataclass
from typing import Final

from game.core.reading import Reading
from game.core.scenario import Setting


@dataclass(frozen=True, slots=True)
class Say:
    """Say something. The reading is frozen in, so that a later recogniser cannot rewrite the past."""

    text: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Choose:
    """Take a line from the menu, by its id."""

    choice: str


@dataclass(frozen=True, slots=True)
class Listen:
    """Stay silent and let them talk."""


@dataclass(frozen=True, slots=True)
class Gesture:
    """Something the body or the voice does; an id of GESTURES."""

    kind: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Get back to them, so many hours after the call."""

    hours: int
    text: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class End:
    """End the call, or, after it, leave it at that."""


Move = Say | Choose | Listen | Gesture | FollowUp | End


@dataclass(frozen=True, slots=True)
class Body:
    """What one gesture is, and where it can be seen or heard."""

    helpful: bool
    did: str
    settings: tuple[Setting, ...]


_EVERYWHERE: Final[tuple[Setting, ...]] = ("phone", "counter", "chat")
_VOICE: Final[tuple[Setting, ...]] = ("phone", "counter")
_SEEN: Final[tuple[Setting, ...]] = ("counter",)

GESTURES: Final = {
    "nod": Body(True, "nodded", _SEEN),
    "eyes": Body(True, "kept eye contact", _SEEN),
    "open": Body(True, "stood relaxed and open", _SEEN),
    "breathe": Body(True, "took a breath first", _EVERYWHERE),
    "slow": Body(True, "slowed down", _EVERYWHERE),
    "arms": Body(False, "crossed your arms", _SEEN),
    "sigh": Body(False, "sighed", _VOICE),
    "screen": Body(False, "looked at the screen", _SEEN),
    "point": Body(False, "pointed", _SEEN),
    "talkover": Body(False, "talked over them", _EVERYWHERE),
}
"""Gestures by id, from the articles' lists of what the body does (S0, S2, S3)."""


def gestures_in(setting: Setting) -> tuple[str, ...]:
    """The gestures that the other side can notice in this setting."""
    return tuple(kind for kind, body in GESTURES.items() if setting in body.settings)
