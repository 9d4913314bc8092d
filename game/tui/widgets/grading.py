"""The review's findings as pieces of text: a turn with its grade, what else there was to say, and why."""

from dataclasses import replace
from typing import Final

from textual.content import Content

from game.core.moves import Choose, Say
from game.core.session import Play
from game.core.state import phase_of
from game.review.audit import rows
from game.review.debrief import better_line, did
from game.review.search import Alternative, Judged, Quality
from game.review.thoughts import thought
from game.tui.drawing.bands import band_in, band_of, change
from game.tui.glyphs import GLYPHS
from game.tui.hanging import Hanging, Row
from game.tui.text import Part, shortened, words

SIGNS: Final[dict[Quality, tuple[str, str]]] = {
    "best": ("!!", "$accent"), "good": ("!", "$cool"), "inaccuracy": ("?!", "$warm"), "mistake": ("?", "$hot"),
    "blunder": ("??", "$boiling"),
}  # fmt: skip
"""How chess marks a move, and in which colour it is written here."""
_MOST_OTHERS: Final = 4
_AT_ONCE: Final = 8
_LATER: Final = 11
"""Cells for the two columns of numbers."""


def graded(quality: Quality) -> Content:
    """Sign and word of a grade."""
    sign, colour = SIGNS[quality]
    return words((sign.ljust(3), f"bold {colour}"), (quality, colour))


def turn_in_two_rows(judged: Judged, width: int) -> Content:
    """A turn of the list: its grade and what it moved; what was said and what it lost."""
    head = words((f"{judged.turn.number:>2}  ", "bold"), graded(judged.quality))
    moved, lost = change(judged.turn.change, width=2), _lost(judged)
    said = shortened(did(judged.turn), width - 6 - lost.cell_length)
    gap = " " * (width - head.cell_length - moved.cell_length)
    return words(head, gap, moved, f"\n    {said}", " " * (width - 4 - len(said) - lost.cell_length), lost)


def turn_in_a_row(judged: Judged, width: int) -> Content:
    """The same in one row."""
    grade, moved, lost = graded(judged.quality), change(judged.turn.change, width=2), _lost(judged)
    head = words((f"{judged.turn.number:>2}  ", "bold"), grade, " " * (15 - grade.cell_length), moved, "  ", lost, "  ")
    head = words(head, " " * max(0, 33 - head.cell_length))
    return words(head, shortened(did(judged.turn), width - head.cell_length))


def _lost(judged: Judged) -> Content:
    lost = round(judged.loss)
    return words(("lost ", "$muted"), str(lost)) if lost else words(("-", "$faint"))


def tally(turns: tuple[Judged, ...]) -> Content:
    """How often each grade was given."""
    counts = {quality: sum(judged.quality == quality for judged in turns) for quality in SIGNS}
    parts: list[Part] = []
    for quality, count in counts.items():
        if count:
            parts += [graded(quality), f" {count}   "]
    return words(*parts)


def judgement(play: Play, judged: Judged, width: int) -> Hanging:
    """What was said and answered, what else there was to say, and why it did what it did."""
    turn, name = judged.turn, play.scenario.first_name
    mark = max(len(name), len("You")) + 2
    said: list[Row] = [(words(("You".ljust(mark), "bold $accent")), words(did(turn)))]
    if turn.said != turn.before.said:
        said.append((words((name.ljust(mark), f"bold ${band_in(turn.state)}")), words(turn.said)))
    return Hanging(*said, words(), *_what_there_was(judged, width), words(), *_why(judged), *_better(judged))


def _what_there_was(judged: Judged, width: int) -> list[Row]:
    room = width - 4 - _AT_ONCE - _LATER
    head = "What there was to say".ljust(width - _AT_ONCE - _LATER)
    rows: list[Row] = [words((head, "bold $muted"), ("at once".rjust(_AT_ONCE) + "3 turns on".rjust(_LATER), "$faint"))]
    yours = judged.yours
    others = [other for other in judged.others if other.text != did(judged.turn)][:_MOST_OTHERS]
    for one in sorted((yours, *others), key=lambda one: -one.value):
        sign, colour = SIGNS[_grade(judged, one)]
        text = words(("yours", "bold")) if one is yours else _said(one, room - 2)
        now, later = one.turn.state, one.anger_ahead
        rows.append(
            words(
                (sign.ljust(4), f"bold {colour}"), text, " " * (room - text.cell_length),
                (str(now.anger).rjust(_AT_ONCE), f"bold ${band_in(now)}"),
                (str(later).rjust(_LATER), f"bold ${band_of(later, phase_of(later))}"),
            )
        )  # fmt: skip
    return rows


def _grade(judged: Judged, one: Alternative) -> Quality:
    return replace(judged, yours=one, others=(judged.yours, *judged.others)).quality


def _said(one: Alternative, room: int) -> Content:
    if isinstance(one.move, Say | Choose):
        return words((f"“{shortened(one.text, room - 2)}”", "italic"))
    return words((shortened(one.text, room), "$muted"))


def _why(judged: Judged) -> list[Row]:
    heaviest = max(rows(judged.turn), key=lambda row: abs(row.points), default=None)
    if heaviest is None:
        return [words(("Nothing in it moved the meter.", "$muted"))]
    return [words((f"{heaviest.why} ", "$muted"), ("proof ", "$faint"), (heaviest.grade, "bold"))]


def _better(judged: Judged) -> list[Row]:
    better = better_line(judged)
    if better is None:
        return []
    mark = words(("Said better  ", "bold $muted"))
    return [words(), (mark, words((f"“{better.text}”", "italic")))]


def their_side(play: Play) -> Hanging:
    """The call once more, with what went through the customer's head."""
    found: list[Row] = [(words("   "), words(play.opening.said)), words()]
    for turn in play.turns:
        found.append((words((f"{turn.number:>2} ", "bold")), words((f"{did(turn)}  ", "$muted"), change(turn.change))))
        felt = thought(turn)
        if felt:
            found.append((words((f"   {GLYPHS.arrow} ", "$accent")), words((felt, "italic"))))
        found.append(words())
    return Hanging(*found[:-1])
