"""A scenario as a picture in letters: what is told, what puts it right, what is answered, and how it can end."""

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Final, get_args
from unicodedata import combining, east_asian_width

from game.core.cues import ORDER
from game.core.outcome import solvable
from game.core.personas import ANY, PERSONAS
from game.core.scenario import Beat, Choice, Complication, Condition, Outcome, Phase, Reaction, Remedy, Scenario
from game.core.state import GOAL
from game.core.techniques import is_misstep

WIDTH: Final = 80
"""Columns of the terminal that every one has."""
PHASES: Final[tuple[Phase, ...]] = get_args(Phase)
OUTCOMES: Final[tuple[Outcome, ...]] = get_args(Outcome)
_COLUMNS: Final = "hot warm cool"


def map_lines(scenario: Scenario, name: str, width: int = WIDTH) -> Iterator[str]:
    """The picture, a line at a time, none wider than `width` columns."""
    for line in _all_lines(scenario, name, width):
        yield cut(line, width)


def _all_lines(scenario: Scenario, name: str, width: int) -> Iterator[str]:
    customer = scenario.customer
    yield f"{scenario.title} ({name})"
    feelings = ", ".join(customer.feelings) or "no feelings given"
    yield f"{customer.name}, {scenario.setting}, {scenario.level}, anger {customer.anger}: {feelings}"
    yield from ("", "Story")
    for number, beat in enumerate(scenario.story, start=1):
        yield from _beat(scenario, number, beat, width)
    if scenario.complications:
        yield from ("", "What may come in between")
    for number, one in enumerate(scenario.complications, start=1):
        yield from _beat(scenario, number, one, width)
    yield from ("", "Remedies", *(_remedy(remedy) for remedy in scenario.remedies), *_none(scenario.remedies))
    yield from ("", _headed(f"Reactions: what {scenario.first_name} answers", width))
    yield from _reactions(scenario, width)
    yield from ("", _headed("Choices: the menu", width))
    yield from (_choice(choice, width) for choice in scenario.choices)
    yield from _none(scenario.choices, f"the voice {scenario.voice} fills the menu")
    yield from ("", "Endings")
    for outcome in OUTCOMES:
        yield from _ending(scenario, outcome, width)


def _none(there: Iterable[object], otherwise: str = "none") -> Iterator[str]:
    if not any(True for _ in there):
        yield f"  ({otherwise})"


def _beat(scenario: Scenario, number: int, beat: Beat | Complication, width: int) -> Iterator[str]:
    marks = [f"from turn {beat.from_turn}"] if isinstance(beat, Complication) else _marks(beat)
    marks += [f"{len(beat.say)} wordings"] if len(beat.say) > 1 else []
    note = f"  [{', '.join(marks)}]" if marks else ""
    yield f"{number:>3} {cut(f'“{beat.say[0]}”', width - 4 - columns(note))}{note}"
    if beat.fact is not None:
        heard = "must be heard" if beat.fact.matters else "need not be heard"
        yield f"    └ {beat.fact.id}, {heard} ← {_listed(_settling(scenario, beat.fact.id), 'no remedy')}"


def _marks(beat: Beat) -> list[str]:
    return [word for word, so in (("when asked", beat.when_asked), ("abuse", beat.abuse)) if so]


def _settling(scenario: Scenario, fact: str) -> Iterator[str]:
    return (_named(remedy) for remedy in scenario.remedies if fact in remedy.settles)


def _named(remedy: Remedy) -> str:
    return f"× {remedy.id}" if remedy.beyond_authority else remedy.id


def _remedy(remedy: Remedy) -> str:
    beyond = ", × not yours to give" if remedy.beyond_authority else ""
    settles = _listed(remedy.settles, "nothing in particular")
    return f"  {_named(remedy)} “{remedy.heard_as[0]}” ({remedy.kind}{beyond}) → {settles}"


def _reactions(scenario: Scenario, width: int) -> Iterator[str]:
    """A row a cue: how many wordings of the author's own there are in each phase, and what they tell."""
    for cue in (*ORDER, ""):
        fitting = [one for one in scenario.reactions if cue in one.to or not (cue or one.to)]
        if fitting:
            counts = "".join(f"{_wordings(fitting, phase) or '·':>5}" for phase in PHASES)
            tells = _listed((one.tells for one in fitting if one.tells), "")
            row = f"  {cue or '(anything)'}{f' → tells {tells}' if tells else ''}"
            yield f"{cut(row, width - 16):{width - 16}}{counts}"
    answered = {cue for one in scenario.reactions for cue in one.to}
    left = [cue for cue in ORDER if cue not in answered]
    yield from _wrapped(f"The voice {scenario.voice} answers: {', '.join(left) or 'what has no line left'}", width)


def _wordings(reactions: list[Reaction], phase: Phase) -> int:
    return sum(len(one.say) for one in reactions if not one.when.phase or phase in one.when.phase)


def _choice(choice: Choice, width: int) -> str:
    sign = "−" if any(map(is_misstep, choice.does)) else "+"
    row = f"  {sign} {choice.id}: {', '.join(choice.does)}{condition(choice.when)}"
    marks = "".join(f"{'●' if not choice.when.phase or phase in choice.when.phase else '·':>5}" for phase in PHASES)
    return f"{pad(cut(row, width - 16), width - 16)}{marks}"


def condition(when: Condition) -> str:
    """What a condition asks for beside the phase, as words that follow a line."""
    named = (
        ("told", when.told), ("untold", when.untold), ("heard", when.heard), ("unheard", when.unheard),
        ("offered", when.offered), ("not offered", when.not_offered), ("agreed", when.agreed),
        ("not agreed", when.not_agreed), ("after", when.after), ("persona", when.persona),
    )  # fmt: skip
    parts = [f"{word} {', '.join(ids)}" for word, ids in named if ids]
    parts += [f"from turn {when.from_turn}"] if when.from_turn else []
    return f" ({'; '.join(parts)})" if parts else ""


def _ending(scenario: Scenario, outcome: Outcome, width: int) -> Iterator[str]:
    own = len(scenario.endings.get(outcome, ()))
    lines = f"{own} own {'line' if own == 1 else 'lines'}" if own else f"the voice {scenario.voice}"
    yield f"  {outcome} ({lines})"
    yield from _wrapped("← " + leads_to(scenario, outcome), width, indent="    ")


def leads_to(scenario: Scenario, outcome: Outcome) -> str:
    """What brings this outcome about in this scenario, in words; how it cannot, where it cannot."""
    return _LEADS[outcome](scenario)


def _settled(scenario: Scenario) -> str:
    allowed = [remedy.id for remedy in scenario.remedies if not remedy.beyond_authority]
    step = f"agreed to {_listed(allowed, '', ' or ')}" if solvable(scenario) else "told what will happen"
    return f"anger {GOAL} or below; heard: {_facts_to_hear(scenario)}; {step}"


def _at_a_cost(scenario: Scenario) -> str:
    beyond = [remedy.id for remedy in scenario.remedies if remedy.beyond_authority]
    return f"the same, with {_listed(beyond, '', ' or ')} promised" if beyond else "cannot happen: nothing is forbidden"


def _differ(scenario: Scenario) -> str:
    return f"the player ends it, no longer hot; heard: {_facts_to_hear(scenario)}; something agreed, or the limits told"


def _handed(scenario: Scenario) -> str:
    if scenario.handover is None:
        return "cannot happen: there is nobody to hand over to"
    told = _listed(scenario.handover.told, "")
    return f"brought in {scenario.handover.to}, no longer hot{f'; told: {told}' if told else ''}"


def _limit(scenario: Scenario) -> str:
    reactions = (*scenario.reactions, *scenario.shared.reactions)
    abuse = any(beat.abuse for beat in scenario.story) or any(one.abuse for one in reactions)
    return "a limit set after abuse, then the player ends it" if abuse else "cannot happen: no line is abusive"


def _lost(scenario: Scenario) -> str:
    customer = scenario.customer
    names = PERSONAS if ANY in customer.persona else customer.persona or ("steady",)
    turns = sorted({customer.patience or PERSONAS[name].patience for name in names if name in PERSONAS})
    return f"anger 100; or {' to '.join(map(str, dict.fromkeys((turns[0], turns[-1]))))} turns; or ended too early"


def _facts_to_hear(scenario: Scenario) -> str:
    return _listed((fact.id for fact in scenario.must_hear(())), "nothing")


_LEADS: Final = {
    "settled": _settled,
    "settled_at_a_cost": _at_a_cost,
    "agreed_to_differ": _differ,
    "handed_over": _handed,
    "limit_kept": _limit,
    "lost": _lost,
}


def _listed(words: Iterable[str], otherwise: str, between: str = ", ") -> str:
    return between.join(dict.fromkeys(words)) or otherwise


def _headed(title: str, width: int) -> str:
    return f"{pad(cut(title, width - len(_COLUMNS) - 1), width - len(_COLUMNS) - 1)} {_COLUMNS}"


def _wrapped(text: str, width: int, indent: str = "  ") -> list[str]:
    return wrap(text, width, initial_indent=indent, subsequent_indent=indent + "  ")


def columns(text: str) -> int:
    """Columns of a terminal that this text takes."""
    return sum(0 if combining(one) else 2 if east_asian_width(one) in "WF" else 1 for one in text)


def cut(text: str, width: int) -> str:
    """The text, shortened with … where it is wider than this."""
    if columns(text) <= width:
        return text
    while text and columns(text) > width - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def pad(text: str, width: int) -> str:
    """The text with spaces after it, up to this width."""
    return text + " " * (width - columns(text))
