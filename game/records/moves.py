"""Moves to plain data and back, for a line of a save. Values that are empty are left out, so a person can read it."""

from typing import Any

from game.core.moves import Choose, End, FollowUp, Gesture, Listen, Move, Say
from game.core.reading import Evidence, Promise, Reading

Plain = dict[str, Any]
"""One JSON object."""


def move_to_plain(move: Move) -> Plain:
    """A move as a JSON object with its `kind` first."""
    match move:
        case Say(text, reading):
            return {"kind": "say", "text": text, "reading": reading_to_plain(reading)}
        case Choose(choice):
            return {"kind": "choose", "choice": choice}
        case Listen():
            return {"kind": "listen"}
        case Gesture(gesture):
            return {"kind": "gesture", "gesture": gesture}
        case FollowUp(hours, text, reading):
            return {"kind": "follow_up", "hours": hours, "text": text, "reading": reading_to_plain(reading)}
        case End():
            return {"kind": "end"}


def move_from_plain(plain: Plain) -> Move:
    """The move that `move_to_plain` wrote. Raises ValueError if it is none."""
    try:
        return _move(plain)
    except (KeyError, TypeError, AttributeError) as problem:
        raise ValueError(f"not a move: {problem}") from problem


def _move(plain: Plain) -> Move:
    match plain["kind"]:
        case "say":
            return Say(str(plain["text"]), reading_from_plain(str(plain["text"]), plain["reading"]))
        case "choose":
            return Choose(str(plain["choice"]))
        case "listen":
            return Listen()
        case "gesture":
            return Gesture(str(plain["gesture"]))
        case "follow_up":
            text = str(plain["text"])
            return FollowUp(int(plain["hours"]), text, reading_from_plain(text, plain["reading"]))
        case "end":
            return End()
        case other:
            raise ValueError(f"no kind of move: {other!r}")


def reading_to_plain(reading: Reading) -> Plain:
    """A reading as a JSON object. The text stands beside it, so it is not written twice."""
    plain: Plain = {
        "heard": [
            {
                "technique": found.technique, "start": found.start, "end": found.end,
                "pattern": found.pattern, "strength": round(found.strength, 4), "why": found.why,
            }
            for found in reading.evidence
        ],
        "facts": list(reading.facts),
        "mistaken": list(reading.mistaken),
        "feelings": list(reading.feelings),
        "remedies": list(reading.remedies),
        "promises": [
            {"what": promise.what, "remedy": promise.remedy, "hours": promise.hours} for promise in reading.promises
        ],
        "register": reading.register,
    }  # fmt: skip
    return {key: value for key, value in plain.items() if value}


def reading_from_plain(text: str, plain: Plain) -> Reading:
    """The reading that `reading_to_plain` wrote for this text. Raises KeyError or TypeError if it is none."""
    return Reading(
        text=text,
        evidence=tuple(
            Evidence(
                found["technique"], int(found["start"]), int(found["end"]),
                text[int(found["start"]) : int(found["end"])],
                found["pattern"], float(found["strength"]), found["why"],
            )
            for found in plain.get("heard", ())
        ),
        facts=tuple(plain.get("facts", ())),
        mistaken=tuple(plain.get("mistaken", ())),
        feelings=tuple(plain.get("feelings", ())),
        remedies=tuple(plain.get("remedies", ())),
        promises=tuple(
            Promise(promise["what"], promise["remedy"], promise["hours"]) for promise in plain.get("promises", ())
        ),
        register=str(plain.get("register", "")),
    )  # fmt: skip
