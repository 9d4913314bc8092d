"""The author's guide keeps its word: every snippet in it is run, every command in it exists."""

import re
import shlex
from pathlib import Path

import pytest

from game.authoring.catalogue import CATALOGUE
from game.authoring.checks import check
from game.authoring.declared import HIDDEN, PARTS, fields_of
from game.authoring.library import load, load_voice
from game.authoring.page import problems_page, techniques_table
from game.authoring.simulation import simulated
from game.cli import parser
from game.core.cues import CUES
from game.core.personas import PERSONAS
from game.core.rules import RULES
from game.core.techniques import TECHNIQUES
from game.paths import shipped_scenarios
from game.recogniser.authors import check_words
from game.records import cases
from game.records.transcript import run_transcript

FOLDER = shipped_scenarios()
GUIDE = (FOLDER / "README.md").read_text("utf-8")
BASE = (Path(__file__).parent / "data" / "guide.yaml").read_text("utf-8")
"""What completes a fragment: Dana's call, with nothing in it that the guide does not show."""

SNIPPETS = re.findall(r"(?m)^```yaml\n(.*?)^```", GUIDE, re.DOTALL)
TRANSCRIPTS = re.findall(r"(?m)^```play\n(.*?)^```", GUIDE, re.DOTALL)
COMMANDS = [
    line.partition(" #")[0].strip()
    for block in re.findall(r"(?m)^```sh\n(.*?)^```", GUIDE, re.DOTALL)
    for line in block.splitlines()
]
_TOP = re.compile(r"(?m)^(?=[a-z_]+:)")


def completed(fragment: str) -> str:
    """The fragment with all of the base that it does not have itself."""
    own = {block.partition(":")[0] for block in _TOP.split(fragment) if block.strip()}
    base = [block for block in _TOP.split(BASE) if block.strip() and block.partition(":")[0] not in own]
    return "".join(base) + fragment


def is_voice(snippet: str) -> bool:
    return snippet.startswith("# voices/")


@pytest.mark.parametrize("snippet", [one for one in SNIPPETS if not is_voice(one)])
def test_a_snippet_loads_without_a_problem_and_its_samples_are_heard(snippet: str, tmp_path: Path) -> None:
    path = tmp_path / "snippet.yaml"
    path.write_text(snippet if snippet.startswith("title:") else completed(snippet), "utf-8")
    assert load(path).problems == ()
    assert [case.failures for case in cases.tested(path) if case.failures] == []
    assert check_words(load(path).playable.words) == []


@pytest.mark.parametrize("snippet", [one for one in SNIPPETS if is_voice(one)])
def test_a_voice_in_the_guide_can_be_spoken_with(snippet: str, tmp_path: Path) -> None:
    voice = tmp_path / snippet.split()[1]
    voice.parent.mkdir()
    voice.write_text(snippet, "utf-8")
    assert load_voice(voice)[1] == ()
    path = tmp_path / "snippet.yaml"
    path.write_text(BASE + f"voice: {voice.stem}\n", "utf-8")
    assert load(path).playable.shared.reactions


def test_the_smallest_scenario_rewards_listening(tmp_path: Path) -> None:
    path = tmp_path / "smallest.yaml"
    path.write_text(next(one for one in SNIPPETS if one.startswith("title:")), "utf-8")
    assert check([path]) == []
    report = simulated(load(path).playable, 20)
    assert [bot.bot for bot in report.bots if not bot.in_bounds] == []


@pytest.mark.parametrize("transcript", TRANSCRIPTS)
def test_a_transcript_in_the_guide_comes_true(transcript: str, tmp_path: Path) -> None:
    scenario, play = tmp_path / "base.yaml", tmp_path / "base.good.play"
    scenario.write_text(BASE, "utf-8")
    play.write_text(transcript, "utf-8")
    assert [str(failure) for failure in run_transcript(play, load(scenario).playable)] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_in_the_guide_exists(command: str) -> None:
    program, *arguments = shlex.split(command)
    assert program == "defuse"
    assert parser().parse_args(arguments).command


def test_the_guide_names_every_field_an_author_may_write() -> None:
    missing = {
        f"{part.__name__}.{name}"
        for part in PARTS
        for name in fields_of(part)
        if (part, name) not in HIDDEN and not re.search(rf"\b{name}\b", GUIDE)
    }
    assert missing == set()


def test_the_guide_names_every_cue_persona_technique_and_voice() -> None:
    named = set(re.findall(r"`(\w+)`", GUIDE))
    assert {file.stem for file in (FOLDER / "voices").glob("*.yaml")} <= named
    assert named >= CUES
    assert set(PERSONAS) <= named
    assert set(TECHNIQUES) <= named


def test_the_table_of_techniques_is_the_program_s_own() -> None:
    """After a change, put `game.authoring.page.techniques_table()` between the two marks again."""
    begins, _, rest = GUIDE.partition("<!-- techniques: made from the program -->\n")
    assert begins
    assert rest.partition("<!-- end -->")[0] == techniques_table()


def test_the_page_of_problems_is_the_catalogue() -> None:
    """After a change of the catalogue, write it again: defuse check --catalogue > scenarios/problems.md"""
    assert (FOLDER / "problems.md").read_text("utf-8") == problems_page()


def test_the_page_of_problems_has_every_entry_once() -> None:
    assert re.findall(r"(?m)^## (.*)$", problems_page()) == list(CATALOGUE)


def test_rules_that_the_guide_changes_exist() -> None:
    assert {"apology", "too-much-relating"} <= set(RULES)


def test_links_lead_somewhere() -> None:
    headings = {
        re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in re.findall(r"(?m)^## (.*)$", GUIDE)
    }
    for target in re.findall(r"\]\(([^)]+)\)", GUIDE):
        assert target.removeprefix("#") in headings if target.startswith("#") else (FOLDER / target).exists(), target
