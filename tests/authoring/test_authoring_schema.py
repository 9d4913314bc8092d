"""The schema that editors read says what the loader does."""

import json
from pathlib import Path
from typing import Any

import pytest

from game.authoring.declared import fields_of
from game.authoring.library import scenario_files
from game.authoring.schema import FILE_NAME, as_text, schema
from game.core.scenario import Scenario
from game.paths import shipped_scenarios


@pytest.fixture(scope="module")
def exported() -> dict[str, Any]:
    return schema()


def test_the_committed_schema_is_the_exported_one() -> None:
    """After a change of the declarations, write it again: python -m game schema > scenarios/scenario.schema.json"""
    assert (shipped_scenarios() / FILE_NAME).read_text("utf-8") == as_text()


def test_every_field_is_there_with_its_sentence(exported: dict[str, Any]) -> None:
    assert list(exported["properties"]) == list(fields_of(Scenario))
    parts = [exported, *(part for part in exported["$defs"].values() if "properties" in part)]
    for part in parts:
        assert part["description"]
        assert part["additionalProperties"] is False
        for field in part["properties"].values():
            assert field["description"]


def test_what_the_loader_fills_in_is_not_there(exported: dict[str, Any]) -> None:
    assert "shared" not in exported["properties"]
    assert "Voice" not in exported["$defs"]


def test_one_value_may_stand_for_a_list(exported: dict[str, Any]) -> None:
    one, many = exported["properties"]["story"]["anyOf"]
    assert (one, many["items"], many["minItems"]) == ({"$ref": "#/$defs/Beat"}, one, 1)


def test_ends_of_numbers_lengths_of_texts_and_ids_are_there(exported: dict[str, Any]) -> None:
    anger = exported["$defs"]["Customer"]["properties"]["anger"]
    assert (anger["minimum"], anger["maximum"]) == (0, 100)
    assert exported["properties"]["title"]["maxLength"] == 60
    assert "empathy" in exported["$defs"]["technique"]["enum"]
    assert {"silence", "nod", "empathy"} <= set(exported["$defs"]["cue"]["enum"])
    assert exported["properties"]["words"]["propertyNames"] == {"$ref": "#/$defs/technique"}


def test_every_reference_leads_somewhere(exported: dict[str, Any]) -> None:
    text = json.dumps(exported)
    referred = {part.split('"')[0] for part in text.split('"$ref": "#/$defs/')[1:]}
    assert referred == set(exported["$defs"])


@pytest.mark.parametrize("path", scenario_files(shipped_scenarios()), ids=lambda path: path.stem)
def test_the_first_line_of_a_shipped_scenario_leads_editors_to_it(path: Path) -> None:
    assert path.read_text("utf-8").startswith(f"# yaml-language-server: $schema={FILE_NAME}\n")
