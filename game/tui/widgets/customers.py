"""The rows and cards of home: each customer with the best run, the call that waits, the one pointed at."""

from datetime import UTC, datetime
from typing import Final

from textual.content import Content

from game.authoring.library import Loaded
from game.authoring.problems import is_error
from game.core.scenario import Scenario
from game.core.slots import PRONOUNS
from game.core.state import phase_of
from game.core.techniques import TECHNIQUES
from game.records.store import Save
from game.tui.desk import Shelf
from game.tui.drawing.bands import band_in, band_of, reading
from game.tui.drawing.curve import tiny
from game.tui.glyphs import GLYPHS
from game.tui.practising import Practice
from game.tui.runs import BY, LEVELS, best, in_order_of_level, outcome_in_words, when
from game.tui.text import lines, one_line, shortened, words
from game.tui.widgets.picker import Choice

_TITLE: Final = 36
"""Cells for a title."""
_MOST_TRAINED: Final = 4


def choices(shelf: Shelf, *, narrow: bool) -> list[Choice]:
    """The rows: playable ones by level, then those that cannot be read."""
    rows: list[Choice] = []
    level = ""
    for loaded in sorted(
        shelf.playable, key=lambda loaded: (in_order_of_level(loaded.playable), loaded.playable.title)
    ):
        scenario = loaded.playable
        heading = _heading(scenario.level, first=not level) if scenario.level != level and not narrow else None
        level = scenario.level
        rows.append(Choice(loaded.name, _row(shelf, loaded.name, scenario, narrow=narrow), heading))
    broken = [loaded for loaded in shelf.scenarios if loaded.scenario is None]
    apart = words() if rows and not narrow else None
    rows += [Choice(one.name, _broken_row(one), apart if one is broken[0] else None) for one in broken]
    return rows


def _dots(level: str) -> Content:
    lit = LEVELS.index(level) + 1
    return words(GLYPHS.dot * lit, (GLYPHS.ring * (len(LEVELS) - lit), "$faint"))


def _heading(level: str, *, first: bool) -> Content:
    head = words((f"{level} ", "$faint"), _dots(level))
    if not first:
        return lines("", head)
    return words(head, " " * (_TITLE - head.cell_length), ("where     your best run", "$faint"))


def _row(shelf: Shelf, name: str, scenario: Scenario, *, narrow: bool) -> Content:
    mark = words((f" {GLYPHS.dot}", "$accent")) if shelf.practice.picked(name) else words()
    title = words(shortened(scenario.title, _TITLE - 1 - mark.cell_length), mark)
    parts = [
        words(title, " " * (_TITLE - title.cell_length)),
        words((scenario.setting.ljust(8 if narrow else 10), "$muted")),
    ]
    if narrow:
        parts.append(words(_dots(scenario.level), "  "))
    run = best(shelf.saves, name)
    if run is None:
        return words(*parts, ("not played yet", "$faint"))
    curve = tiny(run.anger, 8)
    return words(*parts, curve, " " * max(1, 10 - curve.cell_length), (outcome_in_words(run), "$muted"))


def _broken_row(loaded: Loaded) -> Content:
    first = next((problem for problem in loaded.problems if is_error(problem)), None)
    where = f": line {first.line}" if first is not None and first.line else ""
    return words((f"{shortened(loaded.name, _TITLE - 2).ljust(_TITLE)}{GLYPHS.cross} cannot be read{where}", "$faint"))


def card(save: Save) -> Content:
    """The call that waits; with the meter hidden, without where it stands."""
    play = save.play
    if play is None:
        return words(save.problem)
    customer, state = play.scenario.customer, play.state
    they = PRONOUNS[customer.pronoun]
    waits = f"turn {state.turn + 1}, {they.subject} {they.is_} waiting for your answer"
    if state.stage == "afterwards":
        waits = f"the call has ended; you could still get back to {they.object}"
    then = when(save, datetime.now(UTC))
    hidden = save.settings.hidden_meter
    stands = words(tiny(play.anger, 8), "  ", reading(state.anger, band_in(state)), "  ") if not hidden else ""
    return lines(
        words(("Pick up where you left off", "bold"), "   ", ("r", "bold $accent"), (" resume", "$muted")),
        words(
            shortened(play.scenario.title, _TITLE),
            (f"  with {play.scenario.first_name}, {BY[play.scenario.setting]}, {then}", "$muted"),
        ),
        words(stands, (waits, "$muted")),
        *([words((save.note, "$warm"))] if save.note else []),
    )


def today(practice: Practice) -> Content:
    """What waits beside the customers: the drills that are due."""
    if not practice.due:
        return words()
    count = len(practice.due)
    return words(
        ("Today's drill  ", "bold $muted"), f"{count} lines to answer" if count > 1 else "one line to answer",
        ("   d", "bold $accent"), (" start", "$muted"),
    )  # fmt: skip


def about(scenario: Scenario, picked: str, *, narrow: bool) -> Content:
    """The customer that is pointed at; `picked` says why this one is suggested, if it is."""
    customer = scenario.customer
    they = PRONOUNS[customer.pronoun]
    starts = "start" if they.was == "were" else "starts"
    told = words(scenario.about or scenario.brief.situation)
    at = reading(customer.anger, band_of(customer.anger, phase_of(customer.anger)))
    start = words(f"{they.subject.capitalize()} {starts} at ", at)
    title = words((one_line(scenario.title), "bold"))
    by = words((BY[scenario.setting], "$muted"))
    pick = [words((f"{GLYPHS.dot} ", "$accent"), ("Picked for you  ", "bold"), (picked, "$muted"))] if picked else []
    if narrow:
        return lines(words(title, "  ", by), *pick, told, start)
    rows = [title, by, words(), told, words(), start]
    rows += [words(), *pick] if pick else []
    trained = [TECHNIQUES[id].does for id in scenario.trains if id in TECHNIQUES][:_MOST_TRAINED]
    if trained:
        rows += [words(), words(("It trains a line that", "bold $muted")), *(words(does) for does in trained)]
    rows += [words(), words(("enter", "bold $accent"), (" read the brief", "$muted"))]
    return lines(*rows)


def unreadable(loaded: Loaded) -> Content:
    first = next((problem for problem in loaded.problems if is_error(problem)), None)
    rows = [words((loaded.name, "bold")), words((str(loaded.path), "$muted")), words()]
    if first is not None:
        rows += [words(first.message), words((first.remedy, "$muted")), words()]
    return lines(*rows, words(("o", "bold $accent"), (" show every problem", "$muted")))
