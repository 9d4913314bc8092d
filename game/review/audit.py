"""A turn's effects as rows to read: what was heard, in which words, the arithmetic, and the step on the meter."""

from dataclasses import dataclass
from typing import Final

from game.core.state import Effect, Grade, Turn

GRADES: Final = {"A": "experiment or field data", "B": "experts agree", "C": "weak or indirect"}
"""What the proof grades mean."""


@dataclass(frozen=True, slots=True)
class Row:
    """A rule together with what made it stronger or weaker."""

    rule: str
    label: str
    notes: tuple[str, ...]
    """What modified it: "while hot", "her own facts"."""
    why: str
    quote: str
    arithmetic: str
    """The points as a sum: "-10 -3 while hot -4 her own facts"."""
    points: int
    before: int
    """The meter before this row, in points."""
    after: int
    grade: Grade
    source: str


def rows(turn: Turn) -> tuple[Row, ...]:
    """The audit of a turn, in order; each row begins where the one before left the meter."""
    made: list[Row] = []
    meter = turn.before.anger
    for group in _groups(turn.effects):
        row = _row(group, meter)
        meter = row.after
        made.append(row)
    return tuple(made)


def _groups(effects: tuple[Effect, ...]) -> list[list[Effect]]:
    groups: list[list[Effect]] = []
    for effect in effects:
        if effect.of and groups and groups[-1][0].rule == effect.of:
            groups[-1].append(effect)
        else:
            groups.append([effect])
    return groups


def _row(group: list[Effect], meter: int) -> Row:
    base, modifiers = group[0], group[1:]
    points = sum(effect.points for effect in group)
    sums = [f"{base.points:+d}", *(f"{effect.points:+d} {effect.label}" for effect in modifiers)]
    why = " ".join([base.why, *(effect.why for effect in modifiers)])
    return Row(
        base.rule, base.label, tuple(effect.label for effect in modifiers), why, base.quote,
        " ".join(sums), points, meter, meter + points, base.grade, base.source,
    )  # fmt: skip


def sentence(effects: tuple[Effect, ...]) -> str:
    """The effects on one line: "named the feeling −8, her own facts −3"."""
    return ", ".join(f"{effect.label} {signed(effect.points)}" for effect in effects if effect.points)


def signed(points: int) -> str:
    """Points with their sign, the minus a real one."""
    return f"+{points}" if points > 0 else f"−{-points}" if points < 0 else "0"
