"""Is a scenario the same one in another language? Its words may differ; all that the game plays by may not.

Parts with a short name are found by it; others, such as reactions, by what they answer and when.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.authoring.declared import LENGTHS, Spot
from game.authoring.draft import Draft, Leaf, Place, drafted
from game.authoring.nodes import Text
from game.authoring.problems import Problem
from game.authoring.source import Source, read
from game.core.scenario import Choice, Scenario

_PARTS: Final = {
    "story": "line of the story",
    "remedies": "remedy",
    "reactions": "reaction",
    "choices": "choice",
    "complications": "complication",
}
"""Lists of parts, and what one of them is called."""
_OF_ONE_LANGUAGE: Final = frozenset({"voice", "words", "samples"})
_TRANSLATED: Final[frozenset[Spot]] = frozenset(LENGTHS) | {(Choice, "feelings")}

Traits = tuple[tuple[str, str], ...]
"""What of a part is no text for people, each with the names above it: ("when › phase", "hot")."""


@dataclass(frozen=True, slots=True)
class Part:
    """One line of the story, remedy, reaction, choice …, or a setting of the whole; `name` is its id, if it has one."""

    kind: str
    name: str
    traits: Traits
    place: Place

    @property
    def key(self) -> tuple[str, str, Traits]:
        """What it is found by in the other file."""
        return (self.kind, self.name, () if self.name else self.traits)


def check_translation(original: Path, translation: Path) -> tuple[Problem, ...]:
    """What the translation lacks, has too many of, or does differently; problems of the form are told by `check`."""
    one, other = read(original), read(translation)
    compare(one, other)
    return other.found()


def compare(original: Source, translation: Source) -> None:
    """Notes in the translation where it is not the same scenario as the original."""
    if original.root is None or translation.root is None:
        return
    draft = drafted(translation.root, Scenario)
    wanted = list(_parts(drafted(original.root, Scenario)))
    there = list(_parts(draft))
    for part in _without(wanted, there):
        above = draft.named_place((part.kind,)) if part.kind in _PARTS else (1, 1)
        kind = _PARTS.get(part.kind, "setting")
        translation.report("translation-lacks", *above, kind=kind, told=_told(part), there=part.place[0])
    for part in _without(there, wanted):
        kind = _PARTS.get(part.kind, "setting")
        translation.report("translation-extra", *part.place, kind=kind, told=_told(part))
    originals = {part.key: part for part in wanted}
    for part in there:
        same = originals.get(part.key)
        fields = _differing(same.traits, part.traits) if same else []
        if same and fields:
            named = " and ".join(f"`{field}`" for field in fields if field)
            what = f"{named} of `{part.name}`" if named else f"`{part.name}`"
            translation.report("translation-differs", *part.place, what=what, there=same.place[0])


def _without(parts: list[Part], others: list[Part]) -> Iterator[Part]:
    """Those of the parts that have no counterpart among the others."""
    left = Counter(part.key for part in others)
    for part in parts:
        if left[part.key]:
            left[part.key] -= 1
        else:
            yield part


def _differing(one: Traits, other: Traits) -> list[str]:
    return sorted({field for field, _ in (Counter(one) - Counter(other)) + (Counter(other) - Counter(one))})


def _told(part: Part) -> str:
    if part.name:
        return f" `{part.name}`"
    cues = [value for field, value in part.traits if field == "to"]
    rest = [f"{field} {value}" for field, value in part.traits if field != "to"]
    return (f" to {', '.join(cues)}" if cues else "") + (f" ({'; '.join(rest)})" if rest else "")


def _parts(draft: Draft) -> Iterator[Part]:
    """Every part of the file; what stands in no list, setting by setting."""
    leaves: dict[tuple[str | int, ...], list[Leaf]] = {}
    for leaf in draft.leaves:
        if leaf.path[0] in _PARTS:
            leaves.setdefault(leaf.path[:2], []).append(leaf)
        elif leaf.path[0] not in _OF_ONE_LANGUAGE and _is_trait(leaf):
            leaves.setdefault(tuple(step for step in leaf.path if isinstance(step, str)), []).append(leaf)
    for path, inside in leaves.items():
        traits = sorted((_field(leaf.path[len(path) :]), leaf.text.value) for leaf in inside if _is_trait(leaf))
        is_part = path[0] in _PARTS
        name = _id(draft, path) if is_part else " › ".join(map(str, path))
        yield Part(str(path[0]) if is_part else "", name, tuple(traits), draft.named_place(path))


def _is_trait(leaf: Leaf) -> bool:
    return leaf.named or leaf.spot not in _TRANSLATED


def _field(path: tuple[str | int, ...]) -> str:
    return " › ".join(step for step in path if isinstance(step, str))


def _id(draft: Draft, path: tuple[str | int, ...]) -> str:
    found = draft.nodes.get((*path, "id")) or draft.nodes.get((*path, "fact", "id"))
    return found.value if isinstance(found, Text) else ""
