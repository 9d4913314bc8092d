"""What else there was to do, tried in the engine itself: every better line was played before it is shown.

A beam search under one fixed evaluation. Everything that could be said or done is tried; the few moves that are
worth most at once are followed several turns deep, each by the line that is then worth most, and from every turn of
that the call is played on in the order that works. A move leads as far as the best of these calls. Each move has
its own place in the beam, so that one good opening does not crowd out the others.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from game.core.engine import step, why_not
from game.core.lines import fullest_lines, helpful_lines
from game.core.menu import every_line, reading_of
from game.core.moves import GESTURES, End, FollowUp, Gesture, Listen, Move, Say, gestures_in
from game.core.order import order_that_works
from game.core.scenario import Scenario
from game.core.session import Play
from game.core.state import State, Turn
from game.core.techniques import is_misstep
from game.review.evaluation import standing, worth
from game.review.own_words import without_harm
from game.review.samples import sample_lines

Quality = Literal["best", "good", "inaccuracy", "mistake", "blunder"]
_BLUNDER_FROM: Final = 20
_AT_MOST: Final[tuple[tuple[float, Quality], ...]] = (
    (1, "best"), (7, "good"), (10, "inaccuracy"), (_BLUNDER_FROM, "mistake"),
)  # fmt: skip
"""Largest loss, in points of `evaluation.worth`, for each grade. Our choice, by what a turn can lose: one that does no
harm and cools nothing, where another would have cooled as much as a turn can, loses 7 and is still good, since a
person may well let her talk first; most missteps lose more than 10."""
_AHEAD: Final = 9
"""How many turns the review looks on after a move: to the end of most calls."""
_SOON: Final = 3
"""How many turns on the meter is told, and how many count as soon: a good move that comes a turn before another
good one loses little."""
_SOON_COUNTS: Final = 0.4
"""Share of a move's value that is how she stands soon, and not where the call ends. Our choice. What was agreed and how
it ended count in the end alone: else the quickest offer would always be the best line, and whoever heard her out first,
as they should, would lose by it."""
_LISTED: Final = 6
"""How many of the moves that are worth most at once are played on."""
WIDTH: Final = 3
"""How many of those, the first, are followed: one a place in the beam."""
DEPTH: Final = 3
"""How many turns deep each is followed before the order that works takes over."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A move that was to be had, and where it leads."""

    move: Move
    turn: Turn = field(repr=False)
    soon: float
    """How she stands in the first turns from there, on average."""
    ahead: float
    """What the state is worth at the end of the best call found from there."""
    anger_ahead: int
    """The meter three turns on, in points."""

    @property
    def value(self) -> float:
        """What the move is worth: where it leads, and, since most calls can still be saved, what comes of it soon."""
        return (1 - _SOON_COUNTS) * self.ahead + _SOON_COUNTS * self.soon

    @property
    def text(self) -> str:
        """The line, or what was done without words."""
        match self.move:
            case Say(text, _):
                return text
            case Gesture(kind):
                return f"({GESTURES[kind].did})"
            case _:
                return "(let them talk)"


@dataclass(frozen=True, slots=True)
class Judged:
    """A turn that was played, beside what else was to be had there."""

    turn: Turn = field(repr=False)
    yours: Alternative
    others: tuple[Alternative, ...]
    """The most promising other moves, the best first."""
    own_words: Alternative | None = None
    """The same line without the sentences that did harm, where that leaves something."""

    @property
    def best(self) -> Alternative:
        """The best move of all, yours where nothing was better."""
        return max(self.yours, *self.others, key=lambda alternative: alternative.value)

    @property
    def loss(self) -> float:
        """What the move lost against the best one, in points of `evaluation.worth`; never below 0.

        To keep a limit loses nothing, however the call might have gone on: that is known to the engine alone, and
        nobody has to be insulted until it is.
        """
        return 0.0 if _limit_kept(self.turn) else self.best.value - self.yours.value

    @property
    def quality(self) -> Quality:
        """The grade, as chess sites give it; a move that left her hotter, where another had not, is never good."""
        quality = quality_of(self.loss)
        return "inaccuracy" if quality == "good" and self.turn.change > 0 else quality


def _limit_kept(turn: Turn) -> bool:
    """Whether the call was ended after a limit was said and the abuse went on."""
    return isinstance(turn.move, End) and turn.before.abused and turn.before.limits > 0


def quality_of(loss: float) -> Quality:
    """The grade for a move that loses so many points of `evaluation.worth` against the best one."""
    return next((quality for most, quality in _AT_MOST if loss <= most), "blunder")


def alternatives(scenario: Scenario, state: State) -> tuple[Alternative, ...]:
    """The most promising moves that were to be had, the best first; none with a misstep in it, nor talking over her.

    Of several that come to the same, the first stands for all: the author's own line before one that was made.
    """
    turns = [step(scenario, state, move) for move in _moves(scenario, state) if why_not(scenario, state, move) is None]
    quiet = (turn for turn in turns if "interrupted" not in turn.cues)
    ranked = sorted(quiet, key=lambda turn: -worth(scenario, turn.state))
    different: dict[Hashable, Turn] = {}
    for turn in ranked:
        different.setdefault(_comes_to(turn.state), turn)
    listed = (
        _alternative(scenario, turn, DEPTH if place < WIDTH else 0)
        for place, turn in enumerate([*different.values()][:_LISTED])
    )
    return tuple(sorted(listed, key=lambda one: -one.value))


def _moves(scenario: Scenario, state: State) -> Iterator[Move]:
    """The menu's lines and all others that fit, the author's samples, lines made for each technique, and silence."""
    for choice in every_line(scenario, state):
        if not any(is_misstep(technique) for technique in choice.does):
            yield Say(choice.say, reading_of(choice))
    yield from sample_lines(scenario, state)
    yield from helpful_lines(scenario, state)
    yield Listen()
    yield from (Gesture(kind) for kind in gestures_in(scenario.setting) if GESTURES[kind].helpful)


def _comes_to(state: State) -> Hashable:
    """What a state is apart from the words that led to it."""
    return (
        state.anger, state.stage, state.outcome, state.mid_sentence, state.abused, state.told, state.heard,
        state.offered, state.agreed, frozenset(state.techniques), state.relating,
    )  # fmt: skip


def best_move(scenario: Scenario, state: State) -> Move:
    """The move that leads furthest."""
    return alternatives(scenario, state)[0].move


def judged(play: Play) -> tuple[Judged, ...]:
    """Every turn of the call itself, judged; the follow-up is not, nor is leaving after the call."""
    return tuple(
        judge(play.scenario, turn)
        for turn in play.turns
        if turn.before.stage == "call" and not isinstance(turn.move, FollowUp)
    )


def judge(scenario: Scenario, turn: Turn) -> Judged:
    """One turn, beside what else was to be had there."""
    found = alternatives(scenario, turn.before)
    return Judged(turn, _alternative(scenario, turn, DEPTH), found, _in_own_words(scenario, turn))


def _in_own_words(scenario: Scenario, turn: Turn) -> Alternative | None:
    if not isinstance(turn.move, Say):
        return None
    shorter = without_harm(turn.move.text, turn.move.reading)
    return None if shorter is None else _alternative(scenario, step(scenario, turn.before, shorter), DEPTH)


def _alternative(scenario: Scenario, turn: Turn, depth: int) -> Alternative:
    path = _played_on(scenario, turn.state, depth)
    first = [standing(scenario, path[min(turns, len(path) - 1)]) for turns in range(_SOON)]
    anger_ahead = path[min(_SOON, len(path) - 1)].anger
    return Alternative(turn.move, turn, sum(first) / _SOON, worth(scenario, path[-1]), anger_ahead)


def _played_on(scenario: Scenario, state: State, depth: int) -> list[State]:
    """This state and those that follow in the best call found from there, followed so deep, to its end or nearly."""
    followed = [state]
    calls = [_in_order(scenario, followed)]
    while len(followed) <= depth and followed[-1].stage == "call":
        followed = [*followed, _next_best(scenario, followed[-1])]
        if followed[-1] not in calls[-1]:
            calls.append(_in_order(scenario, followed))
    return max(calls, key=lambda call: worth(scenario, call[-1]))


def _next_best(scenario: Scenario, state: State) -> State:
    """The state that is worth most one turn on."""
    moves: tuple[Move, ...] = (Listen(), *fullest_lines(scenario, state))
    return max((step(scenario, state, move).state for move in moves), key=lambda after: worth(scenario, after))


def _in_order(scenario: Scenario, followed: list[State]) -> list[State]:
    """These states and those that follow, played in the order that works."""
    call = list(followed)
    while len(call) <= _AHEAD and call[-1].stage == "call":
        call.append(step(scenario, call[-1], order_that_works(scenario, call[-1])).state)
    return call


def accuracy(turns: tuple[Judged, ...]) -> int:
    """How near the call came to the best that was to be had, from 0 to 100; a blunder counts for nothing."""
    if not turns:
        return 0
    shares = [max(0.0, 1 - judged.loss / _BLUNDER_FROM) for judged in turns]
    return round(100 * sum(shares) / len(shares))
