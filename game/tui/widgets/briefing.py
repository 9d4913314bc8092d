"""The brief in pieces, for the page before the call and for the drawer during it."""

from collections.abc import Iterable

from textual.content import Content

from game.core.outcome import Needs
from game.core.scenario import Scenario
from game.core.session import Play
from game.core.slots import PRONOUNS, fact_said_back
from game.core.state import GOAL, phase_of
from game.tui.drawing.bands import band_of, reading
from game.tui.glyphs import GLYPHS
from game.tui.hanging import Hanging, Row
from game.tui.text import words

_NUMBERS = ("nothing", "one thing", "two things", "three things", "four things", "five things", "six things")


def headed(title: str, *rows: Row | str) -> Hanging:
    """A heading and what stands under it."""
    return Hanging(words((title, "bold $muted")), *(words(row) if isinstance(row, str) else row for row in rows))


def you_are(scenario: Scenario) -> Hanging:
    """Who you are."""
    return headed("You are", scenario.brief.you_are)


def you_know(scenario: Scenario) -> Hanging:
    """What you know."""
    return headed("What you know", scenario.brief.situation)


def you_may(scenario: Scenario) -> Hanging:
    """What you may offer."""
    return headed("You may", *_listed(scenario.brief.you_may, GLYPHS.check, "$accent"))


def you_may_not(scenario: Scenario) -> Hanging:
    """What you may not offer."""
    return headed("You may not", *_listed(scenario.brief.you_may_not, GLYPHS.cross, "$boiling"))


def _listed(items: Iterable[str], sign: str, style: str) -> list[Row]:
    marked: list[Row] = [(words((f"{sign} ", style)), words(item)) for item in items]
    return marked or [words(("nothing in particular", "$faint"))]


def ends_well(scenario: Scenario, need: Needs, *, hidden_meter: bool = False) -> Hanging:
    """What a good end is, and what of it is there."""
    they = PRONOUNS[scenario.customer.pronoun]
    hidden = any(beat.when_asked and beat.fact is not None and beat.fact.matters for beat in scenario.story)
    heard = _NUMBERS[need.to_hear] if need.to_hear < len(_NUMBERS) else f"{need.to_hear} things"
    unasked = f", and {they.subject} won't tell you all of them unasked" if hidden else ""
    return headed(
        "It ends well when",
        (_ring(need.calm and not hidden_meter), words(f"{they.possessive} anger is at {GOAL} or below")),
        (_ring(need.all_heard), words(f"what matters to {they.object} was heard: {heard}{unasked}")),
        (_ring(need.next_step and need.keepable), words("a next step is agreed that you can keep")),
    )


def _ring(done: object) -> Content:
    return words((f"{GLYPHS.dot} ", "$accent") if done else (f"{GLYPHS.ring} ", "$muted"))


def starts_at(scenario: Scenario) -> Hanging:
    """Where the meter stands when the call begins."""
    customer = scenario.customer
    they = PRONOUNS[customer.pronoun]
    verb = "start" if they.was == "were" else "starts"
    at = reading(customer.anger, band_of(customer.anger, phase_of(customer.anger)))
    return Hanging(words((f"{they.subject.capitalize()} {verb} at ", "bold $muted"), at))


def told(play: Play) -> Hanging:
    """What the customer has told, and what of it was heard."""
    scenario, state = play.scenario, play.state
    they = PRONOUNS[scenario.customer.pronoun]
    rows: list[Row] = []
    for fact in scenario.facts:
        if fact.id not in state.told:
            rows.append(words((f"{GLYPHS.ring} something {they.subject} {they.has}n't said", "$faint")))
        elif fact.id in state.heard:
            rows.append((_ring(fact.id in state.heard), words(fact_said_back(scenario, fact), ("  heard", "$accent"))))
        else:
            rows.append((_ring(fact.id in state.heard), words(fact_said_back(scenario, fact))))
    return headed(f"What {they.subject} {they.has} told you", *rows)


def promised(play: Play) -> Hanging:
    """What you promised, and whether it is yours to give."""
    beyond = {remedy.id for remedy in play.scenario.remedies if remedy.beyond_authority}
    rows: list[Row] = []
    for turn in play.turns:
        for promise in turn.state.promises[len(turn.before.promises) :]:
            bad = promise.remedy in beyond
            sign = words((f"{GLYPHS.cross} ", "$boiling") if bad else (f"{GLYPHS.check} ", "$accent"))
            verdict = "not yours to give" if bad else "yours to give" if promise.remedy else "not in your brief by name"
            rows.append((sign, words(promise.what, (f"  turn {turn.number}, {verdict}", "$muted"))))
    return headed("What you promised", *rows) if rows else headed("What you promised", words(("nothing yet", "$faint")))
