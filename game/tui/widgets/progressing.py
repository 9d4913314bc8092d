"""Progress as pieces of text: days, skills, slips, calls, how well you read a call, what comes next."""

from datetime import datetime
from typing import Final

from textual.content import Content

from game.core.techniques import TECHNIQUES
from game.review.positions import Position
from game.review.rating import Calibration
from game.review.regularity import Regularity
from game.review.skills import Progress
from game.tui.drawing.curve import tiny
from game.tui.drawing.scale import scale
from game.tui.glyphs import GLYPHS
from game.tui.hanging import Hanging, Row
from game.tui.practising import NOTHING_DUE, Practice
from game.tui.text import Part, lines, shortened, words

_LABEL: Final = 25
_BAR: Final = 10
_SHARE: Final = 11
_RECENCY: Final = 16
_TITLE: Final = 30
_CURVE: Final = 9
_CALL: Final = 20
"""Cells for the parts of a row."""
_MOST_SLIPS: Final = 5
_PAIRS: Final = 5
"""Ratings shown one by one."""
_FEW: Final = 2
"""Below so often called for, a share says little."""


def days(found: Regularity) -> Content:
    """The days with practice lately, as a fact; nothing before the first one."""
    if not found.sentence:
        return words()
    marks = [(GLYPHS.dot, "$accent") if day else (GLYPHS.small_dot, "$faint") for day in found.lately]
    return words(*marks, "  ", (found.sentence, "$muted"))


def skills(found: Progress) -> Content:
    """What was called for, how often it was done, and when last."""
    head = words(("What helps".ljust(_LABEL), "bold $muted"), ("done, of called for".ljust(_BAR + _SHARE), "$faint"),
                 ("last done", "$faint"))  # fmt: skip
    rows = [head]
    for skill in found.skills:
        share = words((f"  {skill.done} of {skill.called_for}".ljust(_SHARE), "bold" if skill.done else "$muted"))
        note = "too few" if skill.called_for < _FEW else "weakest" if skill == found.weakest else ""
        bar = scale(100 * skill.done / skill.called_for, _BAR)
        label = shortened(skill.label, _LABEL - 2).ljust(_LABEL)
        rows.append(words(label, bar, share, (skill.recency.ljust(_RECENCY), "$muted"), (note, "$warm")))
    return lines(*rows)


def slips(found: Progress) -> Content:
    """What set them off."""
    rows = [words(("What sets them off".ljust(_LABEL), "bold $muted"), ("how often", "$faint"))]
    most = found.slips[0][1] if found.slips else 1
    for label, times in found.slips[:_MOST_SLIPS]:
        bar = scale(100 * times / most, _BAR, "boiling")
        rows.append(words(shortened(label, _LABEL - 2).ljust(_LABEL), bar, (f"  {GLYPHS.times}{times}", "bold")))
    if not found.slips:
        rows.append(words(("nothing so far", "$muted")))
    return lines(*rows)


def calls(found: Progress, titles: dict[str, str]) -> Content:
    """The last call of each scenario beside the best one, as curves."""
    head = words(("Your calls".ljust(_TITLE), "bold $muted"), ("last".ljust(_CALL), "$faint"), ("best", "$faint"))
    rows = [head]
    for name, last in found.last.items():
        title = shortened(titles.get(name, name), _TITLE - 2).ljust(_TITLE)
        rows.append(words(title, _call(last), _call(found.best[name])))
    return lines(*rows)


def _call(values: tuple[int, ...]) -> Content:
    curve = tiny(values, _CURVE)
    told = f"{values[0]} {GLYPHS.arrow} {values[-1]}"
    gap = " " * (_CURVE + 1 - curve.cell_length)
    return words(curve, gap, (told.ljust(_CALL - _CURVE - 1), "$muted"))


def reading_yourself(found: Calibration | None) -> Content:
    """Ratings before the score, against what was measured. None: still being judged."""
    head = words(("How well you read a call", "bold $muted"))
    if found is None:
        return lines(head, words(("looking at your turns …", "$muted")))
    if not found.whole and not found.skills:
        return lines(head, words(("Rate a call when it is over, and this shows how near you were.", "$muted")))
    rows = [words(*_said(said), (", it was ", "$muted"), (str(was), "bold")) for said, was in found.whole[-_PAIRS:]]
    if found.whole:
        tries = f" over the last {len(found.whole)}" if len(found.whole) > 1 else ""
        rows.append(words(("off by ", "$muted"), (f"{found.away}", "bold"), (f" of 100{tries}", "$muted")))
    rows += [
        words(one.doing.ljust(_LABEL), *_said(one.said), (", done ", "$muted"), (str(one.was), "bold"))
        for one in found.skills[:_PAIRS]
    ]
    return lines(head, *rows)


def _said(said: int) -> tuple[Part, Part]:
    return ("you said ", "$muted"), (str(said), "bold")


def following(practice: Practice, titles: dict[str, str]) -> Hanging:
    """The next calls, each with its reason."""
    rows: list[Row] = [words(("Next", "bold"), "   ", ("n", "bold $accent"), (" open the brief", "$muted"))]
    told = ""
    for number, one in enumerate(practice.following, 1):
        if one.reason != told:
            rows += [*([words()] if told else []), words((one.reason, "$muted"))]
            told = one.reason
        mark = words((f"{GLYPHS.dot} ", "$accent") if number == 1 else "  ")
        rows.append((mark, words((titles.get(one.name, one.name), "bold" if number == 1 else ""))))
    return Hanging(*rows)


def drills(practice: Practice, now: datetime) -> Hanging:
    """What is due: mistakes by what was said, the others by what they ask for."""
    head = words(("Drills", "bold"), "   ", ("d", "bold $accent"), (" start", "$muted"))
    if not practice.due:
        return Hanging(words(("Drills", "bold")), words((nothing_due(practice, now), "$muted")))
    count = len(practice.due)
    rows: list[Row] = [words((f"{GLYPHS.dot} ", "$accent"), (f"{count} due", "bold"))]
    rows += [(words("  "), _asked(one)) for one in practice.due]
    return Hanging(head, *rows)


def _asked(position: Position) -> Content:
    if position.technique:
        return words(("a line that ", "$muted"), TECHNIQUES[position.technique].does)
    return words((shortened(position.yours, 34), "italic"))


def nothing_due(practice: Practice, now: datetime) -> str:
    """That nothing is due, and when something will be."""
    if practice.coming is None:
        return NOTHING_DUE
    days = (practice.coming - now).days
    when = "today" if days == 0 else "tomorrow" if days == 1 else f"in {days} days"
    return f"{NOTHING_DUE} The next one is due {when}."
