"""Samples that an author could add: lines that real players typed and that were misheard, or not heard at all."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from game.authoring.declared import LENGTHS
from game.core.scenario import Sample, Scenario, Words

_LONGEST: Final = LENGTHS[Sample, "say"]
_SHORTEST: Final = 12
"""Letters of a line by which a scenario is known again: "Yes." is in all of them."""


@dataclass(frozen=True, slots=True)
class Misheard:
    """A line that a player typed, after what, and what the player says that it was meant to do, if anything."""

    text: str
    customer: str
    meant: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A sample that could stand in the scenario. `hears` is empty where the author must say what the line does."""

    say: str
    hears: Words
    customer: str
    times: int

    def plain(self) -> dict[str, object]:
        """As plain data."""
        return {"say": self.say, "hears": list(self.hears), "customer": self.customer, "times": self.times}

    def as_yaml(self) -> str:
        """As it would stand under `samples`; without techniques it is a remark, for the author to complete."""
        said = json.dumps(self.say.replace("{", "(").replace("}", ")"), ensure_ascii=False)
        if not self.hears:
            return f"  # - say: {said}\n  #   hears: []  # what does it do?"
        return f"  - say: {said}\n    hears: [{', '.join(self.hears)}]"


def proposals(scenario: Scenario, misheard: Iterable[Misheard]) -> list[Proposal]:
    """A sample for each line that was misheard, the most frequent first, but for those that the file has already."""
    there = {_plain(sample.say) for sample in scenario.samples}
    kept = [one for one in misheard if _plain(one.text) not in there and 0 < len(one.text.strip()) <= _LONGEST]
    times = Counter(_plain(one.text) for one in kept)
    first = {_plain(one.text): one for one in reversed(kept)}
    meant = {text: _most_meant(one.meant for one in kept if _plain(one.text) == text) for text in times}
    return [Proposal(first[text].text, meant[text], first[text].customer, count) for text, count in times.most_common()]


def said_here(scenario: Scenario, customer: str) -> bool:
    """Whether this is something that the customer of this scenario says, and not only the shared voice."""
    return any(part in customer for line in _own_lines(scenario) for part in _unslotted(line))


def _own_lines(scenario: Scenario) -> Iterator[str]:
    for beat in scenario.story:
        yield from beat.say
    for reaction in scenario.reactions:
        yield from reaction.say


def _unslotted(line: str) -> Iterator[str]:
    parts = (piece.partition("}")[2] if "}" in piece else piece for piece in line.removeprefix("— ").split("{"))
    return (part for part in parts if len(part) >= _SHORTEST)


def _most_meant(meant: Iterable[str]) -> Words:
    counted = Counter(technique for technique in meant if technique)
    return tuple(technique for technique, _ in counted.most_common(1))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
