"""Mends what a machine can mend: a name that was misspelt, a text that lacks its quotes, a list its brackets.

One line of the file is written anew; every other, the author's remarks included, stays as it was, byte for byte.
"""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.authoring.nearest import guessed
from game.authoring.problems import Problem
from game.authoring.syntax import in_quotes
from game.errors import DefuseError


@dataclass(frozen=True, slots=True)
class Mended:
    """A file that was mended: the whole of it before and after."""

    path: Path
    before: str
    after: str


def mended_line(code: str, line: str, column: int, words: Mapping[str, object]) -> str:
    """The line as it would be without this problem; empty where no machine can know.

    `words` are what the problem's sentence is filled with: the guess of what was meant, the example.
    """
    guess = guessed(str(words.get("guess", "")))
    wrong = str(words.get("value", words.get("name", "")))
    if guess and wrong:
        return _instead(line, column, wrong, guess)
    if code in _IN_PLACE:
        return _IN_PLACE[code](line, column - 1)
    quoted = in_quotes(line, column) if "example" in words else line
    return quoted if quoted != line else ""


def _instead(line: str, column: int, wrong: str, right: str) -> str:
    """The line with the right word for the wrong one, from this column on; a slot keeps its brackets."""
    at = line.find(wrong, column - 1)
    return "" if at < 0 else line[:at] + right + line[at + len(wrong) :]


def _space_after(line: str, at: int) -> str:
    return f"{line[: at + 1]} {line[at + 1 :]}"


def _in_brackets(line: str, at: int) -> str:
    text, remark = re.fullmatch(r"(.*?)(\s*|\s+#.*)", line[at:]).groups()  # type: ignore[union-attr]  # it fits anything
    return f"{line[:at]}[{text.strip('[]')}]{remark}"


_IN_PLACE: Final[dict[str, Callable[[str, int], str]]] = {
    "no-space-after-colon": _space_after,
    "no-space-after-dash": _space_after,
    "list-without-brackets": _in_brackets,
}


def mend(path: Path, problem: Problem) -> Mended:
    """Writes the file without this problem. Raises DefuseError, with the file as it was, where that cannot be."""
    before = _text_of(path)
    rows = before.split("\n")
    row = rows[problem.line - 1] if 0 < problem.line <= len(rows) else ""
    if not problem.mended or row.rstrip("\r") != problem.quote:
        raise DefuseError(f"Line {problem.line} is for you to mend.")
    rows[problem.line - 1] = problem.mended + "\r" * row.endswith("\r")
    mended = Mended(path, before, "\n".join(rows))
    _write(path, mended.after)
    return mended


def undo(mended: Mended) -> None:
    """Writes the file as it was before. Raises DefuseError if it has changed since then."""
    if _text_of(mended.path) != mended.after:
        raise DefuseError("The file has changed since then, so it is not put back.")
    _write(mended.path, mended.before)


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DefuseError(f"{path.name} cannot be read now.") from error


def _write(path: Path, text: str) -> None:
    """Written beside and then renamed, so that nobody ever finds half a file."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(text.encode("utf-8"))
        part.chmod(path.stat().st_mode)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise DefuseError(f"{path.name} cannot be written ({(error.strerror or '').lower()}).") from error
