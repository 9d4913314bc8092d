"""Fits the recogniser's weights to labelled replies and writes lexicon/en/weights.txt.

Run it after a change to phrases, concepts or features; it needs numpy and scipy, which the game does not:

    python -m pip install numpy scipy && cd tests && python -m bench.recogniser.fit_weights

A reply does what one of its sentences does: the logits of sentences are pooled (log-sum-exp), so that only
whole replies need labels. Every reply is shown twice, once with its phrases hidden: the phrases were written with
some of these replies at hand, and would be trusted too much otherwise. The kept-out and the blind rows are never
read here, so that `measure` speaks of the very table that ships.
"""

import json
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np  # type: ignore[import-not-found,unused-ignore]
from bench.recogniser.labelled_replies import Row, menus, rows, written
from scipy import sparse  # type: ignore[import-not-found,import-untyped,unused-ignore]

from game.core.techniques import TECHNIQUES, is_misstep
from game.recogniser.hearing import around, hear, setting_of
from game.recogniser.lexicon import lexicon
from game.recogniser.sentences import sentences
from game.recogniser.weights import MOST, NEUTRAL, PATH

NAMES = tuple(TECHNIQUES)
FREEDOM = {"P": 0.6, "G": 2.0, "w": 0.5, "b": 0.4, "c": 1.0, "t": 0.5, "u": 0.3, "j": 0.25, "r": 0.25, "q": 0.2}
OTHER_FREEDOM = 0.6
PENALTY, STEPS, PACE = 0.3, 150, 0.08
FEATURES, STEP = 45_000, 0.06
SURE_ENOUGH_TO_ACCUSE = 0.6
"""At this strength about one clean reply in fifty is accused of a misstep; at 0.5 it was one in thirty."""


def main() -> None:
    """Fit, write the table, and print how it did on the labelled rows when it had not seen them."""
    labelled = rows("seen")
    data = Data(labelled + written() + menus())
    reading = calibrated(data, len(labelled))
    table, base = fit(data)
    head = {
        "techniques": NAMES,
        "base": _rounded(base),
        "threshold": _rounded(reading.threshold),
        "slope": round(reading.slope, 3),
        "offset": _rounded(reading.offset),
        "step": STEP,
    }
    lines = [f"{name}\t{letters}" for name, letters in sorted(_letters(data, table))]
    PATH.write_text("\n".join([json.dumps(head), *lines]) + "\n", encoding="utf-8")
    print(f"{len(data.labels)} replies, {len(lines)} features. {reading.figures}")


def _rounded(numbers: "np.ndarray") -> list[float]:
    return [round(float(number), 3) for number in numbers]


def _letters(data: "Data", table: "np.ndarray") -> Iterator[tuple[str, str]]:
    """Every phrase, and the features that matter most, with one letter a technique."""
    matters = np.sqrt((table**2).sum(1) * data.often)
    least = np.sort(matters)[-min(FEATURES, len(matters))]
    steps = np.clip(np.round(table / STEP), -MOST, MOST).astype(int)
    for name, number in data.vocabulary.items():
        if matters[number] >= least or name[0] == "P":
            yield name, "".join(chr(NEUTRAL + step) for step in steps[number])


class Data:
    """Replies as a matrix: a row a sentence, a column a feature."""

    def __init__(self, given: list[Row]) -> None:
        noticed = [features(row) for row in given]
        seen = Counter(name for reply in noticed for name in set().union(*reply))
        kept = sorted(name for name, count in seen.items() if count >= 2 or name[0] in "PG")
        self.vocabulary = {name: number for number, name in enumerate(kept)}
        self.often = np.array([seen[name] for name in kept])
        self.freedom = np.array([FREEDOM.get(name[0], OTHER_FREEDOM) for name in kept])
        self.is_phrase = np.array([name[0] in "PG" or name.startswith("r P") for name in kept])
        self.owner = np.array([at for at, reply in enumerate(noticed) for _ in reply])
        self.matrix = self._matrix([sentence for reply in noticed for sentence in reply])
        self.labels = np.array([[name in row.labels for name in NAMES] for row in given], dtype=np.float32)

    def _matrix(self, noticed: list[set[str]]) -> "sparse.csr_matrix":
        cells = [
            (at, self.vocabulary[name])
            for at, sentence in enumerate(noticed)
            for name in sentence
            if name in self.vocabulary
        ]
        across, down = zip(*cells, strict=True)
        return sparse.csr_matrix(
            (np.ones(len(cells), dtype=np.float32), (across, down)), shape=(len(noticed), len(self.vocabulary))
        )


def features(row: Row) -> list[set[str]]:
    """The features of each sentence of a reply; one empty set for an empty reply."""
    setting = setting_of(row.customer)
    heard = hear(sentences(row.reply), setting, lexicon())
    context = around(heard, setting)
    return [{name for name, _, _ in one.features} | context for one in heard] or [set()]


def fit(data: Data, only: "np.ndarray | None" = None) -> tuple["np.ndarray", "np.ndarray"]:
    """Weights and base logits by Adam on the logistic loss, with a quadratic penalty."""
    replies = np.arange(len(data.labels)) if only is None else only
    matrix, owner, labels = _shown_twice(data, replies)
    scaled = (matrix @ sparse.diags(data.freedom)).astype(np.float32).tocsr()
    turned = scaled.T.tocsr()
    table = np.zeros((scaled.shape[1], len(NAMES)), dtype=np.float32)
    base = np.full(len(NAMES), -4.0, dtype=np.float32)
    table_pace, base_pace = Adam(table.shape), Adam(base.shape)
    for _ in range(STEPS):
        logits, share = pooled(scaled @ table + base, owner, len(labels))
        wrong = 0.5 * (_strength(logits) - labels)[owner] * share
        table -= table_pace.step(turned @ wrong + PENALTY * table)
        base -= base_pace.step(wrong.sum(0))
    return table * data.freedom[:, None], base


class Adam:
    """How far to go down a slope: quickly where it is steady."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        self.mean, self.spread, self.count = np.zeros(shape, np.float32), np.zeros(shape, np.float32), 0

    def step(self, slope: "np.ndarray") -> "np.ndarray":
        """The next step along this slope."""
        self.count += 1
        self.mean += 0.1 * (slope - self.mean)
        self.spread += 0.001 * (slope**2 - self.spread)
        steady = self.mean / (1 - 0.9**self.count)
        return PACE * steady / (np.sqrt(self.spread / (1 - 0.999**self.count)) + 1e-8)


def _shown_twice(data: Data, replies: "np.ndarray") -> tuple["sparse.csr_matrix", "np.ndarray", "np.ndarray"]:
    number = np.full(len(data.labels), -1)
    number[replies] = np.arange(len(replies))
    chosen = np.flatnonzero(number[data.owner] >= 0)
    plain = data.matrix[chosen]
    hidden = plain @ sparse.diags((~data.is_phrase).astype(float))
    owner = number[data.owner[chosen]]
    labels = data.labels[replies]
    return (
        sparse.vstack([plain, hidden]).tocsr(),
        np.concatenate([owner, owner + len(replies)]),
        np.vstack([labels, labels]),
    )


def pooled(logits: "np.ndarray", owner: "np.ndarray", size: int) -> tuple["np.ndarray", "np.ndarray"]:
    """Log-sum-exp over the sentences of each reply, and each sentence's share in it."""
    highest = np.full((size, logits.shape[1]), -1e9, dtype=np.float32)
    np.maximum.at(highest, owner, logits)
    raised = np.exp(logits - highest[owner])
    total = np.zeros_like(highest)
    np.add.at(total, owner, raised)
    return highest + np.log(total), raised / total[owner]


class Reading(NamedTuple):
    """How logits are to be read."""

    slope: float
    offset: "np.ndarray"
    threshold: "np.ndarray"
    figures: str


def calibrated(data: Data, labelled: int) -> Reading:
    """Slope, offsets and thresholds by the labelled replies, read with weights fitted to the written lines alone.

    The phrases were written with these replies at hand, so they count with and without their phrases.
    """
    table, base = fit(data, np.arange(labelled, len(data.labels)))
    bare = data.matrix @ sparse.diags((~data.is_phrase).astype(np.float32))
    logits = np.vstack(
        [pooled(matrix @ table + base, data.owner, len(data.labels))[0][:labelled] for matrix in (data.matrix, bare)]
    )
    labels = np.vstack([data.labels[:labelled]] * 2)
    slope, offset = true_strengths(logits, labels)
    strengths = _strength(slope * logits + offset)
    threshold = np.array([best_threshold(strengths[:, at], labels[:, at]) for at in range(len(NAMES))])
    missteps = np.array([is_misstep(name) for name in NAMES])
    threshold[missteps] = SURE_ENOUGH_TO_ACCUSE
    return Reading(slope, offset, threshold, _figures(strengths, labels, threshold))


def true_strengths(logits: "np.ndarray", labels: "np.ndarray") -> tuple[float, "np.ndarray"]:
    """One slope for all and an offset a technique, so that strengths come true as often as they say."""
    slope, offset = 1.0, np.zeros(logits.shape[1])
    for _ in range(400):
        wrong = _strength(slope * logits + offset) - labels
        slope -= 0.5 * float((wrong * logits).mean())
        offset -= 2.0 * (wrong.mean(0) + 0.002 * offset)
    return slope, offset


def best_threshold(strength: "np.ndarray", label: "np.ndarray") -> float:
    """The strength from which to count a helpful move: best by F, leaning to a common one."""
    leaning, tried = 0.4, np.arange(0.2, 0.71, 0.02)
    hits = [((strength >= level) & (label > 0)).sum() for level in tried]
    scores = [2 * hit / max(1, (strength >= level).sum() + label.sum()) for hit, level in zip(hits, tried, strict=True)]
    return float(max(zip(scores, tried, strict=True), key=lambda pair: pair[0] - 0.2 * abs(pair[1] - leaning))[1])


def _strength(logits: "np.ndarray") -> "np.ndarray":
    return 1 / (1 + np.exp(-np.clip(logits, -50, 50)))


def _figures(strengths: "np.ndarray", labels: "np.ndarray", threshold: "np.ndarray") -> str:
    found = strengths >= threshold
    hits, wrong, missed = ((found & (labels > 0)), (found & (labels == 0)), (~found & (labels > 0)))
    each = 2 * hits.sum(0) / np.maximum(1, (2 * hits + wrong + missed).sum(0))
    total = 2 * hits.sum() / (2 * hits.sum() + wrong.sum() + missed.sum())
    missteps = np.array([is_misstep(name) for name in NAMES])
    clean = labels[:, missteps].sum(1) == 0
    accused = found[:, missteps].any(1)[clean].mean()
    return (
        f"On the labelled ones, unseen: macro-F1 {each.mean():.3f}, micro-F1 {total:.3f},"
        f" clean replies accused {accused:.3f}"
    )


if __name__ == "__main__":
    main()
