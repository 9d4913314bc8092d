"""Reads the labelled replies: rows that people labelled, lines written for fitting, and the menus that ship."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.authoring.library import library

HERE = Path(__file__).parent
SCENARIOS = HERE.parents[2] / "scenarios"
ROWS = HERE.parents[1] / "recogniser" / "data"
_OWN_LABELS = re.compile(r"([a-z_,]*) ?:: ")


@dataclass(frozen=True, slots=True)
class Row:
    """A reply, the customer's line before it, and what the reply does."""

    id: str
    customer: str
    reply: str
    labels: frozenset[str]


def rows(name: str) -> list[Row]:
    """The labelled rows of one file: seen, kept_out, blind_written or blind_agents."""
    lines = (ROWS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    read = (json.loads(line) for line in lines)
    return [Row(one["id"], one["customer"], one["reply"], frozenset(one["labels"])) for one in read]


def written() -> list[Row]:
    """Lines written for fitting: `# labels` heads a list, `labels :: customer => reply` stands alone."""
    return [row for path in sorted((HERE / "written").glob("*.txt")) for row in _lines_of(path)]


def menus() -> list[Row]:
    """The menu lines of every shipped scenario and voice that say something of their own: no slots."""
    lines = {
        choice.say: choice.does
        for loaded in library([SCENARIOS])
        if loaded.scenario is not None
        for choice in (*loaded.scenario.choices, *loaded.scenario.shared.choices)
    }
    return [Row(f"menu:{say}", "", say, frozenset(does)) for say, does in lines.items() if "{" not in say]


def _lines_of(path: Path) -> Iterator[Row]:
    labels: frozenset[str] = frozenset()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            labels = _labels(line[1:])
        elif line:
            own = _OWN_LABELS.match(line)
            text = line[own.end() :] if own else line
            customer, _, reply = text.rpartition(" => ")
            yield Row(f"{path.stem}:{number}", customer, reply, _labels(own[1]) if own else labels)


def _labels(text: str) -> frozenset[str]:
    return frozenset(label for label in text.strip().split(",") if label)
