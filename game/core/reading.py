"""What a reply was heard to do: the one thing that passes from the recogniser to the engine.

A menu choice, a typed line and what observers heard all become a Reading, so the same rules judge them.
Offsets count characters of `text` exactly as the player wrote it.
"""

from dataclasses import dataclass

from game.core.techniques import is_misstep


@dataclass(frozen=True, slots=True)
class Evidence:
    """One technique found, and the words that show it: `text[start:end] == quote`."""

    technique: str
    start: int
    end: int
    quote: str
    pattern: str
    """What fired: the pattern as the lexicon writes it, or "menu", "observers", "you said so"."""
    strength: float
    """How sure, from 0 to 1."""
    why: str
    """The reason as a trainee would put it: "“must have been awful” names a feeling"."""


@dataclass(frozen=True, slots=True)
class Promise:
    """Something the player said would be done."""

    what: str
    """The player's words."""
    remedy: str = ""
    """Id of the scenario's remedy that was promised, if it is one of them."""
    hours: int | None = None
    """By when, in hours from now, where a time was named."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A technique that a line may have meant, and the words that suggest it."""

    technique: str
    strength: float
    quote: str
    example: str
    """A line that surely does it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything heard in one reply."""

    text: str = ""
    evidence: tuple[Evidence, ...] = ()
    facts: tuple[str, ...] = ()
    """Ids of this customer's facts that the reply names rightly."""
    mistaken: tuple[str, ...] = ()
    """Ids of facts that the reply gets wrong ("two hours", when it was three)."""
    feelings: tuple[str, ...] = ()
    """This customer's feelings that the reply names, as the scenario writes them."""
    remedies: tuple[str, ...] = ()
    """Ids of remedies that the reply offers."""
    promises: tuple[Promise, ...] = ()
    register: str = ""
    """formal, blunt or chatty, where the reply shows it; else empty."""
    guesses: tuple[Guess, ...] = ()
    """Nearest techniques, best first, where nothing was recognised; three at most."""

    @property
    def techniques(self) -> tuple[str, ...]:
        """Technique ids found, each once, in the order of the player's words."""
        return tuple(dict.fromkeys(evidence.technique for evidence in self.evidence))

    @property
    def missteps(self) -> tuple[str, ...]:
        """Those among the techniques that are missteps."""
        return tuple(technique for technique in self.techniques if is_misstep(technique))

    @property
    def recognised(self) -> bool:
        """Whether anything at all was found."""
        return bool(self.evidence)

    def does(self, *techniques: str) -> bool:
        """Whether any of these techniques was found."""
        return any(evidence.technique in techniques for evidence in self.evidence)


def told_reading(text: str, techniques: tuple[str, ...], pattern: str, why: str) -> Reading:
    """A reading that somebody states instead of the recogniser: the menu, an observer, the player.

    The whole text is the evidence, at full strength.
    """
    return Reading(
        text=text,
        evidence=tuple(Evidence(technique, 0, len(text), text, pattern, 1.0, why) for technique in techniques),
    )
