"""The way from screen to screen: home lies under everything, and one call at a time lies over it."""

from functools import partial

from textual import on
from textual.app import App
from textual.screen import Screen

from game.authoring.library import Loaded
from game.call import Call, Settings, new_call
from game.core.difficulty import same_but_for_dials, with_difficulty
from game.errors import DefuseError
from game.records import store
from game.records.journal import Journal
from game.records.store import Save
from game.tui.desk import Desk, Shelf
from game.tui.messages import GoHome, OpenBrief, OpenDebrief, ResumeCall, ShelfRead, TakeCall
from game.tui.options import Options
from game.tui.screens.ask import AskScreen, answer
from game.tui.screens.brief import BriefScreen
from game.tui.screens.first_run import FirstRunScreen
from game.tui.screens.home import HomeScreen
from game.tui.screens.reading import ReadingScreen
from game.tui.screens.talk import TalkScreen
from game.tui.screens.too_small import TooSmallScreen, too_small
from game.tui.text import words


class Routes(App[int]):
    """What the screens' messages lead to."""

    def __init__(self, options: Options) -> None:
        super().__init__()
        self.desk = Desk.with_options(options)
        self.failure: Exception | None = None
        self._begun = False
        self._shelf = Shelf()

    def get_default_screen(self) -> Screen[None]:
        """Home lies under everything."""
        return HomeScreen(self.desk)

    def on_resize(self) -> None:
        """Too small a window gets a page that says so; what lies under it stays."""
        self.call_later(self.fit)

    def fit(self) -> None:
        """Put that page on top if it is needed; it goes by itself."""
        if too_small(self.size) and not isinstance(self.screen, TooSmallScreen):
            self.push_screen(TooSmallScreen())

    def on_shelf_read(self, message: ShelfRead) -> None:
        """The first time, go to where the command line or an empty folder leads."""
        shelf, begun = message.shelf, self._begun
        self._begun, self._shelf = True, shelf
        if isinstance(self.screen, TooSmallScreen) and not begun:
            self.pop_screen()
        if shelf.problem:
            self.failure = DefuseError(shelf.problem)
            self.exit(1)
        elif begun:
            return
        elif self.desk.options.resume is not None:
            save, asked = store.read_save(self.desk.options.resume), self.desk.options
            settings = save.settings.but(asked.mode, asked.hidden_meter, asked.clock)
            self.post_message(ResumeCall(save, settings))
        elif shelf.asked is not None:
            self.push_screen(BriefScreen(self.desk, shelf.asked))
        elif self.desk.options.drills is not None and isinstance(home := self.screen_stack[0], HomeScreen):
            home.drill(self.desk.options.drills.technique)
        elif not shelf.saves and shelf.playable:
            self.push_screen(FirstRunScreen(self.desk, shelf))
        self.call_later(self.fit)

    @on(GoHome)
    async def go_home(self) -> None:
        """Close everything that lies over home."""
        while len(self.screen_stack) > 1:
            await self.pop_screen()

    def on_open_brief(self, message: OpenBrief) -> None:
        """Over the list."""
        self.push_screen(BriefScreen(self.desk, message.loaded))

    async def on_take_call(self, message: TakeCall) -> None:
        """Begin a call, saved from its first move on."""
        loaded = message.loaded
        scenario = with_difficulty(loaded.playable, message.difficulty)
        call = new_call(loaded.name, scenario, message.seed, message.settings)
        await self._talk(call, store.begin(call, loaded, self.desk.saves))

    async def on_resume_call(self, message: ResumeCall) -> None:
        """Go on with a call, or say why not; one that is over has its debrief."""
        save, settings = message.save, message.settings
        now = next((one for one in self._shelf.playable if save.header and one.name == save.header.scenario), None)
        if save.play is not None and not save.paused:
            self.post_message(OpenDebrief(save.play, save))
        elif now is not None and _edited_since(save, now):
            self.push_screen(_changed(save), partial(self._resume_changed, save, settings, now))
        else:
            await self._resume(save, settings)

    async def _resume_changed(self, save: Save, settings: Settings | None, now: Loaded, wish: str | None) -> None:
        if wish == "old":
            await self._resume(save, settings)
        elif wish == "again":
            self.push_screen(BriefScreen(self.desk, now))

    async def _resume(self, save: Save, settings: Settings | None) -> None:
        try:
            await self._talk(*store.resume(save, settings))
        except DefuseError as problem:
            self.push_screen(ReadingScreen("This call cannot be gone on with", words(str(problem))))

    async def _talk(self, call: Call, journal: Journal) -> None:
        await self.go_home()
        await self.push_screen(TalkScreen(self.desk, call, journal))


def _edited_since(save: Save, now: Loaded) -> bool:
    """Whether the scenario is another one now; a dial that was turned before the call is no change."""
    if save.header is None or save.play is None or now.digest == save.header.digest:
        return False
    return not same_but_for_dials(save.play.scenario, now.playable)


def _changed(save: Save) -> AskScreen:
    """Asks what to do about a call whose scenario was edited since."""
    name = save.play.scenario.first_name if save.play is not None else "The scenario"
    return AskScreen(
        "Resume",
        words((f"{name} has changed since. ", "bold"), "Play on with the old words, or start again."),
        (
            answer("escape", "home", "back", "Back to the customers."),
            answer("o", "old", "old words", "Go on with the call as it was."),
            answer("s", "again", "start again", "Read the new brief."),
        ),
    )
