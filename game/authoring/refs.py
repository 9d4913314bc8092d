"""Where an id is declared and where it is used, so that it can be renamed without fear."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.authoring.declared import IDS, REFERENCES
from game.authoring.draft import Draft, Leaf, drafted
from game.authoring.nodes import Text
from game.authoring.source import read
from game.core.scenario import Scenario
from game.core.text import clean
from game.errors import DefuseError

_OF_A_MENU: Final = re.compile(r">\s*#\s*(?P<id>[\w-]+)\s*")
_HEARD: Final = re.compile(r"\s*hears\s*:(?P<ids>.*)")


@dataclass(frozen=True, slots=True)
class Use:
    """One place; line and column count from 1."""

    file: str
    line: int
    column: int
    role: str
    """What it is there: "fact declared", or the names above it: "choices › 3 › when › told"."""


@dataclass(frozen=True, slots=True)
class Known:
    """An id that stands in the file, and where."""

    id: str
    use: Use


def uses(id: str, scenario: Path) -> list[Use]:
    """Every place of this id in a scenario's file and the transcripts beside it."""
    return [known.use for known in everything(scenario) if known.id == id]


def everything(scenario: Path) -> list[Known]:
    """Every id of the file with its place, in the file's order; then those of its transcripts."""
    return [*_in_scenario(scenario), *_in_transcripts(scenario)]


def _in_scenario(path: Path) -> Iterator[Known]:
    source = read(path)
    if source.root is None:
        raise DefuseError(f"{path} cannot be read; see: defuse check {path}")
    draft = drafted(source.root, Scenario)
    ids = _of_leaves(source.file, draft)
    return iter(sorted(ids, key=lambda known: (known.use.line, known.use.column)))


def _of_leaves(file: str, draft: Draft) -> Iterator[Known]:
    for leaf in draft.leaves:
        declared = IDS.get(leaf.spot)
        named_values = leaf.spot in {(Scenario, "words"), (Scenario, "rules")}
        if declared:
            yield _known(file, leaf.text, f"{declared} declared")
        elif leaf.spot in REFERENCES and leaf.named == named_values:
            yield _known(file, leaf.text, _way(draft, leaf))


def _known(file: str, text: Text, role: str) -> Known:
    return Known(text.value, Use(file, text.line, text.column, role))


def _way(draft: Draft, leaf: Leaf) -> str:
    """The names above a leaf; in place of a number, the id of the part that it is in, where it has one."""
    steps: list[str] = []
    for length, step in enumerate(leaf.path, start=1):
        own = draft.nodes.get((*leaf.path[:length], "id"))
        if isinstance(step, str):
            steps.append(step)
        elif length < len(leaf.path):
            steps.append(own.value if isinstance(own, Text) else str(step + 1))
    return " › ".join(steps)


def _in_transcripts(scenario: Path) -> Iterator[Known]:
    beside = scenario.parent.glob(f"{scenario.stem}*.play")
    for path in sorted(file for file in beside if file.name.removeprefix(scenario.stem)[0] == "."):
        try:
            lines = path.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            continue
        for number, line in enumerate(lines, start=1):
            for id, column in _in_transcript_line(line):
                yield Known(id, Use(clean(str(path)), number, column, "transcript"))


def _in_transcript_line(line: str) -> Iterable[tuple[str, int]]:
    chosen = _OF_A_MENU.fullmatch(line)
    if chosen:
        yield chosen["id"], chosen.start("id") + 1
    heard = _HEARD.fullmatch(line)
    if heard:
        yield from ((one.group(), heard.start("ids") + one.start() + 1) for one in re.finditer(r"[\w-]+", heard["ids"]))
