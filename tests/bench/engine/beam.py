"""What looking deeper brings the review, and what it costs. Run: PYTHONPATH=. python tests/bench/engine/beam.py

Turns are drawn from calls that bots play badly and well in every shipped scenario. For each width and depth of the
beam: how many turns' best move is worth more than with depth 0 (each move played on in the order that works, and
nothing else), by how much, and the time. A gain counts for 30 points at most, so that single lost calls that can
still be saved do not make the mean.
"""

from statistics import mean
from time import process_time
from unittest.mock import patch

from game.authoring.bots import BOTS, played_by
from game.authoring.library import load
from game.core.chance import shuffled
from game.core.scenario import Scenario
from game.core.state import State
from game.paths import shipped_scenarios
from game.review import search

BEAMS = ((0, 0), (3, 1), (3, 2), (2, 3), (3, 3), (4, 3), (6, 3), (3, 5))
PLAYERS = ("random", "gusher", "solver-first", "hostile", "skilled")
A_CALL = 2
MOST = 30.0


def positions() -> list[tuple[Scenario, State]]:
    """Turns that were played, a few of each call."""
    found: list[tuple[Scenario, State]] = []
    for path in sorted(shipped_scenarios().glob("*.yaml")):
        scenario = load(path).playable
        for bot in PLAYERS:
            turns = [turn for turn in played_by(BOTS[bot], scenario, 3).turns if turn.before.stage == "call"]
            found += [(scenario, turn.before) for turn in shuffled(turns, 3, 0, path.stem + bot)[:A_CALL]]
    return found


def best_values(where: list[tuple[Scenario, State]], width: int, depth: int) -> tuple[list[float], float]:
    """What the best move of each position is found to be worth, and the milliseconds a position took."""
    with patch.object(search, "WIDTH", width), patch.object(search, "DEPTH", depth):
        begun = process_time()
        values = [search.alternatives(scenario, state)[0].value for scenario, state in where]
        return values, (process_time() - begun) / len(where) * 1000


def main() -> None:
    """Measure and print."""
    where = positions()
    best_values(where[:: len(PLAYERS) * A_CALL], *BEAMS[0])
    plain, _ = best_values(where, *BEAMS[0])
    print(f"{len(where)} positions\nwidth depth   ms a turn   risen by ½ or more   by 3 or more   mean gain")
    for width, depth in BEAMS:
        values, took = best_values(where, width, depth)
        gains = [min(MOST, value - before) for value, before in zip(values, plain, strict=True)]
        some, much = (sum(gain >= least for gain in gains) for least in (0.5, 3.0))
        print(f"{width:5} {depth:5} {took:11.1f} {some:20} {much:14} {mean(gains):11.2f}")


if __name__ == "__main__":
    main()
