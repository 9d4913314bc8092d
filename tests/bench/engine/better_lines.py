"""Whether what the review shows is true, over hundreds of calls.

Run: PYTHONPATH=. python tests/bench/engine/better_lines.py

Every shipped scenario is played by bots of every kind, each call with another seed, persona and amount of noise.
Each better line that the review shows is played again in its place: it must leave the meter lower than the line
that was said, and be worth more. Exit status 1 if one is not so.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from game.authoring.bots import BOTS, played_by
from game.authoring.library import load
from game.core.engine import step
from game.core.personas import ANY
from game.core.scenario import Scenario
from game.core.session import Play
from game.paths import shipped_scenarios
from game.review.debrief import better_line
from game.review.search import Judged, judged

PLAYERS = ("random", "gusher", "solver-first", "script-reader", "hostile", "silent", "skilled")
ROUNDS = 3
"""Calls of each player in each scenario: 16 scenarios make 336 calls."""


def calls(rounds: int) -> Iterator[tuple[str, Play]]:
    """Every player in every scenario, so many rounds: from the second on as any persona, in the third with noise."""
    for path in sorted(shipped_scenarios().glob("*.yaml")):
        scenario = load(path).playable
        for number in range(rounds):
            for place, bot in enumerate(PLAYERS):
                yield bot, played_by(BOTS[bot], varied(scenario, number), 100 * number + place)


def varied(scenario: Scenario, number: int) -> Scenario:
    """The scenario as its author wrote it, then with any persona, then with noise as well."""
    if number == 0:
        return scenario
    return replace(scenario, customer=replace(scenario.customer, persona=(ANY,)), noise=number > 1)


def is_true(play: Play, one: Judged) -> bool:
    """Whether the better line of this turn, if there is one, does better when it is played again."""
    line = better_line(one)
    if line is None:
        return True
    again = step(play.scenario, one.turn.before, line.move)
    return again.state.anger < one.turn.state.anger and line.value > one.yours.value and again == line.turn


def main() -> None:
    """Play, review, check and print."""
    count, grades = Counter[str](), dict[str, Counter[str]]()
    for bot, play in calls(ROUNDS):
        turns = judged(play)
        count["calls"] += 1
        count["turns"] += len(turns)
        count["better lines"] += sum(better_line(one) is not None for one in turns)
        count["not better"] += sum(not is_true(play, one) for one in turns)
        grades.setdefault(bot, Counter()).update(one.quality for one in turns)
    print(", ".join(f"{what}: {number}" for what, number in count.items()))
    for bot, found in grades.items():
        shares = (f"{quality} {number / found.total():.0%}" for quality, number in found.most_common())
        print(f"  {bot:14} {', '.join(shares)}")
    sys.exit(count["not better"] > 0)


if __name__ == "__main__":
    main()
