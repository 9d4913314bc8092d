"""What the core's dataclasses say about each field, and what they cannot say: ends of numbers, lengths
of texts, and which fields name something that is declared elsewhere.

The loader, the checks and the JSON Schema all read these tables.
"""

import ast
import inspect
from dataclasses import is_dataclass
from functools import cache
from itertools import pairwise
from types import NoneType, UnionType
from typing import Any, Final, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from game.core.scenario import (
    Beat,
    Brief,
    Caring,
    Choice,
    Complication,
    Condition,
    Customer,
    Fact,
    FollowUp,
    Handover,
    Override,
    Reaction,
    Remedy,
    Sample,
    Scenario,
    Voice,
)

Owner = type
Spot = tuple[Owner, str]
"""A field: the class that declares it, and its name."""

PARTS: Final = (
    Beat, Brief, Caring, Choice, Complication, Condition, Customer, Fact, FollowUp, Handover, Override, Reaction,
    Remedy, Sample, Scenario, Voice,


)  # fmt: skip

HIDDEN: Final[frozenset[Spot]] = frozenset({(Scenario, "shared")})
"""Fields that the loader fills in; an author may not."""

RANGES: Final[dict[Spot, tuple[int, int]]] = {
    (Customer, "anger"): (0, 100),
    (Customer, "patience"): (4, 60),
    (Customer, "candour"): (0, 3),
    (Customer, "pride"): (0, 3),
    (Condition, "from_anger"): (0, 100),
    (Complication, "from_turn"): (1, 60),
    (Caring, "heard"): (0, 3),
    (Caring, "informed"): (0, 3),
    (Caring, "helped"): (0, 3),
    (Condition, "from_turn"): (0, 60),
    (FollowUp, "due_hours"): (0, 720),
    (Override, "points"): (-40, 40),
}
"""Smallest and greatest value: points of the meter, turns, hours."""

LENGTHS: Final[dict[Spot, int]] = {
    (Scenario, "title"): 60,
    (Scenario, "about"): 400,
    (Scenario, "endings"): 600,
    (Scenario, "words"): 100,
    (Scenario, "voice"): 40,
    (Voice, "endings"): 600,
    (Scenario, "says_to_others"): 400,
    (Voice, "says_to_others"): 400,
    (Complication, "say"): 400,
    (Brief, "you_are"): 80,
    (Brief, "situation"): 600,
    (Brief, "you_may"): 160,
    (Brief, "you_may_not"): 160,
    (Customer, "name"): 60,
    (Customer, "feelings"): 40,
    (Customer, "backstory"): 2000,
    (Fact, "words"): 100,
    (Fact, "said_back"): 200,
    (Beat, "say"): 400,
    (Remedy, "heard_as"): 100,
    (Reaction, "say"): 400,
    (Choice, "say"): 400,
    (Handover, "to"): 80,
    (FollowUp, "mentions"): 100,
    (FollowUp, "kept"): 400,
    (FollowUp, "generic"): 400,
    (FollowUp, "too_soon"): 400,
    (FollowUp, "too_late"): 400,
    (FollowUp, "broken"): 400,
    (Override, "reason"): 300,
    (Sample, "say"): 500,
}
"""The most characters of one text."""

NEEDED: Final[frozenset[Spot]] = frozenset(
    {
        (Scenario, "story"), (Beat, "say"), (Reaction, "say"), (Fact, "words"), (Remedy, "heard_as"),
        (Choice, "does"), (Complication, "say"), (Scenario, "endings"), (Voice, "endings"),
    }
)  # fmt: skip
"""Lists that need at least one entry."""

PHRASES: Final[frozenset[Spot]] = frozenset(
    {
        (Customer, "feelings"), (Fact, "words"), (Remedy, "heard_as"), (FollowUp, "mentions"), (Scenario, "words"),
    }
)  # fmt: skip
"""Lists of short phrases, in which a comma is hardly ever part of one."""

SENTENCES: Final[frozenset[Spot]] = frozenset(
    {
        (Beat, "say"), (Reaction, "say"), (Complication, "say"), (Scenario, "endings"), (Voice, "endings"),
        (Scenario, "says_to_others"), (Voice, "says_to_others"), (FollowUp, "kept"), (FollowUp, "generic"),
        (FollowUp, "too_soon"), (FollowUp, "too_late"), (FollowUp, "broken"),
    }
)  # fmt: skip
"""Lists of whole sentences, which may well have a comma."""

IDS: Final[dict[Spot, str]] = {(Fact, "id"): "fact", (Remedy, "id"): "remedy", (Choice, "id"): "choice"}
"""Fields that declare a short name, and of what."""

REFERENCES: Final[dict[Spot, str]] = {
    (Remedy, "settles"): "fact",
    (Handover, "told"): "fact",
    (Condition, "told"): "fact",
    (Condition, "untold"): "fact",
    (Condition, "heard"): "fact",
    (Condition, "unheard"): "fact",
    (Condition, "offered"): "remedy",
    (Condition, "not_offered"): "remedy",
    (Condition, "agreed"): "remedy",
    (Condition, "not_agreed"): "remedy",
    (Reaction, "to"): "cue",
    (Condition, "after"): "cue",
    (Condition, "persona"): "persona",
    (Customer, "persona"): "persona",
    (Customer, "hot_buttons"): "technique",
    (Reaction, "fact"): "fact",
    (Reaction, "remedy"): "remedy",
    (Reaction, "tells"): "fact",
    (Choice, "does"): "technique",
    (Choice, "facts"): "fact",
    (Choice, "feelings"): "feeling",
    (Choice, "remedies"): "remedy",
    (Sample, "hears"): "technique",
    (Scenario, "trains"): "technique",
    (Scenario, "rules"): "rule",
    (Scenario, "words"): "technique",
}
"""Fields whose texts (or, for names with values, whose names) refer to something declared elsewhere."""

_ALWAYS_FILLED: Final = ("name", "you_are")
_MAY_BE_FILLED: Final = (*_ALWAYS_FILLED, "feeling", "fact", "remedy")
SLOTS: Final[dict[Spot, tuple[str, ...]]] = {
    (Reaction, "say"): (*_MAY_BE_FILLED, "quote", "told_again"),
    (Choice, "say"): _MAY_BE_FILLED,
    (Scenario, "endings"): _ALWAYS_FILLED,
    (Voice, "endings"): _ALWAYS_FILLED,
    (Scenario, "says_to_others"): _ALWAYS_FILLED,
    (Voice, "says_to_others"): _ALWAYS_FILLED,
    (FollowUp, "kept"): _ALWAYS_FILLED,
    (FollowUp, "generic"): _ALWAYS_FILLED,
    (FollowUp, "too_soon"): _ALWAYS_FILLED,
    (FollowUp, "too_late"): _ALWAYS_FILLED,
    (FollowUp, "broken"): _ALWAYS_FILLED,
}
"""The slots that the game fills in a text; in all others, none. A reaction or choice whose slot has nothing
to stand for is passed over; an ending cannot be, so it has only those that always stand for something."""


class Kind(NamedTuple):
    """What a field takes: a text, a word of a few, a number, yes or no, a list, a pair, names, a part."""

    is_a: Literal["text", "word", "number", "flag", "list", "pair", "names", "part"]
    of: Any = None
    """For a word the possible ones, for a list or for names the kind of each value, for a part its class."""
    keys: tuple[str, ...] = ()
    """For names: the possible ones; none given, any."""


@cache
def fields_of(part: Owner) -> dict[str, Kind]:
    """The fields that an author may write in this part, and what each takes."""
    hints = get_type_hints(part)
    return {name: _kind(hint) for name, hint in hints.items() if (part, name) not in HIDDEN}


@cache
def _kind(hint: Any) -> Kind:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return _kind(next(argument for argument in arguments if argument is not NoneType))
    if origin is Literal:
        return Kind("word", arguments)
    if origin is tuple:
        return Kind("list" if arguments[-1] is ... else "pair", _kind(arguments[0]))
    if origin is not None:
        names, values = _kind(arguments[0]), _kind(arguments[1])
        return Kind("names", values, names.of or ())
    if is_dataclass(hint):
        return Kind("part", hint)
    return {bool: Kind("flag"), int: Kind("number")}.get(hint, Kind("text"))


def meaning(part: Owner, name: str) -> str:
    """The sentence under this field in the declarations: what the author is told about it."""
    lines = inspect.getsource(part).splitlines()
    tree = ast.parse("\n".join(lines))
    body = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else []
    for declared, below in pairwise(body):
        if isinstance(declared, ast.AnnAssign) and getattr(declared.target, "id", "") == name:
            told = getattr(getattr(below, "value", None), "value", "")
            return " ".join(str(told).split())
    return ""
