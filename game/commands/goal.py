"""The goal that is carried into the next call, and choosing another one."""

from argparse import Namespace

from game.commands.places import saves_folder
from game.errors import SavesError, UsageError
from game.records.journal import Journal
from game.records.store import Save, goal_after, last_over
from game.review.debrief import debrief
from game.review.goals import Goal


def goal(options: Namespace) -> int:
    """`defuse goal [NUMBER]`: the goals that fit the last call; with a number, that one is taken."""
    folder = saves_folder(options)
    save = last_over(folder)
    if save is None or save.play is None:
        raise SavesError(f"No call is over yet in {folder}. Play one: defuse play late-movers")
    before = last_over(folder, before=save.path.name)
    found = debrief(save.play, save.reflection, goal_after(before) if before is not None else None)
    if options.number is not None:
        if not 1 <= options.number <= len(found.fitting):
            raise UsageError(f"Type a number from 1 to {len(found.fitting)}; defuse goal shows them.")
        chosen = found.fitting[options.number - 1]
        _keep(save, chosen)
        print(f"One thing for next time: {chosen.text}")
        return 0
    print(f"One thing for next time: {found.goal.text}")
    print(f"What fits the last call, “{save.play.scenario.title}”:")
    for number, fits in enumerate(found.fitting, 1):
        print(f"{number} {fits.text}{' (taken)' if fits == found.goal else ''}")
    if len(found.fitting) > 1:
        print("Take another with its number: defuse goal 2")
    return 0


def _keep(save: Save, chosen: Goal) -> None:
    """Write the choice into the save. Raises SavesError if that cannot be."""
    journal = Journal.again(save.path, save.entries, save.length)
    journal.choose(chosen)
    journal.close()
    if journal.problem:
        raise SavesError(journal.problem)
