"""Says in an author's words what the YAML parser says in its own.

The parser tells where it stumbled, which is often not where the mistake is, and never how to mend it.
"""

import re
from collections.abc import Callable
from typing import Final

import yaml

Explanation = tuple[str, int, int, dict[str, str]]
"""Code, line, column and the words for its message."""
Place = tuple[int, int]
Explain = Callable[[tuple[str, ...], Place, Place], Explanation | None]

_VALUE: Final = re.compile(r"^(?P<lead>\s*(?:- +)*(?:[\w ]+?: +)?)(?P<value>\S.*?)\s*$")
_NO_SPACE: Final = re.compile(r"^(?P<lead>\s*(?:- +)*)(?P<name>\w+):(?P<value>[^\s:/].*)$")
_NAMED: Final = re.compile(r"^\s*(?:- +)*[^\s:][^:]*: ")


def quoted_example(line: str) -> str:
    """The line as it should be, with its value in quotes of a kind that it does not hold."""
    match = _VALUE.match(line)
    if match is None:
        return '`name: "text"`.'
    lead, value = match["lead"].strip(), _unquoted(match["value"])
    return f"`{lead}{' ' if lead else ''}{_in_quotes(value)}`."


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1]
    return value[1:] if value[0] in "'\"" and value[0] not in value[1:] else value


def _in_quotes(value: str) -> str:
    if '"' not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def explained(error: yaml.YAMLError, lines: tuple[str, ...]) -> Explanation:
    """Code, place and words for what the parser stumbled over."""
    problem = str(getattr(error, "problem", None) or "")
    context = str(getattr(error, "context", None) or "")
    line, column = _place(getattr(error, "problem_mark", None), lines)
    start = _place(getattr(error, "context_mark", None), lines)
    for told, explain in _TABLE:
        if told in problem or told in context:
            explanation = explain(lines, (line, column), start)
            if explanation is not None:
                return explanation
    return "form", line, column, {}


def _place(mark: yaml.Mark | None, lines: tuple[str, ...]) -> tuple[int, int]:
    if mark is None:
        return 1, 1
    line = min(mark.line, len(lines) - 1)
    return line + 1, mark.column + 1


def _tab(lines: tuple[str, ...], place: Place, start: Place) -> Explanation | None:
    line, column = place
    written = lines[line - 1]
    at = column if written[column - 1 : column] == "\t" else written.find("\t") + 1
    return ("tab", line, at, {}) if at and not written[: at - 1].strip(" -") else None


def _symbol(lines: tuple[str, ...], place: Place, start: Place) -> Explanation | None:
    line, column = place
    written = lines[line - 1]
    symbol = written[column - 1 : column]
    return "symbol-at-start", line, column, {"symbol": symbol, "example": quoted_example(written)}


def _star(lines: tuple[str, ...], place: Place, start: Place) -> Explanation | None:
    line, column = start
    written = lines[line - 1]
    symbol = written[column - 1 : column]
    return "star-at-start", line, column, {"symbol": symbol, "example": quoted_example(written)}


def _tag(lines: tuple[str, ...], place: Place, start: Place) -> Explanation | None:
    line, column = start
    return "tag-at-start", line, column, {"example": quoted_example(lines[line - 1])}


def _colon(lines: tuple[str, ...], place: Place, start: Place) -> Explanation | None:
    line, column = place
    written = lines[line - 1]
    if _NAMED.match(written[: column - 1]):
        return "colon-in-text", line, column, {"example": quoted_example(written)}
    above = lines[line - 2] if line > 1 else ""
    stuck = _NO_SPACE.match(above) or _NO_SPACE.match(written)
    if stuck:
        return _stuck(stuck, line - 1 if stuck.string is above else line)
    return "indentation", line, len(written) - len(written.lstrip()) + 1, {}


def _stuck(match: re.Match[str], line: int) -> Explanation:
    example = f"`{match['name']}: {match['value'].strip()}`."
    return "no-space-after-colon", line, match.end("name") + 1, {"example": example}


def _no_colon(lines: tuple[str, ...], place: Place, start: Place) -> Explanation | None:
    line, column = start
    stuck = _NO_SPACE.match(lines[line - 1])
    return _stuck(stuck, line) if stuck else ("no-colon", line, column, {})


def _expected_name(lines: tuple[str, ...], place: Place, start: Place) -> Explanation | None:
    line, column = place
    written = lines[line - 1]
    if not written[: column - 1].strip():
        return "indentation", line, column, {}
    match = _VALUE.match(written)
    first = match["value"][0] if match else ""
    if match and first in "[{":
        words = {"symbol": first, "example": quoted_example(written)}
        return "bracket-at-start", line, match.start("value") + 1, words
    if match and first in "'\"":
        opened = _left_open(lines, line, first)
        if opened:
            return _quote_open(lines, place, opened)
        return "quote-inside", line, column, {"example": quoted_example(written)}
    return None


def _left_open(lines: tuple[str, ...], line: int, quote: str) -> Place | None:
    """Where, on the twenty lines above, a text in this kind of quotes begins and does not end."""
    for number in range(line - 1, max(0, line - 21), -1):
        match = _VALUE.match(lines[number - 1])
        if match and match["value"][0] == quote and quote not in match["value"][1:]:
            return number, match.start("value") + 1
    return None


def _quote_open(lines: tuple[str, ...], place: Place, start: Place) -> Explanation | None:
    line, column = start
    return "quote-open", line, column, {"example": quoted_example(lines[line - 1])}


def _bracket(lines: tuple[str, ...], place: Place, start: Place) -> Explanation | None:
    line, column = start
    opening = lines[line - 1][column - 1 : column]
    return "bracket-open", line, column, {"symbol": {"[": "]", "{": "}"}.get(opening, "]")}


def _at_place(code: str) -> Explain:
    def explain(lines: tuple[str, ...], place: Place, start: Place) -> Explanation | None:
        line, column = place
        return code, line, column, {"example": quoted_example(lines[line - 1])}

    return explain


_TABLE: Final[tuple[tuple[str, Explain], ...]] = (
    ("cannot start any token", _tab),
    ("tab character", _tab),
    ("cannot start any token", _symbol),
    ("while scanning an alias", _star),
    ("while scanning an anchor", _star),
    ("while scanning a tag", _tag),
    ("while parsing a tag", _tag),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("block sequence entries are not allowed", _at_place("dash")),
    ("while scanning a block scalar", _at_place("block")),
    ("unexpected end of stream", _quote_open),
    ("while scanning a quoted scalar", _quote_open),
    ("while parsing a quoted scalar", _at_place("backslash")),
    ("while parsing a flow", _bracket),
    ("did not find expected key", _expected_name),
    ("did not find expected '-' indicator", _at_place("indentation")),
)
"""What the parser says, and who explains it; the first that can, does."""
