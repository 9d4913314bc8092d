"""Fits the recogniser's weights to labelled replies and writes lexicon/en/weights.json.

Run it after a change to phrases, concepts or features; it needs numpy and scipy, which the game does not:

    python -m pip install numpy scipy && cd tests && python -m bench.recogniser.fit_weights

A reply does what one of its sentences does: the logits of sentences are pooled (log-sum-exp), so that only
whole replies need labels. Every reply is shown twice, once with its phrases hidden: the phrases were written with
some of these replies at hand, and would be trusted too much otherwise.
"""

import json
from collections import Counter
from pathlib import Path

import numpy as np  # type: ignore[import-not-found,unused-ignore]
from bench.recogniser.labelled_replies import Row, rows, written
from scipy import sparse  # type: ignore[import-not-found,import-untyped,unused-ignore]

from game.core.techniques import TECHNIQUES, is_misstep
from game.recogniser.hearing import hear, setting_of
from game.recogniser.lexicon import HOME, lexicon
from game.recogniser.sentences import sentences

NAMES = tuple(TECHNIQUES)
FREEDOM = {"P": 0.6, "G": 2.0, "w": 0.5, "b": 0.4, "c": 1.0, "t": 0.5, "u": 0.3}
OTHER_FREEDOM = 0.6
PENALTY, STEPS, PACE = 0.5, 250, 0.05
SMALLEST = 0.08


WITHOUT_KEPT_OUT = Path(__file__).with_name("weights_without_kept_out.json")


def main() -> None:
    """Fit twice, and write both tables: one for the game, one that never saw the kept-out third."""
    lines = written()
    print("without the kept-out third:", write_fitted(rows("seen"), [], lines, WITHOUT_KEPT_OUT))
    print("for the game:", write_fitted(rows("seen"), rows("kept_out"), lines, HOME / "weights.json"))


def write_fitted(met: list[Row], unmet: list[Row], lines: list[Row], path: Path) -> str:
    """Fit on all rows, calibrate by turns on the labelled ones, write the file; returns what to print.

    `met` were at hand when phrases were written, so they count for calibration with and without their phrases.
    """
    data = Data(met + unmet + lines)
    real = len(met) + len(unmet)
    table, base = fit(data)
    shown, hidden = by_turns(data, real)
    held = np.vstack([shown, hidden[: len(met)]])
    labels = np.vstack([data.labels[:real], data.labels[: len(met)]])
    slope, offset = calibrated(held, labels)
    strengths = _strength(slope * held + offset)
    threshold = [best_threshold(strengths[:, at], labels[:, at], name) for at, name in enumerate(NAMES)]
    content = {
        "techniques": NAMES,
        "base": [round(float(value), 3) for value in base],
        "threshold": [round(float(value), 3) for value in threshold],
        "slope": round(float(slope), 3),
        "offset": [round(float(value), 3) for value in offset],
        "features": _sparse_rows(data, table),
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace('],"', '],\n"')
    path.write_text(text + "\n", encoding="utf-8")
    return _figures(strengths, labels, np.array(threshold))


def _sparse_rows(data: "Data", table: "np.ndarray") -> dict[str, list[int]]:
    features = {}
    for name, number in data.vocabulary.items():
        pairs = [(at, round(100 * float(table[number, at]))) for at in np.flatnonzero(abs(table[number]) >= SMALLEST)]
        if pairs or name[0] == "P":
            features[name] = [int(part) for pair in pairs for part in pair]
    return features


class Data:
    """Replies as a matrix: a row a sentence, a column a feature."""

    def __init__(self, given: list[Row]) -> None:
        noticed = [features(row) for row in given]
        seen = Counter(name for reply in noticed for name in set().union(*reply))
        kept = sorted(name for name, count in seen.items() if count >= 2 or name[0] in "PG")
        self.vocabulary = {name: number for number, name in enumerate(kept)}
        self.freedom = np.array([FREEDOM.get(name[0], OTHER_FREEDOM) for name in kept])
        self.is_phrase = np.array([name[0] in "PG" for name in kept])
        self.owner = np.array([at for at, reply in enumerate(noticed) for _ in reply])
        self.matrix = self._matrix([sentence for reply in noticed for sentence in reply])
        self.labels = np.array([[name in row.labels for name in NAMES] for row in given], dtype=float)

    def _matrix(self, noticed: list[set[str]]) -> "sparse.csr_matrix":
        cells = [
            (at, self.vocabulary[name])
            for at, sentence in enumerate(noticed)
            for name in sentence
            if name in self.vocabulary
        ]
        across, down = zip(*cells, strict=True)
        return sparse.csr_matrix((np.ones(len(cells)), (across, down)), shape=(len(noticed), len(self.vocabulary)))


def features(row: Row) -> list[set[str]]:
    """The features of each sentence of a reply; one empty set for an empty reply."""
    heard = hear(sentences(row.reply), setting_of(row.customer), lexicon())
    return [{name for name, _, _ in one.features} for one in heard] or [set()]


def fit(data: Data, only: "np.ndarray | None" = None) -> tuple["np.ndarray", "np.ndarray"]:
    """Weights and base logits by Adam on the logistic loss, with a quadratic penalty."""
    replies = np.arange(len(data.labels)) if only is None else only
    matrix, owner, labels = _shown_twice(data, replies)
    scaled = (matrix @ sparse.diags(data.freedom)).tocsr()
    turned = scaled.T.tocsr()
    table, base = np.zeros((scaled.shape[1], len(NAMES))), np.full(len(NAMES), -4.0)
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
        self.mean, self.spread, self.count = np.zeros(shape), np.zeros(shape), 0

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
    highest = np.full((size, logits.shape[1]), -1e9)
    np.maximum.at(highest, owner, logits)
    raised = np.exp(logits - highest[owner])
    total = np.zeros_like(highest)
    np.add.at(total, owner, raised)
    return highest + np.log(total), raised / total[owner]


def by_turns(data: Data, real: int, turns: int = 5) -> tuple["np.ndarray", "np.ndarray"]:
    """Logits of the first `real` replies, each from weights fitted without it: with their phrases, and hidden."""
    part = np.random.default_rng(7).integers(0, turns, real)
    bare = data.matrix @ sparse.diags((~data.is_phrase).astype(float))
    shown, hidden = np.zeros((real, len(NAMES))), np.zeros((real, len(NAMES)))
    for turn in range(turns):
        left_out = np.flatnonzero(part == turn)
        table, base = fit(data, np.setdiff1d(np.arange(len(data.labels)), left_out))
        for held, matrix in ((shown, data.matrix), (hidden, bare)):
            held[left_out] = pooled(matrix @ table + base, data.owner, len(data.labels))[0][left_out]
    return shown, hidden


def calibrated(logits: "np.ndarray", labels: "np.ndarray") -> tuple[float, "np.ndarray"]:
    """One slope for all and an offset a technique, so that strengths come true as often as they say."""
    slope, offset = 1.0, np.zeros(logits.shape[1])
    for _ in range(400):
        wrong = _strength(slope * logits + offset) - labels
        slope -= 0.5 * float((wrong * logits).mean())
        offset -= 2.0 * (wrong.mean(0) + 0.002 * offset)
    return slope, offset


def best_threshold(strength: "np.ndarray", label: "np.ndarray", name: str) -> float:
    """The strength from which to count: for a helpful move best by F, for an accusation more than even odds."""
    if is_misstep(name):
        return 0.55
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
    return f"by turns: macro-F1 {each.mean():.3f}, micro-F1 {total:.3f}, clean replies accused {accused:.3f}"


if __name__ == "__main__":
    main()
