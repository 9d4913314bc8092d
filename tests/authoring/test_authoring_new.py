"""`defuse new`: whatever is answered, the file loads, plays, and rewards whoever listens."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import paths
from game.authoring.bots import BOTS, BOUNDS, ENDS_WELL, played_by
from game.authoring.build import built
from game.authoring.library import load
from game.authoring.scaffold import WORDS, Answers, faults, quoted, scaffold, tidy
from game.authoring.source import parse
from game.cli import main
from game.commands.new import QUESTIONS, asked, schema_for, tidied
from game.core.scenario import Scenario

USUAL = Answers("Bike shop")


def text_of(answers: Answers) -> str:
    return scaffold(answers, "scenario.schema.json", "README.md")


def answering(*lines: str) -> tuple[Callable[[str], str], list[str]]:
    """Somebody at the keyboard, and what they were shown; after these lines they only press enter."""
    left, shown = list(lines), list[str]()

    def ask(prompt: str) -> str:
        shown.append(prompt)
        return left.pop(0) if left else ""

    return ask, shown


def test_it_is_written_plays_at_once_and_has_no_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "bike-shop", "--yes", "--scenarios", str(tmp_path)]) == 0
    path = tmp_path / "bike-shop.yaml"
    assert capsys.readouterr().out.strip() == str(path)
    loaded = load(path)
    assert loaded.problems == ()
    assert loaded.playable.title == "Bike shop"
    assert main(["check", "--strict", str(path)]) == 0


@pytest.mark.parametrize("level", WORDS["level"])
@pytest.mark.parametrize("happened", [2, 3, 5])
def test_it_rewards_listening_at_every_level(tmp_path: Path, level: Any, happened: int) -> None:
    lines = (*USUAL.happened, "Nobody rang me all day.", "I had to borrow one from a stranger.")[:happened]
    path = tmp_path / "new.yaml"
    path.write_text(text_of(replace(USUAL, level=level, happened=lines)), "utf-8")
    scenario = load(path).playable
    for bot, (low, high) in BOUNDS.items():
        ended_well = sum(played_by(BOTS[bot], scenario, seed).state.outcome in ENDS_WELL for seed in range(10))
        assert low <= ended_well / 10 <= high, bot


def test_the_examples_in_it_work_once_their_mark_is_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "new.yaml"
    examples = re.sub(r"(?m)^#(?=\S| {2})", "", text_of(USUAL))
    path.write_text(examples, "utf-8")
    loaded = load(path)
    assert loaded.problems == ()
    assert loaded.playable.samples
    assert loaded.playable.reactions
    assert loaded.playable.choices


ANYTHING = st.text(min_size=1, max_size=40).map(tidy).filter(bool)
SEVERAL = st.lists(ANYTHING, min_size=1, max_size=5).map(tuple)
ANSWERS = st.builds(
    Answers, ANYTHING, ANYTHING, ANYTHING, ANYTHING, st.sampled_from(WORDS["pronoun"]), SEVERAL,
    st.sampled_from(WORDS["setting"]), st.sampled_from(WORDS["level"]), SEVERAL.filter(lambda one: len(one) > 1),
    SEVERAL, SEVERAL,
)  # fmt: skip


@given(ANSWERS.filter(lambda answers: not list(faults(answers))))
def test_any_answer_that_is_taken_makes_a_file_without_a_problem(answers: Answers) -> None:
    source = parse(text_of(answers))
    scenario = built(source, Scenario)
    assert source.found() == ()
    assert scenario is not None
    assert scenario.title == answers.title
    assert tuple(beat.say[0] for beat in scenario.story) == answers.happened


@given(ANYTHING)
def test_a_text_comes_back_from_yaml_as_it_was(text: str) -> None:
    source = parse(f"title: {quoted(text)}\n")
    assert source.problems == []
    assert source.root is not None
    assert getattr(source.root.entries[0][1], "value", None) == text


def test_the_first_line_leads_editors_to_the_schema(tmp_path: Path) -> None:
    assert text_of(USUAL).startswith("# yaml-language-server: $schema=scenario.schema.json\n")
    assert schema_for(paths.shipped_scenarios() / "new.yaml") == "scenario.schema.json"
    elsewhere = schema_for(tmp_path / "new.yaml")
    assert elsewhere == (paths.shipped_scenarios() / "scenario.schema.json").as_uri()
    assert " " not in elsewhere


def test_what_is_there_already_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bike-shop.yaml"
    path.write_text("title: mine\n", "utf-8")
    assert main(["new", "bike-shop", "--yes", "--scenarios", str(tmp_path)]) == 2
    assert "already there" in capsys.readouterr().err
    assert path.read_text("utf-8") == "title: mine\n"


@pytest.mark.parametrize(
    ("name", "told"),
    [("my shop!", "my-shop"), ("../shop", "How about: shop"), ("", "late-parcel"), (".hidden", "hidden"),
     ("a" * 61, "60 at most"), ("-shop", "shop"), ("shop\x1b[31m", "shop")],
)  # fmt: skip
def test_a_name_that_cannot_be_one_is_told_with_a_better_one(
    name: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "--yes", "--scenarios", str(tmp_path), "--", name]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert "\x1b" not in error
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [("--level", "hard", "gentle, firm, rough, fierce"), ("--title", "late " * 20, "60 is the most"),
     ("--happened", "{name} is late", "Curly brackets"), ("--may", " ", "no words"), ("--setting", "fax", "phone"),
     ("--happened", "You are late!", "At least 2")],
)  # fmt: skip
def test_an_answer_that_cannot_be_taken_is_told_by_its_option(
    option: str, value: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "shop", "--yes", "--scenarios", str(tmp_path), option, value]) == 2
    error = capsys.readouterr().err
    assert option in error
    assert told in error
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "shop", "--yes", "--scenarios", str(tmp_path / "nowhere")]) == 2
    assert "There is no folder" in capsys.readouterr().err


def test_enter_alone_keeps_every_default() -> None:
    ask, shown = answering()
    assert asked(USUAL, (), ask) == USUAL
    assert len(shown) == len(QUESTIONS)


def test_only_what_was_not_given_is_asked() -> None:
    ask, shown = answering("Anna Berg")
    answers = asked(USUAL, tuple(name for name in QUESTIONS if name != "name"), ask)
    assert answers == replace(USUAL, name="Anna Berg")
    assert len(shown) == 1


def test_a_wrong_answer_is_told_and_asked_again() -> None:
    ask, shown = answering("fax", "Chat")
    answers = asked(USUAL, tuple(name for name in QUESTIONS if name != "setting"), ask)
    assert answers.setting == "chat"
    assert "Possible: phone, counter, chat." in shown[1]


def test_a_list_is_typed_a_line_each_until_nothing_is_typed() -> None:
    ask, shown = answering("The chain is new and it slips!", "", "{oops}", "I fell.", "")
    answers = asked(USUAL, tuple(name for name in QUESTIONS if name != "happened"), ask)
    assert answers.happened == ("The chain is new and it slips!", "I fell.")
    assert "no words" in shown[2]
    assert "Curly brackets" in shown[3]


def test_every_answer_is_asked_for_and_tidied() -> None:
    assert set(QUESTIONS) == set(Answers.__dataclass_fields__)
    assert tidied(replace(USUAL, title=" Late\n\x1b[31mbike ", happened=("  a\tb ",))).title == "Late bike"


class Terminal:
    """A keyboard at which nothing comes any more, or ctrl+c."""

    def __init__(self, interrupted: bool) -> None:
        self.interrupted = interrupted

    def isatty(self) -> bool:
        return True

    def readline(self) -> str:
        if self.interrupted:
            raise KeyboardInterrupt
        return ""


@pytest.mark.parametrize(("interrupted", "code"), [(False, 1), (True, 130)])
def test_when_the_answers_end_early_nothing_is_written(
    interrupted: bool, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(interrupted))
    assert main(["new", "shop", "--scenarios", str(tmp_path)]) == code
    assert "Stopped. Nothing was written." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
