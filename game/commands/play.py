"""Playing: on the screens, or a line at a time."""

import os
import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from secrets import randbelow

from game.call import Call, Mode, Settings, new_call
from game.commands.clock import Clocked
from game.commands.places import saves_folder, scenario_folders
from game.core.difficulty import USUAL, Difficulty, with_difficulty
from game.core.personas import ANY, PERSONAS
from game.errors import SavesError, UsageError
from game.records.journal import Journal
from game.review.fading import Fading, fading
from game.review.goals import Goal

_SEEDS = 10_000
MENU = Fading("menu", under_load=False, reason="")


def game(options: Namespace) -> int:
    """`defuse`: the screens, or with --plain a list to choose from."""
    return _plain_game(options) if options.plain else screens(options)


def play(options: Namespace) -> int:
    """`defuse play SCENARIO`."""
    if options.json and not options.plain:
        raise UsageError("--json goes with --plain.")
    if not options.plain:
        return screens(options, scenario=options.scenario, mode=options.mode, seed=options.seed)
    seed = randbelow(_SEEDS) if options.seed is None else options.seed
    return _play_plain(options, options.scenario, options.mode, seed, as_json=options.json)


def difficulty(options: Namespace) -> Difficulty:
    """The dials given on the command line. Raises UsageError for a persona that is none."""
    if not hasattr(options, "persona"):
        return USUAL
    if options.persona and options.persona not in (*PERSONAS, ANY):
        raise UsageError(f"There is no persona {options.persona}. There are: {', '.join((*PERSONAS, ANY))}.")
    return Difficulty(options.persona, options.candour, options.patience, options.heat, options.noise)


def asked(options: Namespace, usual: Settings) -> Settings:
    """The usual settings, and in place of them what the command line asks for."""
    mode, hidden_meter = getattr(options, "mode", None), getattr(options, "hidden_meter", None)
    return usual.but(mode, hidden_meter, getattr(options, "clock", None))


def screens(
    options: Namespace,
    scenario: str | None = None,
    mode: Mode | None = None,
    seed: int | None = None,
    resume: Path | None = None,
    drills: tuple[str, int] | None = None,
) -> int:
    """Open the screens. Raises UsageError where there is no terminal for them.

    `drills` begins with so many drills of a technique, or with an empty name of those that are due.
    """
    if not can_show_screens():
        raise UsageError(
            "The screens need a terminal, and there is none here. A line at a time works anywhere: "
            "defuse play late-movers --plain"
        )
    from game.tui.app import run  # noqa: PLC0415  # Textual takes its time, and a pipe never needs it
    from game.tui.options import Drills, Options  # noqa: PLC0415

    saves, folder = str(saves_folder(options)), getattr(options, "scenarios", None)
    clock, hidden = getattr(options, "clock", None), getattr(options, "hidden_meter", None)
    only = getattr(options, "only", False)
    begin = None if drills is None else Drills(*drills)
    return run(Options(scenario, mode, seed, saves, folder, only, resume, difficulty(options), clock, hidden, begin))


def can_show_screens() -> bool:
    """Whether there is a terminal that can show more than a line at a time."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _plain_game(options: Namespace) -> int:
    from game.authoring.library import library  # noqa: PLC0415  # pydantic takes its time

    playable = [loaded for loaded in library(scenario_folders(options)) if loaded.scenario is not None]
    for number, loaded in enumerate(playable, 1):
        print(f"{number} {loaded.playable.title} ({loaded.playable.level})")
    print("Which one? Type its number and press enter.", flush=True)
    answer = sys.stdin.readline().strip()
    if not answer.isdecimal() or not 1 <= int(answer) <= len(playable):
        raise UsageError(f"“{answer}” is not on the list. Start again and type a number from 1 to {len(playable)}.")
    return _play_plain(options, playable[int(answer) - 1].name, None, randbelow(_SEEDS), as_json=False)


def _play_plain(options: Namespace, name: str, mode: Mode | None, seed: int, *, as_json: bool) -> int:
    from game.authoring.library import find  # noqa: PLC0415  # pydantic takes its time
    from game.records.store import begin  # noqa: PLC0415  # so does what it reads scenarios with

    loaded = find(name, scenario_folders(options))
    turned, usual = difficulty(options), MENU if as_json else _help_now(options)
    if mode is None and usual.reason:
        told = f"You answer with {usual.reason}. /labelled, /menu, /hybrid and /typed change that."
        print(told, file=sys.stderr)
        turned = replace(turned, noise=turned.noise or usual.under_load)
    scenario = with_difficulty(loaded.playable, turned)
    call = new_call(loaded.name, scenario, seed, asked(options, Settings(mode or usual.mode)))
    return carry_on(options, call, begin(call, loaded, saves_folder(options)), as_json=as_json)


def _help_now(options: Namespace) -> Fading:
    """How this learner is to answer by now. A pipe gets the menu, so that the same lines give the same call there."""
    if not sys.stdin.isatty():
        return MENU
    from game.authoring.library import library  # noqa: PLC0415  # pydantic takes its time
    from game.records.history import by_scenario  # noqa: PLC0415  # so does what it reads scenarios with
    from game.records.store import over, saves  # noqa: PLC0415

    kept = saves(saves_folder(options), library(scenario_folders(options)))
    return fading([play for _, play in by_scenario(over(kept))])


def _carried(options: Namespace, journal: Journal) -> Goal | None:
    """The goal of the call that was over before this one."""
    from game.records.store import goal_after, last_over  # noqa: PLC0415  # pydantic takes its time

    name = journal.path.name if journal.path is not None else "~"
    before = last_over(saves_folder(options), before=name)
    return goal_after(before) if before is not None else None


def carry_on(options: Namespace, call: Call, journal: Journal, *, as_json: bool) -> int:
    """Play on, a line at a time; 0, or 3 if the call could not be saved."""
    from game import plain  # noqa: PLC0415

    if journal.problem:
        print(journal.problem, file=sys.stderr)
    seconds = call.settings.clock
    lines = Clocked(sys.stdin.fileno(), seconds) if seconds else sys.stdin
    carried = None if as_json else _carried(options, journal)
    try:
        plain.play(call, journal, lines, sys.stdout, as_json=as_json, carried=carried)
    finally:
        journal.close()
    return SavesError.exit_code if journal.problem else 0
