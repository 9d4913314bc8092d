"""The program on the screen: it holds the look, and the way from screen to screen."""

import asyncio
import os
import signal
import sys
from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.screen import Screen

from game import crash
from game.call import Call, new_call
from game.errors import DefuseError
from game.records import store
from game.records.journal import Journal
from game.tui.desk import Desk
from game.tui.glyphs import GLYPHS
from game.tui.keys import Command
from game.tui.messages import GoHome, OpenBrief, OpenDebrief, ResumeCall, ShelfRead, TakeCall
from game.tui.options import Options
from game.tui.screens.brief import BriefScreen
from game.tui.screens.debrief import DebriefScreen
from game.tui.screens.first_run import FirstRunScreen
from game.tui.screens.home import HomeScreen
from game.tui.screens.talk import TalkScreen
from game.tui.screens.too_small import NEEDS, TooSmallScreen
from game.tui.theme import THEMES, next_theme


class DefuseApp(App[int]):
    """Defuse in a terminal."""

    TITLE = "Defuse"
    CSS_PATH: ClassVar = [f"styles/{name}.tcss" for name in ("frame", "talk", "pages", "lists", "debrief")]
    HORIZONTAL_BREAKPOINTS: ClassVar = [(0, "-narrow"), (100, "-wide")]

    def __init__(self, options: Options) -> None:
        super().__init__()
        self.desk = Desk(options)
        self.failure: Exception | None = None
        self._begun = False
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "dusk" if GLYPHS.unicode else "contrast"
        if os.environ.get("DEFUSE_MOTION", "").lower() == "off":
            self.animation_level = "none"

    def get_default_screen(self) -> Screen[None]:
        """Home lies under everything."""
        return HomeScreen(self.desk)

    def on_mount(self) -> None:
        """Leave in order when the terminal goes away."""
        self.set_class(not GLYPHS.unicode, "-ascii")
        if sys.platform != "win32":
            for number in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(number, partial(self.exit, 128 + number))

    def on_resize(self, event: events.Resize) -> None:
        """Too small a window gets a page that says so; what lies under it stays."""
        small = event.size.width < NEEDS[0] or event.size.height < NEEDS[1]
        shown = isinstance(self.screen, TooSmallScreen)
        if small and not shown:
            self.push_screen(TooSmallScreen())
        elif shown and not small:
            self.pop_screen()

    def on_shelf_read(self, message: ShelfRead) -> None:
        """The first time, go to where the command line or an empty folder leads."""
        shelf, begun = message.shelf, self._begun
        self._begun = True
        if shelf.problem:
            self.failure = DefuseError(shelf.problem)
            self.exit(1)
        elif begun:
            return
        elif self.desk.options.resume is not None:
            self.post_message(ResumeCall(store.read_save(self.desk.options.resume)))
        elif shelf.asked is not None:
            self.push_screen(BriefScreen(self.desk, shelf.asked))
        elif not shelf.saves and shelf.playable:
            self.push_screen(FirstRunScreen(self.desk, shelf))

    # The way from screen to screen

    async def on_go_home(self, message: GoHome) -> None:
        """Close everything that lies over home."""
        while len(self.screen_stack) > 1:
            await self.pop_screen()

    def on_open_brief(self, message: OpenBrief) -> None:
        """Over the list."""
        self.push_screen(BriefScreen(self.desk, message.loaded))

    async def on_take_call(self, message: TakeCall) -> None:
        """Begin a call, saved from its first move on."""
        loaded = message.loaded
        call = new_call(loaded.name, loaded.playable, message.seed, message.mode)
        await self._talk(call, store.begin(call, loaded, self.desk.saves))

    async def on_resume_call(self, message: ResumeCall) -> None:
        """Go on with a call, or say why not; one that is over has its debrief."""
        save = message.save
        try:
            if save.play is not None and not save.paused:
                await self.push_screen(DebriefScreen(save.play))
            else:
                await self._talk(*store.resume(save))
        except DefuseError as problem:
            self.notify(str(problem), severity="warning", timeout=10, markup=False)

    async def _talk(self, call: Call, journal: Journal) -> None:
        await self.on_go_home(GoHome())
        await self.push_screen(TalkScreen(self.desk, call, journal))

    async def on_open_debrief(self, message: OpenDebrief) -> None:
        """In place of the call, or over the list of past ones."""
        if isinstance(self.screen, TalkScreen):
            await self.on_go_home(GoHome())
        await self.push_screen(DebriefScreen(message.play))

    # What works everywhere

    def action_colours(self) -> None:
        """Dark, light, high contrast."""
        self.theme = next_theme(self.theme)

    def action_back(self) -> None:
        """One step back."""
        if len(self.screen_stack) > 1:
            self.pop_screen()

    def action_motion(self) -> None:
        """The meter glides, or jumps."""
        self.animation_level = "full" if self.animation_level == "none" else "none"

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette offers what the screen's keys do."""
        commands: tuple[Command, ...] = getattr(screen, "HERE", ())
        for command in commands:
            action = command.action if "." in command.action else f"screen.{command.action}"
            yield SystemCommand(command.label or command.help, command.help, partial(self.run_action, action))

    def _handle_exception(self, error: Exception) -> None:
        self.failure = error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        # Textual 8.2.8 would print a traceback with local variables here; `run` says it in a sentence.
        self._close_messages_no_wait()


def run(options: Options) -> int:
    """Open the screens; the exit code. Raises DefuseError if what was asked for isn't there."""
    app = DefuseApp(options)
    code = app.run()
    if isinstance(app.failure, DefuseError):
        raise app.failure
    if app.failure is not None:
        print(crash.report(app.failure, app.desk.saves), file=sys.stderr)
        return 1
    return code or 0
