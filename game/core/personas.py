"""Who is calling today: the dials of a person, in everyday words, and eight ready sets of them.

An author may set any dial in the scenario; what is left out comes from the persona. Where several personas
are named, the seed draws one, so that the same scenario is new each time and the same seed is the same call.
"""

from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Final

from game.core.chance import pick
from game.core.scenario import Caring, Customer, Departure, Pace, Register, Scenario

ANY: Final = "any"


@dataclass(frozen=True, slots=True)
class Persona:
    """A person's dials. What each means stands beside the same field of `scenario.Customer`."""

    name: str
    meaning: str
    """How a debrief puts it, after the name: "is proud: …"."""
    cares_about: Caring
    patience: int = 24
    candour: int = 2
    pride: int = 1
    heats: Pace = "normally"
    cools: Pace = "normally"
    hot_buttons: tuple[str, ...] = ()
    register: Register = "blunt"
    gives_up: Departure = "hangs_up"


_ALL: Final = (
    Persona("steady", "takes things as they come", Caring(2, 2, 2)),
    Persona(
        "proud", "minds how they are spoken to more than what they get", Caring(3, 2, 1), candour=1, pride=3,
        hot_buttons=("condescension", "policy_shield"), register="formal", gives_up="demands_a_manager",
    ),
    Persona(
        "anxious", "fears the worst until told what will happen", Caring(2, 3, 2), candour=3, pride=0,
        heats="fast", hot_buttons=("closing_off",), register="chatty",
    ),
    Persona(
        "hurried", "wants it done, and soon", Caring(1, 2, 3), patience=16, cools="fast",
        hot_buttons=("jargon", "self_story"),
    ),
    Persona(
        "talkative", "needs to tell it all before anything else", Caring(3, 1, 2), patience=30, candour=3,
        cools="slowly", hot_buttons=("command",), register="chatty", gives_up="posts_a_review",
    ),
    Persona(
        "wary", "has been let down before and tells little", Caring(2, 3, 2), candour=0, cools="slowly",
        hot_buttons=("passing_the_buck", "excuse"), register="formal", gives_up="demands_a_manager",
    ),
    Persona(
        "hurt", "feels it more than it shows", Caring(3, 1, 1), candour=1, pride=2, cools="slowly",
        hot_buttons=("dismissal", "non_apology"), gives_up="walks_out",
    ),
    Persona(
        "fiery", "flares up fast and cools as fast", Caring(2, 2, 2), patience=18, pride=2, heats="fast",
        cools="fast", hot_buttons=("command", "argument"), gives_up="posts_a_review",
    ),
)  # fmt: skip

PERSONAS: Final = {persona.name: persona for persona in _ALL}
"""The ready personas by name."""
_OWN_DIALS: Final = tuple(field.name for field in fields(Persona) if field.name not in ("name", "meaning"))


def persona_of(scenario: Scenario, seed: int) -> Persona:
    """The person who calls: the author's dials over those of the persona named, or drawn by seed."""
    return _person(scenario.customer, seed)


@lru_cache(maxsize=256)
def _person(customer: Customer, seed: int) -> Persona:
    drawn = PERSONAS[_drawn(customer, seed)]
    own = {dial: getattr(customer, dial) for dial in _OWN_DIALS if getattr(customer, dial) not in (None, ())}
    base = {dial: getattr(drawn, dial) for dial in _OWN_DIALS}
    return Persona(drawn.name, drawn.meaning, **(base | own))


def _drawn(customer: Customer, seed: int) -> str:
    names = tuple(PERSONAS) if ANY in customer.persona else customer.persona
    known = [name for name in names if name in PERSONAS]
    return pick(known, seed, 0, "persona") if known else "steady"
