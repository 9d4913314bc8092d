"""Readings as JSON objects and as plain text: what `defuse recognise` prints."""

import json
from typing import Any

from game.core.reading import Evidence, Guess, Reading
from game.core.scenario import Scenario
from game.core.techniques import TECHNIQUES
from game.recogniser.explanation import Explanation
from game.recogniser.recognition import recognise

_SHOWN_CHARACTERS = 80


def reading_as_json(reading: Reading) -> dict[str, Any]:
    """A reading as a JSON object: labels, evidence, guesses, and what it names of the scenario."""
    return {
        "labels": list(reading.techniques),
        "evidence": [_evidence(one) for one in reading.evidence],
        "guesses": [_guess(one) for one in reading.guesses],
        "facts": list(reading.facts),
        "mistaken": list(reading.mistaken),
        "feelings": list(reading.feelings),
        "remedies": list(reading.remedies),
        "promises": [{"what": one.what, "remedy": one.remedy, "hours": one.hours} for one in reading.promises],
        "register": reading.register,
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "technique": evidence.technique,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "why": evidence.why,
        "strength": evidence.strength,
        "pattern": evidence.pattern,
    }


def _guess(guess: Guess) -> dict[str, Any]:
    return {
        "technique": guess.technique,
        "strength": guess.strength,
        "quote": guess.quote,
        "example": guess.example,
    }


def recognise_row(line: str, scenario: Scenario | None = None) -> dict[str, Any]:
    """One line of `--jsonl`: {"id", "customer", "reply"} in, its reading out; a bad line gives its error."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return _error('This line is not JSON. Write {"id": "…", "customer": "…", "reply": "…"}.')
    if not isinstance(row, dict) or not isinstance(row.get("reply"), str):
        return _error('This line has no "reply" that is text. Write {"id": "…", "customer": "…", "reply": "…"}.')
    customer = row.get("customer", "")
    if not isinstance(customer, str):
        return _error('"customer" must be text. Leave it out if there is none.')
    return {"id": row.get("id"), **reading_as_json(recognise(row["reply"], customer, scenario))}


def _error(message: str) -> dict[str, Any]:
    return {"id": None, "error": message}


def reading_as_text(reading: Reading) -> str:
    """A reading for a person: a line a technique, or three guesses."""
    if reading.evidence:
        lines = [f"{one.technique} ({one.strength:.0%}): {one.why}" for one in reading.evidence]
    else:
        lines = ["Not recognised. Did you mean one of these?"]
        lines += [f"  {one.technique}: {TECHNIQUES[one.technique].meaning} “{one.example}”" for one in reading.guesses]
    named = {
        "facts": reading.facts,
        "facts named wrongly": reading.mistaken,
        "feelings": reading.feelings,
        "remedies": reading.remedies,
    }
    lines += [f"{name}: {', '.join(ids)}" for name, ids in named.items() if ids]
    lines += [
        f"promise: “{one.what}”" + (f", within {one.hours} hours" if one.hours else "") for one in reading.promises
    ]
    return "\n".join(lines)


def explanation_as_text(explanation: Explanation) -> str:
    """A reading with the way to it, for `--explain`."""
    lines = [reading_as_text(explanation.reading), "", "Sentences:"]
    lines += [f"  {number}. {text}" for number, text in enumerate(explanation.sentences, 1)]
    if explanation.mended:
        lines += ["Words read as others:"]
        lines += [
            f"  {one.typed[:_SHOWN_CHARACTERS]} → {one.read_as[:_SHOWN_CHARACTERS]}" for one in explanation.mended
        ]
    if explanation.tried:
        lines += ["Phrases that fit:"]
        lines += [f"  {one.technique}: {one.phrase} — “{one.quote}”" for one in explanation.tried]
    if explanation.near:
        lines += ["How sure:"]
        lines += [
            f"  {one.technique} {one.strength:.0%}{'' if one.counts else ', not enough'}" for one in explanation.near
        ]
    return "\n".join(lines)


def explanation_as_json(explanation: Explanation) -> dict[str, Any]:
    """A reading with the way to it, as a JSON object."""
    return {
        **reading_as_json(explanation.reading),
        "sentences": list(explanation.sentences),
        "mended": [{"typed": one.typed, "read_as": one.read_as} for one in explanation.mended],
        "tried": [{"technique": one.technique, "phrase": one.phrase, "quote": one.quote} for one in explanation.tried],
        "near": [
            {"technique": one.technique, "strength": one.strength, "counts": one.counts} for one in explanation.near
        ],
    }
