"""`.play` files: a call written down, with what must come of it. A test that an author can read aloud.

    seed: 7
    >
    > So the van came at three, not one. That must have been stressful.
    hears: paraphrase, empathy
    anger: 45-60
    > #own-it
    > /later 30h Did the refund arrive?
    outcome: settled

`>` begins a move, exactly as it is typed in the reply box (nothing: listen); `#` names a line of the menu by its id.
What follows a move must hold after it: `hears` lists every technique heard, `anger` is a range in points, `says` are
words of the customer's answer, `outcome` is how it stands. Lines that begin with `//` are remarks.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from game.call import Answer, Call, Moved, Refused, Settings, Unsure, new_call, take
from game.core.engine import MoveError
from game.core.moves import Choose, End, FollowUp, Gesture, Listen, Move, Say
from game.core.scenario import Scenario
from game.core.session import Play

_LINE: Final = re.compile(r"(seed|hears|anger|says|outcome)\s*:\s*(.*)")
_RANGE: Final = re.compile(r"(\d{1,3})(?:\s*-\s*(\d{1,3}))?")


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a transcript: its number, what it is, and its text."""

    line: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A line of a transcript that did not come true, and what happened instead."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


def transcripts_beside(scenario: Path) -> list[Path]:
    """The transcripts of a scenario's file: late-movers.good.play stands beside late-movers.yaml."""
    return sorted(scenario.parent.glob(f"{scenario.stem}.*.play")) + sorted(
        scenario.parent.glob(f"{scenario.stem}.play")
    )


def run_transcript(path: Path, scenario: Scenario) -> tuple[Failure, ...]:
    """Play a transcript. Empty if all of it came true; a line that makes no sense is a failure as well."""
    try:
        steps = list(_steps(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError) as problem:
        return (Failure(path, 1, f"cannot be read ({problem})."),)
    return tuple(Failure(path, line, message) for line, message in _run(steps, scenario, path.stem))


def _steps(text: str) -> Iterator[Step]:
    for number, line in enumerate(text.splitlines(), 1):
        plain = line.strip()
        if line.startswith(">"):
            yield Step(number, "move", line[2:] if line.startswith("> ") else line[1:])
        elif found := _LINE.fullmatch(plain):
            yield Step(number, found[1], found[2].strip())
        elif plain and not plain.startswith("//"):
            yield Step(number, "unknown", plain)


def _run(steps: list[Step], scenario: Scenario, name: str) -> Iterator[tuple[int, str]]:
    seed = next((step.text for step in steps if step.kind == "seed"), "7")
    if not seed.isdecimal():
        yield 1, f"“{seed}” is no seed; write a whole number."
        return
    call = new_call(name, scenario, int(seed), Settings("typed"))
    for step in steps:
        if step.kind == "move":
            call, problem = _moved(call, step.text)
        elif step.kind == "unknown":
            problem = f"“{step.text}” is none of: > a move, hears:, anger:, says:, outcome:, seed:, // a remark."
        else:
            problem = _CHECKS[step.kind](call, step.text) if step.kind in _CHECKS else None
        if problem is not None:
            yield step.line, problem


def _moved(call: Call, text: str) -> tuple[Call, str | None]:
    if text.startswith("#"):
        try:
            return replace(call, play=call.play.then(Choose(text[1:].strip()))), None
        except MoveError as problem:
            return call, f"{problem} On it: {', '.join('#' + choice.id for choice in call.choices)}."
    call, answer = take(call, text)
    return call, _why_no_move(answer)


def _why_no_move(answer: Answer) -> str | None:
    match answer:
        case Moved():
            return None
        case Refused(sentence):
            return sentence
        case Unsure():
            return "Nothing was recognised in this line."
        case _:
            return "This is no move."


def _hears(call: Call, text: str) -> str | None:
    wanted = {word for word in re.split(r"[,\s]+", text) if word}
    heard = set(call.play.turns[-1].reading.techniques) if call.play.turns else set()
    return (
        None if heard == wanted else f"Heard {', '.join(sorted(heard)) or 'nothing'}, not {', '.join(sorted(wanted))}."
    )


def _anger(call: Call, text: str) -> str | None:
    found = _RANGE.fullmatch(text)
    if found is None:
        return f"“{text}” is no range of points; write one like 40-60."
    low, high = int(found[1]), int(found[2] or found[1])
    return None if low <= call.state.anger <= high else f"Anger is {call.state.anger}, not {text}."


def _says(call: Call, text: str) -> str | None:
    return None if text.casefold() in call.state.said.casefold() else f"She said: {call.state.said}"


def _outcome(call: Call, text: str) -> str | None:
    if text.replace(" ", "_") == (call.state.outcome or "none"):
        return None
    return f"The outcome is {(call.state.outcome or 'none yet').replace('_', ' ')}, not {text}."


_CHECKS: Final[dict[str, Callable[[Call, str], str | None]]] = {
    "hears": _hears, "anger": _anger, "says": _says, "outcome": _outcome,
}  # fmt: skip


def as_transcript(play: Play) -> str:
    """A call that was played, written down with what came of it."""
    lines = [f"// {play.scenario.title}", f"seed: {play.opening.seed}"]
    for turn in play.turns:
        lines.append(f"> {_typed(turn.move)}".rstrip())
        if isinstance(turn.move, Say) and turn.reading.techniques:
            lines.append(f"hears: {', '.join(turn.reading.techniques)}")
        lines.append(f"anger: {turn.state.anger}")
    lines.append(f"outcome: {play.state.outcome or 'none'}")
    return "\n".join(lines) + "\n"


def _typed(move: Move) -> str:
    match move:
        case Say(text, _):
            return f" {text}" if text.startswith(("/", "#", "!")) else text
        case Choose(choice):
            return f"#{choice}"
        case Listen():
            return ""
        case Gesture(kind):
            return f"/{kind}"
        case FollowUp(hours, text, _):
            return f"/later {hours}h {text}"
        case End():
            return "/end"
