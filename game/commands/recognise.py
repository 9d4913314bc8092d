"""`defuse recognise`: what a reply is heard to do, and why."""

import json
import sys
from argparse import Namespace

from game.commands.places import scenario_folders
from game.core.scenario import Scenario
from game.core.text import clean
from game.errors import UsageError
from game.recogniser import explain, recognise
from game.recogniser.report import explanation_as_text, reading_as_text, recognise_row


def recognised(options: Namespace) -> int:
    """One reply, or with --jsonl many; 1 if a line was bad."""
    scenario = _scenario(options)
    if options.jsonl:
        return _many(scenario)
    text = clean(options.text if options.text is not None else sys.stdin.read()).strip()
    if not text:
        raise UsageError('There is nothing to recognise. As in: defuse recognise "I am so sorry about that."')
    if options.explain:
        print(explanation_as_text(explain(text, options.context, scenario)))
    else:
        print(reading_as_text(recognise(text, options.context, scenario)))
    return 0


def _scenario(options: Namespace) -> Scenario | None:
    if options.scenario is None:
        return None
    from game.authoring.library import find  # noqa: PLC0415  # pydantic takes its time, and most calls need none

    return find(options.scenario, scenario_folders(options)).playable


def _many(scenario: Scenario | None) -> int:
    bad = 0
    for line in sys.stdin:
        if line.strip():
            answer = recognise_row(line, scenario)
            bad += "error" in answer
            print(json.dumps(answer, ensure_ascii=False))
    return 1 if bad else 0
