"""Dana's call and the plain voice: what an author wrote must play, teach, and never fall silent."""

from collections import Counter
from pathlib import Path

import pytest

from game.authoring.library import load, load_voice
from game.core.cues import CUES
from game.core.engine import step
from game.core.menu import menu
from game.core.moves import Choose, FollowUp, Listen
from game.core.reading import Reading
from game.core.scenario import Phase, Scenario, Voice
from game.core.session import Play, start
from game.core.techniques import TECHNIQUES

SCENARIOS = Path(__file__).parents[2] / "scenarios"
SEEDS = range(40)
PHASES: tuple[Phase, ...] = ("hot", "warm", "cool")
LONGEST_LINE = 140

HEARS_FIRST = (
    "one-till-three", "what-happened-then", "tell-me-all", "go-on", "walked-in-on-you", "three-not-one-and-clean",
    "when-they-saw-it", "four-hundred-gone", "our-two-hours-cost", "half-and-letter", "cannot-pay-can-write",
    "half-fair", "money-or-letter-first", "both-today", "letter-at-four", "ring-about-landlord", "on-us",
)  # fmt: skip
SOLVES_FIRST = ("half-at-once", "letter-early", "half-fair", "whole-fee", "pay-the-deposit", "refund-by-thursday")
ORDERS_AND_RULES = (
    "calm-down", "arrival-window", "flat-tyre", "could-have-rung", "in-one-piece", "evening-before", "seen-worse",
    "landlord-matter", "stressed-but-terms", "dispatch", "log-says", "that-tone", "what-is-done", "mine-too",
)  # fmt: skip


@pytest.fixture(scope="module")
def dana() -> Scenario:
    return load(SCENARIOS / "late-movers.yaml").playable


@pytest.fixture(scope="module")
def plain() -> Voice:
    voice, problems = load_voice(SCENARIOS / "voices" / "plain.yaml")
    assert voice is not None, problems
    return voice


def played(scenario: Scenario, seed: int, wishes: tuple[str, ...], turns: int = 14) -> Play:
    """A call in which the first of the wishes that is on the menu is said, and she is listened to otherwise."""
    play = start(scenario, seed)
    while play.state.stage == "call" and len(play.turns) < turns:
        offered = {choice.id for choice in menu(scenario, play.state)}
        wish = next((wish for wish in wishes if wish in offered), None)
        play = play.then(Listen() if wish is None or play.state.mid_sentence else Choose(wish))
    return play


def test_both_files_load_without_a_problem() -> None:
    assert load(SCENARIOS / "late-movers.yaml").problems == ()
    assert load_voice(SCENARIOS / "voices" / "plain.yaml")[1] == ()


@pytest.mark.parametrize("phase", PHASES)
def test_the_plain_voice_has_a_word_for_whatever_happens(plain: Voice, phase: Phase) -> None:
    last_resort = [reaction for reaction in plain.reactions if not reaction.to and reaction.when.phase == (phase,)]
    assert last_resort


def test_every_cue_is_answered_by_the_plain_voice(plain: Voice) -> None:
    assert {cue for reaction in plain.reactions for cue in reaction.to} >= CUES


def test_no_wording_stands_twice(dana: Scenario) -> None:
    wordings = Counter(line for voice in (dana, dana.shared) for reaction in voice.reactions for line in reaction.say)
    assert [line for line, times in wordings.items() if times > 1] == []


def test_menu_lines_are_short_and_do_what_the_game_knows(dana: Scenario, plain: Voice) -> None:
    for choice in (*dana.choices, *plain.choices):
        assert len(choice.say) <= LONGEST_LINE, choice.id
        assert set(choice.does) <= set(TECHNIQUES), choice.id


def test_every_misstep_tempts_somewhere(plain: Voice) -> None:
    tempting = {technique for choice in plain.choices for technique in choice.does}
    assert tempting >= {technique.id for technique in TECHNIQUES.values() if not technique.helpful}


@pytest.mark.parametrize("seed", SEEDS)
def test_hearing_her_first_settles_it_within_ten_turns(dana: Scenario, seed: int) -> None:
    play = played(dana, seed, HEARS_FIRST)
    assert play.state.outcome == "settled"
    assert len(play.turns) <= 10


@pytest.mark.parametrize("seed", SEEDS)
def test_offers_without_hearing_her_settle_nothing(dana: Scenario, seed: int) -> None:
    assert played(dana, seed, SOLVES_FIRST).state.outcome in (None, "lost")


@pytest.mark.parametrize("seed", SEEDS)
def test_orders_and_rules_lose_her(dana: Scenario, seed: int) -> None:
    assert played(dana, seed, ORDERS_AND_RULES).state.outcome == "lost"


@pytest.mark.parametrize("seed", SEEDS)
def test_she_tells_about_the_deposit_only_when_asked(dana: Scenario, seed: int) -> None:
    assert "deposit" not in played(dana, seed, (), turns=6).state.told
    assert "deposit" in played(dana, seed, HEARS_FIRST).state.told


def test_the_deposit_promised_delights_her_and_comes_back_at_the_follow_up(dana: Scenario) -> None:
    settled_at_a_cost = 0
    for seed in SEEDS:
        play = played(dana, seed, ("pay-the-deposit", *HEARS_FIRST))
        if "deposit" not in play.state.agreed:
            continue
        settled_at_a_cost += 1
        assert play.state.outcome == "settled_at_a_cost"
        late = play.then(FollowUp(30, "Has the deposit arrived?", Reading("Has the deposit arrived?")))
        assert dana.follow_up is not None
        assert late.state.said in dana.follow_up.broken
    assert settled_at_a_cost > 0


def test_the_line_that_calms_most_is_not_given_away_by_its_length(dana: Scenario) -> None:
    longest = menus = 0
    for seed in SEEDS:
        for turn in played(dana, seed, HEARS_FIRST).turns:
            lines = menu(dana, turn.before)
            best = min(lines, key=lambda line: step(dana, turn.before, Choose(line.id)).state.anger)
            menus += 1
            longest += len(best.say) == max(len(line.say) for line in lines)
    assert longest / menus < 1 / 3
