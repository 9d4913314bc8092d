"""Texts that both front ends show: the brief, a reason, a menu, the debrief, as plain lines without boxes."""

from collections.abc import Iterator

from game.call import CHOOSING
from game.core.moves import gestures_in
from game.core.outcome import needs
from game.core.scenario import Scenario
from game.core.slots import PRONOUNS
from game.core.state import GOAL, State, Turn
from game.line import COMMANDS
from game.review.audit import GRADES, rows, sentence, signed
from game.review.debrief import Debrief, rating_sentences
from game.review.goals import Goal

HIDDEN = "The meter is hidden. Why it moved is in the debrief."
"""What is told in a call with the meter hidden when somebody asks why."""
WHERE = {"phone": "by phone", "counter": "at the counter", "chat": "by chat"}
"""How each setting is told after a title."""


def brief_lines(scenario: Scenario) -> Iterator[str]:
    """What the player knows, may and may not, and what a good end is."""
    brief, they = scenario.brief, PRONOUNS[scenario.customer.pronoun]
    yield f"{scenario.title}, {WHERE[scenario.setting]}."
    yield f"You are: {brief.you_are}."
    yield f"What you know: {brief.situation}"
    yield from (f"You may {allowed}." for allowed in brief.you_may)
    yield from (f"You may not {refused}." for refused in brief.you_may_not)
    matters = len(scenario.must_hear(()))
    yield (
        f"It ends well when {they.possessive} anger is at {GOAL} or below, what matters was heard "
        f"({matters} {'thing' if matters == 1 else 'things'}), and a next step is agreed that you can keep."
    )


def goal_line(goal: Goal) -> str:
    """The goal that was carried over from the last call."""
    return f"Your goal, from last time: {goal.text}"


def standing_lines(scenario: Scenario, state: State) -> Iterator[str]:
    """How far the call has come, and what was promised."""
    need = needs(scenario, state)
    yield f"Heard so far: {need.heard} of {need.to_hear}. Next step agreed: {'yes' if need.next_step else 'not yet'}."
    for promise in state.promises:
        beyond = any(r.id == promise.remedy and r.beyond_authority for r in scenario.remedies)
        due = f", within {promise.hours} hours" if promise.hours is not None else ""
        yield f"You promised: “{promise.what}” ({'not yours to give' if beyond else 'yours to give'}{due})."


def anger_line(state: State, turn: Turn | None = None) -> str:
    """The meter in words: value, phase, change and reasons."""
    text = f"Anger {state.anger} of 100, {state.phase}"
    if turn is None:
        return text + "."
    moved = {True: "up", False: "down"}[turn.change > 0]
    text += f", {moved} {abs(turn.change)}" if turn.change else ", not moved"
    reasons = sentence(turn.effects)
    return f"{text}: {reasons}." if reasons else f"{text}."


def why_lines(turn: Turn) -> Iterator[str]:
    """Every effect of a turn, with its reason and its proof."""
    yield f"Turn {turn.number}: {turn.before.anger} to {turn.state.anger}."
    for found in turn.reading.evidence:
        yield f"Heard {found.technique}: “{found.quote}”. {found.why}."
    for row in rows(turn):
        yield f"{row.label} {signed(row.points)} ({row.arithmetic}). {row.why}"
        yield f"  Proof {row.grade}, {GRADES[row.grade]}: {row.source}."
    if not turn.effects:
        yield "Nothing in it moved the meter."
    yield "Directions are researched; sizes are ours."


def help_lines(scenario: Scenario, mode: str) -> Iterator[str]:
    """What can be typed now."""
    yield "Type what you would say, and press enter. Enter on an empty line lets them talk."
    yield "A number chooses a line of the menu." if mode in CHOOSING else "/1, /2 … choose a line of the menu."
    yield from (f"/{help}: {COMMANDS[help]}." for help in ("labelled", "menu", "hybrid", "typed") if help != mode)
    yield "! says that your last line was misread."
    gestures = gestures_in(scenario.setting)
    for word in ("why", "brief", "coach", "back", "again", "later", "end", "quit"):
        yield f"/{word}: {COMMANDS[word]}."
    if mode == "spoken":
        yield f"/heard: {COMMANDS['heard']}."
    yield f"Gestures here: {', '.join('/' + kind for kind in gestures)}."


def afterwards_line(scenario: Scenario) -> str:
    """What can be done once the call has ended."""
    low, high = scenario.follow_up.due_hours if scenario.follow_up else (24, 48)
    they = PRONOUNS[scenario.customer.pronoun]
    return f"The call has ended. Get back to {they.object}, as in /later {(low + high) // 2}h How did it go?, or /end."


def debrief_lines(debrief: Debrief) -> Iterator[str]:
    """The debrief, from how it ended to one thing for next time."""
    yield " ".join(filter(None, (debrief.felt, debrief.headline, debrief.summary)))
    yield from rating_sentences(debrief)
    yield "Meter: " + " ".join(str(value) for value in debrief.curve) + "."
    for point in debrief.turning_points:
        yield f"Turn {point.turn}, {signed(point.change)}: “{point.quote}” {point.note}"
    yield "What you did:"
    for done in debrief.done:
        times = f" ×{done.times}" if done.times > 1 else ""
        yield f"  {done.label}{times}: {signed(done.points)}"
    yield f"  together: {signed(debrief.total)}"
    if debrief.unused:
        yield f"Not used: {', '.join(debrief.unused)}."
    if debrief.better is not None:
        better = debrief.better
        yield f"Turn {better.turn}, said better: “{better.text}”"
        yield f"  Played in your place it left anger at {better.anger_after}; yours left it at {better.yours_after}."
        yield f"  {better.why} (proof {better.grade})"
    if debrief.backstory:
        yield f"What you couldn't see: {debrief.backstory}"
    if debrief.person:
        yield debrief.person
    if debrief.last_word:
        yield f"Told to somebody afterwards: {debrief.last_word}"
    if debrief.thoughts:
        yield "From the other side:"
        yield from (f"  {thought.turn}. {thought.text}" for thought in debrief.thoughts)
    yield from debrief.tensions
    if debrief.carried is not None:
        yield f"{goal_line(debrief.carried)} {'Kept' if debrief.carried_kept else 'Not yet'}."
    yield f"One thing for next time: {debrief.goal.text}"
