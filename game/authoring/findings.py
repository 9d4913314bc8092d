"""Tells what pydantic found in an author's words, at the line and column where the value stands."""

from collections.abc import Callable
from typing import Final

from game.authoring.declared import Kind, fields_of, meaning
from game.authoring.draft import Draft, Path
from game.authoring.nearest import did_you_mean, listed
from game.authoring.nodes import Fields, Many, Text
from game.authoring.source import Source
from game.authoring.syntax import example
from game.core.scenario import Scenario


def explain(source: Source, draft: Draft, found: str, path: Path) -> None:
    """Notes what pydantic calls `found`, at this path of the draft."""
    _EXPLAINED.get(found, _unreadable)(source, draft, path)


def where(draft: Draft, path: Path) -> str:
    """How a sentence calls the place: `anger`, or the scenario."""
    names = [step for step in path if isinstance(step, str)]
    if names:
        return f"`{names[-1]}`" if path[-1] == names[-1] else f"This entry of `{names[-1]}`"
    return "The scenario" if draft.part is Scenario else "The voice"


def _kind(draft: Draft, path: Path) -> Kind:
    return draft.kinds[path][1] if path in draft.kinds else Kind("part", draft.part)


def unknown_name(source: Source, draft: Draft, path: Path) -> None:
    name, known = str(path[-1]), fields_of(_kind(draft, path[:-1]).of)
    place = where(draft, path[:-1]).replace("The ", "the ").replace("This ", "this ")
    source.report(
        "unknown-name", *draft.named_place(path),
        name=name, where=place, guess=_belongs(name) or did_you_mean(name, known), known=listed(known),
    )  # fmt: skip


def _belongs(name: str) -> str:
    """Where a name belongs that stands in the wrong part, if one part of a scenario has it."""
    homes = [field for field, kind in fields_of(Scenario).items() if kind.is_a == "part" and name in fields_of(kind.of)]
    return f" It belongs under `{homes[0]}`." if len(homes) == 1 else ""


def _missing(source: Source, draft: Draft, path: Path) -> None:
    if isinstance(path[-1], int):
        _wrong_count(source, draft, path[:-1])
        return
    name, part = path[-1], _kind(draft, path[:-1]).of
    key = draft.empty.pop(path, None)
    place = (key.line, key.column) if key else draft.named_place(path[:-1])
    source.report("missing-name", *place, where=where(draft, path[:-1]), name=name, meaning=meaning(part, name))


def _wrong_count(source: Source, draft: Draft, path: Path) -> None:
    node = draft.nodes[path]
    given = len(node.items) if isinstance(node, Many) else 1
    source.report("wrong-count", *draft.place(path), where=where(draft, path), count=2, given=given)


def _unknown_word(source: Source, draft: Draft, path: Path) -> None:
    if path[-1] == "[key]":
        path = path[:-1]
        value, known = str(path[-1]), _kind(draft, path[:-1]).keys
        place, around = draft.named_place(path), path[:-1]
    else:
        node, known = draft.nodes[path], _kind(draft, path).of
        value = node.value if isinstance(node, Text) else _what(node)
        place, around = draft.place(path), path
    source.report(
        "unknown-word", *place,
        value=value, where=where(draft, around), guess=did_you_mean(value, known), known=listed(known),
    )  # fmt: skip


def _what(node: Fields | Many | Text) -> str:
    if isinstance(node, Text):
        return "a text"
    return "a list" if isinstance(node, Many) else "a group of names with values"


def _not_a(code: str) -> Callable[[Source, Draft, Path], None]:
    def explain(source: Source, draft: Draft, path: Path) -> None:
        node = draft.nodes[path]
        value = node.value if isinstance(node, Text) else _what(node)
        source.report(code, *draft.place(path), where=where(draft, path), value=value)

    return explain


def _text_needed(source: Source, draft: Draft, path: Path) -> None:
    node = draft.nodes[path]
    if isinstance(node, Fields) and len(node.entries) == 1 and node.entries[0][0].column == node.column:
        start = node.entries[0][0].value
        shown = example(source.lines[node.line - 1], node.column)
        source.report("colon-in-item", node.line, node.column, start=start, example=shown)
    else:
        source.report("text-needed", *draft.place(path), where=where(draft, path), what=_what(node))


def _group_needed(source: Source, draft: Draft, path: Path) -> None:
    kind = _kind(draft, path)
    known = fields_of(kind.of) if kind.is_a == "part" else kind.keys or ("name: value",)
    source.report(
        "group-needed", *draft.place(path),
        where=where(draft, path), what=_what(draft.nodes[path]), known=listed(known),
    )  # fmt: skip


def _unreadable(source: Source, draft: Draft, path: Path) -> None:
    source.report("form", *draft.place(path))


_EXPLAINED: Final[dict[str, Callable[[Source, Draft, Path], None]]] = {
    "missing": _missing,
    "too_long": _wrong_count,
    "literal_error": _unknown_word,
    "int_type": _not_a("not-a-number"),
    "bool_parsing": _not_a("not-true-or-false"),
    "bool_type": _not_a("not-true-or-false"),
    "string_type": _text_needed,
    "dataclass_type": _group_needed,
    "dict_type": _group_needed,
    "mapping_type": _group_needed,
}
"""Who explains each kind of pydantic's findings."""
