"""What each line did, once the call is over: the curve, the turns that decided it, one better line, one goal."""

from dataclasses import replace
from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from game.core.session import Play
from game.errors import SavesError
from game.records.store import goal_after
from game.records.takeaway import write_takeaway
from game.review.debrief import Debrief, debrief
from game.review.goals import Goal
from game.tui.finished import Finished, chosen
from game.tui.keys import Command, bindings
from game.tui.messages import TryAgain
from game.tui.runs import BY
from game.tui.screens.choose_goal import ChooseGoalScreen
from game.tui.screens.help import HelpScreen
from game.tui.screens.reading import ReadingScreen
from game.tui.screens.review import ReviewScreen
from game.tui.screens.why import WhyScreen
from game.tui.text import lines, one_line, words
from game.tui.widgets import findings, grading, second_look
from game.tui.widgets.frame import KeyRow, TitleBar

PAGES: Final = 3
_COMMANDS: Final = (
    Command("space", "page", "next page", "The next of three pages, on a narrow screen."),
    Command("r", "review", "review", "Turn by turn: grades, what else there was to say, the best play."),
    Command("f", "again", "try again", "Try again from the turn that cost most; both tries are then compared."),
    Command("w,f3", "why", "why", "Why the meter moved, turn by turn."),
    Command("g", "goal", "", "Choose another goal for next time, where more than one fits."),
    Command("m", "their_side", "their side", "The call once more, with what the customer thought."),
    Command("e", "take_away", "keep a copy", "Write this debrief as a page, and the call as a .play, beside the save."),
    Command("escape,n,q", "app.back", "back", "One step back."),
    Command("question_mark,f1", "help", "help", "What can be pressed here."),
    Command("up", "scroll(-1)", "read on", "Read further up.", shown="↑↓"),
    Command("down", "scroll(1)", "", "Read further down."),
    Command("pageup", "scroll(-10)", "", "Read further up."),
    Command("pagedown", "scroll(10)", "", "Read further down."),
)


class Judged(Message):
    """The call was judged."""

    def __init__(self, found: Debrief) -> None:
        super().__init__()
        self.found = found


class GoalPanel(Static):
    """One thing for next time. A click chooses another."""

    async def on_click(self) -> None:
        """Choose another."""
        await self.run_action("screen.goal")


class DebriefScreen(Screen[None]):
    """The debrief of one call: one page where there is room, three where there is not."""

    AUTO_FOCUS = ""
    HERE: ClassVar = _COMMANDS
    BINDINGS: ClassVar = bindings(_COMMANDS)

    def __init__(self, play: Play, call: Finished | None = None) -> None:
        super().__init__()
        self.play = play
        self.call = call or Finished(play)
        self.found: Debrief | None = None
        self.page = 1

    def compose(self) -> ComposeResult:
        """Headline, curve and turning points; what you did, a better line, what could not be seen; the goal."""
        scenario = self.play.scenario
        about = f"  {BY[scenario.setting]} · seed {self.play.opening.seed}"
        yield TitleBar(words(one_line(scenario.title), (about, "$faint")))
        with VerticalScroll(id="debrief", can_focus=False):
            yield Static(words(("Reading the call again …", "$muted")), id="headline")
            with Horizontal(id="top"):
                yield Static(id="curve")
                yield Static(id="turning")
            yield Static(id="own-rating")
            with Horizontal(id="middle"):
                yield Static(id="done")
                with Vertical(id="missed"):
                    yield Static(id="better")
                    yield Static(id="unused")
                yield Static(id="backstory")
            with Horizontal(id="second-look"):
                yield Static(id="thoughts")
                yield Static(id="tensions")
        yield GoalPanel(id="goal", classes="goal")
        yield KeyRow(_COMMANDS)

    def on_mount(self) -> None:
        """Let the call be judged; the review plays every other line too, which takes a moment."""
        self._turn_to(1)
        self._judge()

    @work(thread=True)
    def _judge(self) -> None:
        before = self.call.before
        carried = goal_after(before) if before is not None else None
        self.post_message(Judged(debrief(self.play, self.call.reflection, carried)))

    def on_judged(self, message: Judged) -> None:
        """Show it."""
        self.show(message.found)

    def show(self, found: Debrief) -> None:
        """Lay the findings out."""
        self.found = found
        pieces = {
            "headline": words(findings.headline(found, self.play), second_look.yourself(found)),
            "own-rating": second_look.skills_beside(found),
            "done": findings.done(found),
            "better": findings.better(found, self.play),
            "backstory": second_look.what_you_could_not_see(found, self.play.scenario),
            "thoughts": second_look.from_the_other_side(found, self.play.scenario),
            "tensions": second_look.tensions(found),
            "unused": findings.unused(found),
            "goal": self._goals(found),
        }
        for name, piece in pieces.items():
            self.query_one(f"#{name}", Static).update(piece)
        self.query_one("#own-rating").set_class(not found.beside, "-empty")
        self._turn_to(self.page)
        self.call_after_refresh(self._draw_curve)

    def _goals(self, found: Debrief) -> Content:
        """The goal that was carried into this call, the one that it leads to, and what could not be kept."""
        rows = (
            second_look.carried(found),
            findings.goal(found, may_choose=self._may_choose),
            words((self.call.problem, "$warm")),
        )
        return lines(*(row for row in rows if row))

    @property
    def _may_choose(self) -> bool:
        return self.call.save is not None and self.found is not None and len(self.found.fitting) > 1

    def on_resize(self) -> None:
        """Draw the curve as wide as there is room."""
        self.call_after_refresh(self._draw_curve)
        self._turn_to(self.page)

    def _draw_curve(self) -> None:
        if self.found is not None:
            chart, turning = self.query_one("#curve", Static), self.query_one("#turning", Static)
            rows = 12 if self.app.size.height >= 30 else 9
            chart.update(findings.curve(self.found, chart.size.width or 70, rows))
            turning.update(findings.turning_points(self.found, turning.size.width))

    def _turn_to(self, page: int) -> None:
        self.page = page
        narrow = self.app.size.width < 100
        for number in range(1, PAGES + 1):
            self.set_class(number == page, f"-page-{number}")
        turns = f"{len(self.play.turns)} turns · debrief"
        right = (
            words(("debrief ", "$muted"), (str(page), "bold"), (f"/{PAGES}", "$muted"))
            if narrow
            else words((turns, "$muted"))
        )
        self.query_one(TitleBar).show_right(right)
        usable = {"page": narrow, "scroll(-1)": not narrow, "again": self.call.save is not None}
        usable["take_away"] = self.call.save is not None and not narrow
        again = "try again" if narrow or self.found is None else f"try turn {self._worst} again"
        labels = {"their_side": f"as {self.play.scenario.first_name}", "again": again}
        self.query_one(KeyRow).commands = tuple(
            replace(one, label=labels.get(one.action, one.label)) for one in _COMMANDS if usable.get(one.action, True)
        )

    def action_page(self) -> None:
        """The next page, and the first one after the last."""
        self._turn_to(self.page % PAGES + 1)
        self.query_one("#debrief").scroll_home(animate=False)

    def action_why(self) -> None:
        """Turn by turn, beginning where most was decided."""
        if not self.play.turns:
            return
        points = self.found.turning_points if self.found else ()
        self.app.push_screen(WhyScreen(self.play, points[0].turn if points else 1, may_dispute=False))

    @property
    def _worst(self) -> int:
        """The turn to look at first: where a better line was to be had, else where most was decided."""
        if self.found is None or not self.found.turns:
            return 1
        points = self.found.turning_points
        return self.found.better.turn if self.found.better else points[0].turn if points else 1

    def action_review(self) -> None:
        """Turn by turn."""
        turns = self.found.turns if self.found is not None else None
        self.app.push_screen(ReviewScreen(self.call, turns, self._worst))

    def action_again(self) -> None:
        """Try again from the turn that cost most."""
        if self.call.save is not None and self.play.turns:
            self.post_message(TryAgain(self.call.save, self._worst))

    def action_goal(self) -> None:
        """Another goal."""
        if self.found is not None and self._may_choose:
            self.app.push_screen(ChooseGoalScreen(self.found.fitting, self.found.goal), self._choose)

    def _choose(self, goal: Goal | None) -> None:
        if goal is None or self.found is None:
            return
        self.call = chosen(self.call, goal)
        self.show(replace(self.found, goal=goal))

    def action_their_side(self) -> None:
        """The call from the other side."""
        name = self.play.scenario.first_name
        self.app.push_screen(ReadingScreen(f"As {name} heard it", grading.their_side(self.play)))

    def action_take_away(self) -> None:
        """Write it all beside the save, and say where."""
        if self.call.save is None or self.found is None:
            return
        try:
            told = [str(path) for path in write_takeaway(self.play, self.found, self.call.save.path)]
        except SavesError as problem:
            told = [str(problem)]
        self.app.push_screen(ReadingScreen("Kept for you", lines(*told)))

    def action_help(self) -> None:
        """What can be pressed."""
        self.app.push_screen(HelpScreen(_COMMANDS))

    def action_scroll(self, by: int) -> None:
        """Read on."""
        self.query_one("#debrief").scroll_relative(y=by, animate=False)
