"""What makes a rule's points stronger or weaker at this moment, each as an effect of its own.

Factors multiply one after the other, and what each adds or takes away is rounded on the way, so the whole
points of a rule and its factors sum exactly.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from game.core.moment import Moment
from game.core.rules import MODIFIERS, Rule
from game.core.scenario import Pace

_LATE_FROM_TURN: Final = 5
_HABIT: Final = (1.0, 0.7, 0.4, 0.2)
"""What the first, second, third and any later use of the same kind of move still counts for."""
_CARING: Final = (0.7, 0.9, 1.0, 1.2)
"""What a kind of move counts for with someone who cares about it 0, 1, 2 or 3."""

_PACE: Final[dict[Pace, float]] = {"slowly": 0.85, "normally": 1.0, "fast": 1.15}
_PRIDE: Final = (0.8, 1.0, 1.2, 1.4)
"""What an insult to pride counts for at pride 0, 1, 2 or 3."""
_HURTS_PRIDE: Final = ("condescension", "order", "invalidating", "blame")


@dataclass(frozen=True, slots=True)
class Factor:
    """A multiplier, and the rule and words behind it."""

    rule: Rule
    times: float
    label: str
    why: str


def _factor(rule: str, times: float, label: str, why: str) -> Factor:
    return Factor(MODIFIERS[rule], times, label, why)


def phase(moment: Moment, rule: Rule) -> Factor | None:
    """Rows 1, 13, 14: what the phase makes of it."""
    they = moment.they
    if rule.family == "working" and moment.too_early and rule.id not in ("money", "open-question"):
        why = f"{they.subject.capitalize()} {they.was} hot and not yet heard, so help hardly counted."
        return _factor("too-early", 0.25, f"before {they.subject} {they.was} heard", why)
    if rule.family == "relating" and moment.hot:
        return _factor("phase", 1.3, "while hot", "To someone this hot, being understood counts most.")
    if rule.family == "relating" and moment.state.phase == "warm":
        why = "With somebody who is warm and not hot, kind words count for less than getting it done."
        return _factor("phase", 0.8, "while warm", why)
    if rule.family == "working" and moment.state.phase == "warm":
        return _factor("phase", 1.2, "while warm", "With somebody who is warm, getting it done counts most.")
    return None


def concreteness(moment: Moment, rule: Rule) -> Factor | None:
    """Row 2: their own facts, or general words."""
    if rule.family != "relating":
        return None
    possessive = moment.they.possessive
    if moment.new_facts:
        why = f"You used {possessive} own facts, so it could only be meant for {moment.they.object}."
        return _factor("concreteness", 1.3, f"{possessive} own facts", why)
    if rule.id == "specific-acknowledgement" and not moment.new_feelings:
        return _factor("concreteness", 0.6, "general words",
                       "It could have been said to anybody: name the thing, the day, the hour.")  # fmt: skip
    return None


def lateness(moment: Moment, rule: Rule) -> Factor | None:
    """Row 9: a first apology that comes late."""
    late = moment.state.turn >= _LATE_FROM_TURN and not moment.uses("apology")
    if rule.id not in ("apology", "apology-with-ownership") or not late:
        return None
    return _factor("lateness", 0.6, "late", "An apology this late counts for less.")


def habit(moment: Moment, rule: Rule) -> Factor | None:
    """Rows 12 and 15: the same line, or the same kind of move, again."""
    if moment.repeats:
        times = 0.3 if moment.repeats == 1 else 0.0
        return _factor("scripted-again", times, "the same line again", "You had said nearly these words before.")
    if rule.id == "specific-acknowledgement" and _third_time_relating(moment):
        return _factor("habit", 0.0, "feelings three times running",
                       "A third turn of feelings in a row adds nothing: it is time to do something.")  # fmt: skip
    fresh = moment.new_facts or moment.new_remedies
    used = moment.uses(*rule.techniques) if rule.techniques else 0
    if fresh or not used or rule.family not in ("relating", "working"):
        return None
    times = _HABIT[min(used, len(_HABIT) - 1)]
    return _factor("habit", times, "used before", "The same kind of move wears out.")


def _third_time_relating(moment: Moment) -> bool:
    return moment.relating_only and moment.state.relating >= 2 and not moment.new_facts


def persona(moment: Moment, rule: Rule) -> Factor | None:
    """What this customer cares about."""
    caring = moment.persona.cares_about
    if rule.family == "relating":
        weight, what = caring.heard, "being heard"
    elif rule.id in ("clear-steps", "promise-to-return"):
        weight, what = caring.informed, "knowing what happens"
    elif rule.id in ("solving", "money", "real-choice"):
        weight, what = caring.helped, "having it put right"
    else:
        return None
    times = _CARING[weight]
    if times == 1.0:
        return None
    much = "a great deal" if times > 1 else "little"
    return _factor("persona", times, f"{what} matters {'most' if times > 1 else 'less'}",
                   f"{moment.scenario.first_name} cares {much} about {what}.")  # fmt: skip


def temper(moment: Moment, rule: Rule) -> Factor | None:
    """How fast this person heats and cools."""
    harm = rule.family == "harm"
    times = _PACE[moment.persona.heats if harm else moment.persona.cools]
    if times == 1.0:
        return None
    name, what = moment.scenario.first_name, "heats" if harm else "cools"
    return _factor("persona", times, f"{what} {'fast' if times > 1 else 'slowly'}",
                   f"{name} {what} {'fast' if times > 1 else 'slowly'}.")  # fmt: skip


def pride(moment: Moment, rule: Rule) -> Factor | None:
    """How much it hurts to be talked down to."""
    times = _PRIDE[moment.persona.pride]
    if rule.id not in _HURTS_PRIDE or times == 1.0:
        return None
    much = "is proud, so it hit harder" if times > 1 else "is not proud, so it hit less hard"
    return _factor("persona", times, "pride", f"{moment.scenario.first_name} {much}.")


def hot_button(moment: Moment, rule: Rule) -> Factor | None:
    """What this person cannot stand."""
    pressed = [button for button in moment.persona.hot_buttons if button in rule.techniques]
    if not any(moment.reading.does(button) for button in pressed):
        return None
    return _factor("persona", 1.5, "a hot button", f"Just this is what {moment.scenario.first_name} cannot stand.")


def mismatch(moment: Moment, rule: Rule) -> Factor | None:
    """Row 18: a remedy that answers nothing she has told."""
    if rule.id not in ("solving", "money") or not moment.new_remedies:
        return None
    settles = [moment.scenario.remedy(remedy).settles for remedy in moment.new_remedies]
    if not all(settles) or any(fact in moment.state.told for facts in settles for fact in facts):
        return None
    return _factor("mismatch", 0.5, "not what it was about",
                   f"It answers nothing that {moment.they.subject} had told you by then.")  # fmt: skip


def register(moment: Moment, rule: Rule) -> Factor | None:
    """Row 21: speaking the way they speak."""
    if rule.family != "relating" or moment.reading.register != moment.persona.register:
        return None
    return _factor("register", 1.1, "in their own manner", "You spoke the way this customer speaks.")


def broken_trust(moment: Moment, rule: Rule) -> Factor | None:
    """Row 19: gains after a broken promise."""
    if not moment.state.promise_broken or rule.family == "harm":
        return None
    return _factor("after-a-broken-promise", 0.5, "after a broken promise",
                   "After a broken promise, what helps helps by half.")  # fmt: skip


_FACTORS: Final[tuple[Callable[[Moment, Rule], Factor | None], ...]] = (
    phase, concreteness, lateness, habit, mismatch, persona, temper, register, broken_trust,
)  # fmt: skip
_HARM_FACTORS: Final[tuple[Callable[[Moment, Rule], Factor | None], ...]] = (pride, hot_button, temper)


def factors(moment: Moment, rule: Rule) -> Iterator[Factor]:
    """The factors that apply to this rule now, in the order in which they multiply."""
    applicable = {"relating": _FACTORS, "working": _FACTORS, "harm": _HARM_FACTORS}.get(rule.family, ())
    for factor in applicable:
        found = factor(moment, rule)
        if found is not None:
            yield found
