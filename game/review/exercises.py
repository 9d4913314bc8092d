"""Drills by technique: a near miss of the lexicon's, to be said so that it does what was asked, at a moment of a call
where that helps.

The moment is looked for in the engine: of a call that goes well, the one where a bare line of this technique takes
most off the meter. Where it helps nobody, as a limit among people who are not abusive, there is no such drill.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from game.core.chance import shuffled
from game.core.engine import step, why_not
from game.core.moves import Say
from game.core.order import order_that_works
from game.core.reading import told_reading
from game.core.scenario import Scenario
from game.core.session import Play, start
from game.core.techniques import TECHNIQUES
from game.recogniser import recognise
from game.recogniser.lexicon import lexicon
from game.review.positions import Position

_MARK: Final = "technique"
_SEED: Final = 0
"""The same seed always, so that a drill that comes due again is the same question."""
_MOST_TURNS: Final = 8


def exercises(technique: str, scenarios: Sequence[tuple[str, Scenario]], seed: int) -> Iterator[Position]:
    """Every drill of this technique in these scenarios, each one's neighbours with other people and other words."""
    near = near_misses(technique)
    found = [(name, play) for name, scenario in scenarios if (play := moment(scenario, technique)) is not None]
    ordered = shuffled(found, seed, 0, _MARK)
    for first in range(len(near)):
        for number, (name, play) in enumerate(ordered, first):
            yield _asked(technique, name, play, near[number % len(near)])


def exercise(id: str, scenarios: Mapping[str, Scenario]) -> Position | None:
    """The drill of this id; None if it is none of a technique, or if what it was made of is gone."""
    mark, _, rest = id.partition("/")
    technique, _, rest = rest.partition("/")
    name, _, digest = rest.rpartition("/")
    if mark != _MARK or technique not in TECHNIQUES or name not in scenarios:
        return None
    sample = next((line for line in near_misses(technique) if _digest(line) == digest), None)
    play = moment(scenarios[name], technique) if sample is not None else None
    return _asked(technique, name, play, sample) if sample is not None and play is not None else None


@lru_cache(maxsize=len(TECHNIQUES))
def near_misses(technique: str) -> tuple[str, ...]:
    """Lines that the lexicon keeps because they look like this technique and are not heard as it."""
    groups = (group for group in lexicon().groups if group.technique == technique)
    lines = dict.fromkeys(line for group in groups for line in group.near_misses)
    return tuple(line for line in lines if technique not in recognise(line).techniques)


def moment(scenario: Scenario, technique: str) -> Play | None:
    """The call up to where a bare line of this technique takes most off the meter; None where it never does."""
    line = TECHNIQUES[technique].example
    bare = Say(line, told_reading(line, (technique,), _MARK, "what is asked for"))
    best: tuple[int, Play] | None = None
    play = start(scenario, _SEED)
    while play.state.stage == "call" and len(play.turns) < _MOST_TURNS:
        if not play.state.mid_sentence and why_not(scenario, play.state, bare) is None:
            change = step(scenario, play.state, bare).change
            if change < (best[0] if best else 0):
                best = change, play
        play = play.then(order_that_works(scenario, play.state))
    return best[1] if best else None


def _asked(technique: str, name: str, play: Play, sample: str) -> Position:
    return Position(f"{_MARK}/{technique}/{name}/{_digest(sample)}", play, sample, technique)


def _digest(line: str) -> str:
    return blake2b(line.encode(), digest_size=4).hexdigest()
