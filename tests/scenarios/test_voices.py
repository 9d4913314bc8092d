"""The shared voices: whatever is done, each has an answer to it, in a temper of its own and never out of words."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

from game.authoring.bots import BOTS, played_by
from game.authoring.library import load, load_voice
from game.core.cues import ORDER
from game.core.customer import says_to_others
from game.core.menu import menu
from game.core.moves import GESTURES, Gesture, Listen, Say
from game.core.reading import told_reading
from game.core.scenario import FollowUpKind, Outcome, Phase, Reaction, Scenario, Setting, Voice
from game.core.session import Play, start
from game.core.techniques import TECHNIQUES, is_misstep

HERE = Path(__file__).parents[2]
VOICES = sorted(path.stem for path in (HERE / "scenarios" / "voices").glob("*.yaml"))
TEMPERS = sorted(set(VOICES) - {"plain"})
PHASES: tuple[Phase, ...] = get_args(Phase)
NEVER = {("agreed", "hot"), ("what_now", "hot"), ("what_now", "warm")}
"""Nobody agrees while hot, and what comes next is asked only once cool."""
LONGEST_LINE = 200
LONGEST_CHOICE = 140
TURNS = 12
QUOTED = ("command", "blame", "dismissal", "policy_shield", "closing_off", "non_apology", "condescension", "empathy")
SWEARING = re.compile(r"\b(damn\w*|bloody|hell|crap|bastard|arse)\b", re.IGNORECASE)


@cache
def voice_of(name: str) -> Voice:
    voice, problems = load_voice(HERE / "scenarios" / "voices" / f"{name}.yaml")
    assert voice is not None
    assert problems == ()
    return voice


@cache
def spoken_with(name: str) -> Scenario:
    """A small call about late movers, in this voice; the file itself says nothing but the story."""
    return replace(load(HERE / "tests" / "data" / "small.yaml").playable, shared=voice_of(name))


def lines_of(voice: Voice) -> list[str]:
    said = [line for reaction in voice.reactions for line in reaction.say]
    afterwards = [line for kind in get_args(FollowUpKind) for line in voice.follow_up.lines(kind)]
    told = [line for lines in (*voice.endings.values(), *voice.says_to_others.values()) for line in lines]
    return said + afterwards + told + [line for one in voice.complications for line in one.say]


def always_fits(reaction: Reaction, cue: str, phase: str) -> bool:
    """Whether this answers the cue in this phase, whoever calls and however angry they are."""
    bare = not (reaction.swears or reaction.fact or reaction.remedy or reaction.once or reaction.when.from_anger)
    in_phase = not reaction.when.phase or phase in reaction.when.phase
    return bare and cue in reaction.to and in_phase and any("{" not in line for line in reaction.say)


@pytest.mark.parametrize("name", VOICES)
@pytest.mark.parametrize("phase", PHASES)
def test_every_cue_is_answered_in_every_phase(name: str, phase: Phase) -> None:
    expected = {cue for cue in ORDER if (cue, phase) not in NEVER}
    answered = {cue for cue in ORDER for one in voice_of(name).reactions if always_fits(one, cue, phase)}
    assert expected - answered == set()


@pytest.mark.parametrize("name", VOICES)
@pytest.mark.parametrize("phase", PHASES)
def test_something_is_left_to_say_when_nothing_fits(name: str, phase: Phase) -> None:
    assert any(not one.to and phase in one.when.phase and not one.swears for one in voice_of(name).reactions)


@pytest.mark.parametrize("name", VOICES)
def test_lines_are_short_enough_to_be_said(name: str) -> None:
    assert [line for line in lines_of(voice_of(name)) if len(line) > LONGEST_LINE] == []
    assert [one.say for one in voice_of(name).choices if len(one.say) > LONGEST_CHOICE] == []


@pytest.mark.parametrize("name", VOICES)
def test_no_wording_stands_twice(name: str) -> None:
    lines = [line for one in voice_of(name).reactions for line in one.say]
    assert sorted({line for line in lines if lines.count(line) > 1}) == []


def test_no_two_tempers_share_more_than_a_few_words() -> None:
    """A voice of its own: no line of more than four words is said in two tempers."""
    by_line: dict[str, set[str]] = {}
    for name in VOICES:
        for line in lines_of(voice_of(name)):
            by_line.setdefault(line, set()).add(name)
    assert {line: names for line, names in by_line.items() if len(names) > 1 and len(line.split()) > 4} == {}


@pytest.mark.parametrize("name", VOICES)
def test_nobody_swears_unasked_or_shouts_in_marks(name: str) -> None:
    voice = voice_of(name)
    swearing = [line for one in voice.reactions if one.swears for line in one.say]
    assert all(SWEARING.search(line) for line in swearing)
    assert [line for line in lines_of(voice) if SWEARING.search(line) and line not in swearing] == []
    assert [line for line in lines_of(voice) if line.count("!") > 3 or "!!" in line] == []


@pytest.mark.parametrize("name", VOICES)
def test_endings_follow_ups_and_what_is_told_to_others_are_complete(name: str) -> None:
    voice = voice_of(name)
    assert set(voice.endings) == set(voice.says_to_others) == set(get_args(Outcome))
    assert all(voice.follow_up.lines(kind) for kind in get_args(FollowUpKind))


@pytest.mark.parametrize("name", VOICES)
@pytest.mark.parametrize("setting", get_args(Setting))
def test_something_can_come_in_between_wherever_it_is(name: str, setting: Setting) -> None:
    here = [one for one in voice_of(name).complications if not one.settings or setting in one.settings]
    assert here
    assert all(one.fact is None for one in here)


@pytest.mark.parametrize("name", TEMPERS)
def test_menu_lines_are_named_after_their_voice_and_do_what_the_game_knows(name: str) -> None:
    for choice in voice_of(name).choices:
        assert choice.id.startswith(f"{name}-")
        assert set(choice.does) <= set(TECHNIQUES), choice.id


@pytest.mark.parametrize("name", VOICES)
@pytest.mark.parametrize("phase", PHASES)
def test_the_menu_is_a_choice_in_every_phase(name: str, phase: Phase) -> None:
    scenario = spoken_with(name)
    state = replace(start(scenario, 1).state, phase=phase)
    for seed in range(20):
        lines = menu(scenario, replace(state, seed=seed))
        helps = [not any(is_misstep(technique) for technique in line.does) for line in lines]
        assert len(lines) >= 4
        assert any(helps)
        assert not all(helps)


@pytest.mark.parametrize("name", VOICES)
def test_no_slot_stays_empty_and_nobody_is_at_a_loss_for_words(name: str) -> None:
    scenario = spoken_with(name)
    for seed in range(200):
        play = played_by(BOTS["random"], scenario, seed)
        said = [turn.state.said for turn in play.turns] + [says_to_others(scenario, play.state)]
        assert not [line for line in said if "{" in line or line == "…"], seed


@pytest.mark.parametrize("name", VOICES)
def test_whoever_hears_first_settles_it_in_this_voice(name: str) -> None:
    for seed in range(20):
        assert played_by(BOTS["skilled"], spoken_with(name), seed).state.outcome == "settled"


def repeated_too_soon(play: Play) -> list[str]:
    """Lines said a second time while another wording of the same answer was still unsaid."""
    early: list[str] = []
    before: list[str] = []
    for turn in play.turns[:TURNS]:
        new = turn.state.lines[len(turn.before.lines) :]
        for line in new:
            wordings = [one.say for one in play.scenario.shared.reactions if line in one.say]
            unsaid = [other for say in wordings for other in say if "{" not in other and other not in before]
            early += [line] if line in before and unsaid else []
        before += new
    return early


@pytest.mark.parametrize("name", VOICES)
@pytest.mark.parametrize("bot", ["skilled", "gusher", "script-reader", "solver-first", "silent", "random"])
def test_no_line_comes_again_while_another_fits(name: str, bot: str) -> None:
    for seed in range(10):
        assert repeated_too_soon(played_by(BOTS[bot], spoken_with(name), seed)) == []


@pytest.mark.parametrize("name", VOICES)
@pytest.mark.parametrize("kind", [kind for kind, body in GESTURES.items() if not body.helpful])
def test_a_harmful_gesture_is_noticed(name: str, kind: str) -> None:
    scenario = replace(spoken_with(name), setting="counter")
    noticed = [line for one in voice_of(name).reactions if kind in one.to for line in one.say]
    assert start(scenario, 3).then(Gesture(kind)).state.said in noticed


@pytest.mark.parametrize("name", VOICES)
def test_what_was_not_taken_in_is_said_again(name: str) -> None:
    scenario = spoken_with(name)
    reply = "Thank you for your patience."
    again = 0
    for seed in range(30):
        play = start(scenario, seed).then(Listen())
        play = play.then(Say(reply, told_reading(reply, ("gratitude",), "a test", "")))
        again += scenario.story[0].say[0] in play.state.said
    assert again > 0


@pytest.mark.parametrize("name", TEMPERS)
@pytest.mark.parametrize("technique", QUOTED)
def test_the_players_words_are_thrown_back(name: str, technique: str) -> None:
    reply = "It is what it is."
    said = [
        start(spoken_with(name), seed).then(Say(reply, told_reading(reply, (technique,), "a test", ""))).state.said
        for seed in range(40)
    ]
    assert any("“it is what it is”" in line.lower() for line in said)
