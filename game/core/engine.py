"""The fold: a scenario, a state and a move make a turn. Same arguments, same turn, on any machine."""

from dataclasses import replace
from typing import Final

from game.core import customer, menu
from game.core.chance import pick
from game.core.cues import cues_of
from game.core.helps import handover_is_right
from game.core.meter import TOP, effects_of, floor_after
from game.core.moment import MAY_REPEAT, Moment, words_of
from game.core.moves import GESTURES, Choose, End, FollowUp, Gesture, Move, Say, gestures_in
from game.core.outcome import made_good, needs, verdict
from game.core.reading import Reading
from game.core.scenario import Outcome, Scenario
from game.core.slots import fill, slots_of
from game.core.state import State, Turn, phase_of

LATEST_FOLLOW_UP: Final = 24 * 90
"""Hours after which nobody would call it a follow-up: ninety days."""


class MoveError(Exception):
    """A move that cannot be made; the sentence says why, and what can be done instead."""


def opening(scenario: Scenario, seed: int) -> State:
    """The state when the customer has said her first line."""
    first = customer.opening_beat(scenario, seed)
    anger = scenario.customer.anger
    return State(
        seed=seed, anger=anger, phase=phase_of(anger), said=first.said,
        beats=first.beats, told=first.told, abused=first.abuse, ever_abused=first.abuse,
    )  # fmt: skip


def why_not(scenario: Scenario, state: State, move: Move) -> str | None:
    """Why this move cannot be made now, as a sentence; None if it can."""
    if state.stage == "over":
        return "The call is over."
    if isinstance(move, End):
        return None
    if isinstance(move, FollowUp):
        return _why_not_follow_up(scenario, move)
    if state.stage == "afterwards":
        return "The call has ended. You can follow up, as in /later 30h How did it go?, or end here with /end."
    if isinstance(move, Gesture):
        return _why_not_gesture(scenario, move)
    if isinstance(move, Choose) and menu.choice_by_id(scenario, state, move.choice) is None:
        return "That line is not on the menu now."
    return None


def _why_not_follow_up(scenario: Scenario, move: FollowUp) -> str | None:
    if scenario.follow_up is None:
        return "Nothing needs following up here."
    if not 0 < move.hours <= LATEST_FOLLOW_UP:
        return "Follow up between 1 hour and 90 days after the call, as in /later 30h How did it go?"
    return None


def _why_not_gesture(scenario: Scenario, move: Gesture) -> str | None:
    noticed = gestures_in(scenario.setting)
    if move.kind not in GESTURES:
        return f"There is no gesture {move.kind}. Here you can: {', '.join(noticed)}."
    if move.kind not in noticed:
        return f"That cannot be noticed here. What can: {', '.join(noticed)}."
    return None


def step(scenario: Scenario, state: State, move: Move) -> Turn:
    """The turn that this move makes. Raises MoveError if it cannot be made now (see `why_not`)."""
    refusal = why_not(scenario, state, move)
    if refusal is not None:
        raise MoveError(refusal)
    moment = Moment(scenario, state, move, _reading(scenario, state, move))
    if isinstance(move, End):
        return Turn(state.turn + 1, move, moment.reading, (), (), state, _ended(scenario, state))
    effects = effects_of(moment)
    moved = _moved(moment, state.anger + sum(effect.points for effect in effects))
    moved = _trust_restored(scenario, replace(moved, floor=floor_after(moment, list(effects))))
    cues = cues_of(moment, moved)
    following_up = isinstance(move, FollowUp)
    after = _followed_up(moment, moved) if following_up else _answered(moment, moved, cues)
    return Turn(after.turn, move, moment.reading, cues, effects, state, after)


def _reading(scenario: Scenario, state: State, move: Move) -> Reading:
    if isinstance(move, Say | FollowUp):
        return move.reading
    if isinstance(move, Choose):
        choice = menu.choice_by_id(scenario, state, move.choice)
        return menu.reading_of(choice) if choice is not None else Reading()
    return Reading()


def _moved(moment: Moment, anger: int) -> State:
    """The state after the move, before the customer answers."""
    state, reading = moment.state, moment.reading
    gesture = (moment.gesture,) if moment.gesture else ()
    own_line = (words_of(reading.text),) if moment.speaking and not reading.does(*MAY_REPEAT) else ()
    relating = state.relating + 1 if moment.relating_only else state.relating
    if moment.speaking and not moment.relating_only:
        relating = 0
    return replace(
        state,
        turn=state.turn + 1,
        anger=anger,
        phase=phase_of(anger, state.phase),
        heard=state.heard + moment.new_facts,
        feelings=state.feelings + moment.new_feelings,
        techniques=state.techniques + reading.techniques + gesture,
        own_lines=state.own_lines + own_line,
        offered=state.offered + moment.new_remedies,
        agreed=state.agreed + moment.agrees_to,
        promises=state.promises + moment.promises,
        relating=relating,
        listened=state.listened + moment.letting_talk,
        limits=state.limits + (reading.does("boundary") and state.ever_abused),
        promise_broken=state.promise_broken or (moment.following_up and bool(moment.empty_promises)),
    )


def _trust_restored(scenario: Scenario, state: State) -> State:
    """After a broken promise: apology and compensation together let the floor go (row 19)."""
    if not (state.second_call and state.promise_broken and made_good(scenario, state)):
        return state
    return replace(state, promise_broken=False, floor=0)


def _answered(moment: Moment, moved: State, cues: tuple[str, ...]) -> State:
    """The state after the customer answered, or left."""
    scenario = moment.scenario
    said = customer.answer(moment, moved, cues)
    answered = replace(
        moved,
        said=said.said,
        lines=moved.lines + said.lines,
        beats=moved.beats + said.beats,
        told=moved.told + tuple(fact for fact in said.told if fact not in moved.told),
        abused=said.abuse,
        ever_abused=moved.ever_abused or said.abuse,
    )
    outcome = _outcome_now(moment, answered)
    if outcome is None:
        return answered
    return _closed(scenario, answered, outcome, keep_line=outcome != "lost")


def _outcome_now(moment: Moment, state: State) -> Outcome | None:
    """The outcome that this turn brings about by itself, if it does."""
    scenario = moment.scenario
    if state.anger >= TOP:
        return "lost"
    if state.turn - state.began >= moment.persona.patience:
        return verdict(scenario, state)
    if moment.reading.does("handover") and handover_is_right(moment) and not moment.misstep and not moment.hot:
        return "handed_over"
    if needs(scenario, state).met:
        return verdict(scenario, state)
    return None


def _ended(scenario: Scenario, state: State) -> State:
    """The player ends the call, or leaves it at that afterwards."""
    if state.stage == "afterwards":
        return replace(state, turn=state.turn + 1, stage="over", outcome=verdict(scenario, state))
    return _closed(scenario, replace(state, turn=state.turn + 1), verdict(scenario, state), keep_line=False)


def _closed(scenario: Scenario, state: State, outcome: Outcome, *, keep_line: bool) -> State:
    """The call ends with this outcome; a follow-up may still come, unless the customer was lost."""
    ending = scenario.endings.get(outcome) or scenario.shared.endings.get(outcome) or ()
    slots = slots_of(scenario, state)
    last = fill(pick(ending, state.seed, state.turn, "ending"), slots) if ending else ""
    said = f"{state.said} {last}".strip() if keep_line else last or state.said
    follows = scenario.follow_up is not None and outcome != "lost"
    return replace(state, said=said, outcome=outcome, stage="afterwards" if follows else "over")


def _followed_up(moment: Moment, moved: State) -> State:
    """The state after the follow-up: the last word, or, where a promise was empty, another call."""
    scenario, state = moment.scenario, moment.state
    if state.stage == "call":
        moved = replace(moved, outcome=verdict(scenario, moved))
    lines = customer.follow_up_lines(moment)
    said = pick(lines, state.seed, moved.turn, "follow-up") if lines else moved.said
    said = fill(said, slots_of(scenario, moved))
    if moment.empty_promises:
        return _second_call(replace(moved, said=said))
    return replace(moved, said=said, stage="over", outcome=verdict(scenario, moved))


def _second_call(state: State) -> State:
    """A promise was empty, so she is on the line again: what was heard stays, what was offered is void."""
    return replace(
        state, stage="call", outcome=None, second_call=True, began=state.turn,
        offered=(), agreed=(), promises=(), techniques=(), relating=0,
    )  # fmt: skip
