"""A call that is over, as the screens after it need it: where it is kept, and what was carried into it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from game.core.session import Play
from game.records.journal import Journal
from game.records.store import Save, read_save
from game.review.goals import Goal, goal
from game.review.search import judged


@dataclass(frozen=True, slots=True)
class Finished:
    """A call that is over. Without a `save` it was never written, so it cannot be tried again."""

    play: Play = field(repr=False)
    save: Save | None = None
    before: Play | None = field(default=None, repr=False)
    """The call that was finished before this one, whose goal was carried over."""

    said: int | None = None
    """How the player rated it just now, from 0 to 100."""

    @property
    def rating(self) -> int | None:
        """How the player rated this try before any score, from 0 to 100. Only the first try is ever rated."""
        if self.said is not None or self.save is None or self.tries:
            return self.said
        return self.save.rating

    @property
    def tries(self) -> tuple[Play, ...]:
        """Earlier tries at this call, the first one first."""
        return self.save.branches if self.save is not None else ()


def over(saves: Iterable[Save]) -> tuple[Save, ...]:
    """The saves of calls that are over, in the order given. Where another try still waits, the one before it counts."""
    return tuple(done for done in map(_last_one_over, saves) if done.play is not None and not done.paused)


def _last_one_over(save: Save) -> Save:
    if save.paused and save.branches:
        return replace(save, play=save.branches[-1], branches=save.branches[:-1])
    return save


def first_try(save: Save) -> Play | None:
    """The try that was rated: the first one."""
    return save.branches[0] if save.branches else save.play


def finished(play: Play, save: Save | None, saves: Iterable[Save]) -> Finished:
    """This call, with the one that was finished before it among `saves`. The names of saves begin with the time."""
    name = save.path.name if save is not None else "~"
    earlier = max((one for one in over(saves) if one.path.name < name), key=lambda one: one.path.name, default=None)
    return Finished(play, save, earlier.play if earlier is not None else None)


def rated(call: Finished, whole: int) -> Finished:
    """The call with this rating, written into its save where it has one."""
    if call.save is None:
        return replace(call, said=whole)
    save = read_save(call.save.path)
    journal = Journal.again(save.path, save.entries, save.length)
    journal.rate(whole)
    journal.close()
    return replace(call, save=read_save(save.path), said=whole)


def goal_after(play: Play) -> Goal:
    """The goal that this call suggests for the next one. Judges every turn, so not for the event loop."""
    return goal(play, judged(play))
