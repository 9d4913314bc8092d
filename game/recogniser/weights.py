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

PATH: Final = Path(__file__).parent / "lexicon" / "en" / "weights.txt"
NEUTRAL: Final = ord("O")
"""The letter that stands for no weight at all: `N` speaks one step against a technique, `P` one step for it."""
MOST: Final = ord("~") - NEUTRAL
"""The greatest weight, in steps."""
_LANE: Final = 32
_HALF: Final = 1 << (_LANE - 1)


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
    step: float
    """How many logits one step of a letter is."""
    rows: Mapping[str, str]
    """For each feature one letter a technique."""

    def total(self, features: Iterable[str]) -> int:
        """What these features add up to for all techniques, packed in one integer: such totals can be added."""
        look_up = self.rows.get
        total = 0
        for feature in features:
            row = look_up(feature)
            if row is not None:
                total += _packed(row)
        return total

    def logits(self, total: int) -> list[float]:
        """How a sentence of this total speaks for each technique."""
        size = len(self.base)
        lanes = memoryview((total + _in_every_lane(_HALF, size)).to_bytes(4 * size, "little")).cast("I")
        return [base + (lane - _HALF) * self.step for base, lane in zip(self.base, lanes, strict=True)]

    def strength(self, technique: int, sentence_logits: Sequence[float]) -> float:
        """How sure it is that a reply of these sentences does this, from 0 to 1."""
        highest = max(sentence_logits)
        pooled = highest + log(sum(exp(logit - highest) for logit in sentence_logits))
        return 1 / (1 + exp(-max(-50.0, min(50.0, self.slope * pooled + self.offset[technique]))))

    def knows(self, feature: str) -> bool:
        """Whether the weights were fitted with this feature."""
        return feature in self.rows

    def of(self, feature: str, technique: int) -> float:
        """What one feature adds for one technique, in logits."""
        row = self.rows.get(feature)
        return (ord(row[technique]) - NEUTRAL) * self.step if row else 0.0


@lru_cache(maxsize=8192)
def _packed(row: str) -> int:
    """A row as signed lanes side by side in one integer, the first technique lowest, so that a sentence is one sum."""
    return int.from_bytes(row.encode("utf-32-le"), "little") - _in_every_lane(NEUTRAL, len(row))


@lru_cache(maxsize=8)
def _in_every_lane(number: int, lanes: int) -> int:
    return sum(number << (_LANE * lane) for lane in range(lanes))


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The table that this package ships."""
    return read_weights(PATH)


def read_weights(path: Path) -> Weights:
    """A table from a file: a line of JSON, then a line for each feature, its name and its letters behind a tab."""
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    read = json.loads(head)
    size = len(read["techniques"])
    return Weights(
        tuple(read["techniques"]),
        tuple(read["base"]),
        tuple(read["threshold"]),
        read["slope"],
        tuple(read["offset"]),
        read["step"],
        {line[: -size - 1]: line[-size:] for line in lines},
    )
