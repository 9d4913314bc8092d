"""The way from the end of a call onwards: rating it, its debrief, and back into it for another try."""

from functools import partial

from game.core.session import Play
from game.errors import DefuseError
from game.records.store import Save, read_save, try_again
from game.review.rating import Rating, skills_to_rate
from game.tui.finished import Finished, finished, rated
from game.tui.messages import Compare, OpenDebrief, TryAgain
from game.tui.routes import Routes
from game.tui.screens.compare import CompareScreen
from game.tui.screens.debrief import DebriefScreen
from game.tui.screens.rate import RateScreen
from game.tui.screens.reading import ReadingScreen
from game.tui.screens.talk import TalkScreen
from game.tui.text import words


class AfterCall(Routes):
    """What follows a call."""

    async def on_open_debrief(self, message: OpenDebrief) -> None:
        """After a call: rate it first. Else the debrief, over what is shown."""
        talk = self.screen
        if not isinstance(talk, TalkScreen):
            await self._debrief(finished(message.play, message.save, self._shelf.saves))
            return
        await self.go_home()
        save = self._kept(talk, message.play)
        call = finished(message.play, save, self._shelf.saves)
        if message.play.turns:
            page = RateScreen(message.play.scenario.first_name, skills_to_rate(message.play))
            await self.push_screen(page, partial(self._rated, call))
        else:
            await self._debrief(call)

    def _kept(self, talk: TalkScreen, play: Play) -> Save | None:
        """The save of this call, unless writing it came to a stop before its end."""
        if talk.journal.path is None:
            return None
        save = read_save(talk.journal.path)
        return save if save.play is not None and save.play.state == play.state else None

    async def _rated(self, call: Finished, rating: Rating | None) -> None:
        """The debrief, and over it another try beside the one before."""
        call = rated(call, rating) if rating else call
        await self._debrief(call)
        if call.tries:
            await self.push_screen(CompareScreen(call))

    async def _debrief(self, call: Finished) -> None:
        await self.push_screen(DebriefScreen(call.play, call))

    async def on_compare(self, message: Compare) -> None:
        """Two tries beside each other."""
        await self.push_screen(CompareScreen(message.call))

    async def on_try_again(self, message: TryAgain) -> None:
        """Back into the call; what was played stays in its save as a branch."""
        try:
            await self._talk(*try_again(read_save(message.save.path), message.turn))
        except DefuseError as problem:
            self.push_screen(ReadingScreen("This call cannot be tried again", words(str(problem))))
