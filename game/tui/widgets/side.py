"""What stands beside the conversation: why the meter moved, what is still needed, and the coach."""

from textual.content import Content

from game.call import Call
from game.core.outcome import needs
from game.core.state import GOAL, Turn
from game.review import audit, coach
from game.tui.drawing.bands import change
from game.tui.glyphs import GLYPHS
from game.tui.hanging import Hanging, Row
from game.tui.taste import Coach
from game.tui.text import lines, words

WIDTH = 26
_MOST_REASONS = 5


def headed(title: str, key: str, does: str, width: int = WIDTH, style: str = "bold $muted") -> Content:
    """A heading with its key on the right."""
    gap = max(1, width - len(title) - len(key) - len(does) - 1)
    return words((title, style), " " * gap, (key, "bold $accent"), (f" {does}", "$muted"))


def last_line(turn: Turn | None) -> Hanging:
    """Why the meter moved, an effect a row."""
    head = headed("Your last line", "f3", "why")
    if turn is None:
        return Hanging(head, words(("nothing said yet", "$faint")))
    found = [row for row in audit.rows(turn) if row.points]
    if not found:
        return Hanging(head, words(("moved nothing", "$muted")))
    shown = found if len(found) <= _MOST_REASONS else found[: _MOST_REASONS - 1]
    rows: list[Row] = [(words(change(row.points, width=2), " "), words(row.label)) for row in shown]
    if len(shown) < len(found):
        rows.append(words((f"and {len(found) - len(shown)} more", "$muted")))
    return Hanging(head, *rows)


def last_line_in_a_row(turn: Turn | None, width: int) -> Content:
    """The same on one row, as much of it as fits."""
    key = words(("f3", "bold $accent"), (" why", "$muted"))
    row = words()
    if turn is None:
        row = words(("nothing said yet", "$faint"))
    elif not any(effect.points for effect in turn.effects):
        row = words(("your last line moved nothing", "$muted"))
    else:
        for reason in (found for found in audit.rows(turn) if found.points):
            part = words(change(reason.points), f" {reason.label}  ")
            if row.cell_length + part.cell_length + key.cell_length > width:
                break
            row = words(row, part)
    return words(row, " " * max(1, width - row.cell_length - key.cell_length), key)


def to_settle(call: Call, *, hidden_meter: bool = False) -> Content:
    """What a good end still needs."""
    need = needs(call.scenario, call.state)
    dots = ((GLYPHS.dot * need.heard, "$accent"), (GLYPHS.ring * (need.to_hear - need.heard), "$muted"))
    width = max(3, need.to_hear)
    step = "a next step agreed" if need.keepable else "a step you can keep"
    return lines(
        headed("To settle", "f2", "brief"),
        *([] if hidden_meter else [words(_dot(need.calm), " " * width, f"anger {GOAL} or below")]),
        words(*dots, " " * (width + 1 - need.to_hear), f"heard {need.heard} of {need.to_hear}"),
        words(_dot(need.next_step and need.keepable), " " * width, step),
    )


def _dot(done: bool) -> Content:
    return words((GLYPHS.dot, "$accent") if done else (GLYPHS.ring, "$muted"))


def coach_note(call: Call, how: Coach, width: int = WIDTH - 3, *, hidden_meter: bool = False) -> Content:
    """The coach's hint for now; in full also a line that would do."""
    if how == "off":
        return headed("Coach is folded", "f4", "open", width, "$faint")
    head = headed("Coach", "f4", "more" if how == "light" else "fold", width, "bold $accent")
    hint = coach.advice(call.scenario, call.state, hidden_meter=hidden_meter)
    example = coach.example(call.scenario, call.state) if how == "full" else None
    rows = [head, words(hint)]
    if example is not None:
        rows += [words(("for example", "$muted")), words((f"“{example}”", "italic"))]
    return lines(*rows)


def coach_row(call: Call, how: Coach, *, hidden_meter: bool = False) -> Content:
    """The same for narrow screens, where every row counts."""
    example = coach.example(call.scenario, call.state) if how == "full" else None
    return words(
        ("Coach  ", "bold $accent"), coach.advice(call.scenario, call.state, hidden_meter=hidden_meter),
        *([(f" “{example}”", "italic")] if example is not None else []),
        ("  f4", "bold $accent"), (" more" if how == "light" else " fold", "$muted"),
    )  # fmt: skip
