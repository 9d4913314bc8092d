"""Whether all of every shipped scenario is met in 2,000 calls, and whether nothing is found in them played through.

Run: python tests/bench/authoring/coverage.py [SCENARIO.yaml …]
"""

import sys
from pathlib import Path
from time import perf_counter

from game.authoring.checks import check
from game.authoring.exploring.curious import Curious
from game.authoring.library import load, scenario_files
from game.authoring.problems import as_text
from game.paths import shipped_scenarios

CALLS = 2_000


def main() -> int:
    """Measure and print; 1 if something is left or found."""
    files = [Path(path) for path in sys.argv[1:]] or scenario_files(shipped_scenarios())
    faults = 0
    for path in files:
        begun, curious, calls = perf_counter(), Curious(load(path).playable), 0
        while curious.reached.left and calls < CALLS:
            curious.play(calls)
            calls += 1
        played, found = perf_counter() - begun, check([path], close=True)
        left, whole = curious.reached.left, curious.reached.whole
        checked = perf_counter() - begun - played
        print(f"{path.stem:24}{whole - len(left):4} of {whole} met in {calls:4} calls, {played:6.1f} s;", end=" ")
        print(f"{len(found)} findings played through, {checked:4.1f} s", flush=True)
        print("".join(f"    {where}: {text}\n" for where, text in left.items()), end="")
        print("".join(f"    {as_text(one)}\n" for one in found), end="")
        faults += len(left) + len(found)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
