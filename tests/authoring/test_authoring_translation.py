"""A translation says other words and plays the same call; where it does not, `defuse check --against` tells."""

from pathlib import Path

import pytest

from game.authoring.catalogue import Entry
from game.authoring.catalogue.translation import ENTRIES
from game.authoring.problems import Problem
from game.authoring.source import parse
from game.authoring.translation import check_translation, compare
from game.cli import main
from game.paths import shipped_scenarios

ORIGINAL = """\
title: Late
setting: phone
brief: {you_are: front desk, situation: The van was late., you_may: [refund half]}
customer: {name: Dana, pronoun: she, anger: 72, feelings: [stressed]}
story:
  - say: You are late!
    fact: {id: late, words: [two hours late]}
  - say: [And nobody rang., I waited.]
  - say: They keep my deposit.
    fact: {id: deposit, words: [deposit], matters: false}
    when_asked: true
remedies:
  - {id: refund, heard_as: [refund half], settles: [late], kind: money}
reactions:
  - {to: [command], say: Don't!, when: {phase: [hot]}}
  - {to: [command], say: Please don't., when: {phase: [warm, cool]}}
choices:
  - {id: say-back, say: So we were late., does: [paraphrase], facts: [late], feelings: [stressed]}
  - {say: Calm down., does: [command]}
endings: {settled: [Goodbye.], lost: [No.]}
samples:
  - {say: I'm sorry., hears: [apology]}
"""
GERMAN = """\
title: Zu spät
setting: phone
brief: {you_are: Empfang, situation: Der Wagen kam zu spät., you_may: [die Hälfte erstatten]}
customer: {name: Dana Weber, pronoun: she, anger: 72, feelings: [gestresst, beschämt]}
story:
  - say: [Sie sind zu spät!, Sie kommen zu spät!]
    fact: {id: late, words: [zwei Stunden zu spät, zu spät], said_back: wir kamen zu spät}
  - say: Und niemand hat angerufen.
  - say: Sie behalten meine Kaution.
    fact: {id: deposit, words: [Kaution], matters: false}
    when_asked: true
remedies:
  - {id: refund, heard_as: [die Hälfte erstatten, Geld zurück], settles: [late], kind: money}
reactions:
  - {to: [command], say: Bitte nicht., when: {phase: [cool, warm]}}
  - {to: [command], say: [Lassen Sie das!, Nein!], when: {phase: [hot]}}
choices:
  - {say: Beruhigen Sie sich., does: [command]}
  - {id: say-back, say: Wir kamen also zu spät., does: [paraphrase], facts: [late], feelings: [gestresst]}
endings: {settled: [Auf Wiederhören.], lost: [Nein.]}
voice: ruhig
"""


def found(original: str, translation: str) -> list[Problem]:
    source = parse(translation, "de.yaml")
    compare(parse(original, "en.yaml"), source)
    return list(source.found())


def told(old: str, new: str) -> list[tuple[str, int, str]]:
    assert old in GERMAN
    return [(one.code, one.line, one.message) for one in found(ORIGINAL, GERMAN.replace(old, new))]


def test_other_words_other_wordings_and_another_order_are_no_difference() -> None:
    assert found(ORIGINAL, GERMAN) == []


@pytest.mark.parametrize("path", sorted(shipped_scenarios().glob("*.yaml")), ids=lambda path: path.stem)
def test_every_scenario_is_a_translation_of_itself(path: Path) -> None:
    assert [one for one in check_translation(path, path) if one.code.startswith("translation")] == []


def test_words_of_another_language_are_not_held_against_english(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    original, translation = files
    assert main(["check", "--strict", "--against", str(original), str(translation)]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "words"),
    [
        ("id: refund", "id: erstattung", "translation-lacks", 12, "remedy `refund` on line 13"),
        ("id: refund", "id: erstattung", "translation-extra", 13, "remedy `erstattung`"),
        ("fact: {id: deposit", "fact: {id: kaution", "translation-lacks", 5, "line of the story `deposit`"),
        ("  - say: Und niemand hat angerufen.\n", "", "translation-lacks", 5, "line of the story"),
        ("when: {phase: [hot]}", "when: {phase: [warm]}", "translation-lacks", 14, "reaction to command (when › phase"),
        ("to: [command], say: Bitte", "to: [blame], say: Bitte", "translation-extra", 15, "reaction to blame"),
        ("id: say-back", "id: wiederholen", "translation-lacks", 17, "choice `say-back`"),
        ("does: [paraphrase]", "does: [empathy]", "translation-differs", 19, "The `does` of `say-back`"),
        ("facts: [late]", "facts: []", "translation-differs", 19, "The `facts` of `say-back`"),
        (
            "settles: [late], kind: money",
            "settles: [deposit]",
            "translation-differs",
            13,
            "The `kind` and `settles` of `refund`",
        ),
        ("    when_asked: true\n", "", "translation-differs", 9, "`when_asked` of `deposit`"),
        ("anger: 72", "anger: 60", "translation-differs", 4, "The `customer › anger` is not"),
        ("setting: phone", "setting: chat", "translation-differs", 2, "`setting`"),
        (", lost: [Nein.]", "", "translation-lacks", 1, "setting `endings › lost`"),
        ("voice: ruhig\n", "level: rough\n", "translation-extra", 21, "setting `level`"),
    ],
)
def test_what_plays_otherwise_is_told_where_it_stands(old: str, new: str, code: str, line: int, words: str) -> None:
    problems = told(old, new)
    assert [one for one in problems if one[:2] == (code, line) and words in one[2]], problems


def test_one_difference_is_told_once() -> None:
    assert len(told("does: [paraphrase]", "does: [empathy]")) == 1
    assert len(told("  - say: Und niemand hat angerufen.\n", "")) == 1


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_the_catalogue_s_faulty_example_is_told_beside_the_mended_one(entry: Entry) -> None:
    assert entry.code in {problem.code for problem in found(entry.mended, entry.faulty)}
    assert entry.code not in {problem.code for problem in found(entry.mended, entry.mended)}


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    original, translation = tmp_path / "late.yaml", tmp_path / "late.de.yaml"
    original.write_text(ORIGINAL, "utf-8")
    translation.write_text(GERMAN.replace("voice: ruhig\n", ""), "utf-8")
    return original, translation


def test_the_command_fails_where_something_is_lacking(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    original, translation = files
    assert main(["check", "--against", str(original), str(translation)]) == 0
    translation.write_text(GERMAN.replace("voice: ruhig\n", "").replace("does: [paraphrase]", "does: [empathy]"))
    assert main(["check", "--against", str(original), str(translation)]) == 1
    assert f"{translation}:19:5: error translation-differs" in capsys.readouterr().out


def test_the_command_needs_both_files(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    original, translation = files
    assert main(["check", "--against", str(original)]) == 2
    assert "Which translation?" in capsys.readouterr().err
    assert main(["check", "--against", str(original) + "x", str(translation)]) == 1
    assert "cannot be compared with" in capsys.readouterr().err
