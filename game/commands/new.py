"""`defuse new`: asks what happened, and writes a scenario that plays at once."""

import os
import re
import signal
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from game import paths
from game.authoring.scaffold import FEWEST, WORDS, Answers, fault, faults, scaffold, tidy
from game.authoring.schema import FILE_NAME
from game.errors import DefuseError, UsageError

Ask = Callable[[str], str]
QUESTIONS: Final = {
    "title": "What shall it be called on the list?",
    "you_are": "Who is the player? A role and a place, such as: support at a book shop",
    "situation": "What does the player know when it begins? One to three sentences.",
    "name": "What is the customer's full name?",
    "pronoun": "she, he or they?",
    "feelings": "What do they feel? Words that follow “you must feel”.",
    "setting": "phone, counter or chat?",
    "level": "How hard: gentle, firm, rough or fierce?",
    "happened": "What happened, in the customer's own words? The first sentence opens the call.",
    "may": "What may the player offer? Words that follow “I can”, such as: send it again today",
    "may_not": "What would they like to have that the player may not promise?",
}
"""What is asked, in this order; each is also an option of the command."""
GUIDE: Final = "README.md"
_NAME: Final = re.compile(r"\w[\w-]{0,59}")


def new(options: Namespace) -> int:
    """`defuse new NAME`: 0 once the file is written; 2 if the name or an answer cannot be taken."""
    path = _folder(options) / f"{_stem(options.file)}.yaml"
    if os.path.lexists(path):
        raise UsageError(f"{path} is already there, and it is not written over. Choose another name.")
    given = {name: getattr(options, name) for name in QUESTIONS if getattr(options, name)}
    answers = tidied(replace(Answers(_titled(path.stem)), **given))
    for name, reason in faults(answers):
        raise UsageError(f"--{name.replace('_', '-')} cannot be taken. {reason}")
    if sys.stdin.isatty() and not options.yes:
        print("Enter takes what stands in brackets. It can all be changed later.", file=sys.stderr)
        try:
            answers = asked(answers, tuple(given), _on_the_terminal)
        except KeyboardInterrupt:
            print("\nStopped. Nothing was written.", file=sys.stderr)
            return 128 + signal.SIGINT
    _write(path, scaffold(answers, schema_for(path), str(paths.shipped_scenarios() / GUIDE)))
    print(path)
    print(f"It plays already: defuse play {path} --plain\nThen change it, and: defuse check {path}", file=sys.stderr)
    return 0


def _folder(options: Namespace) -> Path:
    given = getattr(options, "scenarios", None)
    return paths.scenario_folders(given)[0] if given else Path()


def _stem(name: str) -> str:
    stem = name.removesuffix(".yaml").removesuffix(".yml")
    if _NAME.fullmatch(stem):
        return stem
    better = "-".join(re.findall(r"\w+", stem.casefold()))[:60]
    hint = f" How about: {better}" if better else " As in: late-parcel"
    raise UsageError(f"“{tidy(name)}” cannot be a name: letters, digits, - and _ only, 60 at most.{hint}")


def _titled(stem: str) -> str:
    words = re.sub(r"[-_]+", " ", stem).strip() or stem
    return words[:1].upper() + words[1:]


def tidied(answers: Answers) -> Answers:
    """The answers, each on one line and without what cannot be seen."""
    values = {name: getattr(answers, name) for name in QUESTIONS}
    tidier: dict[str, Any] = {
        name: tuple(map(tidy, value)) if isinstance(value, tuple | list) else tidy(value)
        for name, value in values.items()
    }
    return Answers(**tidier)


def asked(answers: Answers, given: tuple[str, ...], ask: Ask) -> Answers:
    """The answers after asking for all that was not given; nothing typed keeps what is there."""
    for name, question in QUESTIONS.items():
        if name not in given:
            there = getattr(answers, name)
            several = isinstance(there, tuple)
            value: Any = _several(name, question, there, ask) if several else _one(name, question, there, ask)
            answers = replace(answers, **{name: value})
    return answers


def _one(name: str, question: str, there: str, ask: Ask) -> str:
    """One answer; what cannot be taken is told, and asked again."""
    prompt = f"{question}\n[{there}] "
    while answer := tidy(ask(prompt)):
        answer = answer.casefold() if name in WORDS else answer
        reason = fault(name, answer)
        if not reason:
            return answer
        prompt = f"{reason}\n[{there}] "
    return there


def _several(name: str, question: str, there: tuple[str, ...], ask: Ask) -> tuple[str, ...]:
    """Several answers, a line each, until nothing is typed; nothing at all keeps what is there."""
    found: list[str] = []
    prompt = f"{question} (a line each)\n[{' / '.join(there)}] "
    while (answer := tidy(ask(prompt))) or 0 < len(found) < FEWEST.get(name, 1):
        reason = fault(name, answer)
        if not reason:
            found.append(answer)
        prompt = f"{reason}\n" if reason else "and? [that is all] "
    return tuple(found) or there


def _on_the_terminal(prompt: str) -> str:
    print(f"\n{prompt}", end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise DefuseError("\nStopped. Nothing was written.")
    return line


def schema_for(path: Path) -> str:
    """Where an editor finds the schema from this file: a name beside it, a way within the checkout, or an address."""
    folder, schema = path.absolute().parent.resolve(), paths.shipped_scenarios() / FILE_NAME
    if (folder / FILE_NAME).exists():
        return FILE_NAME
    source = paths.checkout()
    way = os.path.relpath(schema, folder) if source and folder.is_relative_to(source) else ""
    return Path(way).as_posix() if way and " " not in way else schema.as_uri()


def _write(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as problem:
        raise DefuseError(f"{path} cannot be written ({(problem.strerror or '').lower()}).") from problem
