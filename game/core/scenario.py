"""What an author writes: the one declaration of a scenario.

Everything else follows from these frozen dataclasses: the loader checks a file against them, the JSON
Schema is exported from them, and the sentence under each field is what an author sees in their editor.
The shared voice (`voices/*.yaml`) uses the same shapes, so whatever an author leaves out comes from there.

Texts may hold slots that the game fills in: {name}, {feeling}, {fact} (something she told and you
have not yet said back), {remedy} (something that the brief lets you offer), {you_are}.
A reaction may also hold {quote} (the player's words that it answers) and {told_again} (her own line, where
it was not heard or said back wrongly).
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
Pace = Literal["slowly", "normally", "fast"]
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
    cares_about: Caring | None = None
    """What weighs most with them."""
    backstory: str = ""
    """What the player could not know; told in the debrief."""
    persona: Words = ()
    """A ready person to start from: steady, proud, anxious, hurried, talkative, wary, hurt, fiery; or any.
    Of several, the seed draws one. Dials that are written here go before the persona's."""
    patience: int | None = None
    """How many turns they stay on the call before they give up."""
    candour: int | None = None
    """How readily they tell what has to be asked for: 0 only once heard and no longer hot, 1 no longer hot,
    2 when asked, 3 also unasked."""
    pride: int | None = None
    """How much it hurts to be talked down to, from 0 to 3."""
    heats: Pace | None = None
    """How fast they heat: slowly, normally or fast."""
    cools: Pace | None = None
    """How fast they cool: slowly, normally or fast."""
    hot_buttons: Words = ()
    """Missteps that hit them half as hard again, by technique id."""
    register: Register | None = None
    """How they talk: formal, blunt or chatty. Answering in kind helps a little."""
    gives_up: Departure | None = None
    """What they do when it has gone too far: hangs_up, walks_out, demands_a_manager, posts_a_review."""
    swears: bool = False
    """True: lines marked as swearing may be said."""


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
    not_agreed: Words = ()
    """Remedies that she has not agreed to yet."""
    second_call: bool | None = None
    """True: only in the call after a broken promise. False: only before one."""
    from_turn: int = 0
    """Not before this turn; the first is 1."""
    angrier: bool | None = None
    """True: only when the meter just rose. False: only when it fell or stayed."""
    from_anger: int = 0
    """Not below this anger, in points: 85 is boiling."""
    after: Words = ()
    """Techniques or gestures that the player has used by now, this turn included."""
    persona: Words = ()
    """Only if one of these personas is calling."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """What the customer says to something the player did."""

    say: Words
    """Wordings. The one said least often so far is taken."""
    to: Words = ()
    """What it answers: technique ids (empathy, policy_shield …), gestures (nod, sigh …), or something
    that happened: agreed, what_now, heard_all, silence, interrupted, misheard, unheard, repeated,
    hot_solution, limit_unneeded, handed_on, broken, unclear. Any of them. Left out: anything at all."""
    fact: Words = ()
    """Only if the player just said back one of these facts."""
    remedy: Words = ()
    """Only if the player just offered one of these remedies."""
    when: Condition = field(default_factory=Condition)
    """What else must hold."""
    tells: str = ""
    """Id of a fact that this reply gives away."""
    swears: bool = False
    """True if there is a swear word in it: said only where the customer may swear."""
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
class Complication:
    """Something that comes in between, for those who want it harder: a queue, a second problem."""

    say: Words
    """What is heard: "(A man in the queue: some of us have work to go to.)"."""
    from_turn: int = 3
    """Not before this turn."""
    fact: Fact | None = None
    """A second problem that comes up with it."""
    settings: tuple[Setting, ...] = ()
    """Where it can happen: phone, counter, chat. Left out: anywhere."""


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
    says_to_others: Mapping[Outcome, Words] = field(default_factory=dict)
    """What they tell others afterwards, by outcome."""
    complications: tuple[Complication, ...] = ()
    """What may come in between, for those who want it harder."""


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
    says_to_others: Mapping[Outcome, Words] = field(default_factory=dict)
    """What she tells others afterwards, by outcome: the last line of the debrief."""
    complications: tuple[Complication, ...] = ()
    """What comes in between where the player asked for noise."""
    noise: bool = False
    """True: complications happen. A player may switch it on as well."""
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
        """Every fact of the story, in its order; where there is noise, those that come in between as well."""
        between = tuple(one.fact for one in self.complications if one.fact is not None) if self.noise else ()
        return self.story_facts + between

    @property
    def story_facts(self) -> tuple[Fact, ...]:
        """The facts of the story itself, in its order."""
        return tuple(beat.fact for beat in self.story if beat.fact is not None)

    def must_hear(self, told: Words) -> tuple[Fact, ...]:
        """The facts that must be heard; what came in between counts only once it was told."""
        story = self.story_facts
        return tuple(fact for fact in self.facts if fact.matters and (fact in story or fact.id in told))

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
