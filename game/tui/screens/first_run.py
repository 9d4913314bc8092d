"""The very first start: what this is in three sentences, and the first call one key away."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from game.authoring.library import Loaded
from game.tui.desk import Desk, Shelf
from game.tui.drawing.bands import logo
from game.tui.keys import Command, bindings
from game.tui.messages import TakeCall
from game.tui.runs import in_order_of_level
from game.tui.screens.help import HelpScreen
from game.tui.text import lines, words
from game.tui.theme import SPOKEN_NAMES
from game.tui.widgets.frame import KeyRow
from game.tui.widgets.picker import Choice, Picker

_COMMANDS: Final = (
    Command("enter", "take", "go", "Take what you point at."),
    Command("l", "app.back", "look around", "All the customers, no playing yet."),
    Command("c", "colours", "colours", "Dark, light, high contrast."),
    Command("m", "motion", "motion", "The meter glides, or jumps."),
    Command("question_mark", "help", "help", "What can be pressed here."),
    Command("q", "app.quit", "quit", "Leave the game."),
)


class FirstRunScreen(Screen[None]):
    """Nothing was played yet."""

    AUTO_FOCUS = "Picker"
    HERE: ClassVar = _COMMANDS
    BINDINGS: ClassVar = bindings(_COMMANDS)

    def __init__(self, desk: Desk, shelf: Shelf) -> None:
        super().__init__()
        self.desk = desk
        self.shelf = shelf

    def compose(self) -> ComposeResult:
        """Three sentences and two ways on."""
        with Vertical(id="first-run"):
            yield Static(words(logo(), ("  Defuse", "bold")))
            yield Static(
                words("Someone is upset, and getting worse. You answer. A meter shows how angry they are, and every "
                      "time it moves you can ask why.")
            )  # fmt: skip
            yield Static(
                words(
                    (
                        "Nobody is watching, nothing is timed, and what goes wrong can be taken back and tried again.",
                        "$muted",
                    )
                )
            )
            yield Picker(
                [
                    Choice("take", _row("enter", "First call", "with the coach beside you")),
                    Choice("look", _row("l", "Look around first", "all the customers, no playing")),
                ]
            )
            yield Static(id="looks")
            yield Static(words(("Runs are saved on this computer and sent nowhere.", "$faint")))
        yield KeyRow(_COMMANDS)

    def on_mount(self) -> None:
        """Say how it looks."""
        self.show_looks()

    def show_looks(self) -> None:
        """Colours and motion as they are now."""
        motion = "off" if self.app.animation_level == "none" else "on"
        self.query_one("#looks", Static).update(
            lines(
                words(("Colours ", "$muted"), ("c", "bold $accent"), (f" {SPOKEN_NAMES[self.app.theme]}    ", "$muted"),
                      ("Motion ", "$muted"), ("m", "bold $accent"), (f" {motion}", "$muted")),
                words(("Screen reader ", "$muted"), ("defuse --plain", "bold")),
            )
        )  # fmt: skip

    def on_picker_taken(self, message: Picker.Taken) -> None:
        """Enter, or a second click."""
        if message.id == "look":
            self.app.pop_screen()
        else:
            self.action_take()

    def action_take(self) -> None:
        """The gentlest customer, at once."""
        first = min(self.shelf.playable, key=_how_gentle)
        mode = self.desk.options.mode or self.shelf.practice.help.mode
        self.post_message(TakeCall(first, self.desk.settings(mode), self.desk.seed()))

    async def action_colours(self) -> None:
        """Dark, light, high contrast."""
        await self.run_action("app.colours")
        self.show_looks()

    async def action_motion(self) -> None:
        """The meter glides, or jumps."""
        await self.run_action("app.motion")
        self.show_looks()

    def action_help(self) -> None:
        """What can be pressed."""
        self.app.push_screen(HelpScreen(_COMMANDS))


def _how_gentle(loaded: Loaded) -> tuple[int, int, str]:
    scenario = loaded.playable
    return in_order_of_level(scenario), scenario.customer.anger, loaded.name


def _row(key: str, what: str, note: str) -> Content:
    return words((key.ljust(7), "bold $accent"), (what.ljust(20), "bold"), (note, "$muted"))
