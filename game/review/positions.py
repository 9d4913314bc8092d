"""Drills: a moment of a call, to be answered again or by a technique, and how the answer is graded."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from game.core.engine import step
from game.core.moves import Move
from game.core.reading import Evidence
from game.core.session import Play
from game.core.state import State, Turn
from game.core.techniques import TECHNIQUES
from game.review.debrief import better_line, did
from game.review.search import Judged, Quality, judge

_FROM_THE_LAST = 20


@dataclass(frozen=True, slots=True)
class Position:
    """A moment to answer. `id` names the call and the turn, or what is asked, so that its schedule can be kept."""

    id: str
    play: Play = field(repr=False)
    """The call up to this moment."""
    yours: str
    """What was said then; in a drill by technique, the near miss that is to be said another way."""
    technique: str = ""
    """What the answer is asked to do; empty where whatever helps will do."""

    @property
    def state(self) -> State:
        """Where the call stands."""
        return self.play.state


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to a position, judged."""

    turn: Turn = field(repr=False)
    judged: Judged = field(repr=False)
    technique: str = ""
    """What was asked for, if anything was."""

    @property
    def done(self) -> Evidence | None:
        """The words that did what was asked for; None where they did not, or did harm besides."""
        reading = self.turn.reading
        found = (one for one in reading.evidence if one.technique == self.technique)
        return None if reading.missteps else next(found, None)

    @property
    def verdict(self) -> str:
        """Whether the line did what was asked for, in words."""
        reading = self.turn.reading
        if self.done is not None:
            return f"Yes: “{self.done.quote}” {TECHNIQUES[self.technique].does}."
        if self.technique in reading.techniques:
            return f"It {TECHNIQUES[self.technique].does}, and it also {TECHNIQUES[reading.missteps[0]].does}."
        heard = ", ".join(TECHNIQUES[one].does for one in reading.techniques)
        return f"Not yet. Heard: {heard or 'nothing I know'}."

    @property
    def quality(self) -> Quality:
        """What the answer counts for. Where a technique was asked for, doing it is good, and all else a mistake."""
        if not self.technique:
            return self.judged.quality
        if self.done is None:
            return "mistake"
        return "best" if self.judged.quality == "best" else "good"

    @property
    def better(self) -> str:
        """A line that does better, played through the engine, and does what was asked for; empty if there is none."""
        if not self.technique:
            line = better_line(self.judged)
            return line.text if line is not None else ""
        fit = (one for one in self.judged.others if self.technique in one.turn.reading.techniques)
        return next((one.text for one in fit if one.value > self.judged.yours.value), "")


def positions(plays: Iterable[tuple[str, Play]]) -> Iterator[Position]:
    """The moments of the last calls in which a line of the player's did harm, the newest call first.

    `plays` are named by their saves, the oldest first. Several of one name are the tries at one call: a moment that
    they share is one position, with what was said in the latest of them, and none is lost by trying again.
    """
    calls: dict[str, list[Play]] = {}
    for name, play in plays:
        calls.setdefault(name, []).append(play)
    for name in list(reversed(calls))[:_FROM_THE_LAST]:
        yield from _in_call(name, calls[name])


def _in_call(name: str, tries: Sequence[Play]) -> Iterator[Position]:
    found: dict[str, Position] = {}
    for number, play in enumerate(tries):
        for before, turn in enumerate(play.turns):
            if turn.before.stage == "call" and turn.change > 0:
                id = f"{name}/{turn.number}{_which_way(tries[:number], play, before)}"
                found[id] = Position(id, play.first(before), did(turn))
    yield from sorted(found.values(), key=lambda position: position.state.turn)


def _which_way(earlier: Sequence[Play], play: Play, turns: int) -> str:
    """What tells this way of reaching a moment from those of earlier tries; nothing for the first try's.

    Counted by tries and not by mistakes, so that an id stays what it was when there are more tries.
    """
    way = play.session.moves[:turns]
    tried = [*earlier, play]
    first = next(n for n, one in enumerate(tried) if len(one.turns) >= turns and one.session.moves[:turns] == way)
    return f".{first + 1}" if first else ""


def answer(position: Position, move: Move) -> Answered:
    """The move, made and judged in this position. Raises MoveError if it cannot be made."""
    turn = step(position.play.scenario, position.state, move)
    return Answered(turn, judge(position.play.scenario, turn), position.technique)
