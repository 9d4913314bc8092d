"""A player who steers a call to where an author's condition holds, to see whether what waits there is ever said."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from game.core.chance import draw, pick
from game.core.conditions import holds
from game.core.cues import CUES
from game.core.lines import helpful_lines, line
from game.core.moves import GESTURES, Gesture, Listen, Move, Say, gestures_in
from game.core.personas import persona_of
from game.core.reading import Reading
from game.core.scenario import Condition, Reaction, Scenario, Words
from game.core.state import HOT_FROM, WARM_FROM, State
from game.core.techniques import MISSTEPS, TECHNIQUES

_CALMING: Final = (("paraphrase", "empathy"), ("paraphrase",), ("apology", "ownership"), ("empathy",), ("apology",),
                   ("ownership",), ("open_question",), ("encourager",))  # fmt: skip
_NICE: Final = ("gratitude", "reassurance", "expectations", "positive_framing", "follow_up", "agreement_check")
_HEATING: Final = ("excuse", "jargon", "dismissal", "policy_shield", "command", "hostility")
_LISTENS: Final = 0.2
_NEARLY_LOST: Final = 86
_AT_EASE: Final = Condition()


def steered(scenario: Scenario, state: State, goal: Condition, facts: Words = (), remedies: Words = ()) -> Move:
    """The move that brings the call nearer to the goal; `facts` and `remedies` are to be left for later."""
    if state.mid_sentence or draw(state.seed, state.turn, "let her talk") < _LISTENS:
        return Listen()
    untold = any(fact not in state.told for fact in (*goal.told, *goal.heard, *facts))
    missing = _missing(state, goal, remedies, ask=untold and state.turn % 3 > 0)
    return next(missing, None) or _tempered(scenario, state, _AT_EASE if untold else goal)


def provoking(scenario: Scenario, state: State) -> Move:
    """Brings her to the boil and sets a limit as soon as she is abusive."""
    if state.abused:
        return line(_anew("I want to help you, and I cannot while I am insulted.", state), "boundary")
    if state.anger >= _NEARLY_LOST:
        return _tempered(scenario, state, _AT_EASE)
    return _example(pick(MISSTEPS, state.seed, state.turn, "provoking"), state)


def _missing(state: State, goal: Condition, remedies: Words, *, ask: bool) -> Iterator[Move]:
    if ask:
        yield line(_anew("What happened after that?", state), "open_question") if state.turn % 2 else Listen()
    for fact in goal.heard:
        if fact in state.told and fact not in state.heard:
            yield line(_anew(f"So you told me of this: {fact}.", state), "paraphrase", facts=(fact,))
    for done in goal.after:
        if done not in state.techniques:
            yield Gesture(done) if done in GESTURES else _example(done, state)
    for remedy in (*goal.offered, *goal.agreed):
        if remedy not in state.offered and remedy not in remedies:
            yield line(f"I can do this: {remedy}.", "solution", remedies=(remedy,))
        elif remedy in goal.agreed and remedy not in state.agreed:
            yield line(_anew(f"Is that all right, {remedy}?", state), "solution agreement_check")


def _tempered(scenario: Scenario, state: State, goal: Condition) -> Move:
    """Calms her, or heats her, to where the goal wants her; without a wish, calms."""
    too_cool = (goal.phase and "cool" not in goal.phase and state.anger < WARM_FROM + 10) or (
        goal.phase == ("hot",) and state.anger < HOT_FROM + 10
    )
    if too_cool or state.anger < goal.from_anger:
        return _example(_HEATING[state.turn % len(_HEATING)], state)
    lines = {said.reading.techniques: said for said in reversed(helpful_lines(scenario, state))}
    wanted = [lines[one] for one in _CALMING if one in lines and not _spoils(goal, lines[one])]
    fresh = [said for said in wanted if said.reading.techniques[0] not in state.techniques or said.reading.facts]
    if fresh:
        return fresh[0]
    return _example(_NICE[state.turn % len(_NICE)], state)


def _spoils(goal: Condition, said: Say) -> bool:
    """Whether a line says back what the goal wants unheard, or brings out what it wants untold."""
    asks = bool(goal.untold) and bool({"paraphrase", "empathy", "open_question"} & set(said.reading.techniques))
    return asks or any(fact in goal.unheard for fact in said.reading.facts)


def _example(technique: str, state: State) -> Say:
    """The technique's own example."""
    return line(_anew(TECHNIQUES[technique].example, state), technique)


def _anew(text: str, state: State) -> str:
    """The text in words that were not said before in this call, so that it counts as no repetition."""
    return " ".join(f"{word.strip('.,:?!')}{state.turn}" for word in text.split())


def needed(scenario: Scenario, one: Reaction) -> Words:
    """The facts that must be told before what this reaction answers can come about."""
    if {"heard_all", "what_now"} & set(one.to):
        return tuple(fact.id for fact in scenario.facts if fact.matters)
    if "handover" in one.to and scenario.handover is not None:
        return scenario.handover.told
    return one.fact


def nearly(scenario: Scenario, one: Reaction, state: State) -> bool:
    """Whether the reaction's condition holds already, but for what the next move will change."""
    when = one.when
    if one.fact and not any(fact in state.told and fact not in state.heard for fact in one.fact):
        return False
    before = replace(
        when, phase=(), from_anger=0, from_turn=0, angrier=None, agreed=(),
        heard=tuple(fact for fact in when.heard if fact not in one.fact),
        offered=tuple(remedy for remedy in when.offered if remedy not in one.remedy),
    )  # fmt: skip
    return holds(before, state, persona_of(scenario, state.seed).name)


def moves_for(scenario: Scenario, state: State, cues: Words, facts: Words, remedies: Words) -> Iterator[Move]:
    """Moves that bring these cues about, as far as one move can, with these facts and remedies in them."""
    for cue in cues or tuple(CUES):
        yield from _moves_for(scenario, state, cue, facts, remedies)


def _moves_for(scenario: Scenario, state: State, cue: str, facts: Words, remedies: Words) -> Iterator[Move]:
    unheard = tuple(fact for fact in state.told if fact not in state.heard)
    text = _anew(f"This is about {cue}.", state)
    if cue in GESTURES:
        yield from (Gesture(kind) for kind in gestures_in(scenario.setting) if kind == cue)
    elif cue == "silence":
        yield Listen()
    elif cue == "misheard":
        yield from (Say(text, Reading(text=text, mistaken=(fact,))) for fact in unheard[:1])
    elif cue == "repeated" and state.own_lines:
        yield line(" ".join(sorted(state.own_lines[-1])), "apology")
    elif cue in {"unclear", "repeated"}:
        yield Say(text, Reading(text=text))
    elif cue == "heard_all":
        yield line(text, "paraphrase", facts=unheard)
        yield line(text, "paraphrase expectations", facts=unheard)
    elif cue in _OFFERING:
        for remedy in remedies or tuple(one.id for one in scenario.remedies):
            yield line(text, _OFFERING[cue], remedies=(remedy,))
            yield line(text, f"{_OFFERING[cue]} paraphrase", remedies=(remedy,), facts=unheard)
        yield line(text, _OFFERING[cue], remedies=remedies)
        yield line(text, "expectations agreement_check")
    else:
        technique = _done_by(cue, state)
        for taken_up in ((), *((fact,) for fact in facts or unheard)):
            yield line(text, technique, facts=taken_up, remedies=remedies)


def _done_by(cue: str, state: State) -> str:
    """The techniques that bring this cue about. Of a broken promise she speaks until somebody says sorry."""
    technique = _DONE_BY.get(cue, cue)
    return f"{technique} apology" if state.promise_broken and cue != "broken" else technique


_OFFERING: Final = {
    "agreed": "solution agreement_check", "hot_solution": "solution", "solution": "solution", "options": "options",
}  # fmt: skip
_DONE_BY: Final = {
    "limit_unneeded": "boundary", "handed_on": "handover", "interrupted": "gratitude", "unheard": "gratitude",
    "what_now": "gratitude", "broken": "gratitude",
}  # fmt: skip
