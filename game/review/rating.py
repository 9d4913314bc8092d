"""How the player saw a try before any score, and what was measured. It only sets both side by side; it grades nothing.

A rating of a skill is a share: of every hundred times that the call asked for it, how often was it done?
So it is on the same scale as what is measured, done of called for.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

from game.core.scenario import Outcome
from game.core.session import Play
from game.review.search import accuracy, judged
from game.review.skills import LET_THEM_FINISH, LISTENING, called_for, was_done

Feeling = Literal["calm", "tense", "rattled"]
FEELINGS: Final[tuple[Feeling, ...]] = get_args(Feeling)
MOST: Final = 100
STEP: Final = 10
"""Points by which a rating is moved with the arrows."""
MOST_SKILLS: Final = 4
NEAR: Final = 10
"""Points within which a rating counts as right."""
_JUDGED: Final = 20
"""How many of the last rated tries are judged for the calibration; judging one takes a moment."""

DOING: Final = {
    LISTENING: LET_THEM_FINISH,
    "encourager": "keeping them talking",
    "open_question": "asking openly",
    "clarifying_question": "asking for a detail",
    "paraphrase": "saying it back",
    "empathy": "naming the feeling",
    "apology": "apologising",
    "ownership": "owning it",
    "gratitude": "thanking them",
    "reassurance": "reassuring them",
    "solution": "offering a fix",
    "options": "giving a choice",
    "expectations": "saying what will happen",
    "agreement_check": "checking it suits them",
    "boundary": "setting a limit",
    "handover": "bringing someone in",
    "follow_up": "promising to get back",
    "positive_framing": "saying what can be done",
}
"""Each skill as something that one does."""

_GOOD: Final[tuple[Outcome, ...]] = ("settled", "handed_over", "limit_kept")
_FELT: Final[dict[Feeling, tuple[str, str]]] = {
    "calm": ("You felt calm, and it came to a good end.", "You felt calm, though it did not end as it could have."),
    "tense": (
        "You felt tense, and it came to a good end all the same.",
        "You felt tense. What follows is about the lines, not about you.",
    ),
    "rattled": (
        "It rattled you, and you brought it to a good end all the same.",
        "It rattled you. What follows is about the lines, not about you.",
    ),
}
"""For each feeling the first sentence of a debrief: after a good end, and after another."""


@dataclass(frozen=True, slots=True)
class Rating:
    """What the player said of a try before seeing any score. Everything may be left out."""

    felt: Feeling | None = None
    whole: int | None = None
    """How near it came to the best there was, from 0 to 100."""
    skills: tuple[tuple[str, int], ...] = ()
    """Skills by id, each with how often it was done when it was called for, from 0 to 100."""

    def __bool__(self) -> bool:
        """Whether anything was said."""
        return self != Rating()


UNRATED: Final = Rating()


@dataclass(frozen=True, slots=True)
class Measured:
    """One skill in one call: how often it was called for, and how often it was done then."""

    skill: str
    called_for: int
    done: int
    besides: int
    """How often it was done although something else was called for."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What the player said of a skill, and what was measured."""

    said: int
    measured: Measured

    @property
    def sentence(self) -> str:
        """Both in one sentence."""
        found = self.measured
        if found.called_for == 1:
            was = "it was called for once, and " + ("you did it" if found.done else "not done then")
        else:
            was = f"you did it {found.done} of {found.called_for} times it was called for"
        besides = f", and {_times(found.besides)} besides" if found.besides else ""
        return f"You said {self.said} for {DOING[found.skill]}; {was}{besides}."


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def measured(play: Play) -> tuple[Measured, ...]:
    """Every skill that this call called for, those called for most often first."""
    wanted = [(turn, called_for(play.scenario, turn)) for turn in play.turns if turn.before.stage == "call"]
    called = Counter(skill for _, skills in wanted for skill in skills)
    done = Counter((skill, skill in skills) for turn, skills in wanted for skill in called if was_done(turn, skill))
    return tuple(Measured(skill, times, done[skill, True], done[skill, False]) for skill, times in called.most_common())


def skills_to_rate(play: Play) -> tuple[str, ...]:
    """The few skills that this call called for most often."""
    return tuple(found.skill for found in measured(play)[:MOST_SKILLS])


def beside(play: Play, rating: Rating) -> tuple[Beside, ...]:
    """Each skill that was rated beside what was measured; one that was not called for has nothing to stand beside."""
    known = {found.skill: found for found in measured(play)}
    return tuple(Beside(said, known[skill]) for skill, said in rating.skills if skill in known)


def felt_sentence(rating: Rating, outcome: Outcome | None) -> str:
    """The first sentence of a debrief, from how the player felt; empty where that was not said."""
    return "" if rating.felt is None else _FELT[rating.felt][outcome not in _GOOD]


def compared(said: int, was: int) -> str:
    """How a rating of the whole call lies to its accuracy, in a few words."""
    if abs(said - was) <= NEAR:
        return "near"
    return "harder on yourself than the engine" if said < was else "kinder to yourself"


@dataclass(frozen=True, slots=True)
class SkillRead:
    """How one skill was rated over all rated tries, and how often it was done, both from 0 to 100."""

    skill: str
    times: int
    """How many tries it was rated in."""
    said: int
    was: int

    @property
    def doing(self) -> str:
        """The skill as something that one does."""
        return DOING[self.skill]


@dataclass(frozen=True, slots=True)
class Calibration:
    """How well the player reads their own calls, folded from every try that was rated."""

    whole: tuple[tuple[int, int], ...] = ()
    """What was said and the accuracy it had, for the last rated tries, the oldest first."""
    skills: tuple[SkillRead, ...] = ()
    """Furthest apart first."""

    @property
    def away(self) -> int:
        """By how many points the ratings of the whole were off on average."""
        return round(sum(abs(said - was) for said, was in self.whole) / max(1, len(self.whole)))


def calibration(rated: Sequence[tuple[Play, Rating]]) -> Calibration:
    """The calibration of these tries, the oldest first. Judges the last of them, so it takes a moment."""
    whole = [(rating.whole, play) for play, rating in rated if rating.whole is not None][-_JUDGED:]
    found: dict[str, list[Beside]] = {}
    for play, rating in rated:
        for one in beside(play, rating):
            found.setdefault(one.measured.skill, []).append(one)
    skills = [_read(skill, ratings) for skill, ratings in found.items()]
    skills.sort(key=lambda one: -abs(one.said - one.was))
    return Calibration(tuple((said, accuracy(judged(play))) for said, play in whole), tuple(skills))


def _read(skill: str, ratings: list[Beside]) -> SkillRead:
    """Said and done, each try weighing as much as the skill was called for in it."""
    called = sum(one.measured.called_for for one in ratings)
    said = sum(one.said * one.measured.called_for for one in ratings) / called
    done = sum(one.measured.done for one in ratings) / called
    return SkillRead(skill, len(ratings), round(said), round(MOST * done))
