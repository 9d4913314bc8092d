"""The program on the screen: how it looks, how it ends. The way from screen to screen is in `routes`."""

import asyncio
import os
import signal
import sys
from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual.app import SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from game import crash
from game.errors import DefuseError
from game.tui.after_call import AfterCall
from game.tui.glyphs import GLYPHS
from game.tui.keys import Command
from game.tui.options import Options
from game.tui.theme import THEMES, next_theme


class DefuseApp(AfterCall):
    """Defuse in a terminal."""

    TITLE = "Defuse"
    CSS_PATH: ClassVar = [
        f"styles/{name}.tcss" for name in ("frame", "talk", "pages", "lists", "debrief", "after", "ascii")
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012  # Textual declares it so

    BINDINGS: ClassVar = [Binding("ctrl+z", "suspend_process", "Suspend", show=False, priority=True)]

    def __init__(self, options: Options) -> None:
        super().__init__(options)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "dusk" if GLYPHS.unicode else "contrast"
        if os.environ.get("DEFUSE_MOTION", "").lower() == "off":
            self.animation_level = "none"

    def on_mount(self) -> None:
        """Leave in order when the terminal goes away."""
        self.set_class(not GLYPHS.unicode, "-ascii")
        if sys.platform != "win32":
            for number in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(number, partial(self.exit, 128 + number))

    def action_colours(self) -> None:
        """Dark, light, high contrast."""
        self.theme = next_theme(self.theme)

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
