"""`defuse recognise`: what a reply is heard to do, and why."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from game.commands.places import scenario_folders
from game.core.reading import Reading
from game.core.scenario import Scenario
from game.core.techniques import TECHNIQUES
from game.core.text import clean
from game.errors import UsageError
from game.recogniser import explain, recognise

_FORM = 'It should look like {"id": "1", "customer": "…", "reply": "…"}.'


def recognised(options: Namespace) -> int:
    """One reply, or with --jsonl many; 1 if a line was bad."""
    scenario = _scenario(options)
    if options.jsonl:
        return _many(scenario)
    text = clean(options.text if options.text is not None else sys.stdin.read()).strip()
    if not text:
        raise UsageError('There is nothing to recognise. As in: defuse recognise "I am so sorry about that."')
    for line in _told(recognise(text, options.context, scenario)):
        print(line)
    if options.explain:
        for line in _explained(text, options.context, scenario):
            print(line)
    return 0


def _scenario(options: Namespace) -> Scenario | None:
    if options.scenario is None:
        return None
    from game.authoring.library import find  # noqa: PLC0415  # pydantic takes its time, and most calls need none

    return find(options.scenario, scenario_folders(options)).playable


def _told(reading: Reading) -> Iterator[str]:
    for found in reading.evidence:
        yield f"{found.technique:20} {found.strength:.2f}  “{found.quote}”  {found.why}"
    for what, ids in (("facts", reading.facts), ("got wrong", reading.mistaken), ("remedies", reading.remedies)):
        if ids:
            yield f"{what}: {', '.join(ids)}"
    if not reading.recognised:
        yield "Not recognised. Nearest:"
    for guess in reading.guesses:
        yield f"  {guess.technique:18} {guess.strength:.2f}  {TECHNIQUES[guess.technique].does}, as in: {guess.example}"


def _explained(text: str, context: str, scenario: Scenario | None) -> Iterator[str]:
    explanation = explain(text, context, scenario)
    yield from (f"clause: {sentence}" for sentence in explanation.sentences)
    yield from (f"read “{mended.typed}” as “{mended.read_as}”" for mended in explanation.mended)
    yield from (f"fits {tried.technique}: {tried.phrase}  “{tried.quote}”" for tried in explanation.tried)


def _many(scenario: Scenario | None) -> int:
    bad = 0
    for line in sys.stdin:
        if not line.strip():
            continue
        answer = _row(line, scenario)
        bad += "error" in answer
        print(json.dumps(answer, ensure_ascii=False))
    return 1 if bad else 0


def _row(line: str, scenario: Scenario | None) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as problem:
        return {"id": None, "error": f"This line is no JSON: {problem}. {_FORM}"}
    reply, customer = (row.get("reply"), row.get("customer", "")) if isinstance(row, dict) else (None, "")
    if not isinstance(reply, str) or not isinstance(customer, str):
        return {"id": None, "error": f"This line has no reply that is a text. {_FORM}"}
    reading = recognise(reply, customer, scenario)
    return {
        "id": row.get("id"),
        "labels": list(reading.techniques),
        "evidence": [
            {"technique": found.technique, "start": found.start, "end": found.end, "quote": found.quote,
             "why": found.why, "strength": round(found.strength, 3)}
            for found in reading.evidence
        ],
        "guesses": [{"technique": guess.technique, "strength": round(guess.strength, 3)} for guess in reading.guesses],
    }  # fmt: skip
