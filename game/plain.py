"""The game a line at a time, on standard input and output: for screen readers, pipes and tests.

No cursor movement, no boxes, no colour. With `as_json`, one object a line.
"""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any, Protocol, TextIO

from game import call as calls
from game import talk
from game.call import Call
from game.core.moves import Choose, End, FollowUp, Gesture, Listen, Move, Say
from game.core.reading import Guess
from game.core.state import Turn
from game.core.techniques import TECHNIQUES
from game.records.journal import Journal
from game.review.coach import advice, example
from game.review.debrief import debrief, did

Event = dict[str, Any]


class Lines(Protocol):
    """Where lines come from: standard input, or a clock over it."""

    def readline(self) -> str:
        """The next line with its end; empty when there are no more."""


def play(call: Call, journal: Journal, lines: Lines, out: TextIO, *, as_json: bool, hidden_meter: bool = False) -> Call:
    """Play until the call is over, the player leaves or the input ends; every move is saved first.

    With `hidden_meter` the text says nothing of the meter before the debrief.
    """
    show = _as_json if as_json else partial(_as_text, hidden_meter=hidden_meter)
    _print(out, show(_opening(call)))
    while call.state.stage != "over":
        line = lines.readline()
        if not line:
            break
        call, answer = calls.take(call, line)
        journal.record(answer)
        _print(out, show(_event(call, answer)))
        if isinstance(answer, calls.Left):
            break
    _print(out, show(_end(call, journal)))
    return call


def _print(out: TextIO, lines: Iterator[str]) -> None:
    for line in lines:
        out.write(line + "\n")
    out.flush()


def _opening(call: Call) -> Event:
    resumed = bool(call.play.turns)
    return {
        "kind": "resumed" if resumed else "opening",
        "scenario": call.name,
        "seed": call.state.seed,
        "customer": call.state.said,
        "anger": {"value": call.state.anger, "phase": call.state.phase},
        "choices": [choice.say for choice in call.choices],
        "_text": _opening_text(call),
    }


def _opening_text(call: Call) -> list[str]:
    lines = [] if call.play.turns else [*talk.brief_lines(call.scenario), "Type /help for what you can do.", ""]
    return [*lines, *_where_it_stands(call)]


def _where_it_stands(call: Call) -> list[str]:
    return [f"{call.scenario.first_name}: {call.state.said}", talk.anger_line(call.state), *_menu(call)]


def _menu(call: Call) -> list[str]:
    hint = [f"({call.scenario.first_name} isn't done: enter on an empty line lets them finish.)"]
    unfinished = hint if call.state.mid_sentence else []
    if call.mode != "menu":
        return unfinished
    return unfinished + [f"{number} {choice.say}" for number, choice in enumerate(call.choices, 1)]


def _event(call: Call, answer: calls.Answer) -> Event:
    match answer:
        case calls.Moved(turn):
            return _turn(call, turn)
        case calls.Unsure(pending, took_back):
            return _unsure(call, pending, took_back=took_back)
        case calls.TookBack():
            return {
                "kind": "back", "turn": call.state.turn, "customer": call.state.said,
                "anger": {"value": call.state.anger, "phase": call.state.phase},
                "_text": ["Taken back.", *_where_it_stands(call)],
            }  # fmt: skip
        case calls.Shown(what):
            text = _look(call, what)
            return {"kind": "shown", "what": what, "text": text, "_text": text}
        case calls.Refused(sentence):
            return {"kind": "refused", "why": sentence, "_text": [sentence]}
        case calls.Left():
            return {"kind": "left", "_text": []}


def _turn(call: Call, turn: Turn) -> Event:
    state = turn.state
    return {
        "kind": "turn",
        "turn": turn.number,
        "move": move_plain(turn.move, turn),
        "heard": [
            {
                "technique": found.technique, "start": found.start, "end": found.end,
                "quote": found.quote, "why": found.why, "strength": round(found.strength, 2),
            }
            for found in turn.reading.evidence
        ],
        "effects": [
            {"rule": effect.rule, "points": effect.points, "label": effect.label, "why": effect.why,
             "grade": effect.grade, "source": effect.source, "of": effect.of}
            for effect in turn.effects
        ],
        "anger": {"before": turn.before.anger, "value": state.anger, "phase": state.phase},
        "customer": state.said,
        "choices": [choice.say for choice in call.choices],
        "stage": state.stage,
        "outcome": state.outcome,
        "_text": _turn_text(call, turn),
    }  # fmt: skip


def move_plain(move: Move, turn: Turn) -> Event:
    """A move as the command line prints it."""
    match move:
        case Say(text, _):
            return {"kind": "say", "text": text}
        case Choose(choice):
            return {"kind": "choose", "choice": choice, "text": turn.reading.text}
        case Listen():
            return {"kind": "listen"}
        case Gesture(gesture):
            return {"kind": "gesture", "gesture": gesture}
        case FollowUp(hours, text, _):
            return {"kind": "follow_up", "hours": hours, "text": text}
        case End():
            return {"kind": "end"}


def _turn_text(call: Call, turn: Turn) -> list[str]:
    lines = [f"You: {did(turn)}"]
    if turn.said != turn.before.said:
        lines.append(f"{call.scenario.first_name}: {turn.said}")
    lines.append(talk.anger_line(turn.state, turn))
    if turn.state.stage == "afterwards":
        lines.append(talk.afterwards_line(call.scenario))
    return lines + _menu(call)


def _unsure(call: Call, pending: calls.Pending, *, took_back: bool) -> Event:
    back = ["Your line was taken back, to be read again."] if took_back else []
    name = call.scenario.first_name
    lines = [*back, f"Not sure what that line does. {name} hasn't heard it, and the turn is still yours."]
    lines += [f"{n} {TECHNIQUES[g.technique].does}, as in: {g.example}" for n, g in enumerate(pending.guesses, 1)]
    lines.append("Type a number, ! for none of these, or say it another way.")
    return {
        "kind": "unsure", "text": pending.text, "took_back": took_back,
        "guesses": [_guess(guess) for guess in pending.guesses], "_text": lines,
    }  # fmt: skip


def _guess(guess: Guess) -> Event:
    return {"technique": guess.technique, "strength": round(guess.strength, 2), "quote": guess.quote}


def _look(call: Call, what: str) -> list[str]:
    if what == "why":
        turns = call.play.turns
        return list(talk.why_lines(turns[-1])) if turns else ["Nothing was said yet, so nothing moved the meter."]
    if what == "brief":
        return [*talk.brief_lines(call.scenario), *talk.standing_lines(call.scenario, call.state)]
    if what == "coach":
        line = example(call.scenario, call.state)
        return [advice(call.scenario, call.state), *([f"For instance: {line}"] if line else [])]
    return list(talk.help_lines(call.scenario, call.mode))


def _end(call: Call, journal: Journal) -> Event:
    report = debrief(call.play)
    over = call.state.stage == "over"
    save = str(journal.path) if journal.path is not None and not journal.problem else None
    text = ["", *talk.debrief_lines(report)] if over else ["Saved. Go on with: defuse resume --plain"]
    if not over and save is None:
        text = ["Left. This call was not saved."]
    return {
        "kind": "end", "outcome": call.state.outcome, "over": over, "save": save,
        "accuracy": report.accuracy, "turns": call.state.turn, "_text": text,
    }  # fmt: skip


def _as_json(event: Event) -> Iterator[str]:
    yield json.dumps({key: value for key, value in event.items() if key != "_text"}, ensure_ascii=False)


def _as_text(event: Event, *, hidden_meter: bool) -> Iterator[str]:
    for line in event["_text"]:
        if not (hidden_meter and line.startswith("Anger ")):
            yield line
