"""Scenarios are found by name, loaded with their voice, and kept beside saves."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring.checks import check
from game.authoring.library import Loaded, digest, find, from_plain, library, load, to_plain
from game.core.scenario import Scenario, Voice
from game.errors import DefuseError

DATA = Path(__file__).parent / "data"
SMALL = (DATA / "small.yaml").read_text("utf-8")
VOICE = "reactions: {say: Hm.}\nchoices: {id: ask, say: What happened?, does: open_question}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one scenario, and a voice for it."""
    return filled(tmp_path / "team", {"late.yaml": SMALL, "voices/plain.yaml": VOICE})


def filled(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def playable(path: Path) -> Scenario:
    return load(path).playable


def codes(loaded: Loaded) -> list[str]:
    return [problem.code for problem in loaded.problems]


def test_a_scenario_comes_with_the_voice_beside_it(folder: Path) -> None:
    loaded = load(folder / "late.yaml")
    assert (loaded.name, loaded.problems) == ("late", ())
    assert loaded.playable.shared.reactions[0].say == ("Hm.",)
    assert loaded.playable.shared.choices[0].id == "ask"


def test_an_author_s_choice_of_the_same_short_name_replaces_the_voice_s(folder: Path) -> None:
    filled(folder, {"late.yaml": SMALL + "choices: {id: ask, say: What was it?, does: open_question}\n"})
    assert playable(folder / "late.yaml").shared.choices == ()


def test_a_voice_that_is_not_there_is_a_problem_of_the_scenario(folder: Path) -> None:
    filled(folder, {"late.yaml": SMALL + "voice: plane\n"})
    loaded = load(folder / "late.yaml")
    problem = loaded.problems[0]
    assert (loaded.scenario, loaded.digest, problem.code, problem.line) == (None, "", "no-voice", 30)
    assert "Did you mean `plain`?" in problem.message


def test_a_voice_with_problems_is_a_problem_of_the_scenario(folder: Path) -> None:
    filled(folder, {"voices/plain.yaml": "reactions: {say: Hm., to: nothing_known}\n"})
    assert codes(load(folder / "late.yaml")) == ["bad-voice"]


def test_a_voice_that_was_mended_is_read_again(folder: Path) -> None:
    path = folder / "voices" / "plain.yaml"
    playable(folder / "late.yaml")
    path.write_text(VOICE.replace("Hm.", "Oh."), "utf-8")
    os.utime(path, (1, 1))
    assert playable(folder / "late.yaml").shared.reactions[0].say == ("Oh.",)


def test_one_broken_file_does_not_take_the_others_down(folder: Path) -> None:
    filled(
        folder, {"broken.yaml": "title: [", "empty.yaml": "", "notes.txt": "no", ".hidden.yaml": "", "other.yml": SMALL}
    )
    (folder / "folder.yaml").mkdir()
    (folder / "gone.yaml").symlink_to(folder / "nowhere")
    loaded = library([folder])
    assert [(one.name, one.scenario is not None) for one in loaded] == [
        ("broken", False),
        ("empty", False),
        ("folder", False),
        ("gone", False),
        ("late", True),
        ("other", True),
    ]
    assert all(one.problems for one in loaded if one.scenario is None)


def test_a_folder_that_is_not_there_holds_no_scenarios(tmp_path: Path) -> None:
    assert library([tmp_path / "nowhere"]) == []


def test_of_two_scenarios_with_one_name_the_first_folder_s_counts(folder: Path, tmp_path: Path) -> None:
    other = filled(tmp_path / "other", {"late.yaml": SMALL.replace("two hours late", "never"), "more.yaml": SMALL})
    filled(other, {"voices/plain.yaml": VOICE})
    assert [one.path for one in library([other, folder])] == [other / "late.yaml", other / "more.yaml"]
    assert find("late", [folder, other]).path == folder / "late.yaml"


def test_a_scenario_is_found_by_its_name_or_its_path(folder: Path) -> None:
    assert find("late", [folder]).path == folder / "late.yaml"
    assert find(str(folder / "late.yaml"), []).path == folder / "late.yaml"


@pytest.mark.parametrize("name", ["lat", "./late.yaml", "nowhere/late.yaml", "", "a\0b"])
def test_a_scenario_that_is_not_there_is_told_in_a_sentence(folder: Path, name: str) -> None:
    with pytest.raises(DefuseError) as told:
        find(name, [folder])
    assert "`late`" in str(told.value)


def test_a_scenario_with_errors_cannot_be_played_and_says_why(folder: Path) -> None:
    filled(folder, {"late.yaml": SMALL.replace("anger: 72", "anger: 720").replace("setting: phone", "setting: fone")})
    with pytest.raises(
        DefuseError, match=r"late cannot be played yet\.\n.*late\.yaml:2:10: error unknown-word: "
    ) as told:
        find("late", [folder]).playable  # noqa: B018
    assert "1 more; `defuse check" in str(told.value)


def test_a_warning_does_not_keep_a_scenario_from_being_played(folder: Path) -> None:
    filled(
        folder,
        {
            "late.yaml": SMALL.replace("feelings: [stressed, humiliated]", "backstory: Long.", 1).replace(
                "  backstory: She", "  # She"
            )
        },
    )
    loaded = load(folder / "late.yaml")
    assert (codes(loaded), loaded.scenario is not None) == (["no-feelings"], True)


def test_the_digest_changes_with_the_scenario_and_with_its_voice_and_with_nothing_else(folder: Path) -> None:
    path = folder / "late.yaml"
    first = load(path).digest
    filled(folder, {"late.yaml": "# a remark\n" + SMALL.replace("[stressed, humiliated]", '["stressed", humiliated]')})
    assert load(path).digest == first
    filled(folder, {"late.yaml": SMALL.replace("72", "73")})
    assert load(path).digest not in {first, ""}
    filled(folder, {"late.yaml": SMALL, "voices/plain.yaml": VOICE.replace("Hm.", "Hm!!")})
    assert load(path).digest not in {first, ""}
    assert len(first) == 16


def test_a_scenario_survives_being_kept_as_json(folder: Path) -> None:
    dana = playable(folder / "late.yaml")
    kept = from_plain(json.loads(json.dumps(to_plain(dana))))
    assert kept == dana
    assert digest(kept) == digest(dana)


DAMAGED: list[object] = [None, [], {}, {"title": "x"}, "late", {"shared": 3}]


@pytest.mark.parametrize("plain", DAMAGED)
def test_a_damaged_snapshot_is_told_in_a_sentence(plain: object) -> None:
    with pytest.raises(DefuseError, match="damaged"):
        from_plain(plain)


def test_a_snapshot_with_names_that_nobody_declared_is_refused(folder: Path) -> None:
    with pytest.raises(DefuseError, match="damaged"):
        from_plain(to_plain(playable(folder / "late.yaml")) | {"extra": 1})


def test_a_snapshot_cannot_steer_the_terminal(folder: Path) -> None:
    plain = to_plain(replace(playable(folder / "late.yaml"), title="late\x1b[31m", shared=Voice()))
    assert from_plain(plain).title == "late"


def test_a_snapshot_that_is_nested_without_end_is_refused(folder: Path) -> None:
    deep: list[object] = []
    deep.append(deep)
    with pytest.raises(DefuseError, match="damaged"):
        from_plain(to_plain(playable(folder / "late.yaml")) | {"trains": deep})


def test_checking_a_folder_looks_at_its_scenarios_and_its_voices(folder: Path) -> None:
    assert check([folder]) == []
    filled(folder, {"late.yaml": "title: [", "voices/plain.yaml": "reaction: {}\n"})
    assert [(problem.code, Path(problem.file).name) for problem in check([folder, folder / "late.yaml"])] == [
        ("bracket-open", "late.yaml"),
        ("unknown-name", "plain.yaml"),
    ]


def test_checking_what_is_not_there_says_so(tmp_path: Path) -> None:
    assert [problem.code for problem in check([tmp_path / "nowhere"])] == ["file-missing"]


def test_of_a_lexicon_only_the_form_is_looked_at(tmp_path: Path) -> None:
    folder = filled(tmp_path / "lexicon", {"en/apology.yaml": "technique: apology\n", "en/blame.yaml": "a: @b\n"})
    assert [(problem.code, Path(problem.file).name) for problem in check([folder / "en"])] == [
        ("symbol-at-start", "blame.yaml")
    ]


def test_every_problem_is_told_at_once_that_of_the_voice_too(folder: Path) -> None:
    filled(folder, {"late.yaml": SMALL.replace("72", "720") + "voice: plane\n"})
    assert codes(load(folder / "late.yaml")) == ["out-of-range", "no-voice"]
