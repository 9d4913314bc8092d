"""What the customer says: a reaction to what was done and, if she is let, the next piece of her story."""

import re
from dataclasses import replace
from typing import Final

from game.core.chance import draw, pick
from game.core.cues import QUESTIONS, harmful
from game.core.helps import about_this_case
from game.core.moment import INVITING, Moment
from game.core.moves import FollowUp
from game.core.reactions import Answer, reaction_to
from game.core.scenario import Beat, Complication, Fact, FollowUpKind, Scenario
from game.core.slots import fill, slots_of
from game.core.state import State

_COMES_IN_AT = 0.35
"""Chance, a turn, that something comes in between, where there is noise."""

_RECORDS: Final = re.compile(
    r"\b(numbers?|reference|postcode|address|(your|full) name|surname|confirmation|identification"
    r"|date of birth|membership card|spell)\b",
    re.IGNORECASE,
)
"""Words of a question for a record and not for the story: no piece of that would be an answer."""


def opening_beat(scenario: Scenario, seed: int) -> Answer:
    """The first line of the call."""
    beat = scenario.story[0]
    return Answer(_worded(beat, seed, 0), (), (0,), _ids(beat.fact), beat.abuse)


def answer(moment: Moment, after: State, cues: tuple[str, ...]) -> Answer:
    """What she says to this. `after` is the state that the move leads to, without her answer."""
    beat = None if harmful(cues) else _next_beat(moment)
    said = reaction_to(moment, after, cues) if beat is None else _telling(moment, after, cues, beat)
    return _with_noise(moment, said)


def _telling(moment: Moment, after: State, cues: tuple[str, ...], index: int) -> Answer:
    """The next piece of the story, after a word on what was said, unless it answers a question or a silence.

    No story answers "What is your order number?": she answers it, or says what she thinks of it, and goes on.
    """
    beat = moment.scenario.story[index]
    words = _worded(beat, moment.state.seed, moment.state.turn)
    told = Answer(words, (), (index,), _ids(beat.fact), beat.abuse)
    for_a_record = _asks_for_a_record(moment)
    remarked = cues if for_a_record else tuple(cue for cue in cues if cue not in QUESTIONS)
    asked = not for_a_record and moment.reading.does(*QUESTIONS)
    if moment.letting_talk or (asked and not moment.reading.does("paraphrase", "empathy")):
        return told
    remark = reaction_to(moment, after, remarked)
    if remark.told or remark.said.endswith("—"):
        return remark
    return replace(
        told, said=f"{remark.said} {words.removeprefix('— ')}", lines=remark.lines, abuse=told.abuse or remark.abuse
    )


def _asks_for_a_record(moment: Moment) -> bool:
    """Whether the player asks, in a closed question, for something that stands in a record, and says nothing back."""
    asked = moment.evidence("clarifying_question")
    if asked is None or moment.reading.does("open_question", "paraphrase", "empathy"):
        return False
    return _RECORDS.search(asked.quote) is not None


def _worded(beat: Beat | Complication, seed: int, turn: int) -> str:
    return pick(beat.say, seed, turn, "wording")


def _ids(fact: Fact | None) -> tuple[str, ...]:
    return (fact.id,) if fact is not None else ()


def _next_beat(moment: Moment) -> int | None:
    """The piece of the story that comes out now, if any does."""
    invited = moment.letting_talk or moment.reading.does(*INVITING)
    if moment.misstep or not invited:
        return None
    for index, beat in enumerate(moment.scenario.story):
        told_already = beat.fact is not None and beat.fact.id in moment.state.told
        if index not in moment.state.beats and not told_already and (not beat.when_asked or _tells_it(moment)):
            return index
    return None


def _tells_it(moment: Moment) -> bool:
    """Whether she tells now what has to be asked for: by her candour."""
    asked = moment.reading.does(*QUESTIONS)
    match moment.persona.candour:
        case 0:
            return asked and not moment.hot and moment.felt_heard
        case 1:
            return asked and not moment.hot
        case 2:
            return asked
        case _:
            return asked or not moment.hot


def _with_noise(moment: Moment, said: Answer) -> Answer:
    """What she says, and what comes in between where the scenario is noisy; each thing comes in once."""
    scenario, state = moment.scenario, moment.state
    if not scenario.noise or said.said.endswith("—") or draw(state.seed, state.turn, "noise") >= _COMES_IN_AT:
        return said
    for one in scenario.complications or scenario.shared.complications:
        fits = not one.settings or scenario.setting in one.settings
        if fits and state.turn + 1 >= one.from_turn and one.say[0] not in state.lines:
            words = _worded(one, state.seed, state.turn)
            return replace(
                said, said=f"{said.said} {words}", lines=(*said.lines, one.say[0]), told=said.told + _ids(one.fact)
            )
    return said


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


def says_to_others(scenario: Scenario, state: State) -> str:
    """What she tells others afterwards; empty where neither the author nor the voice knows."""
    if state.outcome is None:
        return ""
    lines = scenario.says_to_others.get(state.outcome) or scenario.shared.says_to_others.get(state.outcome) or ()
    return fill(pick(lines, state.seed, 0, "others"), slots_of(scenario, state)) if lines else ""
