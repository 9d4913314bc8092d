"""The JSON Schema of a scenario, exported from the core's declarations.

Editors read it for completion and for the sentence shown under each name, so it knows what the loader
knows: the ends of numbers, the ids of techniques, and that one value may stand for a list of one.
"""

import json
from pathlib import Path
from typing import Any, Final

from game.authoring.build import adapter
from game.authoring.crosscheck import vocabulary
from game.authoring.declared import HIDDEN, LENGTHS, NEEDED, PARTS, RANGES, REFERENCES, Spot
from game.core.scenario import Scenario

FILE_NAME: Final = "scenario.schema.json"
Schema = dict[str, Any]


def schema() -> Schema:
    """The schema of a scenario's file, as plain data."""
    whole: Schema = adapter(Scenario, documented=True).json_schema()
    definitions: dict[str, Schema] = whole.pop("$defs")
    parts = {part.__name__: part for part in PARTS}
    for name, definition in {**definitions, "Scenario": whole}.items():
        _refine(definition, parts[name])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **whole,
        "title": "A scenario of Defuse",
        "$defs": {name: definitions[name] for name in sorted(_used(whole, definitions))} | _ids(),
    }


def as_text() -> str:
    """The schema as the committed file holds it."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def write(folder: Path) -> Path:
    """Writes the schema into this folder, and tells where. Raises OSError."""
    path = folder / FILE_NAME
    path.write_text(as_text(), "utf-8")
    return path


def _refine(definition: Schema, part: type) -> None:
    definition.pop("title", None)
    fields: dict[str, Schema] = definition["properties"]
    for name in list(fields):
        if (part, name) in HIDDEN:
            del fields[name]
        else:
            fields[name] = _field(fields[name], (part, name))


def _field(field: Schema, spot: Spot) -> Schema:
    field.pop("title", None)
    about = {key: field.pop(key) for key in ("description", "default") if field.get(key) is not None}
    if "description" in about:
        about["description"] = " ".join(about["description"].split())
    return about | _value(field, spot)


def _value(value: Schema, spot: Spot, refers: str = "") -> Schema:
    """The value as the loader takes it: one may stand for a list, and nothing counts as left out.

    `refers` tells what the value names, where the game itself knows all there are.
    """
    refers = refers or REFERENCES.get(spot, "")
    kind = value.get("type")
    if "anyOf" in value:
        return next(_value(one, spot) for one in value["anyOf"] if one.get("type") != "null")
    if "prefixItems" in value:
        return value | {"prefixItems": [_value(item, spot) for item in value["prefixItems"]]}
    if kind == "array":
        item = _value(value["items"], spot, refers)
        least = {"minItems": 1} if spot in NEEDED else {}
        return {"anyOf": [item, {"type": "array", "items": item} | least]}
    if kind == "object":
        named = {"propertyNames": _reference(refers)} if refers else {}
        return value | named | {"additionalProperties": _value(value["additionalProperties"], spot, "text")}
    if kind == "integer" and spot in RANGES:
        low, high = RANGES[spot]
        return value | {"minimum": low, "maximum": high}
    if kind == "string" and refers in _ids():
        return _reference(refers)
    if kind == "string" and spot in LENGTHS:
        return value | {"maxLength": LENGTHS[spot]}
    return value


def _reference(kind: str) -> Schema:
    return {"$ref": f"#/$defs/{kind}"}


def _ids() -> dict[str, Schema]:
    """What the game itself knows all of: techniques, cues and rules of the meter."""
    words = vocabulary()
    known = {"technique": words.techniques, "cue": words.cues, "rule": tuple(words.rules), "persona": words.personas}
    return {kind: {"type": "string", "enum": list(ids)} for kind, ids in known.items()}


def _used(node: Any, definitions: dict[str, Schema]) -> set[str]:
    """Names of the definitions that are referred to from here, directly or through others."""
    found: set[str] = set()
    todo = [node]
    while todo:
        here = todo.pop()
        if isinstance(here, dict):
            name = str(here.get("$ref", "")).rpartition("/")[2]
            if name in definitions and name not in found:
                found.add(name)
                todo.append(definitions[name])
            todo += here.values()
        elif isinstance(here, list):
            todo += here
    return found
