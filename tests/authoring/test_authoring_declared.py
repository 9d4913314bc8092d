"""The tables beside the declarations name fields that exist, and forget none."""

from dataclasses import MISSING, fields

import pytest

from game.authoring import declared
from game.authoring.declared import (
    HIDDEN,
    IDS,
    LENGTHS,
    NEEDED,
    PARTS,
    RANGES,
    REFERENCES,
    SLOTS,
    Kind,
    fields_of,
    meaning,
)
from game.core.scenario import Sample, Scenario, Voice


def of_what(kind: Kind) -> Kind:
    """What a list, a pair or names hold, innermost."""
    return of_what(kind.of) if kind.is_a in {"list", "pair", "names"} else kind


FIELDS = {(part, name): kind for part in PARTS for name, kind in fields_of(part).items()}


@pytest.mark.parametrize("table", [HIDDEN, RANGES, LENGTHS, NEEDED, IDS, REFERENCES, SLOTS])
def test_every_field_of_a_table_exists(table: dict[declared.Spot, object]) -> None:
    assert set(table) <= FIELDS.keys() | HIDDEN


def test_every_number_has_two_ends() -> None:
    assert {spot for spot, kind in FIELDS.items() if of_what(kind).is_a == "number"} == set(RANGES)


def test_every_text_has_a_greatest_length_or_names_something() -> None:
    texts = {spot for spot, kind in FIELDS.items() if of_what(kind).is_a == "text"}
    assert texts == LENGTHS.keys() | IDS.keys() | (REFERENCES.keys() - {(Scenario, "rules")})


def test_every_part_of_a_scenario_is_known() -> None:
    reached = {of_what(kind).of for kind in FIELDS.values() if of_what(kind).is_a == "part"}
    assert reached | {Scenario, Voice} == set(PARTS)


def test_every_field_has_a_sentence() -> None:
    assert all(meaning(part, name) for part, name in FIELDS)


def test_a_list_that_must_be_given_must_hold_something() -> None:
    """But for a sample: that nothing at all is heard in a line can be worth a test."""
    given = {
        (part, field.name)
        for part in PARTS
        for field in fields(part)
        if field.default is MISSING and field.default_factory is MISSING
    }
    lists = {spot for spot in given if FIELDS[spot].is_a == "list"}
    assert lists - {(Sample, "hears")} <= NEEDED
