"""The problems of a watched file as rows to go through, and what the bots came to below them."""

from textual.content import Content

from game.authoring.problems import Problem, is_error
from game.tui.text import lines, words
from game.tui.watching import Watched
from game.tui.widgets.picker import Choice


def problem_rows(problems: tuple[Problem, ...]) -> tuple[Choice, ...]:
    """A row a problem; its id is its number."""
    return tuple(Choice(str(number), _row(problem)) for number, problem in enumerate(problems))


def _row(problem: Problem) -> Content:
    mark = ("× ", "$boiling") if is_error(problem) else ("! ", "$warm")
    place = f"line {problem.line}, column {problem.column}" if problem.line else "the file"
    if problem.mended:
        todo = words(("enter", "bold $accent"), (" writes: ", "$muted"), problem.mended.strip())
    else:
        todo = words(("→ ", "$accent"), (problem.remedy, "$muted"))
    return lines(words(mark, (place, "bold"), (f"  {problem.code}", "$muted")), words(problem.message), todo)


def bot_rows(watched: Watched) -> Content:
    """How often each bot ended well, and how often it should."""
    if not watched.bots:
        return words("")
    rows = [words(("Played by bots", "bold $muted"))]
    for bot in watched.bots:
        bound = f"≥ {bot.low:.0%}" if bot.low else f"≤ {bot.high:.0%}"
        mark = ("✓", "$accent") if bot.in_bounds else ("!", "$warm")
        rows.append(words(f"{bot.bot:15}{bot.share:>5.0%}  ", (f"{bound:8}", "$muted"), mark))
    return lines(*rows)
