"""How a call goes: phases, the story, agreement, endings, and moves that cannot be made."""

from dataclasses import replace

import pytest
from scenes import DANA, VOICE, abusive, last, played, reading, say, unfinished, with_anger

from game.core.engine import MoveError, why_not
from game.core.menu import menu
from game.core.moves import Choose, End, FollowUp, Gesture, Listen, Move
from game.core.outcome import needs
from game.core.scenario import Outcome, Reaction, Scenario
from game.core.session import Session, play, start
from game.core.state import phase_of

HEAR = say("paraphrase empathy", "So three, not one: stressful", facts=("late",), feelings=("stressed",))
HEAR_MORE = say(
    "paraphrase empathy", "No time to clean, how humiliating", facts=("inspection",), feelings=("humiliated",)
)
OWN = say("apology ownership", "I'm sorry, that is our mistake")
ASK = say("open_question", "What else happened?")
OFFER = say(
    "solution agreement_check",
    "I can write about the deposit. Would that help?",
    facts=("deposit",),
    remedies=("letter",),
)
CLOSE = say("expectations agreement_check", "You will have it by five, all right?")
LATER = FollowUp(30, "Has the landlord answered?", reading("follow_up", "Has the landlord answered?"))
GOOD_CALL = (Listen(), HEAR, HEAR_MORE, OWN, ASK, OFFER)


@pytest.mark.parametrize(
    ("anger", "before", "phase"),
    [(72, "warm", "hot"), (64, "warm", "warm"), (64, "hot", "hot"), (59, "hot", "hot"), (58, "hot", "warm"),
     (35, "warm", "warm"), (34, "warm", "cool"), (34, "hot", "cool")],
)  # fmt: skip
def test_hot_begins_at_65_and_is_left_at_58(anger: int, before: str, phase: str) -> None:
    assert phase_of(anger, before) == phase  # type: ignore[arg-type]


def test_the_order_that_works_settles() -> None:
    folded = played(DANA, *GOOD_CALL)
    assert folded.state.outcome == "settled"
    assert folded.state.stage == "afterwards"
    assert folded.then(LATER).state.stage == "over"
    assert folded.then(LATER).state.outcome == "settled"


def test_solving_first_does_not_settle() -> None:
    moves = (OFFER, say("solution", "And half the fee back", remedies=("half_fee",)), CLOSE)
    assert played(DANA, *moves).state.outcome is None


def test_silence_lets_the_story_come_and_the_last_part_must_be_asked_for() -> None:
    assert last(DANA, Listen()).state.told == ("late", "inspection")
    assert last(DANA, Listen(), Listen()).state.told == ("late", "inspection")
    assert last(DANA, Listen(), ASK).state.told == ("late", "inspection", "deposit")


def test_a_question_is_answered_by_the_story() -> None:
    assert last(DANA, ASK).said == "I had no time to clean before the inspection."


def test_after_being_understood_she_goes_on_telling() -> None:
    assert last(DANA, HEAR).said.endswith("I had no time to clean before the inspection.")


def test_an_interruption_keeps_the_rest_of_the_story_back() -> None:
    assert last(unfinished(), HEAR).state.told == ("late",)


def test_a_mere_go_on_does_not_interrupt() -> None:
    assert last(unfinished(), say("encourager", "go on")).change <= 0


def test_facts_are_heard_only_when_they_were_told() -> None:
    assert last(DANA, say("paraphrase", facts=("deposit",))).state.heard == ()


def test_she_agrees_only_once_she_was_heard_and_is_not_hot() -> None:
    assert last(DANA, OFFER).state.agreed == ()
    assert last(with_anger(60), OFFER).state.agreed == ()
    assert last(with_anger(60), HEAR, OFFER).state.agreed == ("letter",)


def test_an_offer_on_the_table_is_agreed_to_when_she_is_asked_later() -> None:
    assert played(with_anger(64), OFFER, HEAR, CLOSE).state.agreed == ("letter",)


def test_no_agreement_comes_from_a_line_with_a_misstep() -> None:
    insulting = say("solution hostility", "take the letter and shut up", remedies=("letter",))
    assert played(with_anger(60), HEAR, insulting).state.agreed == ()


def test_a_line_nobody_can_read_moves_nothing() -> None:
    turn = last(DANA, say("", "asdf qwer"))
    assert turn.effects == ()
    assert turn.change == 0


ENDINGS: list[tuple[Outcome, Scenario, tuple[Move, ...]]] = [
    ("settled", DANA, (*GOOD_CALL, End())),
    ("settled_at_a_cost", DANA, (*GOOD_CALL[:-1], say(
        "solution agreement_check", "We'll pay the deposit, all right?", facts=("deposit",), remedies=("pay_deposit",)),
    )),
    ("agreed_to_differ", replace(with_anger(60), remedies=(), follow_up=None), (
        Listen(), HEAR, HEAR_MORE, ASK, say("paraphrase", "and the deposit", facts=("deposit",)),
        say("expectations", "I can't change that, and here is why"),
    )),
    ("handed_over", with_anger(60), (HEAR, ASK, say("handover", "I'll bring in my supervisor, who can decide"))),
    ("limit_kept", abusive(), (say("boundary", "I can't help while sworn at"), End())),
    ("lost", DANA, (End(),)),
    ("lost", DANA, tuple(say("hostility", f"insult {n} is {n}") for n in range(3))),
]  # fmt: skip


@pytest.mark.parametrize(("outcome", "scenario", "moves"), ENDINGS)
def test_every_outcome_can_be_reached(outcome: Outcome, scenario: Scenario, moves: tuple[Move, ...]) -> None:
    state = start(scenario, 7)
    for move in moves:
        state = state.then(move)
    assert state.state.outcome == outcome


def test_a_falling_meter_alone_is_no_win() -> None:
    calm = with_anger(20)
    assert not needs(calm, start(calm, 1).state).met
    assert last(calm, End()).state.outcome == "lost"


def test_patience_runs_out() -> None:
    short = replace(DANA, customer=replace(DANA.customer, patience=3))
    assert played(short, Listen(), ASK, HEAR).state.outcome == "lost"


REFUSALS: list[tuple[Scenario, tuple[Move, ...], Move, str]] = [
    (DANA, (End(),), Listen(), "over"),
    (DANA, (), Gesture("nod"), "cannot be noticed here"),
    (DANA, (), Gesture("bow"), "no gesture bow"),
    (DANA, (), Choose("nothing"), "not on the menu"),
    (DANA, (), FollowUp(0, "x", reading("")), "between 1 hour and 90 days"),
    (replace(DANA, follow_up=None), (), LATER, "Nothing needs following up"),
    (DANA, GOOD_CALL, ASK, "call has ended"),
]


@pytest.mark.parametrize(("scenario", "before", "move", "said"), REFUSALS)
def test_a_move_that_cannot_be_made_is_refused_with_a_reason(
    scenario: Scenario, before: tuple[Move, ...], move: Move, said: str
) -> None:
    state = played(scenario, *before)
    assert said in (why_not(scenario, state.state, move) or "")
    with pytest.raises(MoveError, match=said):
        state.then(move)


def test_a_session_folds_to_the_play_it_came_from() -> None:
    folded = played(DANA, *GOOD_CALL)
    assert play(folded.session) == folded
    assert play(Session(DANA, 7)).turns == ()


def test_taking_back_is_playing_one_move_less() -> None:
    assert played(DANA, *GOOD_CALL).back() == played(DANA, *GOOD_CALL[:-1])


def test_the_menu_is_the_same_for_the_same_state_and_its_order_differs_by_seed() -> None:
    menus = [tuple(choice.id for choice in menu(DANA, start(DANA, seed).state)) for seed in range(20)]
    assert menus[3] == tuple(choice.id for choice in menu(DANA, start(DANA, 3).state))
    assert len(set(menus)) > 1


@pytest.mark.parametrize("seed", range(30))
def test_the_menu_always_holds_a_line_that_goes_on(seed: int) -> None:
    folded = start(DANA, seed)
    for _ in range(12):
        lines = menu(DANA, folded.state)
        if not lines:
            break
        folded = min((folded.then(Choose(line.id)) for line in lines), key=lambda play: play.state.anger)
    assert folded.state.heard


def test_a_menu_line_stands_for_her_own_fact_and_feeling() -> None:
    lines = {choice.id: choice for choice in menu(DANA, start(DANA, 7).state)}
    assert lines["say-back"].say == "So we told you one o'clock and nobody showed up until three."
    assert lines["say-back"].facts == ("late",)


def test_no_line_of_hers_comes_twice_while_another_fits() -> None:
    thanks = [say("empathy", f"words {n} {n} {n}") for n in range(3)]
    said = [turn.said.split(" I had")[0] for turn in played(replace(DANA, story=DANA.story[:1]), *thanks).turns]
    assert len(set(said)) == 3


def test_the_authors_reaction_goes_before_the_shared_one() -> None:
    own = replace(DANA, reactions=(Reaction(("Mine.",), ("apology",)),), shared=VOICE)
    assert last(own, OWN).said == "Mine."


EMPTY = say(
    "solution agreement_check", "We'll pay the deposit, all right?", facts=("deposit",), remedies=("pay_deposit",)
)
BROKEN = (*GOOD_CALL[:-1], EMPTY, LATER)


def test_a_promise_that_cannot_be_kept_opens_a_second_call() -> None:
    state = played(DANA, *BROKEN).state
    assert (state.stage, state.second_call, state.outcome) == ("call", True, None)
    assert state.floor == 15
    assert state.said == "You promised."


def test_the_floor_stays_until_apology_and_compensation_both_came() -> None:
    sorry = say("apology ownership", "I promised what I could not, and I am sorry")
    paid = say("solution", "I have put half the fee back", remedies=("half_fee",))
    assert played(DANA, *BROKEN, sorry).state.floor == 15
    assert played(DANA, *BROKEN, paid).state.floor == 15
    assert played(DANA, *BROKEN, sorry, paid).state.floor == 0


def test_a_second_call_ends_well_only_at_a_cost() -> None:
    sorry = say("apology ownership", "I promised what I could not, and I am sorry")
    again = say("solution agreement_check expectations", "Half the fee by five: fair?", remedies=("half_fee",))
    assert played(DANA, *BROKEN, sorry, again).state.outcome == "settled_at_a_cost"


LIMIT = say("boundary", "I want to help, and I can't while I'm being insulted")


@pytest.mark.parametrize(
    ("scenario", "move", "first"),
    [
        (abusive(), LIMIT, "boundary"),
        (abusive(), say("boundary solution", "Stop, and I refund half the fee", remedies=("half_fee",)), "boundary"),
        (abusive(), say("boundary command", "I can't help like this, so calm down"), "command"),
        (DANA, LIMIT, "limit_unneeded"),
    ],
)
def test_right_after_abuse_a_limit_is_answered_before_whatever_else_was_done_and_before_being_talked_past(
    scenario: Scenario, move: Move, first: str
) -> None:
    assert last(scenario, Listen(), move).cues[0] == first


WHICH = Reaction(("It's in your notes.",), ("clarifying_question",))


@pytest.mark.parametrize(
    ("move", "said"),
    [
        (
            say("clarifying_question", "What is your booking number?"),
            "It's in your notes. I had no time to clean before the inspection.",
        ),
        (say("clarifying_question", "When did they come?"), "I had no time to clean before the inspection."),
        (say("open_question", "What happened?"), "I had no time to clean before the inspection."),
    ],
)
def test_a_question_for_a_record_is_answered_before_she_goes_on_and_one_about_the_story_by_the_story(
    move: Move, said: str
) -> None:
    assert last(replace(DANA, reactions=(WHICH,)), move).said == said
