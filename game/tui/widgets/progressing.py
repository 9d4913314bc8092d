"""Progress as pieces of text: skills as bars, slips, best calls, how well you read a call, what comes next."""

from datetime import datetime
from typing import Final

from textual.content import Content

from game.review.skills import Progress
from game.tui.drawing.curve import tiny
from game.tui.drawing.scale import scale
from game.tui.glyphs import GLYPHS
from game.tui.hanging import Hanging, Row
from game.tui.practising import NOTHING_DUE, Practice
from game.tui.text import lines, shortened, words

_LABEL: Final = 26
_BAR: Final = 12
_MOST_SLIPS: Final = 5
_FEW: Final = 2
"""Below so often called for, a share says little."""


def skills(found: Progress) -> Content:
    """What was called for, and how often it was done."""
    head = "What helps".ljust(_LABEL)
    rows = [words((head, "bold $muted"), ("done, of called for".ljust(_BAR + 2), "$faint"))]
    for skill in found.skills:
        share = words((f"  {skill.done} of {skill.called_for}".ljust(12), "bold" if skill.done else "$muted"))
        note = "too few to say" if skill.called_for < _FEW else "weakest" if skill == found.weakest else ""
        bar = scale(100 * skill.done / skill.called_for, _BAR)
        rows.append(words(shortened(skill.label, _LABEL - 2).ljust(_LABEL), bar, share, (note, "$warm")))
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


def best_calls(found: Progress, titles: dict[str, str]) -> Content:
    """The best call of each scenario, as a curve."""
    rows = [words(("Your best calls", "bold $muted"))]
    for name, values in found.best.items():
        curve = tiny(values, 10)
        title = shortened(titles.get(name, name), 36).ljust(38)
        gap = " " * (12 - curve.cell_length)
        rows.append(words(curve, gap, title, (f"{values[0]} {GLYPHS.arrow} {values[-1]}", "$muted")))
    return lines(*rows)


def reading_yourself(said: tuple[tuple[int, int], ...] | None) -> Content:
    """Ratings before the score, against the score. None: still being judged."""
    head = words(("How well you read a call", "bold $muted"))
    if said is None:
        return lines(head, words(("looking at your turns …", "$muted")))
    if not said:
        return lines(head, words(("Rate a call when it is over, and this shows how near you were.", "$muted")))
    pairs = [words(("you said ", "$muted"), (str(one), "bold"), (", it was ", "$muted"), (str(was), "bold"))
             for one, was in said]  # fmt: skip
    away = sum(abs(one - was) for one, was in said) / len(said)
    return lines(head, *pairs, words(("off by ", "$muted"), (f"{away:.0f}", "bold"), (" of 100 on average", "$muted")))


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
    """The mistakes that are due."""
    head = words(("Drills", "bold"), "   ", ("d", "bold $accent"), (" start", "$muted"))
    if not practice.due:
        return Hanging(words(("Drills", "bold")), words((nothing_due(practice, now), "$muted")))
    count = len(practice.due)
    rows: list[Row] = [words((f"{GLYPHS.dot} ", "$accent"), (f"{count} due", "bold"))]
    rows += [(words("  "), words((shortened(one.yours, 34), "italic"))) for one in practice.due]
    return Hanging(head, *rows)


def nothing_due(practice: Practice, now: datetime) -> str:
    """That nothing is due, and when something will be."""
    if practice.coming is None:
        return NOTHING_DUE
    days = (practice.coming - now).days
    when = "today" if days == 0 else "tomorrow" if days == 1 else f"in {days} days"
    return f"{NOTHING_DUE} The next one is due {when}."
