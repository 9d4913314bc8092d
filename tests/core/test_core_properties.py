"""What stays true whatever is said: the properties of the meter, over random calls."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenes import DANA, abusive, last, played, say, unfinished, with_anger

from game.core.engine import step, why_not
from game.core.menu import menu
from game.core.moves import Choose, End, FollowUp, Gesture, Listen, Move, Say
from game.core.personas import PERSONAS
from game.core.reading import Evidence, Reading
from game.core.scenario import Caring, Complication, Customer, Scenario
from game.core.session import Play, start
from game.core.techniques import MISSTEPS, TECHNIQUES

FACTS, FEELINGS, REMEDIES = ("late", "inspection", "deposit"), ("stressed", "humiliated"), ("half_fee", "letter")
SCENARIOS = (
    DANA,
    unfinished(),
    abusive(),
    with_anger(40),
    with_anger(98),
    replace(DANA, complications=(Complication(("(Next!)",)),)),
)


def some(of: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(of), max_size=2, unique=True).map(tuple)


@st.composite
def lines(draw: st.DrawFn) -> Say:
    techniques = draw(st.lists(st.sampled_from(tuple(TECHNIQUES)), max_size=4, unique=True))
    heard = {"facts": some(FACTS), "feelings": some(FEELINGS), "mistaken": some(FACTS)}
    return say(
        " ".join(techniques),
        draw(st.sampled_from(("one line", "another line here", "some quite other words", "and yet another one"))),
        remedies=draw(some((*REMEDIES, "pay_deposit"))),
        **{name: draw(strategy) for name, strategy in heard.items()},
    )


MOVES = st.one_of(
    lines(),
    st.just(Listen()),
    st.integers(0, 5).map(lambda number: Choose(str(number))),
    st.sampled_from(("nod", "sigh", "breathe", "talkover", "point")).map(Gesture),
    st.builds(FollowUp, st.integers(1, 200), st.just("about the refund"), st.just(Reading())),
    st.just(End()),
)


def play_any(scenario: Scenario, seed: int, moves: list[Move]) -> Play:
    """Play what can be played of these moves; a Choose stands for a place on the menu."""
    play = start(scenario, seed)
    for move in moves:
        made = move
        if isinstance(move, Choose):
            choices = menu(scenario, play.state)
            made = Choose(choices[int(move.choice) % len(choices)].id) if choices else Listen()
        if why_not(scenario, play.state, made) is None:
            play = play.then(made)
    return play


PEOPLE = st.builds(
    Customer,
    st.just("Dana Whitfield"),
    st.integers(5, 98),
    st.sampled_from(("she", "he", "they")),
    some(FEELINGS),
    persona=st.sampled_from(tuple(PERSONAS)).map(lambda name: (name,)),
    cares_about=st.none() | st.builds(Caring, *[st.integers(0, 3)] * 3),
    patience=st.none() | st.integers(4, 30),
    candour=st.none() | st.integers(0, 3),
    pride=st.none() | st.integers(0, 3),
    heats=st.sampled_from((None, "slowly", "fast")),
    cools=st.sampled_from((None, "slowly", "fast")),
    hot_buttons=some(("command", "excuse", "jargon")),
)
ANY_SCENARIO = st.builds(
    lambda scenario, person, fault, setting, noise: replace(
        scenario, customer=person, brief=replace(scenario.brief, fault=fault), setting=setting, noise=noise
    ),
    st.sampled_from(SCENARIOS),
    PEOPLE,
    st.sampled_from(("ours", "unclear", "theirs")),
    st.sampled_from(("phone", "counter", "chat")),
    st.booleans(),
)
CALLS = st.builds(play_any, ANY_SCENARIO, st.integers(0, 10_000), st.lists(MOVES, max_size=14))


@settings(max_examples=400, deadline=None)
@given(CALLS)
def test_the_effects_of_a_turn_sum_exactly_to_the_change_of_the_meter(play: Play) -> None:
    for turn in play.turns:
        assert sum(effect.points for effect in turn.effects) == turn.change


@settings(max_examples=100, deadline=None)
@given(CALLS)
def test_the_meter_stays_within_its_ends_and_a_turn_within_its_limits(play: Play) -> None:
    for turn in play.turns:
        assert 0 <= turn.state.anger <= 100
        assert -15 <= turn.change <= 20


@settings(max_examples=100, deadline=None)
@given(CALLS)
def test_the_same_seed_and_moves_give_the_same_play(play: Play) -> None:
    again = start(play.scenario, play.opening.seed)
    for turn in play.turns:
        again = again.then(turn.move)
    assert again == play


@settings(max_examples=100, deadline=None)
@given(CALLS, st.sampled_from(MISSTEPS), lines())
def test_adding_a_misstep_never_makes_a_line_better(play: Play, misstep: str, line: Say) -> None:
    if play.state.stage != "call":
        return
    worse = replace(line, reading=replace(line.reading, evidence=(*line.reading.evidence, *_evidence(misstep))))
    plain = step(play.scenario, play.state, line)
    if not line.reading.recognised:
        return
    assert step(play.scenario, play.state, worse).state.anger >= plain.state.anger


def _evidence(misstep: str) -> tuple[Evidence, ...]:
    return say(misstep).reading.evidence


@settings(max_examples=100, deadline=None)
@given(CALLS, st.sampled_from(("command", "hostility", "blame", "dismissal")))
def test_a_bad_misstep_alone_never_lowers_the_meter(play: Play, misstep: str) -> None:
    if play.state.stage == "call":
        assert step(play.scenario, play.state, say(misstep, "quite new words here")).change >= 0


@settings(max_examples=100, deadline=None)
@given(CALLS, st.integers(0, 1000))
def test_no_line_of_hers_is_empty(play: Play, seed: int) -> None:
    assert all(turn.said for turn in play.turns)


@settings(max_examples=100, deadline=None)
@given(CALLS)
def test_every_effect_says_why_in_a_sentence_to_the_trainee(play: Play) -> None:
    for turn in play.turns:
        for effect in turn.effects:
            assert effect.label
            assert effect.why[0].isupper()
            assert effect.why.endswith(".")
            assert "{" not in effect.why


GOOD_LINES = ["empathy", "paraphrase empathy", "apology ownership", "solution agreement_check", "open_question"]


@pytest.mark.parametrize("techniques", GOOD_LINES)
def test_one_good_line_said_five_times_settles_nothing_and_ends_worse_than_said_once(techniques: str) -> None:
    line = say(techniques, "just these very words", facts=("late",), feelings=("stressed",), remedies=("letter",))
    five = played(DANA, line, line, line, line, line)
    assert five.state.outcome is None
    assert five.state.anger > last(DANA, line).state.anger


def hot(person: Customer) -> Scenario:
    """This person, hot when the call begins, with the patience for five lines."""
    return replace(DANA, customer=replace(person, anger=66 + person.anger // 4, patience=30))


@settings(max_examples=100, deadline=None)
@given(PEOPLE)
def test_hot_and_unheard_hearing_first_ends_lower_than_solving_first(person: Customer) -> None:
    hear = say("paraphrase empathy", "so the van came late", facts=("late",), feelings=("stressed",))
    solve = say("solution", "I can write to your landlord", remedies=("letter",))
    assert played(hot(person), hear, solve).state.anger < played(hot(person), solve, hear).state.anger


@settings(max_examples=100, deadline=None)
@given(PEOPLE, st.sampled_from(GOOD_LINES))
def test_whoever_is_calling_one_line_five_times_ends_worse_than_once(person: Customer, techniques: str) -> None:
    line = say(techniques, "just these very words", facts=("late",), feelings=("stressed",), remedies=("letter",))
    once = played(hot(person), line)
    five = once
    while five.state.stage == "call" and len(five.turns) < 5:
        five = five.then(line)
    assert five.state.outcome in (None, "lost")
    assert five.state.anger > once.state.anger


_FEELING_WORDS = ("awful", "hard", "sad", "rough", "bad", "sorry", "tough", "low")


def test_empathy_alone_never_settles() -> None:
    talk = [
        say("empathy", f"{word} {word} {word}")
        for word in ["awful", "hard", "sad", "rough", "bad", "sorry", "tough", "low"]
    ]
    assert played(with_anger(60), *talk).state.outcome is None


def test_solving_alone_never_settles_while_hot() -> None:
    offers = [say("solution agreement_check", f"offer {n} of {n}", remedies=REMEDIES) for n in range(6)]
    play = played(DANA, *offers)
    assert play.state.outcome is None
    assert play.state.agreed == ()


def test_a_repeated_limit_is_not_punished_on_abuse_and_is_on_someone_merely_upset() -> None:
    limit = say("boundary", "I want to help you and I can't while I'm sworn at")
    assert last(abusive(), limit, limit).change <= 0
    assert last(DANA, limit, limit).change > 0
