"""How much each phrase and each bit of wording speaks for each technique: numbers fitted to labelled replies.

Phrases say what a technique looks like; the weights say how far each can be trusted, and what the rest of the
sentence adds. They are a plain table, so every verdict can be traced to words.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log
from pathlib import Path
from typing import Final

_PATH: Final = Path(__file__).parent / "lexicon" / "en" / "weights.json"
_SCALE: Final = 100


@dataclass(frozen=True, slots=True)
class Weights:
    """The table: for each feature, (technique's number, hundredths of a logit) pairs."""

    techniques: tuple[str, ...]
    base: tuple[float, ...]
    """Logit of each technique in a sentence that shows nothing."""
    threshold: tuple[float, ...]
    """From which strength on a technique counts as found."""
    slope: float
    """How raw logits become strengths that come true as often as they say."""
    offset: tuple[float, ...]
    """Shift of the logit per technique, for the same end."""
    features: Mapping[str, list[int]]

    def logits(self, features: Iterable[str]) -> list[float]:
        """How a sentence with these features speaks for each technique."""
        totals = [0] * len(self.techniques)
        table = self.features
        for feature in features:
            row = table.get(feature)
            if row is not None:
                for at in range(0, len(row), 2):
                    totals[row[at]] += row[at + 1]
        return [base + total / _SCALE for base, total in zip(self.base, totals, strict=True)]

    def strength(self, technique: int, sentence_logits: Iterable[float]) -> float:
        """How sure it is that a reply of these sentences does this, from 0 to 1."""
        pooled = log(sum(exp(min(logit, 50.0)) for logit in sentence_logits) or 1e-9)
        return 1 / (1 + exp(-max(-50.0, min(50.0, self.slope * pooled + self.offset[technique]))))

    def of(self, feature: str, technique: int) -> float:
        """What one feature adds for one technique, in logits."""
        row = self.features.get(feature, ())
        return next((row[at + 1] / _SCALE for at in range(0, len(row), 2) if row[at] == technique), 0.0)


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The table that this package ships."""
    return read_weights(_PATH)


def read_weights(path: Path) -> Weights:
    """A table from a file."""
    read = json.loads(path.read_text(encoding="utf-8"))
    return Weights(
        tuple(read["techniques"]),
        tuple(read["base"]),
        tuple(read["threshold"]),
        read["slope"],
        tuple(read["offset"]),
        read["features"],
    )
