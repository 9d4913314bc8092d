"""What a machine can mend is mended in one line; the rest of the file stays, and all of it can be put back."""

from pathlib import Path

import pytest

from game.authoring.library import load
from game.authoring.mending import mend, undo
from game.authoring.problems import Problem
from game.errors import DefuseError

SMALL = (Path(__file__).parents[1] / "data" / "small.yaml").read_text("utf-8")
REMARK = "# Dana rang on a Tuesday.\r\n"


def faulty(folder: Path, right: str, wrong: str) -> tuple[Path, str]:
    """A file with one thing wrong, a remark and Windows line ends in it."""
    assert right in SMALL
    text = REMARK + SMALL.replace(right, wrong, 1).replace("\n", "\r\n")
    path = folder / "small.yaml"
    path.write_bytes(text.encode())
    return path, text


def first(path: Path, code: str) -> Problem:
    return next(problem for problem in load(path).problems if problem.code == code)


@pytest.mark.parametrize(
    ("code", "right", "wrong"),
    [
        ("unknown-name", "  anger: 72", "  angr: 72"),
        ("unknown-word", "setting: phone", "setting: fone"),
        ("unknown-fact", "settles: [late]", "settles: [lat]"),
        ("unknown-word", "setting: phone", "setting: Phone"),
        ("no-space-after-colon", "setting: phone", "setting:phone"),
        ("list-without-brackets", "feelings: [stressed, humiliated]", "feelings: stressed, humiliated"),
    ],
)
def test_what_can_only_mean_one_thing_is_mended_to_it(code: str, right: str, wrong: str, tmp_path: Path) -> None:
    path, _ = faulty(tmp_path, right, wrong)
    mend(path, first(path, code))
    assert path.read_bytes().decode() == REMARK + SMALL.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("code", "right", "wrong"),
    [
        ("quote-open", "title: The movers", 'title: "The movers'),
        ("colon-in-text", "title: The movers came", "title: The movers: they came"),
        ("symbol-at-start", "say: I had", "say: %I had"),
        ("cut-at-hash", "name: Dana Whitfield", "name: Dana #1 Whitfield"),
    ],
)
def test_what_lacks_its_quotes_gets_them(code: str, right: str, wrong: str, tmp_path: Path) -> None:
    path, before = faulty(tmp_path, right, wrong)
    mend(path, first(path, code))
    rows = zip(before.split("\n"), path.read_bytes().decode().split("\n"), strict=True)
    changed = [new for old, new in rows if old != new]
    assert len(changed) == 1
    assert '"' in changed[0]
    assert code not in {problem.code for problem in load(path).problems}


def test_a_mended_file_can_be_put_back(tmp_path: Path) -> None:
    path, before = faulty(tmp_path, "  anger: 72", "  angr: 72  # as she was")
    mended = mend(path, first(path, "unknown-name"))
    assert "  anger: 72  # as she was\r\n" in path.read_bytes().decode()
    undo(mended)
    assert path.read_bytes().decode() == before


def test_a_file_that_has_changed_since_is_not_put_back(tmp_path: Path) -> None:
    path, _ = faulty(tmp_path, "  anger: 72", "  angr: 72")
    mended = mend(path, first(path, "unknown-name"))
    path.write_text("something else", "utf-8")
    with pytest.raises(DefuseError, match="has changed since"):
        undo(mended)
    assert path.read_text("utf-8") == "something else"


def test_a_line_that_has_changed_since_it_was_read_is_left_alone(tmp_path: Path) -> None:
    path, _ = faulty(tmp_path, "  anger: 72", "  angr: 72")
    problem = first(path, "unknown-name")
    path.write_text(SMALL, "utf-8")
    with pytest.raises(DefuseError, match="for you to mend"):
        mend(path, problem)
    assert path.read_text("utf-8") == SMALL


def test_what_only_the_author_can_know_is_left_to_the_author(tmp_path: Path) -> None:
    path, before = faulty(tmp_path, "  anger: 72", "  anger: 172")
    with pytest.raises(DefuseError, match="for you to mend"):
        mend(path, first(path, "out-of-range"))
    assert path.read_bytes().decode() == before
