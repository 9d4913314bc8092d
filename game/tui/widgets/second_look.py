"""The second half of a debrief as text: how you read the call yourself, and how it was from the other side."""

from textual.content import Content

from game.core.scenario import Scenario
from game.review.debrief import Debrief
from game.review.rating import compared
from game.tui.hanging import Hanging, Row
from game.tui.text import Part, lines, words


def yourself(found: Debrief) -> Content:
    """The accuracy, and beside it what the player had said before seeing it."""
    if not found.turns:
        return words()
    said = found.rating.whole
    if said is None:
        return words(("  Accuracy ", "$muted"), (str(found.accuracy), "bold"), (" of 100.", "$muted"))
    return words(
        ("  You said ", "$muted"), (str(said), "bold"), (", it was ", "$muted"), (str(found.accuracy), "bold"),
        (f" of 100: {compared(said, found.accuracy)}.", "$muted"),
    )  # fmt: skip


def skills_beside(found: Debrief) -> Content:
    """Each skill that was rated, beside what was measured; empty where none was."""
    if not found.beside:
        return words()
    return lines(
        words(("How you saw it", "bold $muted")),
        *(words(one.sentence) for one in found.beside),
    )


def carried(found: Debrief) -> Content:
    """The goal that was set before this call, and whether it was kept; empty where there was none."""
    if found.carried is None:
        return words()
    verdict: Part = ("kept", "bold $accent") if found.carried_kept else ("not yet", "bold $warm")
    return words(("Your goal, from last time  ", "$muted"), found.carried.text, "  ", verdict)


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
