"""What to practise, and how it is going."""

import json
import sys
from argparse import Namespace
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from secrets import randbelow

from fsrs import Card

from game import call as calls
from game.authoring.library import Loaded, library
from game.call import Call
from game.commands.places import saves_folder, scenario_folders
from game.core.chance import shuffled
from game.core.reading import Reading
from game.core.session import Play, start
from game.core.techniques import HELPFUL, TECHNIQUES
from game.core.text import clean
from game.errors import UsageError
from game.recogniser import recognise
from game.records import practice
from game.records.store import Save, saves
from game.review.audit import signed
from game.review.positions import Position, answer, positions
from game.review.skills import Progress, Suggestion, progress, suggestions

_BARS = "▁▂▃▄▅▆▇█"
_SEEDS = 10_000


def _finished(options: Namespace) -> tuple[list[Loaded], list[Save]]:
    """The scenarios, and the calls that are over, the oldest first."""
    loaded = [one for one in library(scenario_folders(options)) if one.scenario is not None]
    found = saves(saves_folder(options), loaded)
    return loaded, [save for save in reversed(found) if save.play is not None and not save.paused]


def _by(saves_: list[Save], *, scenario: bool) -> list[tuple[str, Play]]:
    return [
        (save.header.scenario if scenario else save.path.stem, save.play)
        for save in saves_
        if save.header is not None and save.play is not None
    ]


def show_progress(options: Namespace) -> int:
    """`defuse progress`."""
    loaded, over = _finished(options)
    plays = _by(over, scenario=True)
    found, following = progress(plays), suggestions([(one.name, one.playable) for one in loaded], plays)
    if options.json:
        print(json.dumps(_plain(found, following), ensure_ascii=False, indent=2))
        return 0
    if not plays:
        print("No call is finished yet. Play one: defuse play late-movers")
    for line in _lines(found, following) if plays else []:
        print(line)
    return 0


def _plain(found: Progress, following: tuple[Suggestion, ...]) -> dict[str, object]:
    return {
        "calls": found.calls,
        "skills": [
            {"id": skill.id, "called_for": skill.called_for, "done": skill.done, "share": skill.share}
            for skill in found.skills
        ],
        "slips": [{"slip": label, "times": times} for label, times in found.slips],
        "best": {name: list(curve) for name, curve in found.best.items()},
        "next": [{"scenario": one.name, "reason": one.reason} for one in following],
    }


def _lines(found: Progress, following: tuple[Suggestion, ...]) -> list[str]:
    lines = [f"{found.calls} calls finished.", "", "Called for, and done:"]
    lines += [f"  {skill.label:26} {skill.done} of {skill.called_for}" for skill in found.skills]
    if found.slips:
        lines += ["", "Slips: " + ", ".join(f"{label} ×{times}" for label, times in found.slips[:5]) + "."]
    lines += ["", "Best calls:"]
    lines += [f"  {name:24} {_curve(curve)} {curve[0]} to {curve[-1]}" for name, curve in found.best.items()]
    lines += ["", "Next:"]
    return lines + [f"  {one.name:24} {one.reason}" for one in dict.fromkeys(following)]


def _curve(curve: tuple[int, ...]) -> str:
    return "".join(_BARS[round(value / 100 * (len(_BARS) - 1))] for value in curve)


def drill(options: Namespace) -> int:
    """`defuse drill`: your own mistakes, answered again when they are due; or one technique, on opening lines."""
    folder = saves_folder(options)
    if options.technique is not None:
        return _by_technique(options)
    _, over = _finished(options)
    known = practice.cards(folder)
    waiting = practice.due(positions(_by(over, scenario=False)), known, datetime.now(UTC), options.most)
    if not waiting:
        print(_nothing_due(known))
        return 0
    print(f"{len(waiting)} to answer. Type your line and press enter; an empty line passes.")
    for number, position in enumerate(waiting, 1):
        if not _asked(position, number, folder):
            break
    return 0


def _by_technique(options: Namespace) -> int:
    technique = TECHNIQUES.get(options.technique)
    if technique is None or not technique.helpful:
        raise UsageError(f"There is no helpful technique {options.technique}. There are: {', '.join(HELPFUL)}.")
    loaded, _ = _finished(options)
    print(f"Answer each with a line that {technique.does}. {technique.meaning} As in: {technique.example}")
    seed = randbelow(_SEEDS)
    for number, one in enumerate(shuffled(loaded, seed, 0, "drill")[: options.most], 1):
        play = start(one.playable, seed)
        print(f"\n{number}. {one.playable.first_name}: {play.state.said}", flush=True)
        line = sys.stdin.readline()
        if not line:
            break
        print(_verdict(recognise(clean(line).strip(), play.state.said, one.playable), technique.id))
    return 0


def _verdict(reading: Reading, technique: str) -> str:
    found = next((one for one in reading.evidence if one.technique == technique), None)
    slip = f" But it also {TECHNIQUES[reading.missteps[0]].does}." if reading.missteps else ""
    if found is not None:
        return f"Yes: “{found.quote}”.{slip}"
    heard = ", ".join(TECHNIQUES[one].does for one in reading.techniques) or "nothing I know"
    return f"Not yet. Heard: {heard}."


def _nothing_due(known: dict[str, Card]) -> str:
    coming = min((card.due for card in known.values()), default=None)
    later = f" The next one is due on {coming:%d %B at %H:%M} UTC." if coming else ""
    return f"Nothing due. A mistake from your next call will come back here.{later}"


def _asked(position: Position, number: int, folder: Path) -> bool:
    """Ask one position; False where the input ended."""
    state, scenario = position.state, position.play.scenario
    print(f"\n{number}. {scenario.title}. Anger {state.anger}, {state.phase}.")
    print(f"{scenario.first_name}: {state.said}", flush=True)
    line = sys.stdin.readline()
    if not line:
        return False
    if line.strip():
        _graded(position, line, folder)
    return True


def _graded(position: Position, line: str, folder: Path) -> None:
    call = Call("drill", position.play, "typed")
    _, reply = calls.take(replace(call), line)
    if not isinstance(reply, calls.Moved):
        print(reply.sentence if isinstance(reply, calls.Refused) else "That line was not understood; it stays due.")
        return
    answered = answer(position, reply.turn.move)
    print(f"{answered.judged.quality}: anger {answered.turn.state.anger} ({signed(answered.turn.change)}).")
    print(f"{position.play.scenario.first_name}: {answered.turn.said}")
    print(f"Last time you said: “{position.yours}”")
    if answered.better:
        print(f"Better still: “{answered.better}”")
    practice.record(folder, position.id, answered.judged.quality)
