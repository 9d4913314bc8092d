"""Do the parts of a file fit together? Every check looks at the draft, so one broken part hides no other.

To add a check: a function here, a row in the catalogue.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from game.authoring.declared import IDS, LENGTHS, NEEDED, PHRASES, RANGES, REFERENCES, SENTENCES, SLOTS
from game.authoring.draft import Draft, Leaf, Path, number_in
from game.authoring.nearest import did_you_mean, listed
from game.authoring.nodes import Fields, Many
from game.authoring.source import Source
from game.core.cues import CUES
from game.core.moves import GESTURES
from game.core.personas import ANY, PERSONAS
from game.core.rules import BASE
from game.core.scenario import Beat, Customer, FollowUp, Override, Scenario
from game.core.techniques import TECHNIQUES

LONGEST_ID: Final = 60


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the game itself knows, that a file may refer to. `rules` gives each rule's own points."""

    techniques: tuple[str, ...]
    cues: tuple[str, ...]
    rules: Mapping[str, int]
    personas: tuple[str, ...]

    @property
    def occasions(self) -> list[str]:
        """The cues that are neither techniques nor gestures: something that happened."""
        return [cue for cue in self.cues if cue not in self.techniques and cue not in GESTURES]


@cache
def vocabulary() -> Vocabulary:
    """The core's own words."""
    rules = {rule.id: rule.points for rule in BASE.values()}
    return Vocabulary(tuple(TECHNIQUES), tuple(sorted(CUES)), rules, (*PERSONAS, ANY))


@dataclass(frozen=True, slots=True)
class Case:
    """What a check looks at, and where it reports."""

    source: Source
    draft: Draft
    known: Vocabulary


def check_meaning(source: Source, draft: Draft) -> None:
    """Notes everything in which the parts of this draft do not fit together."""
    case = Case(source, draft, vocabulary())
    for check in _CHECKS:
        check(case)


def _references(case: Case) -> None:
    declared = {
        "fact": [leaf.text.value for leaf in case.draft.ids("fact")],
        "remedy": [leaf.text.value for leaf in case.draft.ids("remedy")],
        "feeling": [leaf.text.value for leaf in case.draft.texts((Customer, "feelings"))],
        "technique": case.known.techniques,
        "cue": case.known.cues,
        "rule": tuple(case.known.rules),
        "persona": case.known.personas,
    }
    for leaf in case.draft.leaves:
        kind = REFERENCES.get(leaf.spot)
        if kind is None or leaf.named != _refers_by_name(leaf):
            continue
        value = leaf.text.value
        if value not in declared[kind] and value not in case.draft.unread:
            shown = case.known.occasions if kind == "cue" else declared[kind]
            guess = did_you_mean(value, declared[kind])
            _report(case, leaf, f"unknown-{kind}", value=value, guess=guess, known=listed(shown))


def _refers_by_name(leaf: Leaf) -> bool:
    return leaf.spot in {(Scenario, "rules"), (Scenario, "words")}


def _commas(case: Case) -> None:
    """A list that lost its brackets: one text with commas, where short phrases or ids belong."""
    for leaf in case.draft.texts(*PHRASES, *REFERENCES):
        alone = not isinstance(case.draft.nodes.get(leaf.path[:-1]), Many)
        if alone and leaf.text.bare and "," in leaf.text.value:
            _report(case, leaf, "list-without-brackets", whole=leaf.text.value.strip("[]"))


def _cut_sentences(case: Case) -> None:
    """A sentence between square brackets that was cut at its comma: the next piece starts small, on the same line."""
    before: Leaf | None = None
    for leaf in case.draft.texts(*SENTENCES):
        beside = before is not None and leaf.path[:-1] == before.path[:-1] and leaf.text.line == before.text.line
        if before is not None and beside and leaf.text.bare and leaf.text.value[:1].islower():
            whole = f"{before.text.value}, {leaf.text.value}"
            _report(case, leaf, "cut-at-comma", start=before.text.value, whole=whole)
        before = leaf


def _ids(case: Case) -> None:
    for kind in dict.fromkeys(IDS.values()):
        seen: dict[str, int] = {}
        for leaf in case.draft.ids(kind):
            value = leaf.text.value
            if not re.fullmatch(rf"[\w-]{{1,{LONGEST_ID}}}", value):
                _report(case, leaf, "bad-id", value=value, most=LONGEST_ID)
            elif value in seen:
                _report(case, leaf, "id-twice", kind=kind, value=value, first=seen[value])
            seen.setdefault(value, leaf.text.line)


def _numbers(case: Case) -> None:
    for leaf in case.draft.texts(*RANGES):
        value = number_in(leaf.text.value)
        low, high = RANGES[leaf.spot]
        if value is not None and not low <= value <= high:
            field = f"`{leaf.spot[1]}`"
            _report(case, leaf, "out-of-range", where=field, low=low, high=high, value=leaf.text.value)


def _texts(case: Case) -> None:
    for leaf in case.draft.texts(*LENGTHS):
        field, given, most = f"`{leaf.spot[1]}`", len(leaf.text.value), LENGTHS[leaf.spot]
        if not given:
            _report(case, leaf, "text-empty", where=field)
        elif given > most:
            _report(case, leaf, "text-too-long", where=field, given=given, most=most)


def _needed(case: Case) -> None:
    for path, (spot, kind) in case.draft.kinds.items():
        if spot in NEEDED and kind.is_a == "list" and (*path, 0) not in case.draft.nodes:
            case.source.report("list-empty", *case.draft.place(path), where=f"`{spot[1]}`")


def _slots(case: Case) -> None:
    for leaf in case.draft.texts(*LENGTHS):
        known = SLOTS.get(leaf.spot, ())
        slots = ["{" + name + "}" for name in known]
        rest = leaf.text.value
        for slot in slots:
            rest = rest.replace(slot, "")
        for strange in re.findall(r"\{([^{}]*)|\}", rest)[:1]:
            guess, shown = did_you_mean(strange, known), ", ".join(slots) or "none"
            _report(case, leaf, "unknown-slot", value=strange, guess=guess, known=shown)


def _opening(case: Case) -> None:
    for leaf in case.draft.texts((Beat, "when_asked")):
        if leaf.path == ("story", 0, "when_asked") and leaf.text.value.lower() in {"true", "yes", "on", "1"}:
            _report(case, leaf, "first-when-asked")


def _hours(case: Case) -> None:
    leaves = case.draft.texts((FollowUp, "due_hours"))
    hours = [number_in(leaf.text.value) for leaf in leaves]
    if len(hours) == 2 and hours[0] is not None and hours[1] is not None and hours[0] >= hours[1]:
        _report(case, leaves[0], "hours-order")


def _trade(case: Case) -> None:
    """Phrases of the trade that could never be heard, or in nearly anything."""
    leaves = case.draft.texts((Scenario, "words"))
    if not leaves:
        return
    from game.recogniser.authors import check_words  # noqa: PLC0415 - reads the lexicon, which few files need

    for leaf in leaves:
        for technique in {str(name) for name in leaf.path[1:2]} & set(case.known.techniques):
            for problem in check_words({technique: [leaf.text.value] if leaf.text.value else []}):
                _report(case, leaf, "phrase-unreadable", reason=problem.message, remedy=problem.remedy)


def _overrides(case: Case) -> None:
    explained = {leaf.path[:-1] for leaf in case.draft.texts((Override, "reason")) if leaf.text.value.strip()}
    for leaf in case.draft.texts((Override, "points")):
        rule, points = str(leaf.path[-2]), number_in(leaf.text.value)
        own = case.known.rules.get(rule, 0)
        if points is not None and points * own < 0 and leaf.path[:-1] not in explained:
            _report(case, leaf, "sign-without-reason", rule=rule, own=own, points=points)


def _feelings(case: Case) -> None:
    customer = case.draft.nodes.get(("customer",))
    if isinstance(customer, Fields) and not case.draft.texts((Customer, "feelings")):
        empty = ("customer", "feelings")
        case.source.report("no-feelings", *case.draft.named_place(empty if empty in case.draft.keys else ("customer",)))


def _named_twice(case: Case) -> None:
    """The same name twice in one list: one of them was meant to be another."""
    seen: set[tuple[Path, str]] = set()
    for leaf in case.draft.texts(*REFERENCES):
        name = (leaf.path[:-1], leaf.text.value)
        if isinstance(leaf.path[-1], int) and name in seen:
            _report(case, leaf, "named-twice", value=leaf.text.value, where=f"`{leaf.spot[1]}`")
        seen.add(name)


def _report(case: Case, leaf: Leaf, code: str, **words: object) -> None:
    case.source.report(code, leaf.text.line, leaf.text.column, **words)


_CHECKS: Final[tuple[Callable[[Case], None], ...]] = (
    _references, _commas, _cut_sentences, _ids, _numbers, _texts, _needed, _slots, _opening, _hours, _overrides,
    _feelings, _named_twice, _trade,
)  # fmt: skip
