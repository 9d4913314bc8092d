"""Why a rule applies to a moment: a label for the margin, a sentence for the trainee."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule applies. `points` is given only where it differs from the rule's own."""

    label: str
    """Two to five words, as after "you": "named the feeling"."""
    why: str
    """One sentence to the trainee."""
    quote: str = ""
    """The player's words behind it."""
    points: int | None = None
