"""`defuse map`: every part of a scenario is in its picture, and the picture fits the terminal."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenes import DANA

from game.authoring.library import load, scenario_files
from game.authoring.map import OUTCOMES, WIDTH, columns, condition, cut, leads_to, map_lines, pad
from game.authoring.mermaid import mermaid_lines
from game.cli import main
from game.core.scenario import Beat, Condition, Fact, Reaction, Scenario
from game.paths import shipped_scenarios

FILES = scenario_files(shipped_scenarios())


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def scenario(request: pytest.FixtureRequest) -> Scenario:
    path: Path = request.param
    return load(path).playable


def test_no_line_is_wider_than_the_terminal(scenario: Scenario) -> None:
    assert [line for line in map_lines(scenario, "name") if columns(line) > WIDTH] == []


def test_every_fact_remedy_choice_cue_and_ending_is_in_it(scenario: Scenario) -> None:
    text = "\n".join(map_lines(scenario, "name", 400))
    named = [fact.id for fact in scenario.facts] + [remedy.id for remedy in scenario.remedies]
    named += [choice.id for choice in scenario.choices] + [cue for one in scenario.reactions for cue in one.to]
    assert [id for id in named if id not in text] == []
    assert [outcome for outcome in OUTCOMES if outcome not in text] == []


def test_a_remedy_stands_beside_the_fact_that_it_settles() -> None:
    lines = list(map_lines(DANA, "dana"))
    told = next(number for number, line in enumerate(lines) if "nobody showed up until three" in line)
    assert "late, must be heard ← half_fee" in lines[told + 1]
    assert "when asked" in next(line for line in lines if "keeping my deposit" in line)


def test_choices_are_marked_by_the_phases_in_which_they_stand(scenario: Scenario) -> None:
    lines = list(map_lines(scenario, "name", 400))
    for choice in scenario.choices:
        line = next(line for line in lines if line[4:].startswith(f"{choice.id}: "))
        assert line.count("●") == (len(choice.when.phase) or 3)


def test_an_ending_that_cannot_happen_says_so() -> None:
    only_allowed = replace(
        DANA, remedies=tuple(one for one in DANA.remedies if not one.beyond_authority), handover=None
    )
    assert leads_to(only_allowed, "handed_over").startswith("cannot happen")
    assert leads_to(only_allowed, "settled_at_a_cost").startswith("cannot happen")
    assert leads_to(only_allowed, "limit_kept").startswith("cannot happen")
    abusive = replace(only_allowed, reactions=(Reaction(("You idiot!",), abuse=True),))
    assert leads_to(abusive, "limit_kept").startswith("a limit")


def test_what_cannot_be_solved_needs_no_remedy() -> None:
    hopeless = replace(DANA, remedies=())
    assert "told what will happen" in leads_to(hopeless, "settled")


def test_a_condition_is_told_in_words() -> None:
    assert condition(Condition()) == ""
    when = Condition(told=("late",), not_offered=("refund", "letter"), from_turn=3)
    assert condition(when) == " (told late; not offered refund, letter; from turn 3)"


@given(st.text(max_size=60), st.integers(2, 40))
def test_what_is_cut_fits_and_what_fits_is_not_cut(text: str, width: int) -> None:
    shorter = cut(text, width)
    assert columns(shorter) <= width
    assert columns(pad(shorter, width)) == width
    if columns(text) <= width:
        assert shorter == text


def test_wide_letters_count_as_two_columns() -> None:
    assert columns("日本") == 4
    assert cut("日本語です", 5) == "日本…"


NODE = r'(?:\w+(?:\(\[".*?"\]\)|\[/".*?"/\]|\[".*?"\]|\{\{".*?"\}\})?)'
ARROW = r'(?:-->|---|-\. when asked \.->|-\. tells \.->|-- agreed -->|-\. ".*?" \.->)'
LINE = re.compile(rf"  {NODE}(?: {ARROW} {NODE})?")


def test_mermaid_has_a_node_for_every_part_and_no_line_out_of_form(scenario: Scenario) -> None:
    first, *lines = mermaid_lines(scenario)
    assert first == "flowchart LR"
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    nodes = set(re.findall(r"\b(?:beat|between|fact|remedy)\d+\b", "\n".join(lines)))
    told = replace(scenario, noise=True)
    parts = (*told.story, *told.complications, *told.facts, *told.remedies)
    assert len(nodes) == len(parts)


def test_what_an_author_wrote_cannot_break_the_flowchart() -> None:
    story = (Beat(('He said "no" #2 <b>[x]</b> {y} | `z`',), Fact("late", ("late",))),)
    drawn = "\n".join(mermaid_lines(replace(DANA, story=story, remedies=())))
    assert "#34;no#34; #35;2 #60;b#62;" in drawn
    assert "<b>" not in drawn


def test_the_command_prints_either(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["map", "late-movers"]) == 0
    assert capsys.readouterr().out.startswith("The movers came two hours late (late-movers)\n")
    assert main(["map", "late-movers", "--mermaid"]) == 0
    assert capsys.readouterr().out.startswith("flowchart LR\n")
    assert main(["map", "late-mover"]) == 1
    assert "Did you mean `late-movers`?" in capsys.readouterr().err
