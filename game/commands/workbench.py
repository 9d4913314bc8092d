"""What an author proves a scenario with."""

import json
import sys
from argparse import Namespace
from pathlib import Path

from game.authoring.draft import drafted
from game.authoring.library import Loaded, find, library, scenario_files
from game.authoring.simulation import CURIOUS, Left, Played, Simulation, Spread, simulated
from game.authoring.source import read
from game.commands.places import scenario_folders
from game.commands.progress import Progress
from game.core.scenario import Scenario
from game.errors import UsageError
from game.records.cases import tested, write_junit

_BARS = " ▁▂▃▄▅▆▇█"


def simulate(options: Namespace) -> int:
    """`defuse simulate`: 1 if a bot ends outside its bounds."""
    if options.runs < 1:
        raise UsageError(f"--runs {options.runs}: at least one call must be played.")
    plain: list[dict[str, object]] = []
    in_bounds = True
    for loaded in _chosen(options):
        report = _told(loaded, options)
        in_bounds = in_bounds and all(bot.in_bounds for bot in report.bots)
        if options.json:
            plain.append(_plain(loaded, report))
        else:
            print("\n".join(_lines(loaded, report)) + "\n", flush=True)
    if options.json:
        print(json.dumps(plain, ensure_ascii=False, indent=2))
    return 0 if in_bounds else 1


def test(options: Namespace) -> int:
    """`defuse test`: the transcripts beside scenarios, and the samples in them; 1 if one does not come true."""
    cases = [case for path in _files(options) for case in tested(path)]
    for case in cases:
        for message in case.failures:
            print(message)
    if options.junit is not None:
        write_junit(Path(options.junit), cases)
    failed = sum(bool(case.failures) for case in cases)
    print(f"{len(cases) - failed} came true, {failed} did not.", file=sys.stderr)
    return 1 if failed else 0


def _files(options: Namespace) -> list[Path]:
    given = [Path(path) for path in options.paths] or list(scenario_folders(options))
    return [file for path in given for file in (scenario_files(path) if path.is_dir() else [path])]


def watch(options: Namespace) -> int:
    """`defuse watch SCENARIO`. Raises UsageError where there is no terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(f"Watching needs a terminal. For the problems alone: defuse check {options.scenario}")
    from game.tui.watch import run_watch  # noqa: PLC0415  # Textual takes its time, and the rest needs none

    return run_watch(find(options.scenario, scenario_folders(options)).path, options.seed)


def _chosen(options: Namespace) -> list[Loaded]:
    folders = scenario_folders(options)
    if options.scenario:
        return [find(name, folders) for name in options.scenario]
    return [loaded for loaded in library(folders) if loaded.scenario is not None]


def _told(loaded: Loaded, options: Namespace) -> Simulation:
    progress = Progress(loaded.name)
    report = simulated(loaded.playable, options.runs, options.seed, progress.told)
    progress.done()
    return report


def _plain(loaded: Loaded, report: Simulation) -> dict[str, object]:
    return {
        "scenario": loaded.name,
        "bots": [bot.plain() for bot in report.bots],
        "curious": {"runs": report.curious, "lines": report.lines, "left": len(report.left)},
        "never": {kind: list(items) for kind, items in report.never.items()},
        "left": [
            {"file": file, "line": line, "column": column, "kind": one.path[0], "text": one.text}
            for one, (file, line, column) in zip(report.left, _places(loaded, report.left), strict=True)
        ],
    }


def _places(loaded: Loaded, left: tuple[Left, ...]) -> list[tuple[str, int, int]]:
    """Where each of these stands in the author's file: line and column count from 1."""
    source = read(loaded.path) if left else None
    if source is None or source.root is None:
        return [(str(loaded.path), 0, 0) for _ in left]
    draft = drafted(source.root, Scenario)
    return [(source.file, *draft.place(one.path)) for one in left]


def _lines(loaded: Loaded, report: Simulation) -> list[str]:
    lines = [f"{loaded.playable.title} ({loaded.name})"]
    lines += [f"  {bot.bot:14}{_curve(bot.by_turn):42}{_shares(bot)}" for bot in report.bots]
    met, calls = report.lines - len(report.left), f"{report.curious:,} {'call' if report.curious == 1 else 'calls'}"
    lines.append(f"  {CURIOUS:14}{met} of {report.lines} lines, remedies and endings met, in {calls} of his own")
    if report.left:
        lines.append("  never reached, by him or any other:")
    for one, (file, line, column) in zip(report.left, _places(loaded, report.left), strict=True):
        lines.append(f"    {file}:{line}:{column}: {one.path[0]}: {one.text}")
    return lines


def _curve(by_turn: tuple[Spread, ...]) -> str:
    """The median of the meter, turn by turn, a bar each."""
    return "".join(_BARS[round(spread.middle / 100 * (len(_BARS) - 1))] for spread in by_turn)


def _shares(bot: Played) -> str:
    told = ", ".join(f"{outcome.replace('_', ' ')} {share:.0%}" for outcome, share in bot.outcomes.items())
    return told if bot.in_bounds else f"{told}  × outside its bounds"
