"""The menu: which lines the player is offered now, and what each of them does.

The author's lines that fit come first; the shared voice fills up where they are few. The order is drawn by
seed, so that the good line has no favourite place.
"""

from typing import Final

from game.core.chance import draw, shuffled
from game.core.conditions import holds, specificity
from game.core.moment import MAY_REPEAT, words_of
from game.core.personas import persona_of
from game.core.reading import Promise, Reading, told_reading
from game.core.scenario import Choice, Scenario
from game.core.slots import fill, slots_of
from game.core.state import State
from game.core.techniques import TECHNIQUES, is_misstep

MOST_LINES: Final = 5
FEWEST_LINES: Final = 4


def menu(scenario: Scenario, state: State) -> tuple[Choice, ...]:
    """The lines offered now, five at most, their slots filled; none once the call is over.

    One of them always takes the next step of the order that works, so that nobody is left without a way on.
    """
    if state.stage != "call":
        return ()
    own = _balanced(state, _fitting(scenario, state, scenario.choices))
    shared = _balanced(state, _fitting(scenario, state, scenario.shared.choices))
    chosen = [line for line in own + shared if _takes_next_step(scenario, state, line)][:1]
    chosen += [line for line in own if line not in chosen][: MOST_LINES - len(chosen)]
    chosen += [line for line in shared if line not in chosen][: max(0, FEWEST_LINES - len(chosen))]
    return tuple(shuffled(chosen, state.seed, state.turn, "menu"))


def _takes_next_step(scenario: Scenario, state: State, line: Choice) -> bool:
    """Whether this line says back what was not heard yet; all heard, asks for the rest; all told, offers."""
    if not _helps(line):
        return False
    matters = [fact.id for fact in scenario.must_hear(state.told)]
    unheard = [fact for fact in matters if fact in state.told and fact not in state.heard]
    if unheard:
        return any(fact in unheard for fact in line.facts)
    if any(fact not in state.told for fact in matters):
        return "open_question" in line.does
    allowed = {remedy.id for remedy in scenario.remedies if not remedy.beyond_authority}
    fresh = any(remedy in allowed and remedy not in state.offered for remedy in line.remedies)
    return fresh or (bool(state.offered) and "agreement_check" in line.does)


def choice_by_id(scenario: Scenario, state: State, choice: str) -> Choice | None:
    """The menu's line of this id, or None if it isn't on the menu now."""
    return next((line for line in menu(scenario, state) if line.id == choice), None)


def reading_of(choice: Choice) -> Reading:
    """What a menu line does, as its author says."""
    reading = told_reading(choice.say, choice.does, "menu", "the line you chose")
    return Reading(
        text=choice.say,
        evidence=reading.evidence,
        facts=choice.facts,
        feelings=choice.feelings,
        remedies=choice.remedies,
        promises=tuple(Promise(choice.say, remedy) for remedy in choice.remedies),
    )


def in_words(choice: Choice) -> str:
    """What a menu line does, as its author says; as in "says it back, names the feeling"."""
    return ", ".join(TECHNIQUES[technique].does for technique in choice.does if technique in TECHNIQUES)


def every_line(scenario: Scenario, state: State) -> tuple[Choice, ...]:
    """Every line that fits now, the author's and the shared voice's, on the menu or not."""
    if state.stage != "call":
        return ()
    return tuple(_fitting(scenario, state, scenario.choices) + _fitting(scenario, state, scenario.shared.choices))


def _fitting(scenario: Scenario, state: State, choices: tuple[Choice, ...]) -> list[Choice]:
    slots = slots_of(scenario, state)
    persona = persona_of(scenario, state.seed).name
    filled = (
        _fill(scenario, state, choice, slots) for choice in choices if holds(choice.when, state, persona, ahead=1)
    )
    return [
        choice
        for choice in filled
        if choice is not None and (not _said(state, choice) or any(does in MAY_REPEAT for does in choice.does))
    ]


def _said(state: State, choice: Choice) -> bool:
    return words_of(choice.say) in state.own_lines


def _fill(scenario: Scenario, state: State, choice: Choice, slots: dict[str, str]) -> Choice | None:
    """The choice with its slots filled, and with what they stand for added to what it does."""
    if "{" not in choice.say:
        return choice
    say = fill(choice.say, slots)
    if "{" in say:
        return None
    facts, feelings, remedies = choice.facts, choice.feelings, choice.remedies
    if "{fact}" in choice.say:
        facts += tuple(f.id for f in scenario.facts if f.id in state.told and f.id not in state.heard)[:1]
    if "{feeling}" in choice.say:
        feelings += (slots["feeling"],)
    if "{remedy}" in choice.say:
        remedies += tuple(r.id for r in scenario.remedies if r.heard_as[0] == slots["remedy"])[:1]
    return Choice(say, choice.does, choice.id, facts, feelings, remedies, choice.when)


def _balanced(state: State, choices: list[Choice]) -> list[Choice]:
    """Most specific first, and helpful lines alternating with missteps, so that a menu is a real choice."""
    ranked = sorted(choices, key=lambda choice: (-specificity(choice.when), draw(state.seed, state.turn, choice.id)))
    helpful = [choice for choice in ranked if _helps(choice)]
    harmful = [choice for choice in ranked if not _helps(choice)]
    mixed: list[Choice] = []
    while helpful or harmful:
        mixed += helpful[:1] + harmful[:1]
        helpful, harmful = helpful[1:], harmful[1:]
    return mixed


def _helps(choice: Choice) -> bool:
    return not any(is_misstep(technique) for technique in choice.does if technique in TECHNIQUES)
