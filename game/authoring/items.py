"""Item analysis: what real calls say about each line of the menu and each turn, as the maker of a test would ask.

How often a line was there and taken, how hard it was to do better, and whether those who did well took it more
often than those who did badly. Pure: calls in, numbers out.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from statistics import fmean
from typing import Final

from game.core.menu import menu
from game.core.moves import Choose
from game.core.scenario import Scenario
from game.core.session import Play
from game.review.evaluation import worth
from game.review.search import Judged

FEWEST_CALLS: Final = 6
"""Below this, a third of the calls is one or none, and nothing can be said about what separates them."""


@dataclass(frozen=True, slots=True)
class Analysed:
    """A call that was played, and its turns as the debrief judges them."""

    play: Play = field(repr=False)
    judged: tuple[Judged, ...] = field(repr=False)

    @property
    def worth(self) -> float:
        """How well it went, in points of `evaluation.worth`."""
        return worth(self.play.scenario, self.play.state)

    @property
    def by_menu(self) -> bool:
        """Whether the player chose from menus, at least once."""
        return any(isinstance(turn.move, Choose) for turn in self.play.turns)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the menu, or one turn. Losses are points of `evaluation.worth` against the best move."""

    name: str
    text: str
    offered: int
    """In how many calls it came up; a line of the menu, where the player chose from menus."""
    taken: int
    """In how many of those it was taken; a turn is taken by whoever came so far."""
    loss: float | None
    """Mean loss of those who took it; None where nobody did."""
    separates: float | None
    """Share of the best third that took it minus the share of the worst third, from -1 to 1; for a turn, the mean
    loss of the worst third minus that of the best. None where too few calls tell."""

    def plain(self) -> dict[str, object]:
        """As plain data."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Thirds:
    """The calls that went best and worst, by their place in the list."""

    best: frozenset[int]
    worst: frozenset[int]


def thirds(calls: Sequence[Analysed]) -> Thirds | None:
    """The best and the worst third of the calls; None if there are too few, or all went alike."""
    order = sorted(range(len(calls)), key=lambda at: calls[at].worth)
    size = len(calls) // 3
    if len(calls) < FEWEST_CALLS or calls[order[0]].worth == calls[order[-1]].worth:
        return None
    return Thirds(frozenset(order[-size:]), frozenset(order[:size]))


def choice_items(scenario: Scenario, calls: Sequence[Analysed]) -> list[Item]:
    """Each of the author's menu lines, in the file's order."""
    offered: dict[str, set[int]] = defaultdict(set)
    losses: dict[str, dict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for at, call in enumerate(calls):
        for judged in call.judged if call.by_menu else ():
            for choice in menu(call.play.scenario, judged.turn.before):
                offered[choice.id].add(at)
            if isinstance(judged.turn.move, Choose):
                losses[judged.turn.move.choice][at].append(judged.loss)
    groups = thirds(calls)
    return [
        Item(
            choice.id, choice.say, len(offered[choice.id]), len(losses[choice.id]),
            _mean([loss for of_call in losses[choice.id].values() for loss in of_call]),
            _more_often(groups, offered[choice.id], losses[choice.id]),
        )
        for choice in scenario.choices
    ]  # fmt: skip


def turn_items(calls: Sequence[Analysed]) -> list[Item]:
    """Each turn, over the calls that came so far."""
    groups = thirds(calls)
    items = []
    for turn in range(max((len(call.judged) for call in calls), default=0)):
        loss = {at: call.judged[turn].loss for at, call in enumerate(calls) if turn < len(call.judged)}
        separates = None
        if groups is not None:
            best = _mean([loss[at] for at in groups.best if at in loss])
            worst = _mean([loss[at] for at in groups.worst if at in loss])
            separates = None if best is None or worst is None else round(worst - best, 1)
        items.append(Item(f"turn {turn + 1}", "", len(calls), len(loss), _mean(list(loss.values())), separates))
    return items


def _more_often(groups: Thirds | None, offered: Iterable[int], taken: Iterable[int]) -> float | None:
    """How much more often the best third took a line than the worst third, of those who were offered it."""
    if groups is None:
        return None
    there, took = set(offered), set(taken)
    best, worst = groups.best & there, groups.worst & there
    if not best or not worst:
        return None
    return round(len(best & took) / len(best) - len(worst & took) / len(worst), 2)


def _mean(numbers: Sequence[float]) -> float | None:
    return round(fmean(numbers), 1) if numbers else None
