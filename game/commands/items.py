"""What real calls say about a scenario: `defuse items`."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from game.authoring.items import Analysed, Item, choice_items, turn_items
from game.authoring.library import Loaded, find, load
from game.authoring.proposals import Misheard, Proposal, proposals, said_here
from game.call import YOU_SAID_SO
from game.commands.places import saves_folder, scenario_folders
from game.core.moves import Say
from game.core.scenario import Scenario
from game.core.session import Play
from game.core.techniques import TECHNIQUES
from game.records.disputes import read_disputes
from game.records.store import saves
from game.review.search import judged


def items(options: Namespace) -> int:
    """`defuse items`: how often, how hard and how telling each line and turn was; samples to add."""
    loaded = find(options.scenario, scenario_folders(options))
    plays = _plays(saves_folder(options), loaded)
    print(f"Judging {len(plays)} calls of {loaded.name} …", file=sys.stderr, flush=True)
    calls = [Analysed(play, judged(play)) for play in plays]
    scenario = loaded.playable
    choices, turns = choice_items(scenario, calls), turn_items(calls)
    proposed = proposed_samples(scenario, saves_folder(options), plays)
    if options.json:
        plain = {
            "scenario": loaded.name,
            "calls": len(calls),
            "choices": [item.plain() for item in choices],
            "turns": [item.plain() for item in turns],
            "proposed": [one.plain() for one in proposed],
        }
        print(json.dumps(plain, ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(loaded, calls, choices, turns, proposed)))
    return 0


def proposed_samples(scenario: Scenario, folder: Path, plays: Iterable[Play] = ()) -> list[Proposal]:
    """Lines that were misheard in this scenario: disputed ones, and those of these calls that were not understood."""
    disputed = [
        Misheard(one.text, one.customer, one.meant if one.meant in TECHNIQUES else "")
        for one in read_disputes(folder)
        if said_here(scenario, one.customer)
    ]
    known = {one.text for one in disputed}
    return proposals(scenario, [*disputed, *(one for one in _unmatched(plays) if one.text not in known)])


def hint_of_disputes(paths: Iterable[Path], folder: Path) -> Iterator[str]:
    """A sentence for each scenario among these files that could learn from disputed lines."""
    if not read_disputes(folder):
        return
    for path in paths:
        scenario = load(path).scenario
        count = len(proposed_samples(scenario, folder)) if scenario else 0
        if count:
            lines = "1 disputed line" if count == 1 else f"{count} disputed lines"
            yield f"{path}: {lines} could become samples; see: defuse items {path.stem}"


def _plays(folder: Path, loaded: Loaded) -> list[Play]:
    """The calls of this scenario in which anything was said."""
    found = saves(folder, [loaded])
    mine = [save for save in found if save.header is not None and save.header.scenario == loaded.name]
    return [save.play for save in mine if save.play is not None and save.play.turns]


def _unmatched(plays: Iterable[Play]) -> Iterator[Misheard]:
    """Lines of which nothing was heard, or only what the player then said."""
    for play in plays:
        for turn in play.turns:
            if not isinstance(turn.move, Say):
                continue
            evidence = turn.move.reading.evidence
            told = [one.technique for one in evidence if one.pattern == YOU_SAID_SO]
            if told or not evidence:
                yield Misheard(turn.move.text, turn.before.said, told[0] if told else "")


def _lines(
    loaded: Loaded, calls: list[Analysed], choices: list[Item], turns: list[Item], proposed: list[Proposal]
) -> Iterator[str]:
    yield f"{loaded.playable.title} ({loaded.name}): {len(calls)} calls"
    if calls:
        yield f"\n{'line':30}{'came up':>8}{'taken':>7}{'loss':>7}{'separates':>11}"
        yield from (_row(item) for item in choices if item.offered)
        yield f"\n{'turn':30}{'calls':>8}{'played':>7}{'loss':>7}{'separates':>11}"
        yield from (_row(item) for item in turns)
        yield "\nloss: mean points lost against the best move, as the debrief counts them."
        yield "separates: a line's share in the best third of the calls minus that in the worst, from -1 to 1;"
        yield "a turn's mean loss in the worst third minus that in the best. Lines are counted where a menu was used."
    unused = [item.name for item in choices if not item.offered]
    if calls and unused:
        yield f"\nNever on a menu in these calls: {', '.join(unused)}"
    if proposed:
        yield "\nLines that were misheard or disputed. As samples they would read:\n\nsamples:"
        yield from (one.as_yaml() for one in proposed)


def _row(item: Item) -> str:
    loss = "" if item.loss is None else f"{item.loss:.1f}"
    separates = "" if item.separates is None else f"{item.separates:+.2f}"
    return f"{item.name[:29]:30}{item.offered:>8}{item.taken:>7}{loss:>7}{separates:>11}"
