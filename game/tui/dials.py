"""How hard the next call is to be: the rows of the brief that are off unless somebody turns them."""

from dataclasses import dataclass, replace
from typing import Final, Literal, TypeVar

from game.core.difficulty import Difficulty
from game.core.personas import ANY, PERSONAS

T = TypeVar("T")
Dial = Literal["clock", "person", "heat", "noise"]
CLOCKS: Final = (0, 20, 40)
"""Seconds of silence after which it counts as listening; 0 is no clock."""
HEATS: Final = (-10, 0, 10)
"""Points added to the opening anger."""
PEOPLE: Final = ("", ANY, *PERSONAS)


@dataclass(frozen=True, slots=True)
class Dials:
    """What the player turned. The defaults change nothing."""

    difficulty: Difficulty = Difficulty()  # noqa: RUF009  # frozen, and the core's own defaults
    clock: int = 0
    """Seconds of silence that count as listening; 0 is no clock."""

    def turned(self, dial: Dial) -> "Dials":
        """With one dial turned to its next value."""
        hard = self.difficulty
        match dial:
            case "clock":
                return replace(self, clock=_next(CLOCKS, self.clock))
            case "person":
                return replace(self, difficulty=replace(hard, persona=_next(PEOPLE, hard.persona)))
            case "heat":
                return replace(self, difficulty=replace(hard, heat=_next(HEATS, hard.heat)))
            case "noise":
                return replace(self, difficulty=replace(hard, noise=not hard.noise))

    @property
    def person(self) -> str:
        """Who is to call, in words."""
        persona = self.difficulty.persona
        return {"": "as written", ANY: "any: the seed draws one"}.get(persona, persona)


UNDER_LOAD: Final = Dials(Difficulty(noise=True), clock=CLOCKS[-1])
"""What a call is begun with by those who need no help any more."""


def _next(values: tuple[T, ...], now: T) -> T:
    return values[(values.index(now) + 1) % len(values)] if now in values else values[0]


def heat_in_words(points: int) -> str:
    """Points of heat as the brief writes them."""
    return "as written" if points == 0 else f"{points:+d}".replace("-", "−")


def clock_in_words(seconds: int) -> str:
    """Seconds of silence as the brief writes them."""
    return f"{seconds} s" if seconds else "off"
