"""What stands between the conversation and the reply box: the menu, a line that was not understood, the end."""

from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from game.call import CHOOSING, Call, Pending
from game.core.menu import in_words
from game.core.slots import PRONOUNS
from game.core.techniques import TECHNIQUES
from game.tui.glyphs import GLYPHS
from game.tui.hanging import Hanging
from game.tui.text import Part, lines, shortened, words

_DOES = 25
"""Cells for what a guess does."""


class Typed(Message):
    """Something was clicked that might as well have been typed and sent."""

    def __init__(self, line: str) -> None:
        super().__init__()
        self.line = line


class Clickable(Static):
    """A row that sends a line when it is clicked."""

    def __init__(self, content: Content | Hanging, line: str) -> None:
        super().__init__(content)
        self.line = line

    def on_click(self) -> None:
        """Send the line."""
        self.post_message(Typed(self.line))


class Below(Vertical):
    """Whatever the player is asked now."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: object = None

    def show(self, call: Call) -> None:
        """Show what this call asks: which was meant, how to go on after the end, or the menu."""
        asks = (call.pending, call.state.stage, call.mode, call.choices if call.mode != "typed" else ())
        if asks == self._shown:
            return
        self._shown = asks
        self.remove_children()
        self.set_class(call.pending is not None, "-unsure")
        self.set_class(call.state.stage != "call" and call.pending is None, "-after")
        if call.pending is not None:
            self.mount_all(_unsure(call, call.pending))
        elif call.state.stage != "call":
            self.mount_all(_after(call))
        elif call.mode in CHOOSING:
            labels = [in_words(choice) if call.mode == "labelled" else "" for choice in call.choices]
            lines_ = zip(call.choices, labels, strict=True)
            self.mount_all(MenuLine(n, choice.say, label) for n, (choice, label) in enumerate(lines_, 1))
        elif call.mode == "hybrid" and call.hints:
            self.mount(Static(_hints(call), classes="head"))

    def point_at(self, typed: str) -> None:
        """Light the menu line whose number stands in the box."""
        for row in self.query(MenuLine):
            row.set_class(typed.strip() == str(row.number), "-picked")


class MenuLine(Clickable):
    """A line of the menu. Its number hangs in the margin; a label says what it does."""

    def __init__(self, number: int, said: str, label: str = "") -> None:
        told: tuple[Part, ...] = ((f"  {label}", "$muted"),) if label else ()
        super().__init__(Hanging((words((f"{number}  ", "bold $accent")), words(said, *told))), str(number))
        self.number = number


def _hints(call: Call) -> Hanging:
    """What a line could do now; the words are the player's."""
    rows = [(words((f"{GLYPHS.dot} ", "$accent")), words(hint)) for hint in call.hints]
    return Hanging(words(("A line could be one that", "$muted")), *rows)


def _unsure(call: Call, pending: Pending) -> list[Static]:
    name, they = call.scenario.first_name, PRONOUNS[call.scenario.customer.pronoun]
    head = lines(
        words((f"{GLYPHS.unsure} Not sure what that line does. ", "bold $warm"),
              f"{name} hasn't heard it, and the turn is still yours."),
        words(("You wrote  ", "$muted"), (f"“{pending.text}”", "italic")),
    )  # fmt: skip
    rows: list[Static] = [Static(head, classes="head")]
    for number, guess in enumerate(pending.guesses, 1):
        source: tuple[Part, ...] = (("from ", "$muted"), f"“{shortened(guess.quote, 22)}”  ") if guess.quote else ()
        mark = words((f"{number}  ", "bold $accent"), (TECHNIQUES[guess.technique].does.ljust(_DOES), "bold"), " ")
        text = words(*source, ("as in ", "$muted"), (guess.example, "italic"))
        rows.append(Clickable(Hanging((mark, text)), str(number)))
    other = f"{name} hears it, the meter stays, and {they.subject} may not make much of it"
    mark = words(("!  ", "bold $accent"), ("something else".ljust(_DOES), "bold"), " ")
    rows.append(Clickable(Hanging((mark, words((other, "$muted")))), "!"))
    return rows


def _after(call: Call) -> list[Static]:
    name, they = call.scenario.first_name, PRONOUNS[call.scenario.customer.pronoun]
    debrief = Clickable(words(("enter  ", "bold $accent"), "the debrief"), "/debrief")
    if call.state.stage == "over":
        return [
            Static(words(("It is over. ", "bold"), ("What each of your lines did is in the debrief.", "$muted"))),
            debrief,
        ]
    return [
        Static(
            words(
                ("The call has ended. ", "bold"), (f"You can get back to {name} later, or leave it at that.", "$muted")
            )
        ),
        Clickable(
            words(
                ("tab    ", "bold $accent"),
                f"write to {they.object} some hours later, as in ",
                ("/later 30h …", "bold"),
            ),
            "/later",
        ),
        Clickable(words(("enter  ", "bold $accent"), "leave it at that, and see the debrief"), "/debrief"),
    ]
