"""A file's nodes become a Scenario or a Voice, or every problem that stands in the way, at once.

The core's dataclasses are the only declaration: pydantic checks the file against them and builds them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from game.authoring.crosscheck import check_meaning
from game.authoring.declared import PARTS
from game.authoring.draft import Draft, drafted
from game.authoring.findings import explain, unknown_name
from game.authoring.problems import is_error
from game.authoring.source import Source
from game.core.scenario import Choice, Scenario, Voice

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T", Scenario, Voice)
LONGEST_SLUG: Final = 40


def adapter(part: type[T], *, documented: bool = False) -> TypeAdapter[T]:
    """What checks plain data against a dataclass of the core, and builds it; unknown names are refused.

    `documented` also reads the sentence under each field, for the schema.
    """
    made: TypeAdapter[T] = _adapter(part, documented)  # type: ignore[arg-type] # a class has a hash
    return made


@cache
def _adapter(part: Any, documented: bool) -> Any:
    from pydantic import TypeAdapter, with_config  # noqa: PLC0415 - slow to import: only where files are read

    for declared in PARTS:
        with_config(extra="forbid", use_attribute_docstrings=documented)(declared)
    return TypeAdapter(part)


def built(source: Source, part: type[T]) -> T | None:
    """The part that this file declares, or None if it has errors. Problems are noted in the source."""
    if source.root is None:
        return None
    draft = drafted(source.root, part)
    made = _validated(source, draft, part)
    for path in draft.strangers:
        unknown_name(source, draft, path)
    for path, key in draft.empty.items():
        source.report("nothing-given", key.line, key.column, name=path[-1])
    check_meaning(source, draft)
    if made is None or any(map(is_error, source.problems)):
        return None
    named: T = replace(made, choices=with_ids(made.choices))
    return named


def _validated(source: Source, draft: Draft, part: type[T]) -> T | None:
    from pydantic import ValidationError  # noqa: PLC0415

    try:
        return adapter(part).validate_python(draft.plain)
    except ValidationError as error:
        for finding in error.errors(include_url=False, include_context=False, include_input=False):
            explain(source, draft, finding["type"], finding["loc"])
        return None


def with_ids(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The choices, each with an id of its own; those without get one made from their words."""
    taken = {choice.id for choice in choices if choice.id}
    named = []
    for choice in choices:
        id = choice.id or _fresh(_slug(choice.say), taken)
        taken.add(id)
        named.append(choice if choice.id else replace(choice, id=id))
    return tuple(named)


def _slug(words: str) -> str:
    slug = "-".join(re.findall(r"\w+", words.casefold().replace("'", "").replace("’", "")))
    return slug[:LONGEST_SLUG].rstrip("-") or "choice"


def _fresh(slug: str, taken: set[str]) -> str:
    number, id = 1, slug
    while id in taken:
        number += 1
        id = f"{slug}-{number}"
    return id
