"""The questions after a call, a line at a time: how it felt, how near it came, and what of it was done."""

from typing import Final, Protocol, TextIO

from game.core.session import Play
from game.core.text import clean
from game.review.rating import DOING, FEELINGS, MOST, Rating, skills_to_rate

_REST: Final = -1
"""Stands for leaving out all that is still to be asked."""


class Lines(Protocol):
    """Where lines come from: standard input, or a clock over it."""

    def readline(self) -> str:
        """The next line with its end; empty when there are no more."""


def asked(play: Play, lines: Lines, out: TextIO) -> Rating:
    """Ask how the call was before any score is shown. An empty line leaves a question out, `s` or the end the rest."""
    skills = skills_to_rate(play)
    name = play.scenario.first_name
    feelings = ", ".join(f"{number} {feeling}" for number, feeling in enumerate(FEELINGS, 1))
    questions = [
        (f"How did you feel? {feelings}.", 1, len(FEELINGS)),
        (f"How near did you come to the best that could be done with {name}? 0 to {MOST}.", 0, MOST),
        *(
            (
                f"When the call asked for it, how often did you get to {DOING[skill]}? 0 never, {MOST} each time.",
                0,
                MOST,
            )
            for skill in skills
        ),
    ]
    _tell(out, "\nBefore you see anything: how was it? Enter leaves a question out, s leaves out the rest.")
    said: list[int | None] = [None] * len(questions)
    for index, (question, least, most) in enumerate(questions):
        number = _number(question, least, most, lines, out)
        if number == _REST:
            break
        said[index] = number
    felt, whole, *rest = said
    rated = tuple((skill, value) for skill, value in zip(skills, rest, strict=True) if value is not None)
    return Rating(None if felt is None else FEELINGS[felt - 1], whole, rated)


def _number(question: str, least: int, most: int, lines: Lines, out: TextIO) -> int | None:
    """The answer, None for an empty line, or that the rest is left out."""
    _tell(out, question)
    while True:
        line = lines.readline()
        text = clean(line).strip()
        if not line or text.casefold() == "s" or text.startswith("/"):
            return _REST
        if not text:
            return None
        if text.isdecimal() and len(text) <= len(str(MOST)) and least <= int(text) <= most:
            return int(text)
        _tell(out, f"Type a number from {least} to {most}, or enter to leave it out.")


def _tell(out: TextIO, sentence: str) -> None:
    out.write(sentence + "\n")
    out.flush()
