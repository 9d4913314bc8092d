"""What is wrong in an author's file: where, in plain words, and what to do about it.

The words come from the catalogue, so that the guide, the tests and the messages cannot disagree.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from unicodedata import east_asian_width

Severity = Literal["error", "warning"]
WIDEST_QUOTE = 100
"""Characters of the author's line shown under a problem."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. Lines and columns count from 1; 0 means the file as a whole."""

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    message: str
    remedy: str
    quote: str = ""
    """The author's line, to be shown with a caret under the column."""
    mended: str = ""
    """The same line without the problem, where a machine can know it."""


def is_error(problem: Problem) -> bool:
    """Whether the file cannot be played until this is mended."""
    return problem.severity == "error"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, from the top of the file to its end."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda one: (one.file, one.line, one.column, one.code)))


def as_plain(problem: Problem) -> dict[str, str | int]:
    """The problem for `--json`."""
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "remedy": problem.remedy,
        "mended": problem.mended,
    }


def as_text(problem: Problem) -> str:
    """The problem for a person: the place and message, their line with a caret, and the remedy."""
    place = f"{problem.file}:{problem.line}:{problem.column}"
    lines = [f"{place}: {problem.severity} {problem.code}: {problem.message}"]
    if problem.quote.strip():
        lines += _pointed_at(problem.quote, problem.column)
    if problem.remedy:
        lines.append(f"  → {problem.remedy}")
    return "\n".join(lines)


def _pointed_at(quote: str, column: int) -> list[str]:
    start = max(0, column - 1 - WIDEST_QUOTE * 3 // 4) if len(quote) > WIDEST_QUOTE else 0
    shown = quote[start : start + WIDEST_QUOTE].replace("\t", " ")
    before = shown[: max(0, column - 1 - start)]
    indent = "".join("  " if east_asian_width(character) in "WF" else " " for character in before)
    return [f"    {shown}", f"    {indent}^"]
