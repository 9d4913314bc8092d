"""The game a line at a time, on standard input and output: for screen readers, pipes and tests.

No cursor movement, no boxes, no colour. With `as_json`, one object a line.
"""

import json
from collections.abc import Iterator
from typing import Any, Protocol, TextIO, runtime_checkable

from game import call as calls
from game import talk
from game.call import Call
from game.core.menu import in_words
from game.core.moves import Choose, End, FollowUp, Gesture, Listen, Move, Say
from game.core.reading import Guess
from game.core.state import Turn
from game.core.techniques import TECHNIQUES
from game.line import COMMANDS
from game.plain_rating import Lines, asked
from game.records.journal import Journal
from game.review.coach import advice, example
from game.review.debrief import debrief, did
from game.review.goals import Goal
from game.review.rating import UNRATED
from game.review.reflection import Reflection

Event = dict[str, Any]


@runtime_checkable
class Timed(Lines, Protocol):
    """Lines with a clock over them."""

    def stop(self) -> None:
        """Let no more time run out."""


def play(  # what a call is played with
    call: Call, journal: Journal, lines: Lines, out: TextIO, *, as_json: bool, carried: Goal | None = None,
) -> Call:  # fmt: skip
    """Play until the call is over, the player leaves or the input ends; every move is saved first.

    `carried` is the goal of the last call. As text, the player is asked how it was before the debrief.
    """
    show = _as_json if as_json else _as_text
    _print(out, show(_opening(call, carried)))
    while call.state.stage != "over":
        line = lines.readline()
        if not line:
            break
        call, answer = calls.take(call, line)
        journal.record(answer)
        _print(out, show(_event(call, answer)))
        if isinstance(answer, calls.Left):
            break
    rating = UNRATED
    if call.state.stage == "over" and not as_json:
        if isinstance(lines, Timed):
            lines.stop()
        rating = asked(call.play, lines, out)
        journal.rate(rating)
    _print(out, show(_end(call, journal, Reflection(rating), carried)))
    return call


def _print(out: TextIO, lines: Iterator[str]) -> None:
    for line in lines:
        out.write(line + "\n")
    out.flush()


def _opening(call: Call, carried: Goal | None) -> Event:
    resumed = bool(call.play.turns)
    return {
        "kind": "resumed" if resumed else "opening",
        "scenario": call.name,
        "seed": call.state.seed,
        "customer": call.state.said,
        "anger": {"value": call.state.anger, "phase": call.state.phase},
        "choices": [choice.say for choice in call.choices],
        **_help(call),
        "_text": _opening_text(call, carried),
    }


def _opening_text(call: Call, carried: Goal | None) -> list[str]:
    goal = [talk.goal_line(carried)] if carried is not None else []
    brief = [*talk.brief_lines(call.scenario), *goal, "Type /help for what you can do.", ""]
    return [*([] if call.play.turns else brief), *_where_it_stands(call)]


def _where_it_stands(call: Call) -> list[str]:
    meter = [] if call.settings.hidden_meter else [talk.anger_line(call.state)]
    return [f"{call.scenario.first_name}: {call.state.said}", *meter, *_menu(call)]


def _menu(call: Call) -> list[str]:
    hint = [f"({call.scenario.first_name} isn't done: enter on an empty line lets them finish.)"]
    unfinished = hint if call.state.mid_sentence else []
    if call.mode == "hybrid" and call.hints:
        return [*unfinished, f"A line could be one that: {'; '.join(call.hints)}."]
    if call.mode not in calls.CHOOSING:
        return unfinished
    labels = [f" ({in_words(choice)})" if call.mode == "labelled" else "" for choice in call.choices]
    lines = zip(call.choices, labels, strict=True)
    return unfinished + [f"{number} {choice.say}{label}" for number, (choice, label) in enumerate(lines, 1)]


def _help(call: Call) -> Event:
    """What a labelled menu and hints say beside the choices."""
    if call.mode == "labelled":
        return {"does": [list(choice.does) for choice in call.choices]}
    return {"hints": list(call.hints)} if call.mode == "hybrid" else {}


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
        case calls.Helped(mode):
            text = [f"From here: {COMMANDS[mode]}.", *_menu(call)]
            choices = [choice.say for choice in call.choices]
            return {"kind": "mode", "mode": mode, "choices": choices, **_help(call), "_text": text}
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
        **_help(call),
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
    if not call.settings.hidden_meter:
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
    if what == "why" and call.settings.hidden_meter:
        return [talk.HIDDEN]
    if what == "why":
        turns = call.play.turns
        return list(talk.why_lines(turns[-1])) if turns else ["Nothing was said yet, so nothing moved the meter."]
    if what == "brief":
        return [*talk.brief_lines(call.scenario), *talk.standing_lines(call.scenario, call.state)]
    if what == "coach":
        line = example(call.scenario, call.state)
        return [
            advice(call.scenario, call.state, hidden_meter=call.settings.hidden_meter),
            *([f"For instance: {line}"] if line else []),
        ]
    return list(talk.help_lines(call.scenario, call.mode))


def _end(call: Call, journal: Journal, reflection: Reflection, carried: Goal | None) -> Event:
    report = debrief(call.play, reflection, carried)
    over = call.state.stage == "over"
    save = str(journal.path) if journal.path is not None and not journal.problem else None
    text = ["", *talk.debrief_lines(report)] if over else ["Saved. Go on with: defuse resume --plain"]
    if over and save is not None and len(report.fitting) > 1:
        text.append("To take another goal: defuse goal")
    if not over and save is None:
        text = ["Left. This call was not saved."]
    return {
        "kind": "end", "outcome": call.state.outcome, "over": over, "save": save,
        "accuracy": report.accuracy, "turns": call.state.turn, "_text": text,
    }  # fmt: skip


def _as_json(event: Event) -> Iterator[str]:
    yield json.dumps({key: value for key, value in event.items() if key != "_text"}, ensure_ascii=False)


def _as_text(event: Event) -> Iterator[str]:
    yield from event["_text"]
