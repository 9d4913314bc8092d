"""A drill as pieces of text: the moment, the lines, and what the answer was worth."""

from textual.widgets import Static

from game.core.session import Play
from game.core.state import State, Turn
from game.core.techniques import TECHNIQUES
from game.review.debrief import did
from game.review.positions import Answered, Position
from game.tui.drawing.bands import band_in, bars, change, reading
from game.tui.glyphs import GLYPHS
from game.tui.hanging import Hanging, Row
from game.tui.text import lines, one_line, words
from game.tui.theme import BANDS
from game.tui.widgets.grading import graded


def moment(position: Position) -> Hanging:
    """Which call it is, where it stands, and what the player knew."""
    play = position.play
    return Hanging(
        words(
            (one_line(play.scenario.title), "bold"), (f"  turn {play.state.turn + 1}  ", "$muted"),
            reading(play.state.anger, band_in(play.state)),
        ),
        words((play.scenario.brief.situation, "$muted")),
    )  # fmt: skip


def kind(position: Position) -> str:
    """What kind of drill it is, for the title."""
    if not position.technique:
        return "a line of yours that did harm, once more"
    return f"a line that {TECHNIQUES[position.technique].does}"


def asked(position: Position) -> Hanging:
    """The near miss, and what it is to be turned into; nothing where whatever helps will do."""
    technique = TECHNIQUES.get(position.technique)
    if technique is None:
        return Hanging()
    return Hanging(
        (words(("Not like this   ", "$muted")), words((f"“{position.yours}”", "italic"))),
        (words(("But so that it  ", "$muted")), words((technique.does, "bold"), (f". {technique.meaning}", "$muted"))),
    )


def her_line(widget: Static, play: Play, state: State) -> None:
    """What the customer says in this state, with the edge of its band."""
    band = band_in(state)
    for other in BANDS:
        widget.set_class(other == band, f"-{other}")
    head = words((play.scenario.first_name, f"bold ${band}"), "  ", bars(band), (f" {state.anger}", "$muted"))
    widget.update(lines(head, words(state.said)))


def my_line(turn: Turn) -> Hanging:
    """What the player answered."""
    return Hanging(words(("You", "bold $accent"), "  ", change(turn.change)), words(did(turn)))


def verdict(position: Position, found: Answered, problem: str, *, last: bool) -> Hanging:
    """The grade, the line of last time, a better one, and what comes now."""
    turn = found.turn
    rows: list[Row] = []
    if position.technique:
        mark = (GLYPHS.check, "$accent") if found.done is not None else (GLYPHS.cross, "$warm")
        rows += [(words(mark, " "), words((found.verdict, "bold"))), words()]
    rows += [
        words(graded(found.judged.quality), (f"   {turn.before.anger} {GLYPHS.arrow} ", "$muted"),
              reading(turn.state.anger, band_in(turn.state))),
        words(),
    ]  # fmt: skip
    if not position.technique:
        rows.append((words(("Last time   ", "$muted")), words((position.yours, "$muted"))))
    if found.better:
        rows.append((words(("Better      ", "$muted")), words((f"“{found.better}”", "italic"))))
    if problem:
        rows += [words(), words((problem, "$warm"))]
    then = "That was the last one due. enter leads back." if last else "enter brings the next one."
    return Hanging(*rows, words(), words((then, "$faint")))
