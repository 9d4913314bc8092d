"""What to practise: your own mistakes when they are due, or one technique."""

import sys
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path
from secrets import randbelow

from fsrs import Card

from game import call as calls
from game.authoring.library import library
from game.call import Call
from game.commands.places import saves_folder, scenario_folders
from game.commands.play import can_show_screens, screens
from game.core.scenario import Scenario
from game.core.techniques import HELPFUL, TECHNIQUES, Technique
from game.errors import UsageError
from game.records import practice
from game.records.history import every_try
from game.records.store import over, saves
from game.review.audit import signed
from game.review.exercises import exercises
from game.review.positions import Position, answer, positions

_SEEDS = 10_000


def drill(options: Namespace) -> int:
    """`defuse drill`: what is due of your own mistakes and of what was practised; or one technique."""
    technique = None if options.technique is None else _helpful(options.technique)
    if not options.plain and can_show_screens():
        return screens(options, drills=("" if technique is None else technique.id, options.most))
    folder = saves_folder(options)
    loaded = [one for one in library(scenario_folders(options)) if one.scenario is not None]
    known, scenarios = practice.cards(folder), [(one.name, one.playable) for one in loaded]
    if technique is not None:
        return _by_technique(technique, options.most, folder, scenarios, known)
    mistakes = positions(every_try(over(saves(folder, loaded))))
    waiting = practice.waiting(mistakes, dict(scenarios), known, datetime.now(UTC), options.most)
    if not waiting:
        print(_nothing_due(known))
        return 0
    print(f"{len(waiting)} to answer. Type your line and press enter; an empty line passes.")
    _ask_all(waiting, folder)
    return 0


def _helpful(id: str) -> Technique:
    """The helpful technique of this id. Raises UsageError if there is none."""
    technique = TECHNIQUES.get(id)
    if technique is None or not technique.helpful:
        raise UsageError(f"There is no helpful technique {id}. There are: {', '.join(HELPFUL)}.")
    return technique


def _by_technique(
    technique: Technique, most: int, folder: Path, scenarios: list[tuple[str, Scenario]], known: dict[str, Card]
) -> int:
    every = list(exercises(technique.id, scenarios, randbelow(_SEEDS)))
    waiting = practice.due(every, known, datetime.now(UTC), most)
    if not waiting:
        print(_nothing_due(known) if every else f"None of these customers calls for a line that {technique.does}.")
        return 0
    print(f"Answer each with a line that {technique.does}. {technique.meaning} As in: {technique.example}")
    print("An empty line passes. What you answer comes back when it is due.")
    _ask_all(waiting, folder)
    return 0


def _ask_all(waiting: list[Position], folder: Path) -> None:
    for number, position in enumerate(waiting, 1):
        if not _asked(position, number, folder):
            break


def _nothing_due(known: dict[str, Card]) -> str:
    coming = min((card.due for card in known.values()), default=None)
    later = f" The next one is due on {coming:%d %B at %H:%M} UTC." if coming else ""
    return f"Nothing due. A mistake from your next call will come back here.{later}"


def _asked(position: Position, number: int, folder: Path) -> bool:
    """Ask one position; False where the input ended."""
    state, scenario = position.state, position.play.scenario
    print(f"\n{number}. {scenario.title}. Anger {state.anger}, {state.phase}.")
    print(f"{scenario.first_name}: {state.said}")
    if position.technique:
        print(f"Not like this: “{position.yours}” Say it so that it {TECHNIQUES[position.technique].does}.")
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        return False
    if line.strip():
        _graded(position, line, folder)
    return True


def _graded(position: Position, line: str, folder: Path) -> None:
    _, reply = calls.take(Call("drill", position.play, calls.Settings("typed")), line)
    if not isinstance(reply, calls.Moved):
        print(reply.sentence if isinstance(reply, calls.Refused) else "That line was not understood; it stays due.")
        return
    answered = answer(position, reply.turn.move)
    if position.technique:
        print(answered.verdict)
    print(f"{answered.judged.quality}: anger {answered.turn.state.anger} ({signed(answered.turn.change)}).")
    print(f"{position.play.scenario.first_name}: {answered.turn.said}")
    if not position.technique:
        print(f"Last time you said: “{position.yours}”")
    if answered.better:
        print(f"Better still: “{answered.better}”")
    practice.record(folder, position.id, answered.quality)
