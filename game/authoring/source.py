"""Reads a YAML file that anybody may have written, and never comes to harm by it.

Only the parser's events are used: its loader crashes the process on deep nesting, expands aliases
without end, keeps the last of two equal names in silence, and turns `no` into False. Size and depth are
bounded, special files are not opened, and whatever is wrong comes back as a Problem.
"""

import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import yaml

from game.authoring import syntax
from game.authoring.catalogue import CATALOGUE
from game.authoring.nodes import Fields, Many, Node, Text
from game.authoring.problems import Problem, in_order
from game.core.text import clean

MOST_BYTES: Final = 1_000_000
MOST_STEPS: Final = 32
MOST_VALUES: Final = 20_000

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BYTE_ORDER_MARKS: Final = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


@dataclass(slots=True)
class Source:
    """A file that was read: its lines, what stands in them, and what is wrong with them so far."""

    file: str
    lines: tuple[str, ...] = ()
    root: Fields | None = None
    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, line: int = 0, column: int = 0, **words: object) -> None:
        """Notes a problem of the catalogue at this place."""
        entry = CATALOGUE[code]
        quote = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        self.problems.append(
            Problem(
                code,
                entry.severity,
                self.file,
                line,
                column,
                entry.message.format(**words),
                entry.remedy.format(**words),
                quote,
            )
        )

    def found(self) -> tuple[Problem, ...]:
        """The problems in the order of the file."""
        return in_order(self.problems)


def read(path: Path) -> Source:
    """The file at this path. Problems are noted in the Source; nothing is raised."""
    source = Source(clean(str(path)))
    data = _bytes(path, source)
    if data is None:
        return source
    text = _decoded(data, source)
    return source if text is None else _filled(source, text)


def parse(text: str, file: str = "text") -> Source:
    """The same for a text that is at hand; `file` is what problems call it."""
    source = Source(file)
    if len(text) > MOST_BYTES:
        source.report("file-too-big", most=f"{MOST_BYTES // 1_000_000} MB")
        return source
    return _filled(source, text)


def _bytes(path: Path, source: Source) -> bytes | None:
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            source.report("file-folder")
        elif not stat.S_ISREG(about.st_mode):
            source.report("file-special")
        elif about.st_size > MOST_BYTES:
            source.report("file-too-big", most=f"{MOST_BYTES // 1_000_000} MB")
        else:
            with path.open("rb") as file:
                return file.read(MOST_BYTES)
    except FileNotFoundError:
        source.report("file-missing")
    except (OSError, ValueError) as error:
        source.report("file-unreadable", reason=getattr(error, "strerror", None) or error)
    return None


def _decoded(data: bytes, source: Source) -> str | None:
    if data[:2] in _BYTE_ORDER_MARKS:
        source.report("file-encoding", 1, 1, kind=_BYTE_ORDER_MARKS[data[:2]])
        return None
    if b"\0" in data:
        source.report("file-not-text", data[: data.index(b"\0")].count(b"\n") + 1, 1)
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        source.lines = tuple(clean(line) for line in data.decode("utf-8", "replace").split("\n"))
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        source.report("file-encoding", before.count(b"\n") + 1, column, kind="perhaps Latin-1 or Windows")
        return None


def _filled(source: Source, text: str) -> Source:
    if "\0" in text:
        source.report("file-not-text", text[: text.index("\0")].count("\n") + 1, 1)
        return source
    source.lines = tuple(_cleaned_lines(text, source))
    try:
        _Builder(source).build()
    except yaml.YAMLError as error:
        code, line, column, words = syntax.explained(error, source.lines)
        source.report(code, line, column, **words)
    return source


def _cleaned_lines(text: str, source: Source) -> Iterator[str]:
    """The lines without what cannot be seen. Tabs stay: whether they do harm is for the parser to say."""
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        cleaned = "\t".join(clean(part).replace("\n", " ") for part in line.split("\t"))
        if cleaned != line:
            source.report("characters-left-out", number, _first_difference(line, cleaned))
        yield cleaned


def _first_difference(one: str, other: str) -> int:
    same = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(same, start=1) if a != b), len(other) + 1)


class _Refused(Exception):
    """The rest of the file is not looked at; the problem is noted already."""


class _Builder:
    """Turns the parser's events into nodes, with a stack of its own so that depth cannot hurt."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.open: list[tuple[yaml.Event, list[Node]]] = []
        self.values = 0

    def build(self) -> None:
        documents = 0
        try:
            for event in yaml.parse("\n".join(self.source.lines), Loader=_LOADER):
                if isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self._refuse("two-documents", event)
                elif isinstance(event, yaml.NodeEvent):
                    self._node(event)
                elif isinstance(event, yaml.CollectionEndEvent):
                    self._close()
        except _Refused:
            return
        if documents == 0:
            self.source.report("file-empty")

    def _refuse(self, code: str, event: yaml.Event, **words: object) -> None:
        self.source.report(code, event.start_mark.line + 1, event.start_mark.column + 1, **words)
        raise _Refused

    def _node(self, event: yaml.NodeEvent) -> None:
        self.values += 1
        if self.values > MOST_VALUES:
            self._refuse("file-too-big", event, most=f"{MOST_VALUES} values")
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        example = syntax.quoted_example(self.source.lines[line - 1])
        if event.anchor is not None:
            symbol = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self.source.report("star-at-start", line, column, symbol=symbol, example=example)
        elif getattr(event, "tag", None) is not None:
            self.source.report("tag-at-start", line, column, example=example)
        if isinstance(event, yaml.CollectionStartEvent):
            if len(self.open) >= MOST_STEPS:
                self._refuse("too-deep", event, most=MOST_STEPS)
            self.open.append((event, []))
        else:
            self._add(self._text(event, line, column))

    def _text(self, event: yaml.NodeEvent, line: int, column: int) -> Text:
        written = getattr(event, "value", "")
        value = clean(written)
        if value != written:
            self.source.report("characters-left-out", line, column)
        bare = getattr(event, "style", None) is None
        if bare and value:
            self._warn_if_cut(event)
        return Text(value, line, column, bare)

    def _warn_if_cut(self, event: yaml.NodeEvent) -> None:
        """A text without quotes ends at " #". Authors who mean a remark write a space after the #."""
        at = event.end_mark.line
        written = self.source.lines[at] if at < len(self.source.lines) else ""
        rest = written[event.end_mark.column :]
        cut = rest.lstrip(" \t")
        if rest != cut and cut.startswith("#") and cut[1:2].strip("# "):
            column = len(written) - len(cut) + 1
            example = syntax.quoted_example(written)
            self.source.report("cut-at-hash", at + 1, column, lost=_clipped(cut), example=example)

    def _add(self, node: Node) -> None:
        if self.open:
            self.open[-1][1].append(node)
        elif isinstance(node, Fields):
            self.source.root = node
        elif isinstance(node, Text) and node.left_empty:
            self.source.report("file-empty")
        else:
            what = "a list" if isinstance(node, Many) else "a text"
            self.source.report("list-at-top", node.line, node.column, what=what)

    def _close(self) -> None:
        start, children = self.open.pop()
        line, column = start.start_mark.line + 1, start.start_mark.column + 1
        if isinstance(start, yaml.SequenceStartEvent):
            self._add(Many(tuple(children), line, column))
        else:
            self._add(Fields(tuple(self._entries(children)), line, column))

    def _entries(self, children: list[Node]) -> Iterator[tuple[Text, Node]]:
        seen: dict[str, int] = {}
        for name, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(name, Text):
                self.source.report("name-not-text", name.line, name.column)
            elif name.value in seen:
                self.source.report("name-twice", name.line, name.column, name=name.value, first=seen[name.value])
            elif name.value == "<<":
                self.source.report("merge", name.line, name.column)
            else:
                seen[name.value] = name.line
                yield name, value


def _clipped(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
