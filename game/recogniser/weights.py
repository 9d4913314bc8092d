"""How much each phrase and each bit of wording speaks for each technique: numbers fitted to labelled replies.

Phrases say what a technique looks like; the weights say how far each can be trusted, and what the rest of the
sentence adds. They are a plain table, so every verdict can be traced to words.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log
from pathlib import Path
from typing import Final

_PATH: Final = Path(__file__).parent / "lexicon" / "en" / "weights.json"
_UNIT: Final = 100
_LANE: Final = 24
_HALF: Final = 1 << (_LANE - 1)
_FULL: Final = 1 << _LANE


@dataclass(frozen=True, slots=True)
class Weights:
    """The table, and how its sums are read."""

    techniques: tuple[str, ...]
    base: tuple[float, ...]
    """Logit of each technique in a sentence that shows nothing."""
    threshold: tuple[float, ...]
    """From which strength on a technique counts as found."""
    slope: float
    """How raw logits become strengths that come true as often as they say."""
    offset: tuple[float, ...]
    """Shift of the logit per technique, for the same end."""
    packed: Mapping[str, int]
    """For each feature its weights for all techniques side by side in one integer, so that a sentence is
    one sum: hundredths of a logit in lanes of 24 bits, the first technique lowest."""

    def logits(self, features: Iterable[str]) -> list[float]:
        """How a sentence with these features speaks for each technique."""
        look_up = self.packed.get
        total = 0
        for feature in features:
            total += look_up(feature, 0)
        sums = []
        for base in self.base:
            lane = (total + _HALF) % _FULL - _HALF
            total = (total - lane) >> _LANE
            sums.append(base + lane / _UNIT)
        return sums

    def strength(self, technique: int, sentence_logits: Sequence[float]) -> float:
        """How sure it is that a reply of these sentences does this, from 0 to 1."""
        highest = max(sentence_logits)
        pooled = highest + log(sum(exp(logit - highest) for logit in sentence_logits))
        return 1 / (1 + exp(-max(-50.0, min(50.0, self.slope * pooled + self.offset[technique]))))

    def knows(self, feature: str) -> bool:
        """Whether the weights were fitted with this feature."""
        return feature in self.packed

    def of(self, feature: str, technique: int) -> float:
        """What one feature adds for one technique, in logits."""
        shift = _LANE * technique
        rounded = (self.packed.get(feature, 0) + ((1 << shift) >> 1)) >> shift
        return ((rounded + _HALF) % _FULL - _HALF) / _UNIT


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The table that this package ships."""
    return read_weights(_PATH)


def read_weights(path: Path) -> Weights:
    """A table from a file. Its `features` list, for each feature, technique numbers and hundredths by turns."""
    read = json.loads(path.read_text(encoding="utf-8"))
    shifts = [_LANE * number for number in range(len(read["techniques"]))]
    packed: dict[str, int] = {}
    for feature, row in read["features"].items():
        total, parts = 0, iter(row)
        for number, weight in zip(parts, parts, strict=True):
            total += weight << shifts[number]
        packed[feature] = total
    return Weights(
        tuple(read["techniques"]),
        tuple(read["base"]),
        tuple(read["threshold"]),
        read["slope"],
        tuple(read["offset"]),
        packed,
    )
