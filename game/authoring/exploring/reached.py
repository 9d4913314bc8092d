"""Everything that a scenario's author wrote to be met, and what of it no call has reached yet.

The shared voice's lines do not count: no scenario needs all of them.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from game.authoring.draft import Path
from game.core.customer import says_to_others
from game.core.moves import Choose, FollowUp, Say
from game.core.scenario import FollowUpKind, Outcome, Scenario, Words
from game.core.session import Play
from game.core.slots import fill, slots_of
from game.core.state import State, Turn

KINDS: Final = (
    "story", "reactions", "choices", "remedies", "follow_up", "complications", "endings", "says_to_others",
)  # fmt: skip
"""The parts of a file that hold what can be met: the first name of each path."""
FOLLOW_UPS: Final[tuple[FollowUpKind, ...]] = ("kept", "generic", "too_soon", "too_late", "broken")


class Reached:
    """What calls have met so far. A path names the same line here and in the author's file."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.left: dict[Path, str] = dict(_everything(scenario))
        """What no call has met yet, by where it stands: the words, or the id of a menu line or a remedy."""
        self.whole: int = len(self.left)
        """How many lines there are to meet."""
        self._spoken: dict[str, list[Path]] = {}
        for path, text in self.left.items():
            if path[0] in {"reactions", "complications"}:
                self._spoken.setdefault(text, []).append(path)

    def add(self, play: Play) -> None:
        """Notes everything that this call met."""
        self._met(self._opened(play.opening))
        for turn in play.turns:
            self._met(self.new_in(turn))
        self._met(self._told_afterwards(play.state))

    def _met(self, paths: Iterable[Path]) -> None:
        for path in list(paths):
            self.left.pop(path, None)

    def _opened(self, state: State) -> Iterator[Path]:
        return self._worded(("story", 0, "say"), self.scenario.story[0].say, state.said)

    def new_in(self, turn: Turn) -> list[Path]:
        """Where that stands which this turn meets and no call met before."""
        return [path for path in self._in(turn) if path in self.left]

    def _in(self, turn: Turn) -> Iterator[Path]:
        before, after, scenario = turn.before, turn.state, self.scenario
        for line in after.lines[len(before.lines) :]:
            yield from self._spoken.get(line, ())
        for beat in after.beats[len(before.beats) :]:
            yield from self._worded(("story", beat, "say"), scenario.story[beat].say, after.said)
        for at, remedy in enumerate(scenario.remedies):
            if remedy.id in turn.reading.remedies:
                yield ("remedies", at, "id")
        yield from self._chosen(turn)
        if isinstance(turn.move, FollowUp):
            yield from self._answered(turn)
        if after.outcome is not None and before.stage == "call" and after.stage != "call":
            lines = scenario.endings.get(after.outcome, ())
            yield from self._worded(("endings", after.outcome), lines, after.said, after)

    def _chosen(self, turn: Turn) -> Iterator[Path]:
        """The menu's line that was said: by its id, or in its words, whatever stood in its slots."""
        for at, choice in enumerate(self.scenario.choices):
            if isinstance(turn.move, Choose):
                said = turn.move.choice == choice.id
            else:
                said = isinstance(turn.move, Say) and _is(choice.say, turn.move.text)
            if said:
                yield ("choices", at, "say")

    def _answered(self, turn: Turn) -> Iterator[Path]:
        plan = self.scenario.follow_up
        for kind in FOLLOW_UPS if plan is not None else ():
            lines = plan.lines(kind) if plan is not None else ()
            yield from self._worded(("follow_up", kind), lines, turn.state.said, turn.state)

    def _worded(self, path: Path, wordings: Words, said: str, state: State | None = None) -> Iterator[Path]:
        """Which of the wordings was said."""
        slots = {} if state is None else slots_of(self.scenario, state)
        for at, wording in enumerate(wordings):
            if fill(wording, slots).removeprefix("— ") in said:
                yield (*path, at)

    def _told_afterwards(self, state: State) -> Iterator[Path]:
        if state.outcome is not None:
            told = says_to_others(self.scenario, state)
            wordings = self.scenario.says_to_others.get(state.outcome, ())
            yield from self._worded(("says_to_others", state.outcome), wordings, told, state)


def _is(line: str, said: str) -> bool:
    beginning, slot, _ = line.partition("{")
    return line == said or (bool(slot) and bool(beginning) and said.startswith(beginning))


def _everything(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    for at, beat in enumerate(scenario.story):
        yield from _lines(("story", at, "say"), beat.say)
    for at, reaction in enumerate(scenario.reactions):
        yield from _lines(("reactions", at, "say"), reaction.say)
    yield from ((("choices", at, "say"), choice.id) for at, choice in enumerate(scenario.choices))
    yield from ((("remedies", at, "id"), remedy.id) for at, remedy in enumerate(scenario.remedies))
    if scenario.follow_up is not None:
        for kind in FOLLOW_UPS:
            yield from _lines(("follow_up", kind), scenario.follow_up.lines(kind))
    if scenario.noise:
        yield from ((("complications", at, "say", 0), one.say[0]) for at, one in enumerate(scenario.complications))
    for name, by_outcome in (("endings", scenario.endings), ("says_to_others", scenario.says_to_others)):
        for outcome, lines in by_outcome.items():
            yield from _lines((name, outcome), lines)


def _lines(path: Path, wordings: Words) -> Iterator[tuple[Path, str]]:
    return (((*path, at), wording) for at, wording in enumerate(wordings))


def outcome_of(path: Path) -> Outcome:
    """The outcome whose ending, or whose word afterwards, stands at this path."""
    outcome: Outcome = path[1]  # type: ignore[assignment]  # such a path is made above, from an outcome
    return outcome
