"""What an author writes: the one declaration of a scenario.

Everything else follows from these frozen dataclasses: the loader checks a file against them, the JSON
Schema is exported from them, and the sentence under each field is what an author sees in their editor.
The shared voice (`voices/*.yaml`) uses the same shapes, so whatever an author leaves out comes from there.

Texts may hold slots that the game fills in: {name}, {feeling}, {fact} (something she told and you
have not yet said back), {remedy} (something that the brief lets you offer), {you_are}.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Setting = Literal["phone", "counter", "chat"]
Level = Literal["gentle", "firm", "rough", "fierce"]
Pronoun = Literal["she", "he", "they"]
Phase = Literal["hot", "warm", "cool"]
Fault = Literal["ours", "unclear", "theirs"]
Register = Literal["formal", "blunt", "chatty"]
Departure = Literal["hangs_up", "walks_out", "demands_a_manager", "posts_a_review"]
RemedyKind = Literal["action", "money"]
Outcome = Literal["settled", "settled_at_a_cost", "agreed_to_differ", "handed_over", "limit_kept", "lost"]
FollowUpKind = Literal["kept", "generic", "too_soon", "too_late", "broken"]
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What the player knows and may do before the call."""

    you_are: str
    """Who the player is: "front desk at Swift Movers"."""
    situation: str
    """What the player knows when the phone rings, in one to three sentences."""
    you_may: Words = ()
    """What the player may offer, each a phrase that follows "you may"."""
    you_may_not: Words = ()
    """What the player may not offer."""
    fault: Fault = "ours"
    """Whose fault it was. Where it is unclear, a careful apology costs nothing."""


@dataclass(frozen=True, slots=True)
class Caring:
    """How much she cares about each of three things, from 0 (not at all) to 3 (most)."""

    heard: int = 2
    """Being listened to and understood."""
    informed: int = 2
    """Knowing what will happen, and when."""
    helped: int = 2
    """Having it put right."""


@dataclass(frozen=True, slots=True)
class Customer:
    """The person who calls."""

    name: str
    """Full name; the first word is what the screen calls them."""
    anger: int = 70
    """Anger when the call begins, in points from 0 to 100. Hot is from 65, cool below 35."""
    pronoun: Pronoun = "they"
    """she, he or they."""
    feelings: Words = ()
    """What they feel, as words that follow "you must feel": stressed, humiliated."""
    cares_about: Caring = field(default_factory=Caring)
    """What weighs most with them."""
    backstory: str = ""
    """What the player could not know; told in the debrief."""
    patience: int = 24
    """How many turns they stay on the call before they give up."""
    register: Register = "blunt"
    """How they talk; answering in kind helps a little."""
    gives_up: Departure = "hangs_up"
    """What they do when it has gone too far."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened to the customer, and that they want to be heard."""

    id: str
    """A short name used elsewhere in the file."""
    words: Words
    """Words and phrases that show the player took this fact in: "two hours late", "inspection"."""
    said_back: str = ""
    """The fact as the player would say it: "the van came at three instead of one"."""
    matters: bool = True
    """Whether it must be heard before the call can end well."""


@dataclass(frozen=True, slots=True)
class Beat:
    """One piece of the story, in the customer's own words."""

    say: Words
    """What they say. Several wordings may be given; one is drawn. A line that ends in — means they are
    not done: speaking then interrupts them."""
    fact: Fact | None = None
    """The fact that this line tells."""
    when_asked: bool = False
    """True: told only when the player asks. False: it comes out if they are let talk."""
    abuse: bool = False
    """True if this line is abusive, so that setting a limit is right."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """One thing that would put it right, or that only seems to."""

    id: str
    """A short name used elsewhere in the file."""
    heard_as: Words
    """Phrases by which an offer of it is recognised. The first follows "I can": "refund half the fee"."""
    settles: Words = ()
    """Ids of the facts that this remedy answers."""
    beyond_authority: bool = False
    """True if the brief does not allow it: promised all the same, it comes back at the follow-up."""
    kind: RemedyKind = "action"
    """money (a refund, a discount) or action (anything else). Money alone does little."""


@dataclass(frozen=True, slots=True)
class Condition:
    """When a reaction or a choice fits. What is left out does not matter; all that is given must hold."""

    phase: tuple[Phase, ...] = ()
    """hot, warm or cool: any of those given."""
    told: Words = ()
    """Facts that she has told by now."""
    untold: Words = ()
    """Facts that she has not told yet."""
    heard: Words = ()
    """Facts that the player has said back by now."""
    unheard: Words = ()
    """Facts that the player has not said back yet."""
    offered: Words = ()
    """Remedies that have been offered."""
    not_offered: Words = ()
    """Remedies that have not been offered yet."""
    agreed: Words = ()
    """Remedies that she has agreed to."""
    from_turn: int = 0
    """Not before this turn; the first is 1."""
    angrier: bool | None = None
    """True: only when the meter just rose. False: only when it fell or stayed."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """What the customer says to something the player did."""

    say: Words
    """Wordings. The one said least often so far is taken."""
    to: Words = ()
    """What it answers: technique ids (empathy, policy_shield …), gestures (nod, sigh …), or something
    that happened: agreed, what_now, heard_all, silence, interrupted, misheard, repeated, hot_solution,
    limit_unneeded, handed_on, broken, unclear. Any of them. Left out: anything at all."""
    fact: Words = ()
    """Only if the player just said back one of these facts."""
    remedy: Words = ()
    """Only if the player just offered one of these remedies."""
    when: Condition = field(default_factory=Condition)
    """What else must hold."""
    tells: str = ""
    """Id of a fact that this reply gives away."""
    once: bool = False
    """True: said at most once in a call."""
    abuse: bool = False
    """True if this line is abusive, so that setting a limit is right."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the menu, with what it does."""

    say: str
    """The words on the menu."""
    does: Words
    """Technique ids that the line carries out, missteps included."""
    id: str = ""
    """A short name for saves; left out, it is made from the words."""
    facts: Words = ()
    """Facts that it says back."""
    feelings: Words = ()
    """Which of the customer's feelings it names."""
    remedies: Words = ()
    """Remedies that it offers."""
    when: Condition = field(default_factory=Condition)
    """When it is on the menu."""


@dataclass(frozen=True, slots=True)
class Handover:
    """Someone else who should take this call, and from when."""

    to: str
    """Who: "my supervisor"."""
    told: Words = ()
    """It is right once these facts were told. None given: right from the start."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The contact after the call."""

    due_hours: tuple[int, int] = (24, 48)
    """Not sooner and not later than these hours after the call."""
    mentions: Words = ()
    """Details of this case that a good follow-up names."""
    kept: Words = ()
    """What she says to a timely follow-up about her own case."""
    generic: Words = ()
    """What she says to one that could have gone to anybody."""
    too_soon: Words = ()
    """What she says when it came too soon to be meant."""
    too_late: Words = ()
    """What she says when it came too late."""
    broken: Words = ()
    """What she says when a promise turns out to be empty."""

    def lines(self, kind: FollowUpKind) -> Words:
        """What she may say to a follow-up of this kind."""
        by_kind: dict[FollowUpKind, Words] = {
            "kept": self.kept,
            "generic": self.generic,
            "too_soon": self.too_soon,
            "too_late": self.too_late,
            "broken": self.broken,
        }
        return by_kind[kind]


@dataclass(frozen=True, slots=True)
class Override:
    """Another number for one rule of the meter, in this scenario only."""

    points: int
    """Points in place of the rule's own."""
    reason: str = ""
    """Why. Needed when the sign changes."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A line a player might type, and what must be heard in it: a test that stands in the scenario."""

    say: str
    """The line."""
    hears: Words
    """Technique ids that must be recognised, no more and no fewer."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Lines shared by scenarios: what any customer of this temper says where the author is silent."""

    reactions: tuple[Reaction, ...] = ()
    """What they say to what you do."""
    choices: tuple[Choice, ...] = ()
    """Menu lines that fit any call, with slots."""
    endings: Mapping[Outcome, Words] = field(default_factory=dict)
    """What happens at the end, by outcome."""
    follow_up: FollowUp = field(default_factory=FollowUp)
    """What they say when you get back to them."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One customer, one call."""

    title: str
    """What it is called on the list."""
    brief: Brief
    """What the player knows, may and may not."""
    customer: Customer
    """Who is calling."""
    story: tuple[Beat, ...]
    """What happened, piece by piece. The first is the opening line."""
    setting: Setting = "phone"
    """phone, counter or chat."""
    level: Level = "firm"
    """gentle, firm, rough or fierce."""
    about: str = ""
    """Two or three sentences for the list; left out, the brief's situation."""
    trains: Words = ()
    """Technique ids that this scenario is meant to train."""
    remedies: tuple[Remedy, ...] = ()
    """What would put it right."""
    reactions: tuple[Reaction, ...] = ()
    """What she says to what you do. The shared voice answers the rest."""
    choices: tuple[Choice, ...] = ()
    """The menu. The shared voice fills it up where too few fit."""
    handover: Handover | None = None
    """Who should take the call over, if anybody."""
    follow_up: FollowUp | None = None
    """The contact after the call; left out, there is none."""
    endings: Mapping[Outcome, Words] = field(default_factory=dict)
    """What happens at the end, by outcome: what is heard or seen as the call ends."""
    voice: str = "plain"
    """Which shared voice speaks where this file is silent."""
    rules: Mapping[str, Override] = field(default_factory=dict)
    """Other numbers for rules of the meter, by rule id."""
    words: Mapping[str, Words] = field(default_factory=dict)
    """More phrases for a technique, by technique id: the words of your trade."""
    samples: tuple[Sample, ...] = ()
    """Lines that must be heard rightly."""
    shared: Voice = field(default_factory=Voice)
    """The shared voice, filled in by the loader; not for authors to write."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact of the story, in its order."""
        return tuple(beat.fact for beat in self.story if beat.fact is not None)

    def remedy(self, id: str) -> Remedy:
        """The remedy of this id. Raises KeyError if there is none."""
        for remedy in self.remedies:
            if remedy.id == id:
                return remedy
        raise KeyError(id)

    @property
    def first_name(self) -> str:
        """What the screens call the customer."""
        return self.customer.name.split()[0] if self.customer.name.split() else "The customer"
