"""The page before the call: what you know, may and may not, what a good end is, and how you want to play."""

from dataclasses import replace
from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from game.authoring.library import Loaded
from game.core.difficulty import with_difficulty
from game.core.engine import opening
from game.core.outcome import needs
from game.line import COMMANDS
from game.records.store import goal_after
from game.review.goals import Goal
from game.tui.desk import Desk
from game.tui.dials import UNDER_LOAD, Dial, Dials
from game.tui.keys import Command, bindings
from game.tui.messages import TakeCall
from game.tui.options import Mode
from game.tui.runs import BY
from game.tui.screens.help import HelpScreen
from game.tui.taste import COACHES, next_coach
from game.tui.text import lines, one_line, words
from game.tui.widgets import briefing, settings
from game.tui.widgets.frame import KeyRow, TitleBar

_COMMANDS: Final = (
    Command("enter", "take", "take the call", "The phone rings; you answer."),
    Command("m", "mode", "answer", "Lines to choose, with or without what they do; hints; your own words; or aloud."),
    Command("c", "coach", "coach", "A hint beside the call: off, light, or full with an example."),
    Command("h", "hints", "hints", "While you type, what your line would be heard to do."),
    Command("s", "seed", "seed", "Another seed. The same seed and lines give the same call."),
    Command("v", "meter", "", "The meter shown, or hidden until the debrief."),
    Command("k", "turn('clock')", "", "A clock: after so many seconds of silence you have listened."),
    Command("p", "turn('person')", "", "Who calls: as the author wrote them, or one of eight other tempers."),
    Command("t", "turn('heat')", "", "The temper they start in: ten points cooler or hotter."),
    Command("n", "turn('noise')", "", "Whether things come in between: a queue, a second problem."),
    Command("x", "more", "more", "On a narrow screen: the meter, the clock, who calls, heat and noise."),
    Command("up", "scroll(-1)", "read on", "Read further up.", shown="↑↓"),
    Command("down", "scroll(1)", "", "Read further down."),
    Command("pageup", "scroll(-10)", "", "Read further up."),
    Command("pagedown,space", "scroll(10)", "", "Read further down."),
    Command("escape,q", "app.back", "back", "Back to the customers."),
    Command("question_mark", "help", "help", "What can be pressed here."),
)


_ROWS: Final = {"mode": "mode", "coach": "coach", "hints": "hints", "seed": "seed"}
_DIALS: Final = {
    "meter": "meter", "clock": "turn('clock')", "person": "turn('person')", "heat": "turn('heat')",
    "noise": "turn('noise')",
}  # fmt: skip


class GoalRead(Message):
    """The goal of the last call was found."""

    def __init__(self, goal: Goal) -> None:
        super().__init__()
        self.goal = goal


class Setting(Static):
    """One row of settings. A click is its key."""

    def __init__(self, key: str, action: str, *, folds: bool = False) -> None:
        super().__init__(id=f"set-{key}", classes="folds" if folds else "")
        self.action = action

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
        self.mode: Mode = desk.options.mode or desk.mode or desk.latest.practice.help.mode
        self.seed = desk.seed()
        self._load()

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
                yield Static(id="starts-at")
            with Vertical(id="aside"):
                yield Static(id="carried", classes="goal")
                with Vertical(id="settings"):
                    yield Static(words(("How you want it", "bold $muted")), id="wanted")
                    yield from (Setting(key, action) for key, action in _ROWS.items())
                    yield Static(id="why-mode")
                    yield Setting("more", "more")
                    yield from (Setting(key, action, folds=True) for key, action in _DIALS.items())
        yield KeyRow(_COMMANDS, words(("in the call: ", "$faint"), ("f2", "bold $accent")))

    def on_mount(self) -> None:
        """Show the settings as they are, and look up what was carried over from the last call."""
        self.query_one("#carried").display = False
        self._show()
        if self.desk.latest.practice.over:
            self._read_goal()

    def on_resize(self) -> None:
        """Fold what has no room."""
        self._show()

    @work(thread=True)
    def _read_goal(self) -> None:
        goal = goal_after(self.desk.latest.practice.over[0])
        if goal is not None:
            self.post_message(GoalRead(goal))

    def on_goal_read(self, message: GoalRead) -> None:
        """Show it."""
        block = self.query_one("#carried", Static)
        block.update(lines(words(("Your goal, from last time", "bold $accent")), words(message.goal.text)))
        block.display = True

    def _show(self) -> None:
        name, taste = self.loaded.playable.first_name, self.desk.taste
        rows = {
            "mode": settings.answer(self.mode),
            "coach": settings.setting("coach", "c", COACHES, taste.coach),
            "hints": settings.setting("hints", "h", ("off", "on"), "on" if taste.hints else "off"),
            "seed": words(
                ("seed".ljust(9), "$muted"),
                ("s  ", "bold $accent"),
                f"{self.seed}",
                (f"  same seed, same {name}", "$faint"),
            ),
        }
        for key, row in (rows | settings.dials(self.desk, folded=not self.has_class("-unfolded"))).items():
            self.query_one(f"#set-{key}", Setting).update(row)
        why = self.desk.latest.practice.help.reason if self._as_suggested else COMMANDS[self.mode]
        self.query_one("#why-mode", Static).update(words((why, "$faint")))
        starts = self.query_one("#starts-at", Static)
        starts.update(briefing.starts_at(with_difficulty(self.loaded.playable, self.desk.dials.difficulty)))
        starts.display = not taste.hidden_meter
        needless = _ROWS.values() if self.app.size.width < 100 else ("more", "scroll(-1)")
        self.query_one(KeyRow).commands = tuple(one for one in _COMMANDS if one.action not in needless)

    @property
    def _as_suggested(self) -> bool:
        return self.desk.options.mode is None and self.mode == self.desk.latest.practice.help.mode

    def _load(self) -> None:
        """Stand the dials as suggested, unless the player turned one."""
        if not self.desk.dials_turned:
            loaded = self._as_suggested and self.desk.latest.practice.help.under_load
            self.desk.dials = UNDER_LOAD if loaded else Dials()

    def action_take(self) -> None:
        """Begin."""
        self.post_message(TakeCall(self.loaded, self.desk.settings(self.mode), self.seed, self.desk.dials.difficulty))

    def action_mode(self) -> None:
        """The next way of answering."""
        self.mode = settings.MODES[(settings.MODES.index(self.mode) + 1) % len(settings.MODES)]
        self.desk.mode = self.mode
        self._load()
        self._show()

    def action_meter(self) -> None:
        """Shown or hidden."""
        self.desk.taste = replace(self.desk.taste, hidden_meter=not self.desk.taste.hidden_meter)
        self._show()

    def action_turn(self, dial: Dial) -> None:
        """Turn a dial to its next value."""
        self.desk.dials, self.desk.dials_turned = self.desk.dials.turned(dial), True
        self._show()

    def action_more(self) -> None:
        """Unfold the dials, or fold them."""
        self.toggle_class("-unfolded")
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

    def action_scroll(self, by: int) -> None:
        """Read on in what you know."""
        self.query_one("#know").scroll_relative(y=by, animate=False)

    def action_help(self) -> None:
        """What can be pressed."""
        self.app.push_screen(HelpScreen(_COMMANDS))
