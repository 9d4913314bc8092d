"""How it is going, and what to play next."""

import json
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime

from game.authoring.library import library
from game.commands.places import saves_folder, scenario_folders
from game.records.history import by_scenario, moments
from game.records.store import over, rated_tries, saves
from game.review.fading import fading
from game.review.rating import MOST, Calibration, calibration
from game.review.regularity import Regularity, regularity
from game.review.skills import Progress, Suggestion, progress, suggestions

_MOST_READ = 5
"""Ratings told one by one."""
_BARS = "▁▂▃▄▅▆▇█"


def show_progress(options: Namespace) -> int:
    """`defuse progress`."""
    folder = saves_folder(options)
    loaded = [one for one in library(scenario_folders(options)) if one.scenario is not None]
    kept = saves(folder, loaded)
    plays = by_scenario(over(kept))
    found, following = progress(plays), suggestions([(one.name, one.playable) for one in loaded], plays)
    days = regularity(moments(kept, folder), datetime.now(UTC))
    help_now = fading([play for _, play in plays])
    read = calibration(rated_tries(kept))
    if options.json:
        told = {**_plain(found, following, days), "help": asdict(help_now), "calibration": _calibration_plain(read)}
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return 0
    if not plays:
        print("No call is finished yet. Play one: defuse play late-movers")
    for line in (
        [*_lines(found, following, days), f"  You answer with {help_now.reason}.", *_reading(read)]
        if plays
        else filter(None, [days.sentence])
    ):
        print(line)
    return 0


def _plain(found: Progress, following: tuple[Suggestion, ...], days: Regularity) -> dict[str, object]:
    return {
        "calls": found.calls,
        "practised": {
            "days": [day.isoformat() for day in days.days],
            "lately": sum(days.lately), "of_days": len(days.lately), "in_a_row": days.in_a_row,
        },
        "skills": [
            {"id": skill.id, "called_for": skill.called_for, "done": skill.done, "share": skill.share,
             "calls_ago": skill.calls_ago}
            for skill in found.skills
        ],
        "slips": [{"slip": label, "times": times} for label, times in found.slips],
        "best": {name: list(curve) for name, curve in found.best.items()},
        "last": {name: list(curve) for name, curve in found.last.items()},
        "next": [{"scenario": one.name, "reason": one.reason} for one in following],
    }  # fmt: skip


def _lines(found: Progress, following: tuple[Suggestion, ...], days: Regularity) -> list[str]:
    calls = f"{found.calls} {'call' if found.calls == 1 else 'calls'} finished."
    lines = [f"{calls} {days.sentence}".strip(), "", "Called for, and done; when it was last done:"]
    lines += [
        f"  {skill.label:26} {f'{skill.done} of {skill.called_for}':10} {skill.recency}" for skill in found.skills
    ]
    if found.slips:
        lines += ["", "Slips: " + ", ".join(f"{label} ×{times}" for label, times in found.slips[:5]) + "."]
    lines += ["", "Last calls, and the best:"]
    for name, last in found.last.items():
        lines += [f"  {name:24} last {_curve(last)}", f"  {'':24} best {_curve(found.best[name])}"]
    lines += ["", "Next:"]
    return lines + [f"  {one.name:24} {one.reason}" for one in dict.fromkeys(following)]


def _reading(read: Calibration) -> Iterator[str]:
    """How well the player reads their own calls."""
    if not read.whole and not read.skills:
        return
    yield from ("", "How well you read your calls:")
    yield from (f"  you said {said}, it was {was}" for said, was in read.whole[-_MOST_READ:])
    if read.whole:
        yield f"  off by {read.away} of {MOST} over the last {len(read.whole)}"
    yield from (f"  {one.doing:26} you said {one.said}, done {one.was}" for one in read.skills[:_MOST_READ])


def _calibration_plain(read: Calibration) -> dict[str, object]:
    return {
        "calls": [{"said": said, "was": was} for said, was in read.whole],
        "off_by": read.away if read.whole else None,
        "skills": [{"id": one.skill, "times": one.times, "said": one.said, "was": one.was} for one in read.skills],
    }


def _curve(curve: tuple[int, ...]) -> str:
    return f"{''.join(_BARS[round(value / 100 * (len(_BARS) - 1))] for value in curve)} {curve[0]} to {curve[-1]}"
