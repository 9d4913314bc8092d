"""Where a call stands, and what one turn did to it. All frozen: a turn makes the next state, never edits one."""

from dataclasses import dataclass
from typing import Final, Literal

from game.core.moves import Move
from game.core.reading import Promise, Reading
from game.core.scenario import Outcome, Phase

HOT_FROM: Final = 65
HOT_LEFT_AT: Final = 58
WARM_FROM: Final = 35
BOILING_FROM: Final = 85
GOAL: Final = 25
"""Points at which a customer counts as calm again, if she was heard and a next step is agreed."""

Grade = Literal["A", "B", "C"]
Stage = Literal["call", "afterwards", "over"]


def phase_of(anger: int, before: Phase = "warm") -> Phase:
    """The phase for this anger. Hot begins at 65 and, once there, is left at 58 or below."""
    if anger >= HOT_FROM or (before == "hot" and anger > HOT_LEFT_AT):
        return "hot"
    return "warm" if anger >= WARM_FROM else "cool"


@dataclass(frozen=True, slots=True)
class Effect:
    """One line of the audit. The points of a turn's effects sum exactly to the change of the meter."""

    rule: str
    """Id of the rule, a key of `rules.RULES`."""
    points: int
    """Whole points; below zero calms."""
    label: str
    """What it was, in two to four words: "named the feeling"."""
    why: str
    """The reason, as a sentence to the trainee."""
    grade: Grade
    source: str
    of: str = ""
    """For an effect that makes another one stronger or weaker: the rule it modifies."""
    quote: str = ""
    """The player's words behind it, where there are any."""


@dataclass(frozen=True, slots=True)
class State:
    """Everything about a call that the next turn may depend on."""

    seed: int
    anger: int
    phase: Phase
    said: str
    """The customer's last line."""
    turn: int = 0
    floor: int = 0
    """Anger cannot fall below this, in points."""
    stage: Stage = "call"
    beats: tuple[int, ...] = ()
    """Which beats of the story were told, by index."""
    told: tuple[str, ...] = ()
    """Facts she has told."""
    heard: tuple[str, ...] = ()
    """Facts the player has said back rightly."""
    feelings: tuple[str, ...] = ()
    """Her feelings that the player has named."""
    techniques: tuple[str, ...] = ()
    """Every technique used, turn by turn, once a turn."""
    own_lines: tuple[frozenset[str], ...] = ()
    """The words of each line of the player's, to notice a line said again."""
    lines: tuple[str, ...] = ()
    """Lines the customer has used, so that none comes twice while another fits."""
    offered: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    relating: int = 0
    """How many turns in a row the player only related, without working on it."""
    listened: int = 0
    """How often the player let her talk."""
    abused: bool = False
    """Whether her last line was abusive."""
    ever_abused: bool = False
    """Whether any line of hers in this call was: a limit is then right at any time."""
    limits: int = 0
    """How often a limit was set on real abuse."""
    promise_broken: bool = False
    """Whether a promise turned out to be empty and is not made good yet: what helps helps by half."""
    second_call: bool = False
    """Whether this is the call after a broken promise. It can end well only at a cost."""
    began: int = 0
    """The turn after which the present call began."""
    outcome: Outcome | None = None
    """How it ended; while `stage` is "afterwards", how it stands."""

    @property
    def mid_sentence(self) -> bool:
        """Whether she isn't done: her line ends in a dash, and speaking now interrupts."""
        return self.stage == "call" and self.said.endswith("—")


@dataclass(frozen=True, slots=True)
class Turn:
    """A move and everything that followed from it."""

    number: int
    move: Move
    reading: Reading
    cues: tuple[str, ...]
    """What happened, as reactions name it."""
    effects: tuple[Effect, ...]
    before: State
    state: State

    @property
    def said(self) -> str:
        """What the customer answered."""
        return self.state.said

    @property
    def change(self) -> int:
        """Change of the meter, in points."""
        return self.state.anger - self.before.anger
