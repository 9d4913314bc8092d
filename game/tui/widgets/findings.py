"""The findings of a debrief as pieces of text; where they stand is the screen's business."""

from typing import Final

from textual.content import Content

from game.core.scenario import Outcome
from game.core.session import Play
from game.core.state import phase_of
from game.review.debrief import Debrief
from game.tui.drawing.bands import band_in, band_of, change, reading
from game.tui.drawing.curve import curve as drawn_curve
from game.tui.glyphs import GLYPHS
from game.tui.text import lines, shortened, words

_COLOURS: Final[dict[Outcome, str]] = {
    "settled": "$cool", "handed_over": "$cool", "limit_kept": "$cool", "agreed_to_differ": "$warm",
    "settled_at_a_cost": "$warm", "lost": "$boiling",
}  # fmt: skip
_LABEL: Final = 22
_IN_ROWS: Final = 60
"""Cells from which a turning point takes one row."""


def headline(found: Debrief, play: Play) -> Content:
    """How it ended, in words, and where the meter stood."""
    colour = _COLOURS[found.outcome] if found.outcome else "$muted"
    now = reading(play.state.anger, band_in(play.state))
    felt = f"{found.felt} " if found.felt else ""
    return words(felt, (f"{found.headline} ", f"bold {colour}"), now, f"  {found.summary}")


def curve(found: Debrief, width: int, height: int) -> Content:
    """The meter over the call, its turning points tagged."""
    tagged = frozenset(point.turn for point in found.turning_points)
    return lines(*drawn_curve(found.curve, width, height, tagged))


def turning_points(found: Debrief, width: int) -> Content:
    """The turns that decided something: two rows each, or one where there are cells enough."""
    if not found.turning_points:
        return words(("No turn stood out.", "$muted"))
    rows: list[Content] = []
    for point in found.turning_points:
        tag = words((f" {point.turn} ", "bold $background on $foreground"))
        head = words(tag, " ", change(point.change, width=2).stylize("bold"), " ")
        note = first_sentence(point.note)
        if width >= _IN_ROWS:
            room = width // 2 - head.cell_length
            quote = _quoted(point.quote, room).ljust(room + 1)
            rows.append(words(head, quote, (shortened(note, width - room - head.cell_length - 2), "$muted")))
        else:
            rows += [words(head, (_quoted(point.quote, width - head.cell_length), "$muted")), words(note), words()]
    return lines(*(rows if rows[-1] else rows[:-1]))


def _quoted(quote: str, width: int) -> str:
    """In quotation marks, shortened to the width; what was done without words has brackets already."""
    if quote.startswith("("):
        return shortened(quote, width)
    return f"“{shortened(quote.removesuffix(' …'), width - 2)}”"


def first_sentence(text: str) -> str:
    """The text up to its first full stop; the rest is on the page that says why."""
    head, stop, _ = text.partition(". ")
    return head + stop.strip()


def done(found: Debrief) -> Content:
    """What you did, how often, and what it came to."""
    rows = [words(("What you did", "bold $muted"))]
    for row in found.done:
        times = f"{GLYPHS.times}{row.times}" if row.times else ""
        style = "" if row.technique else "$faint"
        rows.append(
            words(
                (shortened(row.label, _LABEL - 1).ljust(_LABEL), style),
                (times.ljust(5), "$muted"),
                change(row.points, width=2),
            )
        )
    if not found.done:
        rows.append(words(("nothing that moved the meter", "$muted")))
    total = words(("= ", "$muted"), change(found.total).stylize("bold"))
    return lines(*rows, words(("together".ljust(_LABEL + 5), "$faint"), total))


def better(found: Debrief, play: Play) -> Content:
    """One better line, played in the place of yours."""
    line = found.better
    if line is None:
        return lines(
            words(("Said better", "bold $muted")),
            words(("No line that was to be had would have done much better.", "$muted")),
        )
    before = play.turns[line.turn - 1].before.phase
    return lines(
        words((f"Turn {line.turn}, said better", "bold $muted")),
        words((f"“{line.text}”", "italic")),
        words(),
        words(("played in your place  ", "$muted"), _at(line.anger_after, before)),
        words(("yours                 ", "$muted"), _at(line.yours_after, before)),
        words(),
        words((f"{first_sentence(line.why)} ", "$muted"), (line.grade, "bold")),
    )


def _at(anger: int, before: str) -> Content:
    phase = phase_of(anger, "hot" if before == "hot" else "warm")
    return reading(anger, band_of(anger, phase))


def unused(found: Debrief) -> Content:
    """Helpful moves that this call called for and did not get."""
    if not found.unused:
        return words()
    return lines(words(("Not used", "bold $muted")), words(", ".join(f"{label}" for label in found.unused)))


def goal(found: Debrief, *, may_choose: bool) -> Content:
    """One thing for next time, and the key to another where there is one."""
    another = words(("   g", "bold $accent"), (" choose another", "$muted")) if may_choose else words()
    return lines(words(("One thing for next time", "bold $accent"), another), words(found.goal.text))
