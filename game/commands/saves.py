"""Going on with a call, and looking back at one."""

import json
import sys
from argparse import Namespace
from pathlib import Path

from game import talk
from game.authoring.library import library
from game.commands.places import saves_folder, scenario_folders
from game.commands.play import asked, carry_on, screens
from game.core.session import Play
from game.errors import SavesError, UsageError
from game.records import store
from game.records.html import html
from game.records.markdown import markdown
from game.records.store import Save
from game.records.transcript import as_transcript
from game.review.comparison import compare
from game.review.debrief import debrief
from game.review.report import review_plain


def _found(options: Namespace) -> Save:
    known = library(scenario_folders(options)) if options.save is None else ()  # a save that is named has its own
    save = store.find_save(saves_folder(options), options.save, known)
    if save.note:
        print(save.note, file=sys.stderr)
    return save


def _play_of(save: Save) -> Play:
    if save.play is None:
        raise SavesError(save.problem)
    return save.play


def resume(options: Namespace) -> int:
    """`defuse resume [SAVE]`."""
    if options.json and not options.plain:
        raise UsageError("--json goes with --plain.")
    save = _found(options)
    if options.turn is not None:
        return _again(options, save)
    if not save.paused:
        raise SavesError(
            f"This call is over. Look back at it with: defuse review {save.path.stem}. "
            f"Or try again from a turn of it: defuse resume {save.path.stem} --turn 1 --plain"
        )
    if not options.plain:
        return screens(options, mode=options.mode, resume=save.path)
    call, journal = store.resume(save, asked(options, save.settings))
    return carry_on(options, call, journal, as_json=options.json)


def _again(options: Namespace, save: Save) -> int:
    """Try again from a turn; at the end both tries are compared."""
    if not options.plain:
        raise UsageError("--turn goes with --plain here; on the screens, the debrief offers the same.")
    first = _play_of(save)
    call, journal = store.try_again(save, options.turn, asked(options, save.settings))
    code = carry_on(options, call, journal, as_json=options.json)
    second = store.read_save(save.path).play
    if second is not None and not options.json:
        print(compare(first, second).sentence)
    return code


def _written(save: Save, form: str | None) -> str:
    play = _play_of(save)
    before = store.last_over(save.path.parent, before=save.path.name)
    report = debrief(play, save.reflection, store.goal_after(before) if before is not None else None)
    match form:
        case "json":
            return json.dumps(review_plain(play, report), ensure_ascii=False, indent=2) + "\n"
        case "markdown":
            return markdown(play, report)
        case "html":
            return html(play, report)
        case "play":
            return as_transcript(play)
        case _:
            return "\n".join(talk.debrief_lines(report)) + "\n"


def review(options: Namespace) -> int:
    """`defuse review SAVE`."""
    text = _written(_found(options), options.form)
    if options.output is None:
        print(text, end="")
        return 0
    try:
        Path(options.output).write_text(text, encoding="utf-8")
    except OSError as problem:
        raise UsageError(f"{options.output} cannot be written ({(problem.strerror or '').lower()}).") from problem
    return 0
