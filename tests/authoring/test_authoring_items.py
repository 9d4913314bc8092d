"""What real calls say about a scenario: how often, how hard, how telling; and what was misheard."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.authoring.items import FEWEST_CALLS, Analysed, choice_items, turn_items
from game.authoring.library import load
from game.authoring.proposals import Misheard, proposals, said_here
from game.cli import main
from game.core.menu import menu
from game.core.moves import Choose, Listen
from game.core.scenario import Choice, Sample, Scenario
from game.core.session import start
from game.review.search import judged

HERE = Path(__file__).parent / "data"


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    sound = load(HERE / "sound.yaml").playable
    good = Choice("Two hours late, and no word from us.", ("paraphrase", "empathy"), "good", facts=("late",))
    bad = Choice("You need to calm down.", ("command",), "bad")
    shared = replace(sound.shared, choices=())
    return replace(sound, choices=(good, bad), shared=shared)


def call(scenario: Scenario, choice: str, seed: int) -> Analysed:
    """A call of one chosen line and a silence."""
    play = start(scenario, seed).then(Choose(choice)).then(Listen())
    return Analysed(play, judged(play))


@pytest.fixture(scope="module")
def calls(scenario: Scenario) -> list[Analysed]:
    return [call(scenario, "good" if seed % 2 else "bad", seed) for seed in range(FEWEST_CALLS)]


def test_a_line_that_only_the_better_calls_took_separates_them_wholly(
    scenario: Scenario, calls: list[Analysed]
) -> None:
    items = {item.name: item for item in choice_items(scenario, calls)}
    assert items["good"].separates == 1
    assert items["bad"].separates == -1


def test_a_line_is_counted_where_it_came_up_and_where_it_was_taken(scenario: Scenario, calls: list[Analysed]) -> None:
    for item in choice_items(scenario, calls):
        assert (item.offered, item.taken) == (FEWEST_CALLS, FEWEST_CALLS // 2)


def test_the_loss_is_the_mean_of_what_the_debrief_says(scenario: Scenario, calls: list[Analysed]) -> None:
    items = {item.name: item for item in choice_items(scenario, calls)}
    told = [one.judged[0].loss for seed, one in enumerate(calls) if not seed % 2]
    assert items["bad"].loss == round(sum(told) / len(told), 1)
    assert items["bad"].loss > (items["good"].loss or 0)


def test_a_turn_is_harder_for_those_who_did_badly(calls: list[Analysed]) -> None:
    first, second = turn_items(calls)
    assert (first.name, first.taken, second.taken) == ("turn 1", FEWEST_CALLS, FEWEST_CALLS)
    assert first.separates is not None
    assert first.separates > 0


def test_few_calls_separate_nothing(scenario: Scenario, calls: list[Analysed]) -> None:
    few = calls[: FEWEST_CALLS - 1]
    assert all(item.separates is None for item in (*choice_items(scenario, few), *turn_items(few)))


def test_no_calls_give_no_turns_and_no_losses(scenario: Scenario) -> None:
    assert turn_items([]) == []
    assert [(item.offered, item.loss) for item in choice_items(scenario, [])] == [(0, None), (0, None)]


def test_a_call_without_menus_says_nothing_about_the_menu(scenario: Scenario) -> None:
    play = start(scenario, 1).then(Listen())
    assert menu(scenario, play.opening)
    assert all(item.offered == 0 for item in choice_items(scenario, [Analysed(play, judged(play))]))


def test_what_was_misheard_most_is_proposed_first_with_what_was_meant(scenario: Scenario) -> None:
    misheard = [
        Misheard("What a mess!", "You are late!"),
        Misheard("My fault.", "You are late!", "ownership"),
        Misheard("my  fault.", "Well?", "ownership"),
        Misheard("My fault.", "Well?", "apology"),
    ]
    first, second = proposals(scenario, misheard)
    assert (first.say, first.hears, first.times) == ("My fault.", ("ownership",), 3)
    assert (second.say, second.hears, second.times) == ("What a mess!", (), 1)


def test_what_stands_among_the_samples_is_not_proposed_again(scenario: Scenario) -> None:
    known = replace(scenario, samples=(Sample("My fault.", ("ownership",)),))
    assert proposals(known, [Misheard("my fault.", "Well?")]) == []


def test_a_proposal_is_a_sample_that_loads(scenario: Scenario, tmp_path: Path) -> None:
    odd = Misheard('He said: "no" #1, {name}?', "Well?", "empathy")
    written = "samples:\n" + "\n".join(one.as_yaml() for one in proposals(scenario, [odd, Misheard("Hm", "Well?")]))
    file = tmp_path / "with-samples.yaml"
    file.write_text((HERE / "sound.yaml").read_text(encoding="utf-8") + written + "\n", encoding="utf-8")
    assert load(file).playable.samples == (Sample('He said: "no" #1, (name)?', ("empathy",)),)


@pytest.mark.parametrize(
    ("line", "hers"),
    [
        ("You told me one o'clock and nobody showed up until three!", True),
        ("Fine. I had no time to clean before the inspection.", True),
        ("Fine.", False),
        ("", False),
    ],
)
def test_a_line_of_the_story_tells_whose_call_it_was(scenario: Scenario, line: str, hers: bool) -> None:
    assert said_here(scenario, line) is hers


def played(saves: Path, scenario: Path, lines: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))
    main(["play", str(scenario), "--plain", "--typed", "--seed", "1", "--saves", str(saves)])


def test_items_reads_saves_and_proposes_what_was_disputed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    played(tmp_path, HERE / "sound.yaml", ["Two hours late, then.", "!", "1"], monkeypatch)
    capsys.readouterr()
    assert main(["items", str(HERE / "sound.yaml"), "--saves", str(tmp_path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["scenario"], told["calls"]) == ("sound", 1)
    assert [one["say"] for one in told["proposed"]] == ["Two hours late, then."]
    assert [turn["name"] for turn in told["turns"]] == ["turn 1"]


def test_check_points_to_disputes_and_does_not_fail_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    played(tmp_path, HERE / "sound.yaml", ["Two hours late, then.", "!", "1"], monkeypatch)
    capsys.readouterr()
    assert main(["check", str(HERE / "sound.yaml"), "--strict", "--saves", str(tmp_path)]) == 0
    assert "1 disputed line could become samples; see: defuse items sound" in capsys.readouterr().err


def test_disputes_that_are_damaged_are_passed_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "disputes.jsonl").write_text('{"text": 1}\nnot json\n[]\n{"customer":"x"', encoding="utf-8")
    assert main(["check", str(HERE / "sound.yaml"), "--saves", str(tmp_path)]) == 0
    assert "disputed" not in capsys.readouterr().err
