"""The second half of a debrief as text: how you read the call yourself, and how it was from the other side."""

from typing import Final

from textual.content import Content

from game.core.scenario import Scenario
from game.review.debrief import Debrief
from game.review.goals import Goal
from game.tui.hanging import Hanging, Row
from game.tui.text import Part, lines, words

_NEAR: Final = 10
"""Points within which a rating counts as right."""


def yourself(found: Debrief, rating: int | None) -> Content:
    """The accuracy, and beside it what the player had said before seeing it."""
    if not found.turns:
        return words()
    if rating is None:
        return words(("  Accuracy ", "$muted"), (str(found.accuracy), "bold"), (" of 100.", "$muted"))
    away = rating - found.accuracy
    verdict = (
        "near" if abs(away) <= _NEAR else "harder on yourself than the engine" if away < 0 else "kinder to yourself"
    )
    return words(
        ("  You said ", "$muted"), (str(rating), "bold"), (", it was ", "$muted"), (str(found.accuracy), "bold"),
        (f" of 100: {verdict}.", "$muted"),
    )  # fmt: skip


def carried(goal: Goal | None, kept: bool) -> Content:
    """The goal that was set before this call, and whether it was kept; empty where there was none."""
    if goal is None:
        return words()
    verdict: Part = ("kept", "bold $accent") if kept else ("not yet", "bold $warm")
    return words(("Your goal, from last time  ", "$muted"), goal.text, "  ", verdict)


def what_you_could_not_see(found: Debrief, scenario: Scenario) -> Content:
    """The backstory, who was calling today, and what is told to others afterwards."""
    pieces = [
        ("What you couldn't see", " ".join(filter(None, (found.backstory, found.person))), ""),
        (f"What {scenario.first_name} tells others", found.last_word, "italic"),
    ]
    rows: list[Content] = []
    for head, text, style in pieces:
        if text:
            rows += [*([words()] if rows else []), words((head, "bold $muted")), words((text, style))]
    return lines(*rows)


def from_the_other_side(found: Debrief, scenario: Scenario) -> Hanging:
    """What went through the customer's head, turn by turn."""
    rows: list[Row] = [(words((f"{one.turn:>2}  ", "$muted")), words((one.text, "italic"))) for one in found.thoughts]
    head = words((f"As {scenario.first_name} heard it", "bold $muted"))
    return Hanging(head, *rows) if rows else Hanging(words())


def tensions(found: Debrief) -> Content:
    """Where practice and research do not quite agree, as far as it applied."""
    if not found.tensions:
        return words()
    apart: list[Content] = [words(("Not settled", "bold $muted"))]
    for number, text in enumerate(found.tensions):
        apart += [*([words()] if number else []), words((text, "$muted"))]
    return lines(*apart)
