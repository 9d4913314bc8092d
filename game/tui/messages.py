"""What screens tell the program: down by constructor, up by message."""

from textual.message import Message

from game.authoring.library import Loaded
from game.call import Settings
from game.core.difficulty import USUAL, Difficulty
from game.core.session import Play
from game.records.store import Save
from game.tui.desk import Shelf
from game.tui.finished import Finished


class ShelfRead(Message):
    """What is on disk was read."""

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf


class GoHome(Message):
    """Back to the list of customers."""


class OpenBrief(Message):
    """Read the brief of this scenario."""

    def __init__(self, loaded: Loaded) -> None:
        super().__init__()
        self.loaded = loaded


class TakeCall(Message):
    """Begin a call."""

    def __init__(self, loaded: Loaded, settings: Settings, seed: int, difficulty: Difficulty = USUAL) -> None:
        super().__init__()
        self.loaded = loaded
        self.settings = settings
        self.seed = seed
        self.difficulty = difficulty


class ResumeCall(Message):
    """Go on with a call that was left, as it was played or with these settings."""

    def __init__(self, save: Save, settings: Settings | None = None) -> None:
        super().__init__()
        self.save = save
        self.settings = settings


class OpenDebrief(Message):
    """Show the debrief of this play, in place of the screen that asks."""

    def __init__(self, play: Play, save: Save | None = None) -> None:
        super().__init__()
        self.play = play
        self.save = save


class TryAgain(Message):
    """Go back into this call before its turn `turn`, counted from 1."""

    def __init__(self, save: Save, turn: int) -> None:
        super().__init__()
        self.save = save
        self.turn = turn


class Compare(Message):
    """Show this call beside an earlier try at it."""

    def __init__(self, call: Finished) -> None:
        super().__init__()
        self.call = call
