"""Reads a YAML file that anybody may have written, and never comes to harm by it.

Size is bounded, special files are not opened, letters that steer a terminal are left out, and whatever
is wrong comes back as a Problem, with its place.
"""

import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import yaml

from game.authoring import events, syntax
from game.authoring.catalogue import CATALOGUE
from game.authoring.mending import mended_line
from game.authoring.nodes import Fields
from game.authoring.problems import Problem, in_order
from game.core.text import clean

MOST_BYTES: Final = 1_000_000
MOST_MENDED: Final = 20
"""Lines mended in memory, so that one reading finds more than the first mistake in the form."""
MOST_OF_A_KIND: Final = 50

_TOO_BIG: Final = f"{MOST_BYTES // 1_000_000} MB"
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


@dataclass(slots=True)
class Source:
    """A file that was read: its lines, what stands in them, and what is wrong with them so far."""

    file: str
    lines: tuple[str, ...] = ()
    root: Fields | None = None
    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, line: int = 0, column: int = 0, **words: object) -> None:
        """Notes a problem of the catalogue at this place; of one kind, no more than anybody would read."""
        if sum(problem.code == code for problem in self.problems) >= MOST_OF_A_KIND:
            return
        entry = CATALOGUE[code]
        message, remedy = entry.message.format(**words), entry.remedy.format(**words)
        quote = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        mended = mended_line(code, quote, column, words) if quote else ""
        self.problems.append(Problem(code, entry.severity, self.file, line, column, message, remedy, quote, mended))

    def found(self) -> tuple[Problem, ...]:
        """The problems in the order of the file, each once."""
        return in_order(self.problems)


def read(path: Path) -> Source:
    """The file at this path. Nothing is raised: problems are noted in the Source."""
    source = Source(clean(str(path)))
    data = _bytes(path, source)
    text = None if data is None else _decoded(data, source)
    if text is not None:
        _fill(source, text)
    return source


def parse(text: str, file: str = "text") -> Source:
    """The same for a text at hand; `file` is what its problems call it."""
    source = Source(file)
    if len(text) > MOST_BYTES:
        source.report("file-too-big", most=_TOO_BIG)
    else:
        _fill(source, text)
    return source


def _bytes(path: Path, source: Source) -> bytes | None:
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            source.report("file-folder")
        elif not stat.S_ISREG(about.st_mode):
            source.report("file-special")
        elif about.st_size > MOST_BYTES:
            source.report("file-too-big", most=_TOO_BIG)
        else:
            with path.open("rb") as file:
                return file.read(MOST_BYTES)
    except FileNotFoundError:
        source.report("file-missing")
    except (OSError, ValueError) as error:
        source.report("file-unreadable", reason=getattr(error, "strerror", None) or error)
    return None


def _decoded(data: bytes, source: Source) -> str | None:
    if data.startswith(_UTF_16):
        source.report("file-encoding", 1, 1, kind="UTF-16")
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", "replace")
        before = data[: error.start].decode("utf-8", "replace")
        _report_after(source, text, before, "file-encoding", kind="perhaps Latin-1 or a Windows code page")
        return None


def _report_after(source: Source, text: str, before: str, code: str, **words: object) -> None:
    """Notes a problem of a text that is not read any further, at the place where `before` ends."""
    source.lines = tuple(clean(line) for line in text.split("\n"))
    source.report(code, before.count("\n") + 1, len(before) - before.rfind("\n"), **words)


def _fill(source: Source, text: str) -> None:
    if "\0" in text:
        _report_after(source, text, text[: text.index("\0")], "file-not-text")
        return
    source.lines = tuple(_cleaned_lines(text, source))
    lines = list(source.lines)
    for _ in range(MOST_MENDED):
        so_far = len(source.problems)
        try:
            source.root = events.nodes(lines, source.report)
        except yaml.YAMLError as error:
            stumble = syntax.explained(error, tuple(lines))
            mends = stumble.mended not in {None, lines[stumble.line - 1]}
            if mends:
                del source.problems[so_far:]  # the next reading finds them again
                lines[stumble.line - 1] = str(stumble.mended)
            source.report(stumble.code, stumble.line, stumble.column, **stumble.words)
            if not mends:
                return
        else:
            return


def _cleaned_lines(text: str, source: Source) -> Iterator[str]:
    """The lines without what cannot be seen. Tabs stay: whether they do harm is for the parser to say."""
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        cleaned = "\t".join(clean(part).replace("\n", " ") for part in line.split("\t"))
        if cleaned != line:
            source.report("characters-left-out", number, _first_difference(line, cleaned))
        yield cleaned


def _first_difference(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs, start=1) if a != b), len(other) + 1)
