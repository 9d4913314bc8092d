"""Whether the grades are fair to people. Run: PYTHONPATH=. python tests/bench/engine/grades.py [SEEDS]

Every transcript beside a shipped scenario is played again on several seeds, and so is every scenario by bots. For each
kind of player: the shares of the grades and the mean accuracy. A good call must see mostly "best" and "good", and in
every scenario a good call's accuracy must be above a middling one's, and that above a bad one's: exit status 1 if not.
"""

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import mean
from typing import Final, get_args

from game.authoring.bots import BOTS, Bot, played_by
from game.authoring.library import load
from game.call import Settings, new_call, take
from game.core.lines import helpful_lines, line
from game.core.moves import Choose, Listen, Move, Say
from game.core.scenario import Scenario
from game.core.session import Play, start
from game.core.state import State
from game.core.techniques import MISSTEPS, TECHNIQUES
from game.paths import shipped_scenarios
from game.review.search import Quality, accuracy, judged

WRITTEN: Final = ("good", "middling", "bad")
"""Kinds of transcripts, the best first; others stand for one ending each, and not for how well it was reached."""
SEED: Final = 7
"""The first seed, which most transcripts were written with."""
GRADES: Final[tuple[Quality, ...]] = get_args(Quality)


@dataclass
class Found:
    """What the review made of one kind of player."""

    grades: Counter[Quality] = field(default_factory=Counter)
    accuracies: list[int] = field(default_factory=list)

    def add(self, play: Play) -> None:
        """One more call."""
        turns = judged(play)
        self.grades.update(one.quality for one in turns)
        self.accuracies.append(accuracy(turns))

    def share(self, *grades: Quality) -> float:
        """Share of the turns that got one of these grades, from 0 to 1."""
        return sum(self.grades[grade] for grade in grades) / self.grades.total()

    @property
    def accuracy(self) -> float:
        """Mean accuracy of the calls."""
        return mean(self.accuracies)


def average(scenario: Scenario, state: State) -> Move:
    """Means well and knows no order: something helpful, silence now and then, and every fourth turn a misstep."""
    if state.turn % 4 == 3:
        misstep = MISSTEPS[(state.seed + state.turn) % len(MISSTEPS)]
        return line(TECHNIQUES[misstep].example, misstep)
    moves: tuple[Move, ...] = (Listen(), *helpful_lines(scenario, state))
    return moves[(state.seed * 7 + state.turn * 5) % len(moves)]


PLAYERS: Final[dict[str, Bot]] = {
    "best": BOTS["best"],
    "skilled": BOTS["skilled"],
    "average": average,
    "hostile": BOTS["hostile"],
}


def written(path: Path, scenario: Scenario) -> Play:
    """The call of a transcript, up to its end, with the transcript's own seed."""
    text = path.read_text(encoding="utf-8")
    found = re.search(r"^seed: (\d+)", text, re.MULTILINE)
    call = new_call(path.stem, scenario, int(found[1]) if found else SEED, Settings("typed"))
    for row in text.splitlines():
        if not row.startswith(">") or call.state.stage != "call":
            continue
        move = row[1:].removeprefix(" ")
        if move.startswith("#"):
            call = replace(call, play=call.play.then(Choose(move[1:].strip())))
        else:
            call, _ = take(call, move)
    return call.play


def said_again(play: Play, seed: int) -> Play:
    """What was said in a call, said again with another seed; silences come where she isn't done now."""
    again = start(play.scenario, seed)
    for turn in play.turns:
        if turn.before.mid_sentence and isinstance(turn.move, Listen):
            continue
        if again.state.mid_sentence and not turn.before.mid_sentence:
            again = again.then(Listen())
        if again.state.stage != "call":
            return again
        again = again.then(Say(turn.reading.text, turn.reading) if isinstance(turn.move, Choose) else turn.move)
    return again


def written_calls(path: Path) -> Iterator[tuple[str, Play]]:
    """The transcripts of one scenario, by kind."""
    scenario = load(path).playable
    for kind in WRITTEN:
        yield kind, written(path.with_suffix(f".{kind}.play"), scenario)


def calls(path: Path, seeds: Sequence[int]) -> Iterator[tuple[str, Play]]:
    """Every kind of call in one scenario, by kind."""
    scenario = load(path).playable
    for kind, play in written_calls(path):
        yield kind, play
        for seed in seeds:
            yield kind, said_again(play, seed)
    for kind, bot in PLAYERS.items():
        for seed in seeds:
            yield kind, played_by(bot, scenario, seed)


def measured(played: Iterable[tuple[str, Play]]) -> dict[str, Found]:
    """What the review makes of calls, by kind."""
    found = defaultdict[str, Found](Found)
    for kind, play in played:
        found[kind].add(play)
    return found


def in_order(found: dict[str, Found]) -> bool:
    """Whether the better written call has the higher accuracy."""
    good, middling, bad = (found[kind].accuracy for kind in WRITTEN)
    return good > middling > bad


def main() -> None:
    """Measure and print."""
    seeds = range(SEED, SEED + int(sys.argv[1]) if len(sys.argv) > 1 else SEED + 3)
    altogether, out_of_order = defaultdict[str, Found](Found), 0
    print(f"{'accuracy':24}" + "".join(f"{kind:>10}" for kind in (*WRITTEN, *PLAYERS)))
    for path in sorted(shipped_scenarios().glob("*.yaml")):
        found = measured(calls(path, seeds))
        out_of_order += not in_order(found)
        row = "".join(f"{found[kind].accuracy:10.0f}" for kind in (*WRITTEN, *PLAYERS))
        print(f"{path.stem:24}{row}{'' if in_order(found) else '   out of order'}")
        for kind, one in found.items():
            altogether[kind].grades.update(one.grades)
            altogether[kind].accuracies += one.accuracies
    print(f"\n{'share of turns':24}" + "".join(f"{grade:>12}" for grade in GRADES) + f"{'accuracy':>12}")
    for kind, one in altogether.items():
        print(f"{kind:24}" + "".join(f"{one.share(grade):12.0%}" for grade in GRADES) + f"{one.accuracy:12.0f}")
    sys.exit(out_of_order > 0)


if __name__ == "__main__":
    main()
