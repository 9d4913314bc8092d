"""A file laid beside the declarations: plain data for pydantic, and where each piece of it stands.

A single value where a list belongs is a list of one, and a name with nothing after it counts as left out.
Nothing is judged here, so the checks can look at every part that is there, however broken the rest is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from game.authoring.declared import IDS, Kind, Owner, Spot, fields_of
from game.authoring.nodes import Fields, Many, Node, Text

Path = tuple[str | int, ...]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One text of the file and the field that it stands in. `named` tells a name from its value."""

    spot: Spot
    path: Path
    text: Text
    named: bool = False


@dataclass(slots=True)
class Draft:
    """What an author wrote, as plain data with its places. `keys` holds the name before each value."""

    part: Owner
    plain: dict[str, Any] = field(default_factory=dict)
    leaves: list[Leaf] = field(default_factory=list)
    nodes: dict[Path, Node] = field(default_factory=dict)
    kinds: dict[Path, tuple[Spot, Kind]] = field(default_factory=dict)
    keys: dict[Path, Text] = field(default_factory=dict)
    empty: dict[Path, Text] = field(default_factory=dict)
    """Names with nothing after them."""
    strangers: list[Path] = field(default_factory=list)
    """Names that the declarations do not know."""
    unread: set[str] = field(default_factory=set)
    """Texts that stand where they cannot be used: what refers to them is not at fault."""

    def place(self, path: Path) -> Place:
        """Line and column of the value at this path, or of the nearest thing around it."""
        while path and path not in self.nodes:
            path = path[:-1]
        node = self.nodes.get(path)
        return (node.line, node.column) if node else (1, 1)

    def named_place(self, path: Path) -> Place:
        """Line and column of the name before the value at this path, or else of the value."""
        key = self.keys.get(path)
        return (key.line, key.column) if key else self.place(path)

    def texts(self, *spots: Spot) -> list[Leaf]:
        """The texts that stand in these fields."""
        wanted = frozenset(spots)
        return [leaf for leaf in self.leaves if leaf.spot in wanted and not leaf.named]

    def ids(self, what: str) -> list[Leaf]:
        """The texts that declare the short name of a fact, a remedy or a choice."""
        return self.texts(*(spot for spot, kind in IDS.items() if kind == what))


def number_in(text: str) -> int | None:
    """The whole number that this text is in digits, or None."""
    return int(text) if re.fullmatch("[+-]?[0-9]{1,9}", text) else None


def drafted(root: Fields, part: Owner) -> Draft:
    """The file's names and values as a draft of this part: a Scenario, or a Voice."""
    draft = Draft(part)
    draft.plain = _part(draft, root, part, ())
    draft.nodes[()] = root
    return draft


def _part(draft: Draft, node: Fields, part: Owner, path: Path) -> dict[str, Any]:
    known = fields_of(part)
    plain: dict[str, Any] = {}
    for key, value in node.entries:
        name, below = key.value, (*path, key.value)
        draft.keys[below] = key
        if name not in known:
            draft.strangers.append(below)
            draft.unread.update(_texts_in(value))
        elif isinstance(value, Text) and value.left_empty:
            draft.empty[below] = key
        else:
            plain[name] = _value(draft, value, known[name], below, (part, name))
    return plain


def _value(draft: Draft, node: Node, kind: Kind, path: Path, spot: Spot) -> Any:
    draft.nodes[path] = node
    draft.kinds[path] = spot, kind
    if kind.is_a == "pair" and not isinstance(node, Many):
        return []
    if kind.is_a in {"list", "pair"}:
        items = node.items if isinstance(node, Many) else (node,)
        given = [item for item in items if not (isinstance(item, Text) and item.left_empty)]
        return [_value(draft, item, kind.of, (*path, at), spot) for at, item in enumerate(given)]
    if isinstance(node, Text):
        if kind.is_a == "part":
            draft.unread.add(node.value)
        draft.leaves.append(Leaf(spot, path, node))
        return _number(node.value) if kind.is_a == "number" else node.value
    if isinstance(node, Many):
        return []
    if kind.is_a == "part":
        return _part(draft, node, kind.of, path)
    return _names(draft, node, kind, path, spot) if kind.is_a == "names" else {}


def _number(text: str) -> int | list[object]:
    """The number, or what pydantic takes for no number anywhere: it would read 7.0, and None where it may."""
    number = number_in(text)
    return [] if number is None else number


def _texts_in(node: Node) -> Iterator[str]:
    if isinstance(node, Text):
        yield node.value
    elif isinstance(node, Many):
        for item in node.items:
            yield from _texts_in(item)
    else:
        for _, value in node.entries:
            yield from _texts_in(value)


def _names(draft: Draft, node: Fields, kind: Kind, path: Path, spot: Spot) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for key, value in node.entries:
        below = (*path, key.value)
        draft.keys[below] = key
        draft.leaves.append(Leaf(spot, below, key, named=True))
        if isinstance(value, Text) and value.left_empty:
            draft.empty[below] = key
        else:
            plain[key.value] = _value(draft, value, kind.of, below, spot)
    return plain
