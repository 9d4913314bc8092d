"""Says in an author's words what the YAML parser says in its own, and mends a line where that is safe.

The parser tells where it stumbled, which is often not where the mistake is, and never how to mend it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import yaml

Place = tuple[int, int]
"""Line and column, from 1."""

# Possessive, so that a long line of spaces or dashes costs no more than its length.
_VALUE: Final = re.compile(r"(?P<lead>\s*+(?:- ++)*+(?:\w[\w ]*+: ++)?+)(?P<value>\S.*)")
_NO_SPACE: Final = re.compile(r"\s*+(?:- ++)*+(?P<name>\w++):(?P<value>[^\s:/].*)")
_NAMED: Final = re.compile(r"\s*+(?:- ++)*+[^\s:][^:]*+: ")
_REMARK: Final = re.compile(r"\s#(?= |$)")
_PIECE: Final = re.compile(r"[^,\]}]*[^,\]}\s]")
_PIECE_BEGINS: Final = re.compile(r"[\[{,] *")
_HASH: Final = re.compile(r"\s#\S")
_LEFT: Final = re.compile(r"\s*+(?:- ++)*+")
_STARTER: Final = re.compile(r"\s*+(?:- |[\w ]++:(?: |$))")
_LINES_ABOVE: Final = 2_000
LONGEST_EXAMPLE: Final = 200
"""Letters of a line that is shown mended in a remedy; for a longer one, a pattern is."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """The code, the place and the words of a problem, and the line as it may have been meant."""

    code: str
    line: int
    column: int
    words: dict[str, str] = field(default_factory=dict)
    mended: str | None = None


@dataclass(frozen=True, slots=True)
class Stumble:
    """Where the parser stopped, and where the piece begins that it was reading then."""

    lines: tuple[str, ...]
    at: Place
    start: Place

    @property
    def written(self) -> str:
        """The line on which it stopped."""
        return self.lines[self.at[0] - 1]

    @property
    def opening(self) -> str:
        """The line on which the piece begins."""
        return self.lines[self.start[0] - 1]


def explained(error: yaml.YAMLError, lines: tuple[str, ...]) -> Explanation:
    """What the parser stumbled over."""
    told = f"{getattr(error, 'context', '')} / {getattr(error, 'problem', '')}"
    at = _place(getattr(error, "problem_mark", None), lines)
    start = _place(getattr(error, "context_mark", None), lines)
    stumble = Stumble(lines, at, start)
    for words, explain in _EXPLAINERS:
        explanation = explain(stumble) if words in told else None
        if explanation is not None:
            return explanation
    return Explanation("form", *at)


def _place(mark: yaml.Mark | None, lines: tuple[str, ...]) -> Place:
    return (1, 1) if mark is None else (min(mark.line, len(lines) - 1) + 1, mark.column + 1)


def in_quotes(line: str, column: int = 0) -> str:
    """The line with its value in quotes of a kind that the value does not hold.

    Inside a list or group it is the piece around this column, and of an item the text from there on.
    """
    match = _VALUE.match(line)
    if match is None:
        return line
    start = match.start("value")
    if line[start] in "[{" and column - 1 > start:
        begins = [found.end() for found in _PIECE_BEGINS.finditer(line, start, column)]
        piece = _PIECE.match(line, begins[-1])
        if piece:
            return line[: piece.start()] + _quoted(piece.group()) + line[piece.end() :]
    if line[: column - 1].strip() in {"-", "- -"}:
        start = column - 1
    remark = _REMARK.search(line, start)
    end = remark.start() if remark else len(line)
    return line[:start] + _quoted(_bare(line[start:end].strip())) + line[end:]


def example(line: str, column: int = 0) -> str:
    """How the line should be written, for a remedy."""
    mended = in_quotes(line, column).strip() if len(line) <= LONGEST_EXAMPLE else 'name: "text"'
    return f"`{mended}`."


def _bare(value: str) -> str:
    quote = value[0]
    if quote not in "'\"":
        return value
    return value[1:-1] if len(value) > 1 and value[-1] == quote else value[1:]


def _quoted(value: str) -> str:
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def _quoting(code: str, line: str, place: Place, symbol: str = "") -> Explanation:
    words = {"symbol": symbol, "example": example(line, place[1])}
    return Explanation(code, *place, words, in_quotes(line, place[1]))


def _tab(stumble: Stumble) -> Explanation | None:
    line, column = stumble.at
    written = stumble.written
    at = column if written[column - 1 : column] == "\t" else written.find("\t") + 1
    if not at or written[: at - 1].strip(" -"):
        return None
    return Explanation("tab", line, at)


def _symbol(stumble: Stumble) -> Explanation | None:
    symbol = stumble.written[stumble.at[1] - 1 : stumble.at[1]]
    if symbol == "\t":
        return Explanation("tab", *stumble.at)
    return _quoting("symbol-at-start", stumble.written, stumble.at, symbol)


def _star(stumble: Stumble) -> Explanation | None:
    symbol = stumble.opening[stumble.start[1] - 1 : stumble.start[1]]
    return _quoting("star-at-start", stumble.opening, stumble.start, symbol)


def _tag(stumble: Stumble) -> Explanation | None:
    return _quoting("tag-at-start", stumble.opening, stumble.start)


def _colon(stumble: Stumble) -> Explanation | None:
    line, column = stumble.at
    written = stumble.written
    if _NAMED.match(written[: column - 1]):
        return _quoting("colon-in-text", written, stumble.at)
    above = _NO_SPACE.match(stumble.lines[line - 2]) if line > 1 else None
    if above:
        return _stuck(above, line - 1)
    bare = _bare_name_above(stumble.lines, line)
    return bare or Explanation("indentation", line, _first_letter(written))


def _bare_name_above(lines: tuple[str, ...], line: int) -> Explanation | None:
    """A line above that this one belongs beside, and that lost its colon: "- say" with its wordings below."""
    column = _first_letter(lines[line - 1])
    for number in range(line - 1, max(0, line - 1 - _LINES_ABOVE), -1):
        begins = _LEFT.match(lines[number - 1])
        start = begins.end() + 1 if begins else 1
        if start <= column:
            found = number < line - 1 and start == column and ":" not in lines[number - 1]
            return Explanation("no-colon", number, start) if found else None
    return None


def _first_letter(written: str) -> int:
    return len(written) - len(written.lstrip()) + 1


def _stuck(match: re.Match[str], line: int) -> Explanation:
    colon = match.end("name")
    mended = f"{match.string[:colon]}: {match['value']}"
    return Explanation("no-space-after-colon", line, colon + 1, {"example": f"`{mended.strip()}`."}, mended)


def _no_colon(stumble: Stumble) -> Explanation | None:
    stuck = _NO_SPACE.match(stumble.opening)
    return _stuck(stuck, stumble.start[0]) if stuck else Explanation("no-colon", *stumble.start)


def _expected_name(stumble: Stumble) -> Explanation | None:
    line, column = stumble.at
    written = stumble.written
    if not written[: column - 1].strip():
        return Explanation("indentation", line, column)
    match = _VALUE.match(written)
    if match is None:
        return None
    first, place = match["value"][0], (line, match.start("value") + 1)
    if first in "[{":
        return _quoting("bracket-at-start", written, place, first)
    for quote in "\"'":
        opened = _left_open(stumble.lines, line, quote) if quote in written[:column] else None
        if opened:
            return _quoting("quote-open", stumble.lines[opened[0] - 1], opened)
    if first not in "'\"":
        return None
    return Explanation("quote-inside", line, column, {"example": example(written)}, in_quotes(written))


def _left_open(lines: tuple[str, ...], line: int, quote: str) -> Place | None:
    """Where, above, a text in this kind of quotes begins and does not end before another one starts."""
    for number in range(line - 1, max(0, line - 1 - _LINES_ABOVE), -1):
        match = _VALUE.match(lines[number - 1])
        opens = match is not None and match["value"][0] == quote and quote not in match["value"][1:]
        if match and opens and _STARTER.match(lines[number]):
            return number, match.start("value") + 1
    return None


def _quote_open(stumble: Stumble) -> Explanation | None:
    return _quoting("quote-open", stumble.opening, stumble.start)


def _bracket(stumble: Stumble) -> Explanation | None:
    line, column = stumble.start
    opening = stumble.opening[column - 1 : column]
    cut = _HASH.search(stumble.opening, column)
    if cut:
        return _quoting("hash-in-list", stumble.opening, (line, cut.start() + 2))
    return Explanation("bracket-open", line, column, {"symbol": "}" if opening == "{" else "]"})


def _dash(stumble: Stumble) -> Explanation | None:
    return _quoting("dash", stumble.written, stumble.at)


def _block(stumble: Stumble) -> Explanation | None:
    return _quoting("block", stumble.opening, stumble.start)


def _backslash(stumble: Stumble) -> Explanation | None:
    return Explanation("backslash", *stumble.at)


def _not_an_item(stumble: Stumble) -> Explanation | None:
    return _expected_name(stumble) or Explanation("indentation", *stumble.at)


_EXPLAINERS: Final[tuple[tuple[str, Callable[[Stumble], Explanation | None]], ...]] = (
    ("tab character", _tab),
    ("cannot start any token", _symbol),
    ("while scanning an alias", _star),
    ("while scanning an anchor", _star),
    ("while scanning a tag", _tag),
    ("while parsing a tag", _tag),
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("sequence entries are not allowed", _dash),
    ("while scanning a block scalar", _block),
    ("unexpected end of stream", _quote_open),
    ("unexpected document indicator", _quote_open),
    ("escape", _backslash),
    ("while parsing a flow", _bracket),
    ("did not find expected key", _expected_name),
    ("did not find expected '-' indicator", _not_an_item),
    ("expected <block end>", _not_an_item),
)
"""Words of the two parsers (libyaml, and PyYAML without it), and who explains them; the first that can, does."""
