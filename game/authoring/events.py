"""Builds nodes from the YAML parser's events, with a stack of its own.

Only events are used: the parser's loader crashes the process on deep nesting, expands aliases without
end, keeps the last of two equal names in silence, and turns `no` into False.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Protocol

import yaml

from game.authoring import syntax
from game.authoring.nodes import Fields, Many, Node, Text
from game.core.text import clean

MOST_STEPS: Final = 32
MOST_VALUES: Final = 20_000
_LIKE_AN_ITEM: Final = re.compile(r"\s*+(- |[a-z_]++:(?= |$))")
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Report(Protocol):
    """Notes a problem of the catalogue at a line and column."""

    def __call__(self, code: str, line: int = 0, column: int = 0, **words: object) -> None: ...


class RefusedError(Exception):
    """The rest of the file is not looked at; the problem is noted already."""


def nodes(lines: Sequence[str], report: Report) -> Fields | None:
    """The names and values of these lines, or None if there are none or they are refused.

    Raises yaml.YAMLError where the form is wrong.
    """
    builder = _Builder(lines, report)
    try:
        for event in yaml.parse("\n".join(lines), Loader=_LOADER):
            builder.take(event)
    except RefusedError:
        return None
    if builder.documents == 0:
        report("file-empty")
    return builder.root


def _start(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (1, 1) if mark is None else (mark.line + 1, mark.column + 1)


class _Builder:
    """The nodes that are open, innermost last, each with its children so far."""

    def __init__(self, lines: Sequence[str], report: Report) -> None:
        self.lines = lines
        self.report = report
        self.open: list[tuple[yaml.Event, list[Node]]] = []
        self.root: Fields | None = None
        self.documents = 0
        self.values = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.refuse("two-documents", event)
        elif isinstance(event, yaml.NodeEvent):
            self.begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.close()

    def refuse(self, code: str, event: yaml.Event, most: object = "") -> None:
        line, column = _start(event)
        self.report(code, line, column, most=most)
        raise RefusedError

    def begin(self, event: yaml.NodeEvent) -> None:
        self.values += 1
        if self.values > MOST_VALUES:
            self.refuse("file-too-big", event, most=f"{MOST_VALUES} values")
        self.look_for_symbols(event)
        if not isinstance(event, yaml.CollectionStartEvent):
            self.add(self.text(event))
        elif len(self.open) < MOST_STEPS:
            self.open.append((event, []))
        else:
            self.refuse("too-deep", event, most=MOST_STEPS)

    def look_for_symbols(self, event: yaml.NodeEvent) -> None:
        """Anchors, aliases and tags: an author who writes one meant a text, as a rule."""
        if event.anchor is None and getattr(event, "tag", None) is None:
            return
        line, column = _start(event)
        example = syntax.example(self.lines[line - 1], column)
        if event.anchor is not None:
            symbol = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self.report("star-at-start", line, column, symbol=symbol, example=example)
        else:
            self.report("tag-at-start", line, column, example=example)

    def text(self, event: yaml.NodeEvent) -> Text:
        line, column = _start(event)
        if not isinstance(event, yaml.ScalarEvent):
            return Text(f"*{event.anchor}", line, column, bare=False)
        value = clean(event.value)
        if value != event.value.replace("\t", " "):
            self.report("characters-left-out", line, column)
        bare = not event.style  # None from one of the two parsers, "" from the other
        if bare and value:
            self.warn_if_cut(event)
        self.warn_if_swallowed(event)
        return Text(value.strip(), line, column, bare)

    def warn_if_cut(self, event: yaml.ScalarEvent) -> None:
        """A text without quotes ends at " #". Authors who mean a remark write a space after the #."""
        mark = event.end_mark
        if mark is None or mark.line >= len(self.lines):
            return
        written = self.lines[mark.line]
        rest = written[mark.column :]
        cut = rest.lstrip(" \t")
        if rest != cut and cut.startswith("#") and cut[1:2].strip("# "):
            lost = cut if len(cut) <= 40 else f"{cut[:39]}…"
            column = len(written) - len(cut) + 1
            example = syntax.example(written)
            self.report("cut-at-hash", mark.line + 1, column, lost=lost, example=example)

    def warn_if_swallowed(self, event: yaml.ScalarEvent) -> None:
        """A text may go on over several lines; one that starts like an item or a name is there by mistake."""
        line, column = _start(event)
        end = event.end_mark
        last = line if end is None else min(end.line + (end.column > 0), len(self.lines))
        for number in range(line + 1, last + 1):
            found = _LIKE_AN_ITEM.match(self.lines[number - 1])
            if found and event.style in {"'", '"'}:
                self.report("quote-open", line, column, example=syntax.example(self.lines[line - 1]))
                return
            if found and re.match(r"-\w", self.lines[line - 1][column - 1 :]):
                self.report("no-space-after-dash", line, column)
                return
            if found:
                self.report("part-of-text", number, found.start(1) + 1, start=found.group(1))
                return

    def add(self, node: Node) -> None:
        if self.open:
            self.open[-1][1].append(node)
        elif isinstance(node, Fields):
            self.root = node
        elif isinstance(node, Text) and node.left_empty:
            self.report("file-empty")
        else:
            what = "a list" if isinstance(node, Many) else "a text"
            self.report("list-at-top", node.line, node.column, what=what)

    def close(self) -> None:
        event, children = self.open.pop()
        line, column = _start(event)
        if isinstance(event, yaml.SequenceStartEvent):
            self.add(Many(tuple(children), line, column))
        else:
            self.add(Fields(tuple(self.entries(children)), line, column))

    def entries(self, children: list[Node]) -> Iterator[tuple[Text, Node]]:
        """Of two equal names the first counts, unless nothing stands after it."""
        found: dict[str, tuple[Text, Node]] = {}
        for name, value in zip(children[::2], children[1::2], strict=True):
            line, column = name.line, name.column
            if not isinstance(name, Text):
                self.report("name-not-text", line, column)
            elif name.value == "<<":
                self.report("merge", line, column)
            elif name.value not in found:
                found[name.value] = name, value
            else:
                first, given = found[name.value]
                self.report("name-twice", line, column, name=name.value, first=first.line)
                if isinstance(given, Text) and given.left_empty:
                    found[name.value] = name, value
        yield from found.values()
