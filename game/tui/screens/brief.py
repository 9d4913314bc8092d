"""The page before the call: what you know, may and may not, what a good end is, and how you want to play."""

from dataclasses import replace
from typing import ClassVar, Final, get_args

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from game.authoring.library import Loaded
from game.core.engine import opening
from game.core.outcome import needs
from game.tui.desk import Desk
from game.tui.glyphs import GLYPHS
from game.tui.keys import Command, bindings
from game.tui.messages import TakeCall
from game.tui.options import Mode
from game.tui.runs import BY
from game.tui.screens.help import HelpScreen
from game.tui.taste import COACHES, next_coach
from game.tui.text import Part, one_line, words
from game.tui.widgets import briefing
from game.tui.widgets.frame import KeyRow, TitleBar

_MODES: Final[tuple[Mode, ...]] = get_args(Mode)
_COMMANDS: Final = (
    Command("enter", "take", "take the call", "The phone rings; you answer."),
    Command("m", "mode", "answer", "Choose lines from a menu, type your own, or speak and have observers type."),
    Command("c", "coach", "coach", "A hint beside the call: off, light, or full with an example."),
    Command("h", "hints", "hints", "While you type, what your line would be heard to do."),
    Command("s", "seed", "seed", "Another seed. The same seed and lines give the same call."),
    Command("escape,q", "app.back", "back", "Back to the customers."),
    Command("question_mark", "help", "help", "What can be pressed here."),
)


class Setting(Static):
    """One row of settings. A click is its key."""

    def __init__(self, key: str) -> None:
        super().__init__(id=f"set-{key}")
        self.action = key

    async def on_click(self) -> None:
        """Change it."""
        await self.run_action(f"screen.{self.action}")


class BriefScreen(Screen[None]):
    """The brief."""

    AUTO_FOCUS = ""
    HERE: ClassVar = _COMMANDS
    BINDINGS: ClassVar = bindings(_COMMANDS)

    def __init__(self, desk: Desk, loaded: Loaded) -> None:
        super().__init__()
        self.desk = desk
        self.loaded = loaded
        self.mode: Mode = desk.options.mode or "menu"
        self.seed = desk.seed()

    def compose(self) -> ComposeResult:
        """What you know on the left, how you want it on the right."""
        scenario = self.loaded.playable
        yield TitleBar(
            words(one_line(scenario.title), (f"  {BY[scenario.setting]}", "$faint")), words(("the brief", "$muted"))
        )
        with Horizontal(id="brief"):
            with VerticalScroll(id="know", can_focus=False):
                yield Static(briefing.you_are(scenario))
                yield Static(briefing.you_know(scenario))
                with Horizontal():
                    yield Static(briefing.you_may(scenario))
                    yield Static(briefing.you_may_not(scenario))
                yield Static(
                    words(("What you promise is written down. What isn't yours to promise comes back.", "$muted")),
                    id="promises",
                )
                yield Static(briefing.ends_well(scenario, needs(scenario, opening(scenario, 0))))
                yield Static(briefing.starts_at(scenario))
            with Vertical(id="settings"):
                yield Static(words(("How you want it", "bold $muted")), id="wanted")
                for key in ("mode", "coach", "hints", "seed"):
                    yield Setting(key)
        yield KeyRow(_COMMANDS, words(("in the call: ", "$faint"), ("f2", "bold $accent")))

    def on_mount(self) -> None:
        """Show the settings as they are."""
        self._show()

    def _show(self) -> None:
        name, taste = self.loaded.playable.first_name, self.desk.taste
        rows = {
            "mode": _setting("answer", "m", _MODES, self.mode),
            "coach": _setting("coach", "c", COACHES, taste.coach),
            "hints": _setting("hints", "h", ("off", "on"), "on" if taste.hints else "off"),
            "seed": words(
                ("seed".ljust(9), "$muted"),
                ("s  ", "bold $accent"),
                f"{self.seed}",
                (f"  same seed, same {name}", "$faint"),
            ),
        }
        for key, row in rows.items():
            self.query_one(f"#set-{key}", Setting).update(row)

    def action_take(self) -> None:
        """Begin."""
        self.post_message(TakeCall(self.loaded, self.mode, self.seed))

    def action_mode(self) -> None:
        """The next way of answering."""
        self.mode = _MODES[(_MODES.index(self.mode) + 1) % len(_MODES)]
        self._show()

    def action_coach(self) -> None:
        """Off, light, full."""
        self.desk.taste = replace(self.desk.taste, coach=next_coach(self.desk.taste.coach))
        self._show()

    def action_hints(self) -> None:
        """Off or on."""
        self.desk.taste = replace(self.desk.taste, hints=not self.desk.taste.hints)
        self._show()

    def action_seed(self) -> None:
        """Another seed."""
        self.seed = self.desk.another_seed()
        self._show()

    def action_help(self) -> None:
        """What can be pressed."""
        self.app.push_screen(HelpScreen(_COMMANDS))


def _setting(name: str, key: str, values: tuple[str, ...], now: str) -> Content:
    parts: list[Part] = [(name.ljust(9), "$muted"), (f"{key}  ", "bold $accent")]
    for value in values:
        if value == now:
            parts += [(f"{GLYPHS.dot} ", "$accent"), (f"{value}  ", "bold")]
        else:
            parts += [(f"{GLYPHS.ring} {value}  ", "$muted")]
    return words(*parts)
