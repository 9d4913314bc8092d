"""What the parser stumbles over is told in an author's words, at the line where the mistake is."""

import pytest
import yaml

from game.authoring import events
from game.authoring.problems import Problem
from game.authoring.source import parse


def first(text: str) -> Problem:
    return parse(text).found()[0]


# fmt: off
STUMBLES = [
    ("a colon inside a text", "story:\n  - say: I hear: you\n", ("colon-in-text", 2, 16), '`- say: "I hear: you"`'),
    ("a colon, and quotes in the text", 'say: He said: "no"\n', ("colon-in-text", 1, 13), "`say: 'He said: \"no\"'`"),
    ("a colon in a wrapped text", "say: One\n  and: two\n", ("indentation", 2, 3), "right under"),
    ("an at sign", "say: @x\n", ("symbol-at-start", 1, 6), '`say: "@x"`'),
    ("a percent sign", "say: %x\n", ("symbol-at-start", 1, 6), '`say: "%x"`'),
    ("a backtick", "say: `x`\n", ("symbol-at-start", 1, 6), 'say: "`x`"'),
    ("an at sign inside a list", "say: [late, @home, x]\n", ("symbol-at-start", 1, 13), '`say: [late, "@home", x]`'),
    ("a star, alone", "say: *sigh*\n", ("star-at-start", 1, 6), '`say: "*sigh*"`'),
    ("a star, then words", "a:\n- say: *sigh* Again.\n", ("star-at-start", 2, 8), '`- say: "*sigh* Again."`'),
    ("an ampersand", "say: & so on\n", ("star-at-start", 1, 6), '`say: "& so on"`'),
    ("an exclamation mark", "say: !?x\n", ("tag-at-start", 1, 6), '`say: "!?x"`'),
    ("an apostrophe in single quotes", "say: 'I can't'\n", ("quote-inside", 1, 13), '`say: "I can\'t"`'),
    ("words after the quotes", 'say: "No" he said\n', ("quote-inside", 1, 11), "`say: 'No\" he said'`"),
    ("a slot at the start", "say: {name} is my name\n", ("bracket-at-start", 1, 6), '`say: "{name} is my name"`'),
    ("a stage direction at the start", "say: [sighs] Again.\n", ("bracket-at-start", 1, 6), '`say: "[sighs] Again."`'),
    ("a tab", "customer:\n\tname: Dana\n", ("tab", 2, 1), "space bar"),
    ("a tab after lines with spaces", "customer:\n  name: Dana\n\tanger: 3\n", ("tab", 3, 1), "space bar"),
    ("a tab after a dash", "story:\n  -\tsay: x\n    b: c\n", ("tab", 2, 4), "space bar"),
    ("too little indentation", "a:\n    b: 1\n  c: 2\n", ("indentation", 3, 3), "right under"),
    ("too much indentation", "a: 1\n  b: 2\n", ("indentation", 2, 3), "right under"),
    ("names among items", "a:\n  - b\n  c: d\n", ("indentation", 3, 3), "right under"),
    ("an item among names", "a:\n  b: c\n  - d\n", ("indentation", 3, 3), "right under"),
    ("double quotes left open", 'a: "hello\nb: c\n', ("quote-open", 1, 4), '`a: "hello"`'),
    ("single quotes left open", "a: 'hello\nb: c\n", ("quote-open", 1, 4), '`a: "hello"`'),
    ("quotes left open, and others below", 'a: "hello\nb: "c"\n', ("quote-open", 1, 4), '`a: "hello"`'),
    ("quotes left open, far above", 'a: "hello\n' + "b: c\n" * 90 + 'd: "e"\n', ("quote-open", 1, 4), '`a: "hello"`'),
    ("quotes left open in an item", 'a:\n  - "b\n  - c\n  - "d"\n', ("quote-open", 2, 5), '`- "b"`'),
    ("quotes around a wrapped text left open", 'a:\n  - "b\n    c\n  - d\n  - "e\n', ("quote-open", 2, 5), '`- "b"`'),
    ("words after the quotes of an item", 'a:\n  - "b" c\n  - d\n', ("quote-inside", 2, 9), "`- 'b\" c'`"),
    ("a name without its colon", "a:\n  - say\n      - b\n    fact: c\n", ("no-colon", 2, 5), "`name: value`"),
    ("an item that is indented further", "a:\n  - b\n    - c\n", ("part-of-text", 3, 5), "right under"),
    ("an item that lost its dash", "a:\n  b\n  - c\n", ("part-of-text", 3, 3), "right under"),
    ("a name that is indented further", "a: >\n  b\n  setting: phone\n", ("part-of-text", 3, 3), "right under"),
    ("a list left open", "a: [b, c\nd: e\n", ("bracket-open", 1, 4), "Close it with ]"),
    ("a group left open", "a: {b: c\nd: e\n", ("bracket-open", 1, 4), "Close it with }"),
    ("a line without a colon", "a: 1\nb\nc: 2\n", ("no-colon", 2, 1), "`name: value`"),
    ("no space after a colon", "a: 1\nb:2\nc: 3\n", ("no-space-after-colon", 2, 2), "`b: 2`"),
    ("no space after the first colon", "title:Late\nb: 3\n", ("no-space-after-colon", 1, 6), "`title: Late`"),
    ("a list on the name's line", "a: - b\n", ("dash", 1, 4), '`a: "- b"`'),
    ("text after >", "a: > b\n", ("block", 1, 4), '`a: "> b"`'),
    ("a backslash that means nothing", 'a: "b \\q"\n', ("backslash", 1, 7), "single quotes"),
    ("half a character written out", 'a: "\\ud800"\n', ("backslash", 1, 7), "single quotes"),
    ("a directive", "%late: 1\n", ("form", 1, 6), "quotes"),
]
# fmt: on


@pytest.mark.parametrize(("text", "place", "remedy"), [row[1:] for row in STUMBLES], ids=[row[0] for row in STUMBLES])
def test_a_stumble_is_told_with_its_place_and_remedy(text: str, place: tuple[str, int, int], remedy: str) -> None:
    problem = first(text)
    assert (problem.code, problem.line, problem.column) == place
    assert remedy in problem.remedy


def test_one_reading_finds_every_line_that_needs_quotes() -> None:
    source = parse(
        "title: @home\n"
        "brief:\n"
        "  situation: 'She's late'\n"
        "story:\n"
        "  - say: I hear: you\n"
        "  - say: *sigh*\n"
        "  - say: {name} here\n"
        "setting:phone\n"
        "level: firm\n"
    )
    assert [(problem.code, problem.line) for problem in source.found()] == [
        ("symbol-at-start", 1),
        ("quote-inside", 3),
        ("colon-in-text", 5),
        ("star-at-start", 6),
        ("bracket-at-start", 7),
        ("no-space-after-colon", 8),
    ]


def test_the_line_quoted_is_the_author_s_own_even_when_it_was_mended_in_memory() -> None:
    assert first("say: I hear: you: all\n").quote == "say: I hear: you: all"


WORDS_OF_THE_PARSER = [
    "mapping",
    "scalar",
    "sequence",
    "token",
    "block",
    "flow",
    "stream",
    "scanning",
    "NoneType",
    "str",
]


@pytest.mark.parametrize("text", [row[1] for row in STUMBLES], ids=[row[0] for row in STUMBLES])
def test_no_message_speaks_the_parser_s_language(text: str) -> None:
    for problem in parse(text).found():
        told = f"{problem.message} {problem.remedy}".replace(text.strip(), "").split()
        assert not set(WORDS_OF_THE_PARSER) & set(told)


READ_BY_ONE_PARSER_ONLY = "half a character written out"


@pytest.mark.parametrize(
    ("text", "code"), [(row[1], row[2][0]) for row in STUMBLES if row[0] != READ_BY_ONE_PARSER_ONLY]
)
def test_the_parser_without_its_c_library_is_told_the_same(
    monkeypatch: pytest.MonkeyPatch, text: str, code: str
) -> None:
    monkeypatch.setattr(events, "_LOADER", yaml.SafeLoader)
    assert first(text).code == code
