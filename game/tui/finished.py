"""A call that is over, as the screens after it need it: where it is kept, and what was carried into it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from game.core.session import Play
from game.records.journal import Journal
from game.records.store import Save, over, read_save
from game.review.goals import Goal
from game.review.rating import Rating
from game.review.reflection import NOTHING_SAID, Reflection


@dataclass(frozen=True, slots=True)
class Finished:
    """A call that is over. Without a `save` it was never written, so it cannot be tried again."""

    play: Play = field(repr=False)
    save: Save | None = None
    before: Save | None = field(default=None, repr=False)
    """The call that was finished before this one, whose goal was carried over."""
    reflection: Reflection = NOTHING_SAID
    """What the player said of this try."""
    problem: str = ""
    """Why what was said last could not be kept; empty where it could."""

    @property
    def tries(self) -> tuple[Play, ...]:
        """Earlier tries at this call, the first one first."""
        return self.save.branches if self.save is not None else ()


def finished(play: Play, save: Save | None, saves: Iterable[Save]) -> Finished:
    """This call, with the one that was finished before it among `saves`. The names of saves begin with the time."""
    name = save.path.name if save is not None else "~"
    earlier = max((one for one in over(saves) if one.path.name < name), key=lambda one: one.path.name, default=None)
    return Finished(play, save, earlier, save.reflection if save is not None else NOTHING_SAID)


def rated(call: Finished, rating: Rating) -> Finished:
    """The call with this rating, written into its save where it has one."""
    return _told(call, replace(call.reflection, rating=rating), lambda journal: journal.rate(rating))


def chosen(call: Finished, goal: Goal) -> Finished:
    """The call with this goal for next time, written into its save where it has one."""
    return _told(call, replace(call.reflection, goal=goal.id), lambda journal: journal.choose(goal))


def _told(call: Finished, reflection: Reflection, write: Callable[[Journal], None]) -> Finished:
    if call.save is None:
        return replace(call, reflection=reflection)
    save = read_save(call.save.path)
    journal = Journal.again(save.path, save.entries, save.length)
    write(journal)
    journal.close()
    return replace(call, save=read_save(save.path), reflection=reflection, problem=journal.problem)
