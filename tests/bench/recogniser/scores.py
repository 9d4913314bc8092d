"""How well predictions fit labels: F by technique, confusion, misses, calibration."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bench.recogniser.labelled_replies import Row

from game.core.techniques import TECHNIQUES, is_misstep

Found = Collection[str]


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures over some rows. F is the harmonic mean of precision and recall."""

    macro_f1: float
    """Mean F over the techniques that occur."""
    micro_f1: float
    """F over all labels together."""
    by_technique: dict[str, tuple[float, int, int, int]]
    """F, right, wrong, missed."""
    accused: float
    """Share of replies without a misstep in which one was found."""
    read_as_helpful: float
    """Share of replies with nothing but missteps in which only helpful moves were found."""


def scores(rows: Sequence[Row], found: Sequence[Found]) -> Scores:
    """The figures for what was found in these rows."""
    counts = {technique: _counts(technique, rows, found) for technique in TECHNIQUES}
    right, wrong, missed = (sum(count[at] for count in counts.values()) for at in range(3))
    by_technique = {technique: (_f(*count), *count) for technique, count in counts.items()}
    occurring = [by_technique[technique][0] for technique, count in counts.items() if count[0] + count[2]]
    clean = [names for row, names in zip(rows, found, strict=True) if not any(map(is_misstep, row.labels))]
    wicked = [names for row, names in zip(rows, found, strict=True) if row.labels and all(map(is_misstep, row.labels))]
    return Scores(
        macro_f1=sum(occurring) / max(1, len(occurring)),
        micro_f1=_f(right, wrong, missed),
        by_technique=by_technique,
        accused=_share(any(map(is_misstep, names)) for names in clean),
        read_as_helpful=_share(bool(names) and not any(map(is_misstep, names)) for names in wicked),
    )


def _counts(technique: str, rows: Sequence[Row], found: Sequence[Found]) -> tuple[int, int, int]:
    pairs = [(technique in names, technique in row.labels) for row, names in zip(rows, found, strict=True)]
    return (pairs.count((True, True)), pairs.count((True, False)), pairs.count((False, True)))


def _f(right: int, wrong: int, missed: int) -> float:
    return 2 * right / max(1, 2 * right + wrong + missed)


def _share(flags: Iterable[bool]) -> float:
    all_flags = list(flags)
    return sum(all_flags) / max(1, len(all_flags))


def confusion(rows: Sequence[Row], found: Sequence[Found]) -> Counter[tuple[str, str]]:
    """How often one technique was missed where another was wrongly found: (missed, found) and its count."""
    return Counter(
        (missed, wrong)
        for row, names in zip(rows, found, strict=True)
        for missed in row.labels - set(names)
        for wrong in set(names) - row.labels
    )


def calibration(strengths: Iterable[tuple[float, bool]]) -> list[tuple[float, int, float]]:
    """By tenths: the lower end, how many findings, and the share of them that was right."""
    bins: dict[int, list[bool]] = {}
    for strength, right in strengths:
        bins.setdefault(min(9, int(strength * 10)), []).append(right)
    return [(tenth / 10, len(rights), sum(rights) / len(rights)) for tenth, rights in sorted(bins.items())]
