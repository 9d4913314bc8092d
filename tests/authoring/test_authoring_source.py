"""A file that anybody may have written is read without coming to harm, or refused with a clear line."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.nodes import Fields, Many, Node
from game.authoring.source import MOST_BYTES, MOST_OF_A_KIND, Source, parse, read


def plain(node: Node | None) -> object:
    """The node without its places."""
    if isinstance(node, Fields):
        return {name.value: plain(value) for name, value in node.entries}
    if isinstance(node, Many):
        return [plain(item) for item in node.items]
    return node.value if node else None


def codes(source: Source) -> list[str]:
    return [problem.code for problem in source.found()]


def places(source: Source) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.line, problem.column) for problem in source.found()]


def file_with(folder: Path, data: bytes) -> Path:
    path = folder / "customer.yaml"
    path.write_bytes(data)
    return path


# fmt: off
STAYS_TEXT = ["no", "on", "Yes", "12:30", "010", "1_000", "0x1F", "2024-05-01", "1e3", ".inf", "=", "true", "-5"]
# fmt: on


@pytest.mark.parametrize("word", STAYS_TEXT)
def test_a_word_stays_the_text_that_was_written(word: str) -> None:
    assert plain(parse(f"say: {word}\n").root) == {"say": word}


def test_every_piece_knows_its_line_and_column() -> None:
    root = parse("title: Late\nstory:\n  - say: Three!\n").root
    assert root is not None
    (title, late), (_, story) = root.entries
    assert (title.line, title.column, late.line, late.column) == (1, 1, 1, 8)
    assert isinstance(story, Many)
    assert (story.items[0].line, story.items[0].column) == (3, 5)


def test_a_byte_order_mark_in_front_is_no_problem(tmp_path: Path) -> None:
    source = read(file_with(tmp_path, b"\xef\xbb\xbftitle: Late\n"))
    assert (plain(source.root), codes(source)) == ({"title": "Late"}, [])


def test_windows_line_ends_are_no_problem(tmp_path: Path) -> None:
    source = read(file_with(tmp_path, b"title: Late\r\nabout: >\r\n  One\r\n  two\r\n"))
    assert (plain(source.root), codes(source)) == ({"title": "Late", "about": "One two"}, [])


# fmt: off
REFUSED_BYTES = [
    ("UTF-16", "title: Late".encode("utf-16"), ("file-encoding", 1, 1)),
    ("UTF-16 without a mark", "title: Late".encode("utf-16-le"), ("file-not-text", 1, 2)),
    ("Latin-1", "title: Late\nname: Amélie".encode("latin-1"), ("file-encoding", 2, 9)),
    ("NUL", b"title: Late\nname: D\0ana", ("file-not-text", 2, 8)),
    ("nothing", b"", ("file-empty", 0, 0)),
    ("only remarks", b"# one\n# two\n", ("file-empty", 0, 0)),
    ("only dashes", b"---\n", ("file-empty", 0, 0)),
    ("a list at the top", b"- title: Late\n", ("list-at-top", 1, 1)),
    ("a text at the top", b"Late movers\n", ("list-at-top", 1, 1)),
    ("two documents", b"title: Late\n---\ntitle: Later\n", ("two-documents", 2, 1)),
    ("a list as a name", b"title: Late\n[a, b]: c\n", ("name-not-text", 2, 1)),
    ("60 kB of brackets", b"[" * 60_000, ("too-deep", 1, 33)),
    ("60 kB of braces", b"title: " + b"{a: " * 15_000, ("too-deep", 1, 132)),
    ("60 kB of dashes", b"- " * 30_000, ("too-deep", 1, 65)),
    ("too many values", b"a: [" + b"x, " * 30_000 + b"]", ("file-too-big", 1, 59996)),
]
# fmt: on


@pytest.mark.parametrize(("data", "place"), [row[1:] for row in REFUSED_BYTES], ids=[row[0] for row in REFUSED_BYTES])
def test_a_file_that_cannot_be_read_gets_one_clear_line(
    tmp_path: Path, data: bytes, place: tuple[str, int, int]
) -> None:
    assert places(read(file_with(tmp_path, data))) == [place]


def test_aliases_are_refused_and_never_expanded() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join(['*' + below] * 4)}]\n"
        for below, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    source = parse(bomb)
    assert set(codes(source)) == {"star-at-start"}
    assert {problem.line for problem in source.found()} == set(range(1, 10))


def test_of_one_kind_no_more_problems_are_told_than_anybody_would_read() -> None:
    source = parse("".join(f"a{number}: &x b\n" for number in range(5000)))
    assert codes(source) == ["star-at-start"] * MOST_OF_A_KIND


def test_an_alias_to_itself_is_refused() -> None:
    assert "star-at-start" in codes(parse("a: &a [*a]\n"))


def test_merge_keys_are_refused() -> None:
    assert codes(parse("a: &x {b: c}\nd:\n  <<: *x\n")) == ["star-at-start", "merge", "star-at-start"]


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system [ls]", "!!binary aGk=", "!custom x", "! x"])
def test_tags_are_refused_and_never_run(tag: str) -> None:
    assert places(parse(f"title: {tag}\n")) == [("tag-at-start", 1, 8)]


def test_a_name_given_twice_names_both_lines() -> None:
    source = parse("title: Late\nsetting: phone\ntitle: Later\n")
    assert places(source) == [("name-twice", 3, 1)]
    assert "line 1" in source.found()[0].message
    assert plain(source.root) == {"title": "Late", "setting": "phone"}


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _link_to_nowhere(path: Path) -> None:
    path.symlink_to(path.with_name("gone"))


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50 * MOST_BYTES)


NOT_OPENED = [
    (os.mkfifo, "file-special"),
    (Path.mkdir, "file-folder"),
    (_loop, "file-unreadable"),
    (_link_to_nowhere, "file-missing"),
    (_huge, "file-too-big"),
    (lambda path: None, "file-missing"),
]


@pytest.mark.parametrize(("make", "code"), NOT_OPENED)
def test_only_ordinary_files_are_opened(tmp_path: Path, make: Callable[[Path], None], code: str) -> None:
    path = tmp_path / "customer.yaml"
    make(path)
    assert codes(read(path)) == [code]


@pytest.mark.parametrize(("path", "code"), [(os.devnull, "file-special"), ("a\0b", "file-unreadable")])
def test_devices_and_impossible_names_are_not_opened(path: str, code: str) -> None:
    assert codes(read(Path(path))) == [code]


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = file_with(tmp_path, b"title: Late\n")
    monkeypatch.setattr(Path, "open", refuse)
    assert [problem.message for problem in read(path).found()] == ["This file cannot be opened: Permission denied."]


def test_a_text_cut_off_at_a_hash_is_warned_about() -> None:
    source = parse("story:\n  - says: order #42 is late\n")
    assert places(source) == [("cut-at-hash", 2, 17)]
    assert '`- says: "order #42 is late"`' in source.found()[0].remedy


@pytest.mark.parametrize(
    "line", ["say: Hello # a remark", 'say: "order #42"', "say: order#42", "say: x # say: order", "say: > # x\n  a"]
)
def test_remarks_and_quoted_hashes_are_no_problem(line: str) -> None:
    assert codes(parse(line + "\n")) == []


# fmt: off
UNSEEN = [
    ("an escape written out", 'say: "\\e[31mred\\e[0m"\n', 6),
    ("a raw escape", "say: a\x1b[31mred\n", 7),
    ("the clipboard", 'say: "a\\x1b]52;c;aGk=\\ab"\n', 6),
    ("a direction override", "say: a\u202eb\n", 7),
    ("zero width", "say: a\u200bb\n", 7),
    ("half a character", "say: a\ud800b\n", 7),
    ("no character at all", "say: a\ufffeb\n", 7),
    ("another line end", "say: a\u2028b\n", 7),
]
# fmt: on


@pytest.mark.parametrize(("text", "column"), [row[1:] for row in UNSEEN], ids=[row[0] for row in UNSEEN])
def test_what_cannot_be_seen_is_left_out_and_said(text: str, column: int) -> None:
    source = parse(text)
    assert places(source) == [("characters-left-out", 1, column)]
    assert all(character.isprintable() for character in str(plain(source.root)))
    assert all(problem.quote.isprintable() for problem in source.found())


def test_a_file_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    source = read(tmp_path / "a\x1b[31mb\n.yaml")
    assert source.found()[0].file.endswith("/ab\n.yaml")


PIECES = st.sampled_from(
    ["a", "say", ": ", ":", "- ", "\n", "  ", "    ", "'", '"', "[", "]", "{", "}", ",", "#", " #", "*", "&", "!",
     "|", ">", "%", "@", "`", "\t", "?", "? ", "---", "...", "<<", "\\", "\\x", "\u2028", "\r", "\x1b[", "é", "~",
     "!!", "0", "\ufeff"]
)  # fmt: skip


@given(st.binary(max_size=300))
@settings(deadline=None, max_examples=200)
def test_no_bytes_do_harm(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    source = read(file_with(tmp_path_factory.getbasetemp(), data))
    assert source.root is not None or codes(source)


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(st.characters(codec=None)))
@settings(deadline=None, max_examples=400)
def test_no_text_does_harm(text: str) -> None:
    source = parse(text)
    assert source.root is not None or codes(source)
    for problem in source.found():
        assert 0 <= problem.line <= len(source.lines)
        assert problem.column >= 0
