"""The lines that an author wrote as samples of what may be typed, as moves: the review tries them as well.

What they say back and offer is read from their words, once for a scenario.
"""

from typing import Final

from game.core.moves import Say
from game.core.scenario import Scenario
from game.core.state import State
from game.core.techniques import is_misstep
from game.recogniser import recognise

_READ: Final[dict[int, tuple[Scenario, tuple[Say, ...]]]] = {}
"""Samples as moves, kept for the scenarios last reviewed. A scenario is held beside its own, so that its identity
cannot pass to another one."""
_MOST_READ: Final = 32


def sample_lines(scenario: Scenario, state: State) -> list[Say]:
    """The samples that could be said now: without a misstep, and naming nothing that was not told yet."""
    return [said for said in _read(scenario) if all(fact in state.told for fact in said.reading.facts)]


def _read(scenario: Scenario) -> tuple[Say, ...]:
    known = _READ.get(id(scenario))
    if known is not None and known[0] is scenario:
        return known[1]
    first = scenario.story[0].say[0]
    samples = [one.say for one in scenario.samples if not any(is_misstep(technique) for technique in one.hears)]
    found = tuple(Say(text, recognise(text, first, scenario)) for text in samples)
    if len(_READ) >= _MOST_READ:
        _READ.clear()
    _READ[id(scenario)] = (scenario, found)
    return found
