"""Which line answers what was done.

What weighs most is answered first, the author's own line before the shared voice's, a line not yet used before
one that was, the more specific before the less; chance only breaks ties.
"""

from dataclasses import dataclass
from typing import Final

from game.core.chance import pick
from game.core.conditions import holds, specificity
from game.core.moment import Moment
from game.core.scenario import Fact, Reaction
from game.core.slots import fill, slots_of
from game.core.state import State

_MOST_QUOTED_WORDS = 7
Order = tuple[int, int, int]
"""What goes first among lines that answer the same: used least often, the author's own, the more specific."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What she says, which lines that used up, and what it told."""

    said: str
    lines: tuple[str, ...] = ()
    beats: tuple[int, ...] = ()
    told: tuple[str, ...] = ()
    abuse: bool = False


def reaction_to(moment: Moment, after: State, cues: tuple[str, ...]) -> Answer:
    """Her reaction. `after` is the state that the move leads to, without her answer."""
    slots = slots_of(moment.scenario, after) | _answering_slots(moment, cues)
    for cue in (*cues, _ANYTHING):
        fitting = [
            (_order(moment, reaction, own, line), line, reaction)
            for own, reactions in ((0, moment.scenario.reactions), (1, moment.scenario.shared.reactions))
            for reaction in _answering(reactions, cue)
            if _fits(moment, reaction, after)
            for line in reaction.say
            if not (reaction.once and line in moment.state.lines) and "{" not in fill(line, slots)
        ]
        if fitting:
            return _drawn(moment, fitting, slots)
    return Answer("…")


def _drawn(moment: Moment, fitting: list[tuple[Order, str, Reaction]], slots: dict[str, str]) -> Answer:
    """The one that goes first; of equals, chance draws."""
    first = min(order for order, _, _ in fitting)
    equal = [(line, reaction) for order, line, reaction in fitting if order == first]
    line, reaction = pick(equal, moment.state.seed, moment.state.turn, "reaction")
    told = (reaction.tells,) if reaction.tells and reaction.tells not in moment.state.told else ()
    return Answer(fill(line, slots), (line,), (), told, reaction.abuse)


Index = dict[str, tuple[int, ...]]
_INDEXES: Final[dict[int, tuple[tuple[Reaction, ...], Index]]] = {}
"""Positions of reactions by cue, kept for the lists last used. A list is held beside its index, so that its
identity cannot pass to another one."""
_MOST_INDEXES: Final = 64
_ANYTHING: Final = ""


def _answering(reactions: tuple[Reaction, ...], cue: str) -> list[Reaction]:
    """The reactions that answer this, in their author's order."""
    return [reactions[position] for position in _index_of(reactions).get(cue, ())]


def _index_of(reactions: tuple[Reaction, ...]) -> Index:
    known = _INDEXES.get(id(reactions))
    if known is not None and known[0] is reactions:
        return known[1]
    by_cue: dict[str, list[int]] = {}
    for position, reaction in enumerate(reactions):
        for cue in reaction.to or (_ANYTHING,):
            by_cue.setdefault(cue, []).append(position)
    index = {cue: tuple(positions) for cue, positions in by_cue.items()}
    if len(_INDEXES) >= _MOST_INDEXES:
        _INDEXES.clear()
    _INDEXES[id(reactions)] = (reactions, index)
    return index


def _fits(moment: Moment, reaction: Reaction, after: State) -> bool:
    return (
        (not reaction.fact or any(fact in moment.new_facts for fact in reaction.fact))
        and (not reaction.remedy or any(remedy in moment.reading.remedies for remedy in reaction.remedy))
        and (not reaction.swears or moment.scenario.customer.swears)
        and holds(reaction.when, after, moment.persona.name, after.anger - moment.state.anger)
    )


def _order(moment: Moment, reaction: Reaction, own: int, line: str) -> Order:
    conditions = bool(reaction.fact) + bool(reaction.remedy) + reaction.swears + specificity(reaction.when)
    return (moment.state.lines.count(line), own, -conditions)


def _answering_slots(moment: Moment, cues: tuple[str, ...]) -> dict[str, str]:
    """The player's words that she answers, and her own that she has to say again."""
    slots: dict[str, str] = {}
    found = moment.evidence(cues[0]) if cues else None
    if found and 0 < len(found.quote.split()) <= _MOST_QUOTED_WORDS:
        quote = found.quote.strip(" .,!?;:—")
        slots["quote"] = quote if quote.startswith(("I ", "I'", "I’")) else quote[:1].lower() + quote[1:]
    again = _not_taken_in(moment)
    if again is not None:
        beats = [beat for beat in moment.scenario.story if beat.fact is again]
        if beats:
            slots["told_again"] = beats[0].say[0].strip(" —")
    return slots


def _not_taken_in(moment: Moment) -> Fact | None:
    """A fact that was said back wrongly; else the first one told and not heard yet."""
    state, facts = moment.state, moment.scenario.facts
    wrong = [fact for fact in facts if fact.id in moment.reading.mistaken]
    unheard = [fact for fact in facts if fact.id in state.told and fact.id not in state.heard]
    return next(iter(wrong + unheard), None)
