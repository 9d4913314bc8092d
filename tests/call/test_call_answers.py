"""What comes of a line: moves, doubt, taking back, disputes, refusals. A call is a value and never changes."""

from dataclasses import replace

import pytest
from scenes import DANA

from game.call import Answer, Call, Dispute, Left, Moved, Refused, Settings, Shown, TookBack, Unsure, new_call, take
from game.core.moves import Choose, End, FollowUp, Gesture, Listen, Say

TYPED = new_call("dana", DANA, 7, Settings("typed"))
MENU = new_call("dana", DANA, 7, Settings("menu"))
SPOKEN = new_call("dana", replace(DANA, setting="counter"), 7, Settings("spoken"))
SORRY = "I'm truly sorry about this, that's our mistake."
NONSENSE = "asdf qwer"


def after(call: Call, *lines: str) -> tuple[Call, Answer]:
    answer: Answer = Left()
    for line in lines:
        call, answer = take(call, line)
    return call, answer


def moved(call: Call, *lines: str) -> Moved:
    answer = after(call, *lines)[1]
    assert isinstance(answer, Moved), answer
    return answer


def test_words_are_said_with_their_reading() -> None:
    move = moved(TYPED, SORRY).turn.move
    assert isinstance(move, Say)
    assert {"apology", "ownership"} <= set(move.reading.techniques)


def test_an_empty_line_listens() -> None:
    assert moved(TYPED, "").turn.move == Listen()


def test_a_number_chooses_from_the_menu_and_words_are_said_there_too() -> None:
    assert isinstance(moved(MENU, "1").turn.move, Choose)
    assert isinstance(moved(MENU, SORRY).turn.move, Say)


def test_in_typed_mode_a_stroke_and_a_number_choose() -> None:
    assert isinstance(moved(TYPED, "/2").turn.move, Choose)


def test_a_gesture_follow_up_and_end_are_moves() -> None:
    assert moved(SPOKEN, "/nod").turn.move == Gesture("nod")
    assert moved(TYPED, "/end").turn.move == End()
    assert isinstance(moved(TYPED, "/later 30h Did the refund arrive?").turn.move, FollowUp)


def test_a_line_that_is_not_understood_costs_nothing_and_offers_guesses() -> None:
    call, answer = after(TYPED, NONSENSE)
    assert isinstance(answer, Unsure)
    assert len(answer.pending.guesses) == 3
    assert call.play == TYPED.play


def test_a_guess_that_is_picked_is_what_was_meant() -> None:
    call, _ = after(TYPED, NONSENSE)
    assert call.pending is not None
    meant = call.pending.guesses[0].technique
    answer = moved(call, "1")
    assert answer.turn.reading.techniques == (meant,)
    assert answer.dispute == Dispute(DANA.story[0].say[0], NONSENSE, (), meant)


def test_none_of_the_guesses_lets_the_line_pass_without_moving_the_meter() -> None:
    answer = moved(TYPED, NONSENSE, "!")
    assert answer.turn.change == 0
    assert answer.dispute is not None


def test_disputing_a_reading_takes_the_line_back_to_be_read_again() -> None:
    call, answer = after(TYPED, SORRY, "!")
    assert isinstance(answer, Unsure)
    assert answer.took_back
    assert call.play == TYPED.play
    assert not {"apology", "ownership"} & {guess.technique for guess in answer.pending.guesses}


def test_saying_it_another_way_drops_the_line_that_waits() -> None:
    call, _ = after(TYPED, NONSENSE, SORRY)
    assert call.pending is None
    assert call.state.turn == 1


def test_back_takes_a_turn_back_and_then_there_is_nothing_to_take() -> None:
    call, answer = after(TYPED, SORRY, "/back")
    assert isinstance(answer, TookBack)
    assert call.play == TYPED.play
    assert isinstance(after(TYPED, "/back")[1], Refused)


def test_trying_again_from_a_turn_keeps_what_came_before_it() -> None:
    call, answer = after(TYPED, SORRY, "", "/again 2")
    assert answer == TookBack(kept=1)
    assert call.play == after(TYPED, SORRY)[0].play
    assert isinstance(after(TYPED, SORRY, "/again 5")[1], Refused)


@pytest.mark.parametrize("word", ["why", "brief", "coach", "help"])
def test_a_look_is_no_move(word: str) -> None:
    call, answer = after(TYPED, f"/{word}")
    assert answer == Shown(word)  # type: ignore[arg-type]
    assert call == TYPED


REFUSALS = [
    (MENU, "9", "lines to choose from: type 1 to"),
    (TYPED, "/heard empathy", "--spoken"),
    (TYPED, "!", "no line of yours to dispute"),
    (TYPED, "/nod", "cannot be noticed here"),
    (SPOKEN, "/heard empaty", "Did you mean empathy?"),
    (SPOKEN, "/heard late", "at least one kind of move"),
]


@pytest.mark.parametrize(("call", "line", "said"), REFUSALS)
def test_what_cannot_be_done_is_refused_with_a_reason(call: Call, line: str, said: str) -> None:
    same, answer = take(call, line)
    assert isinstance(answer, Refused)
    assert said in answer.sentence
    assert same == call


def test_observers_say_what_was_heard_and_a_paraphrase_hears_the_next_fact() -> None:
    turn = moved(SPOKEN, "/heard empathy paraphrase").turn
    assert turn.reading.techniques == ("empathy", "paraphrase")
    assert turn.state.heard == ("late",)


def test_observers_may_name_a_remedy() -> None:
    assert moved(SPOKEN, "/heard solution letter").turn.state.offered == ("letter",)


NASTY = ["I said [/ hm [@click=app.quit]x[/]", "\x1b[31mred\x1b[0m", "\x1b]52;c;aGk=\x07", "\u202egnirts", "a\x00b"]


@pytest.mark.parametrize("line", NASTY)
def test_what_is_kept_of_a_line_holds_nothing_that_steers_a_terminal(line: str) -> None:
    answer = after(TYPED, line)[1]
    text = answer.pending.text if isinstance(answer, Unsure) else moved(TYPED, line).turn.reading.text
    assert not any(ord(c) < 32 or c in "\x7f\u202e" for c in text)
    assert "[@click=app.quit]x[/]" in text or "click" not in line
