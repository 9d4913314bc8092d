"""How long a turn, a call and a review take. Run: python tests/bench/engine/measure.py [SCENARIO.yaml]

Figures are medians of several rounds, and ratios to a limit in the same run, since machines differ.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from game.authoring.bots import BOTS, played_by
from game.authoring.library import load
from game.core.engine import step
from game.core.order import order_that_works
from game.core.session import start
from game.paths import shipped_scenarios
from game.review.debrief import debrief

ROUNDS = 7


def milliseconds(work: Callable[[], object], times: int) -> float:
    """Median time of one call of `work`, in milliseconds."""
    rounds = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        for _ in range(times):
            work()
        rounds.append((perf_counter() - begun) / times * 1000)
    return median(rounds)


def main() -> None:
    """Measure and print."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else shipped_scenarios() / "late-movers.yaml"
    scenario = load(path).playable
    state = start(scenario, 7).state
    move = order_that_works(scenario, state)
    long_call = max((played_by(BOTS["random"], scenario, seed) for seed in range(12)), key=lambda play: len(play.turns))
    seeds = iter(range(10_000_000))
    rows = [
        ("one turn", milliseconds(lambda: step(scenario, state, move), 300), 1.0),
        (
            "one call by the skilled bot",
            milliseconds(lambda: played_by(BOTS["skilled"], scenario, next(seeds)), 20),
            5.0,
        ),
        (f"review of {len(long_call.turns)} turns", milliseconds(lambda: debrief(long_call), 1), 1000.0),
    ]
    print(f"{path.stem}: median of {ROUNDS} rounds")
    for what, took, limit in rows:
        print(f"  {what:30} {took:9.3f} ms   {took / limit:5.2f} of the limit of {limit:g} ms")


if __name__ == "__main__":
    main()
