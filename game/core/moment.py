"""What a move amounts to at the point where it is made: the questions that rules ask.

A Moment is derived, never stored. Rules, the customer's answer and the next state all read the same one,
so that "she was not yet heard" means the same thing everywhere.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from game.core.moves import Choose, FollowUp, Gesture, Listen, Move, Say
from game.core.personas import Persona, persona_of
from game.core.reading import Evidence, Promise, Reading
from game.core.scenario import Fact, Scenario
from game.core.slots import PRONOUNS, Pronouns
from game.core.state import State

RELATING: Final = ("empathy", "paraphrase", "apology", "reassurance", "gratitude")
"""Techniques that tend the person."""
WORKING: Final = (
    "solution", "options", "expectations", "open_question", "clarifying_question", "positive_framing",
    "handover", "follow_up", "ownership",
)  # fmt: skip
"""Techniques that tend the problem."""
INVITING: Final = ("encourager", "open_question", "clarifying_question", "empathy", "paraphrase")
"""Techniques after which a customer goes on telling."""
_HEARING: Final = ("paraphrase", "empathy", "apology", "ownership")
_OFFERING: Final = ("solution", "options", "expectations", "positive_framing", "follow_up")
MAY_REPEAT: Final = ("boundary", "options")
"""A limit and a choice may be said again, briefly (row 16)."""
_ALIKE: Final = 0.75
"""Share of an earlier line's words that must come again for it to count as the same line."""
_SHORT: Final = 5
"""Lines of fewer words than this are the same only if they share most words both ways."""


@lru_cache(maxsize=4096)
def words_of(text: str) -> frozenset[str]:
    """The words of a line, for noticing it when it comes again."""
    return frozenset("".join(c if c.isalnum() else " " for c in text.casefold().replace("'", "")).split())


def alike(earlier: frozenset[str], now: frozenset[str]) -> bool:
    """Whether a line is nearly word for word one said before, also with something added to it."""
    whole = len(earlier) if len(earlier) >= _SHORT else len(earlier | now)
    return whole > 0 and len(earlier & now) / whole >= _ALIKE


@dataclass(frozen=True)
class Moment:
    """A scenario, the state before, the move and what was heard in it."""

    scenario: Scenario
    state: State
    move: Move
    reading: Reading

    @property
    def they(self) -> Pronouns:
        """The customer's pronouns."""
        return PRONOUNS[self.scenario.customer.pronoun]

    @cached_property
    def persona(self) -> Persona:
        """The person who calls."""
        return persona_of(self.scenario, self.state.seed)

    @property
    def speaking(self) -> bool:
        """Whether the player says something now."""
        return isinstance(self.move, Say | Choose)

    @property
    def letting_talk(self) -> bool:
        """Whether the player is silent, with or without a gesture."""
        return isinstance(self.move, Listen | Gesture)

    @property
    def gesture(self) -> str:
        """The gesture made, or nothing."""
        return self.move.kind if isinstance(self.move, Gesture) else ""

    @property
    def following_up(self) -> bool:
        """Whether this is the contact after the call."""
        return isinstance(self.move, FollowUp)

    @property
    def hot(self) -> bool:
        """Whether she was hot before this move."""
        return self.state.phase == "hot"

    def evidence(self, technique: str) -> Evidence | None:
        """The first evidence of a technique in this reply."""
        return next((found for found in self.reading.evidence if found.technique == technique), None)

    def uses(self, *techniques: str) -> int:
        """How often any of these techniques was used in earlier turns; the most used one counts."""
        return max(self.state.techniques.count(technique) for technique in techniques)

    @cached_property
    def matters(self) -> tuple[Fact, ...]:
        """The facts that must be heard."""
        return self.scenario.must_hear(self.state.told)

    @cached_property
    def felt_heard(self) -> bool:
        """Whether she had been heard before this move: something that matters was said back.

        In a story without such facts, whether her feeling was named.
        """
        if not self.matters:
            return "empathy" in self.state.techniques
        return any(fact.id in self.state.heard for fact in self.matters)

    @cached_property
    def acknowledged(self) -> bool:
        """Whether feeling or facts are acknowledged in this reply or were before."""
        return self.felt_heard or self.reading.does("empathy", "paraphrase")

    @cached_property
    def too_early(self) -> bool:
        """Whether she is hot and neither was heard before nor is now: no solution can land yet."""
        return self.hot and not self.felt_heard and not self.new_facts

    @cached_property
    def new_facts(self) -> tuple[str, ...]:
        """Facts she has told that this reply says back for the first time.

        Naming a fact in a reproach is no hearing. Once she was heard at all, an offer that answers
        a fact shows that it was taken in.
        """
        if self.reading.missteps and not self.reading.does(*_HEARING):
            return ()
        named = set(self.reading.facts) if self._takes_in else set()
        if self.felt_heard and self.reading.does(*_OFFERING):
            named.update(self.reading.facts)
            for remedy in self.new_remedies:
                named.update(self.scenario.remedy(remedy).settles)
        fresh = [fact for fact in self.state.told if fact in named and fact not in self.state.heard]
        return tuple(fact for fact in fresh if fact not in self.reading.mistaken)

    @property
    def _takes_in(self) -> bool:
        return self.reading.does(*_HEARING)

    @cached_property
    def new_feelings(self) -> tuple[str, ...]:
        """Her feelings that this reply names for the first time."""
        return tuple(feeling for feeling in self.reading.feelings if feeling not in self.state.feelings)

    @cached_property
    def new_remedies(self) -> tuple[str, ...]:
        """Remedies that this reply offers for the first time."""
        known = {remedy.id for remedy in self.scenario.remedies}
        offers = self.reading.remedies + tuple(promise.remedy for promise in self.reading.promises)
        return tuple(dict.fromkeys(offer for offer in offers if offer in known and offer not in self.state.offered))

    @cached_property
    def repeats(self) -> int:
        """How often the player said this line before, nearly word for word."""
        if not self.speaking or self.reading.does(*MAY_REPEAT):
            return 0
        words = words_of(self.reading.text)
        return sum(alike(earlier, words) for earlier in self.state.own_lines)

    @cached_property
    def interrupting(self) -> bool:
        """Whether the player speaks while she isn't done. A mere "go on" doesn't count, nor a limit."""
        only = set(self.reading.techniques)
        harmless = bool(only) and only <= {"encourager", "boundary"}
        talkover = self.gesture == "talkover"
        return self.state.mid_sentence and (talkover or (self.speaking and not harmless))

    @cached_property
    def misstep(self) -> bool:
        """Whether anything in this move is a misstep."""
        return bool(self.reading.missteps) or self.interrupting or self.limit_unneeded

    @property
    def limit_unneeded(self) -> bool:
        """Whether a limit is set on someone who is merely upset."""
        return self.reading.does("boundary") and not self.state.ever_abused

    @property
    def relating_only(self) -> bool:
        """Whether this turn only relates: feelings and facts, and no work on the problem."""
        return self.reading.does("empathy", "paraphrase") and not self.reading.does(*WORKING)

    @cached_property
    def agrees_to(self) -> tuple[str, ...]:
        """Remedies on the table that she accepts in this turn.

        She must not be hot, must have been heard before, and the line must be neither a misstep nor one
        said before. What lies on the table is accepted when it is offered or when she is asked.
        """
        if self.hot or not self.felt_heard or self.misstep or self.repeats or not self.speaking:
            return ()
        on_the_table = self.new_remedies
        checks_facts = self.reading.does("paraphrase") and not self.reading.does("solution", "expectations")
        if self.reading.does("agreement_check", "expectations", "follow_up", "solution") and not checks_facts:
            on_the_table = self.state.offered + on_the_table
        return tuple(remedy for remedy in on_the_table if remedy not in self.state.agreed)

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """What this reply promises: the reading's promises, and every remedy offered."""
        named = {promise.remedy for promise in self.reading.promises}
        text = self.reading.text
        offers = tuple(Promise(text, offer) for offer in self.new_remedies if offer not in named)
        return self.reading.promises + offers

    @property
    def empty_promises(self) -> tuple[Promise, ...]:
        """Promises made so far that the brief does not allow."""
        beyond = {remedy.id for remedy in self.scenario.remedies if remedy.beyond_authority}
        return tuple(promise for promise in self.state.promises if promise.remedy in beyond)
