"""What the customer says: a reaction to what was done, and, if she is let, the next piece of her story.

What weighs most is answered first, the author's own line before the shared voice's, a line not yet used
before one that was, the more specific before the less; chance only breaks ties.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.core.chance import pick
from game.core.conditions import holds, specificity
from game.core.helps import about_this_case
from game.core.moment import INVITING, Moment
from game.core.moves import GESTURES, FollowUp
from game.core.scenario import Beat, FollowUpKind, Reaction, Scenario
from game.core.slots import fact_said_back, fill
from game.core.state import State

_HARMS: Final = (
    "hostility", "condescension", "command", "blame", "argument", "dismissal", "passing_the_buck",
    "policy_shield", "closing_off", "non_apology", "excuse", "self_story", "jargon",
)  # fmt: skip
_BAD_BODY: Final = tuple(kind for kind, body in GESTURES.items() if not body.helpful)
_GOOD_BODY: Final = tuple(kind for kind, body in GESTURES.items() if body.helpful)

ORDER: Final = (
    "broken", "agreed", *_HARMS, "limit_unneeded", "handed_on", *_BAD_BODY, "interrupted", "misheard",
    "hot_solution", "repeated", "boundary", "handover", "silence", "heard_all", "what_now",
    "options", "solution", "open_question", "clarifying_question", "paraphrase", "empathy",
    "apology", "ownership", "expectations", "follow_up", "agreement_check", "positive_framing",
    "gratitude", "reassurance", "encourager", *_GOOD_BODY, "unclear",
)  # fmt: skip
"""What is answered first when a reply did several things."""
CUES: Final = frozenset(ORDER)
"""Everything that a reaction's `to` may name."""
_RANK: Final = {cue: rank for rank, cue in enumerate(ORDER)}
_QUESTIONS: Final = ("open_question", "clarifying_question")


@dataclass(frozen=True, slots=True)
class Answer:
    """What she says, which lines that used up, and what it told."""

    said: str
    lines: tuple[str, ...] = ()
    beats: tuple[int, ...] = ()
    told: tuple[str, ...] = ()
    abuse: bool = False


def opening_beat(scenario: Scenario, seed: int) -> Answer:
    """The first line of the call."""
    beat = scenario.story[0]
    return Answer(_worded(beat, seed, 0), (), (0,), _fact_ids(beat), beat.abuse)


def answer(moment: Moment, after: State, cues: tuple[str, ...]) -> Answer:
    """What she says to this. `after` is the state that the move leads to, without her answer."""
    beat = _next_beat(moment)
    if beat is not None and (moment.letting_talk or _only_asked(cues)) and not _harmful(cues):
        return _telling(moment, beat, Answer(""))
    reaction = _reaction(moment, after, cues)
    if beat is None or reaction.told or _harmful(cues):
        return reaction
    return _telling(moment, beat, reaction)


def _telling(moment: Moment, index: int, reaction: Answer) -> Answer:
    beat = moment.scenario.story[index]
    words = _worded(beat, moment.state.seed, moment.state.turn)
    said = f"{reaction.said} {words}" if reaction.said else words
    return Answer(said, reaction.lines, (index,), _fact_ids(beat), beat.abuse or reaction.abuse)


def _worded(beat: Beat, seed: int, turn: int) -> str:
    return pick(beat.say, seed, turn, "wording")


def _fact_ids(beat: Beat) -> tuple[str, ...]:
    return (beat.fact.id,) if beat.fact is not None else ()


def _harmful(cues: tuple[str, ...]) -> bool:
    return bool(cues) and _RANK[cues[0]] <= _RANK["misheard"] and cues[0] != "agreed"


def _only_asked(cues: tuple[str, ...]) -> bool:
    """A question is answered by the story itself, without a remark before it."""
    return bool(cues) and cues[0] in _QUESTIONS


def _next_beat(moment: Moment) -> int | None:
    """The piece of the story that comes out now, if any does."""
    asked = moment.reading.does(*_QUESTIONS)
    invited = moment.letting_talk or moment.reading.does(*INVITING)
    if moment.misstep or not invited:
        return None
    for index, beat in enumerate(moment.scenario.story):
        told_already = beat.fact is not None and beat.fact.id in moment.state.told
        if index not in moment.state.beats and not told_already and (asked or not beat.when_asked):
            return index
    return None


def _reaction(moment: Moment, after: State, cues: tuple[str, ...]) -> Answer:
    happened = frozenset(cues)
    slots = slots_of(moment.scenario, after)
    fitting = [
        (_order(moment, reaction, own, line, cues), line, reaction)
        for own, reactions in ((0, moment.scenario.reactions), (1, moment.scenario.shared.reactions))
        for reaction in reactions
        if _fits(moment, reaction, after, happened)
        for line in reaction.say
        if not (reaction.once and line in moment.state.lines) and "{" not in fill(line, slots)
    ]
    if not fitting:
        return Answer("…")
    first = min(order for order, _, _ in fitting)
    equal = [(line, reaction) for order, line, reaction in fitting if order == first]
    line, reaction = pick(equal, moment.state.seed, moment.state.turn, "reaction")
    told = (reaction.tells,) if reaction.tells and reaction.tells not in moment.state.told else ()
    return Answer(fill(line, slots), (line,), (), told, reaction.abuse)


def _fits(moment: Moment, reaction: Reaction, after: State, happened: frozenset[str]) -> bool:
    return (
        (not reaction.to or not happened.isdisjoint(reaction.to))
        and (not reaction.fact or any(fact in moment.new_facts for fact in reaction.fact))
        and (not reaction.remedy or any(remedy in moment.reading.remedies for remedy in reaction.remedy))
        and holds(reaction.when, after, after.anger - moment.state.anger)
    )


def _order(moment: Moment, reaction: Reaction, own: int, line: str, cues: tuple[str, ...]) -> tuple[int, int, int, int]:
    answered = [cues.index(cue) for cue in reaction.to if cue in cues]
    conditions = bool(reaction.fact) + bool(reaction.remedy) + specificity(reaction.when)
    return (
        min(answered, default=len(cues)),
        moment.state.lines.count(line),
        own,
        -conditions,
    )


def cues_of(moment: Moment, after: State) -> tuple[str, ...]:
    """Everything that happened in this move, what weighs most first."""
    found = [*moment.reading.techniques, *_happenings(moment, after)]
    if moment.gesture:
        found.append(moment.gesture)
    return tuple(sorted((cue for cue in dict.fromkeys(found) if cue in CUES), key=_RANK.__getitem__))


def _happenings(moment: Moment, after: State) -> Iterator[str]:
    reading = moment.reading
    heard_all = all(fact.id in after.heard for fact in moment.matters)
    happened = {
        "agreed": bool(moment.agrees_to),
        "interrupted": moment.interrupting,
        "misheard": bool(reading.mistaken),
        "repeated": moment.repeats > 0,
        "hot_solution": moment.too_early and reading.does("solution", "options"),
        "limit_unneeded": moment.limit_unneeded,
        "handed_on": reading.does("handover") and after.stage != "over" and after.outcome is None,
        "silence": moment.letting_talk,
        "heard_all": bool(moment.new_facts) and heard_all,
        "what_now": heard_all and after.phase == "cool" and not after.agreed,
        "unclear": moment.speaking and not reading.recognised,
    }
    return (cue for cue, so in happened.items() if so)


def slots_of(scenario: Scenario, state: State) -> dict[str, str]:
    """What the slots in a text stand for now. A slot with nothing to stand for is left out."""
    slots = {"name": scenario.first_name, "you_are": scenario.brief.you_are}
    unsaid = [fact for fact in scenario.facts if fact.id in state.told and fact.id not in state.heard]
    if unsaid:
        slots["fact"] = fact_said_back(scenario, unsaid[0])
    feelings = [feeling for feeling in scenario.customer.feelings if feeling not in state.feelings]
    if feelings or scenario.customer.feelings:
        slots["feeling"] = (feelings or list(scenario.customer.feelings))[0]
    allowed = [r for r in scenario.remedies if not r.beyond_authority and r.id not in state.offered]
    if allowed:
        slots["remedy"] = allowed[0].heard_as[0]
    return slots


def follow_up_lines(moment: Moment) -> tuple[str, ...]:
    """What she may say to this follow-up: the author's lines, or the shared voice's."""
    kind = _follow_up_kind(moment)
    own = moment.scenario.follow_up
    return (own.lines(kind) if own is not None else ()) or moment.scenario.shared.follow_up.lines(kind)


def _follow_up_kind(moment: Moment) -> FollowUpKind:
    low, high = moment.scenario.follow_up.due_hours if moment.scenario.follow_up else (24, 48)
    hours = moment.move.hours if isinstance(moment.move, FollowUp) else low
    if moment.empty_promises:
        return "broken"
    if not about_this_case(moment):
        return "generic"
    if hours < low:
        return "too_soon"
    return "too_late" if hours > high else "kept"
