"""A file's nodes become a Scenario or a Voice, or every problem that stands in the way, at once.

The core's dataclasses are the only declaration: pydantic checks the file against them and builds them.
Each of its findings is told in an author's words, at the line and column where the value stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar

from game.authoring.crosscheck import check_meaning
from game.authoring.declared import PARTS, Kind, fields_of, meaning
from game.authoring.draft import Draft, Path, drafted
from game.authoring.nearest import did_you_mean, listed
from game.authoring.nodes import Fields, Many, Text
from game.authoring.problems import is_error
from game.authoring.source import Source
from game.authoring.syntax import quoted_example
from game.core.scenario import Choice, Scenario, Voice

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

T = TypeVar("T", Scenario, Voice)
LONGEST_SLUG: Final = 40


@cache
def adapter(part: type[T]) -> TypeAdapter[T]:
    """What checks plain data against a dataclass of the core and builds it. Names not declared are refused."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - costs a tenth of a second: only where files are read

    for declared in PARTS:
        declared.__pydantic_config__ = {"extra": "forbid"}
    return TypeAdapter(part)


def built(source: Source, part: type[T]) -> T | None:
    """The part that this file declares, or None if it has errors. Problems are noted in the source."""
    if source.root is None:
        return None
    draft = drafted(source.root, part)
    made = _validated(source, draft, part)
    for path, key in draft.empty.items():
        source.report("nothing-given", key.line, key.column, name=path[-1])
    check_meaning(source, draft)
    if made is None or any(map(is_error, source.problems)):
        return None
    return replace(made, choices=with_ids(made.choices))


def _validated(source: Source, draft: Draft, part: type[T]) -> T | None:
    from pydantic import ValidationError  # noqa: PLC0415

    try:
        return adapter(part).validate_python(draft.plain)
    except ValidationError as error:
        for finding in error.errors(include_url=False, include_context=False, include_input=False):
            _explain(source, draft, finding)
        return None


def with_ids(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The choices, each with an id of its own; those without get one made from their words."""
    taken = {choice.id for choice in choices if choice.id}
    named = []
    for choice in choices:
        id = choice.id or _fresh(_slug(choice.say), taken)  # noqa: A001 - the field's own name
        taken.add(id)
        named.append(choice if choice.id else replace(choice, id=id))
    return tuple(named)


def _slug(words: str) -> str:
    slug = "-".join(re.findall(r"\w+", words.casefold().replace("'", "").replace("’", "")))
    return slug[:LONGEST_SLUG].rstrip("-") or "choice"


def _fresh(slug: str, taken: set[str]) -> str:
    number, id = 1, slug  # noqa: A001
    while id in taken:
        number += 1
        id = f"{slug}-{number}"  # noqa: A001
    return id


def _explain(source: Source, draft: Draft, finding: ErrorDetails) -> None:
    path: Path = tuple(finding["loc"])
    explain = _EXPLAINED.get(finding["type"], _does_not_fit)
    explain(source, draft, path)


def where(draft: Draft, path: Path) -> str:
    """How a sentence calls the place: `anger`, or the scenario."""
    names = [step for step in path if isinstance(step, str)]
    if names:
        return f"`{names[-1]}`"
    return "The scenario" if draft.part is Scenario else "The voice"


def _kind(draft: Draft, path: Path) -> Kind:
    return draft.kinds[path][1] if path in draft.kinds else Kind("part", draft.part)


def _unknown_name(source: Source, draft: Draft, path: Path) -> None:
    name, known = str(path[-1]), fields_of(_kind(draft, path[:-1]).of)
    place = where(draft, path[:-1]).replace("The ", "the ")
    source.report(
        "unknown-name", *draft.named_place(path),
        name=name, where=place, guess=did_you_mean(name, known), known=listed(known),
    )  # fmt: skip


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
    if isinstance(node, Fields) and len(node.entries) == 1 and node.entries[0][0].bare:
        start = node.entries[0][0].value
        example = quoted_example(source.lines[node.line - 1])
        source.report("colon-in-item", node.line, node.column, start=start, example=example)
    else:
        source.report("text-needed", *draft.place(path), where=where(draft, path), what=_what(node))


def _group_needed(source: Source, draft: Draft, path: Path) -> None:
    kind = _kind(draft, path)
    known = fields_of(kind.of) if kind.is_a == "part" else kind.keys or ("name",)
    source.report(
        "group-needed", *draft.place(path),
        where=where(draft, path), what=_what(draft.nodes[path]), known=listed(known),
    )  # fmt: skip


def _does_not_fit(source: Source, draft: Draft, path: Path) -> None:
    source.report("shape", *draft.place(path), where=where(draft, path))


_EXPLAINED: Final[dict[str, Callable[[Source, Draft, Path], None]]] = {
    "unexpected_keyword_argument": _unknown_name,
    "missing": _missing,
    "too_long": _wrong_count,
    "literal_error": _unknown_word,
    "int_parsing": _not_a("not-a-number"),
    "int_parsing_size": _not_a("not-a-number"),
    "int_type": _not_a("not-a-number"),
    "int_from_float": _not_a("not-a-number"),
    "bool_parsing": _not_a("not-true-or-false"),
    "bool_type": _not_a("not-true-or-false"),
    "string_type": _text_needed,
    "dataclass_type": _group_needed,
    "dict_type": _group_needed,
    "mapping_type": _group_needed,
}
"""Who explains each kind of pydantic's findings."""
