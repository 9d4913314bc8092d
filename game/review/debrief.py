"""The debrief of one call: how it ended, what each line did, one better line, one goal. Pure: a screen lays it out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.core.customer import says_to_others
from game.core.moves import GESTURES, Choose, End, FollowUp, Gesture, Listen, Say
from game.core.outcome import needs
from game.core.personas import persona_of
from game.core.reading import Promise
from game.core.rules import BASE
from game.core.scenario import Outcome
from game.core.session import Play
from game.core.slots import PRONOUNS
from game.core.state import Grade, Turn
from game.core.techniques import HELPFUL, TECHNIQUES
from game.review.audit import Row, rows
from game.review.goals import Goal, fitting, goal, kept
from game.review.rating import Beside, Rating, beside, compared, felt_sentence
from game.review.reflection import NOTHING_SAID, Reflection
from game.review.search import Alternative, Judged, accuracy, judged
from game.review.tensions import tensions
from game.review.thoughts import Thought, thoughts

HEADLINES: Final[dict[Outcome, str]] = {
    "settled": "Settled.",
    "settled_at_a_cost": "Settled, at a cost.",
    "agreed_to_differ": "Agreed to differ.",
    "handed_over": "Handed over.",
    "limit_kept": "Limit kept.",
    "lost": "Lost.",
}
_STEPS: Final[dict[Outcome, str]] = {"handed_over": "the right person takes over", "limit_kept": "your limit stood"}
"""What these endings came to in place of an agreed step."""
_MOST_TURNING_POINTS: Final = 3
_HEAVY: Final = 6
"""Points that a turn must have moved or lost to decide anything."""
_MOST_QUOTED: Final = 48


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A turn that decided something."""

    turn: int
    change: int
    quote: str
    note: str


@dataclass(frozen=True, slots=True)
class Did:
    """One kind of move: how often, and what it did to the meter altogether, in points."""

    technique: str
    label: str
    times: int
    points: int


@dataclass(frozen=True, slots=True)
class Better:
    """A line that was played in place of yours, and where it left the meter."""

    turn: int
    text: str
    anger_after: int
    yours_after: int
    why: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the transcript. `change` is the meter's, in points, on the player's lines."""

    turn: int
    who: str
    text: str
    change: int
    label: str


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything a debrief shows."""

    outcome: Outcome | None
    headline: str
    summary: str
    curve: tuple[int, ...]
    turning_points: tuple[TurningPoint, ...]
    done: tuple[Did, ...]
    total: int
    unused: tuple[str, ...]
    better: Better | None
    backstory: str
    person: str
    """Who was calling today, where the seed drew it: "Dana is proud today: …"; else empty."""
    last_word: str
    """What she tells others afterwards."""
    thoughts: tuple[Thought, ...]
    """The call from her side."""
    tensions: tuple[str, ...]
    """Where practice and research do not quite agree, as far as it applied."""
    carried: Goal | None
    """The goal that was set before this call."""
    carried_kept: bool
    goal: Goal
    """For next time."""
    fitting: tuple[Goal, ...]
    """Every goal that fits this call, the suggested one first."""
    lines: tuple[Line, ...]
    turns: tuple[Judged, ...]
    accuracy: int
    rating: Rating
    """What the player said of it before seeing any score."""
    beside: tuple[Beside, ...]
    """The skills that the player rated, beside what was measured."""

    @property
    def felt(self) -> str:
        """How the player felt, as the first sentence; empty where that was not said."""
        return felt_sentence(self.rating, self.outcome)


def debrief(play: Play, reflection: Reflection = NOTHING_SAID, carried: Goal | None = None) -> Debrief:
    """The debrief of this play, finished or not; with what the player said of it, and the goal set before it."""
    turns = judged(play)
    done = _done(play)
    outcome = play.state.outcome
    return Debrief(
        outcome=outcome,
        headline=HEADLINES[outcome] if outcome else "Not over yet.",
        summary=_summary(play),
        curve=play.anger,
        turning_points=_turning_points(play, turns),
        done=done,
        total=play.state.anger - play.opening.anger,
        unused=_unused(play),
        better=_better(turns),
        backstory=play.scenario.customer.backstory,
        person=_person(play),
        last_word=says_to_others(play.scenario, play.state),
        thoughts=thoughts(play),
        tensions=tensions(play),
        carried=carried,
        carried_kept=carried is not None and kept(carried, play),
        goal=goal(play, reflection.goal),
        fitting=fitting(play, carried),
        lines=_lines(play),
        turns=turns,
        accuracy=accuracy(turns),
        rating=reflection.rating,
        beside=beside(play, reflection.rating),
    )


def _summary(play: Play) -> str:
    """How it ended, in a sentence or two."""
    scenario, state = play.scenario, play.state
    need, they = needs(scenario, state), PRONOUNS[scenario.customer.pronoun]
    heard = "everything that mattered was heard" if need.all_heard else (
        f"{need.heard} of {need.to_hear} things that mattered were heard"
    )  # fmt: skip
    agreed = "a next step is agreed" if need.next_step else "no next step was agreed"
    step = _STEPS.get(state.outcome, agreed) if state.outcome else agreed
    ended = any(isinstance(turn.move, End) and turn.before.stage == "call" for turn in play.turns)
    who = f"You ended the call with {scenario.first_name}" if ended else f"{scenario.first_name} left"
    text = f"{who} at {state.phase} {state.anger}: {heard}, and {step}."
    if not need.keepable:
        text += " But you promised what is not yours to give."
    if state.outcome is not None and scenario.follow_up is not None and state.outcome != "lost":
        followed = any(isinstance(turn.move, FollowUp) for turn in play.turns)
        text += "" if followed else f" You have not got back to {they.object}."
    return text


def rating_sentences(found: Debrief) -> Iterator[str]:
    """What the player said before seeing any score, beside what it was, a sentence each."""
    said = found.rating.whole
    if said is not None and found.turns:
        yield f"You said {said}, it was {found.accuracy} of 100: {compared(said, found.accuracy)}."
    yield from (one.sentence for one in found.beside)


def _person(play: Play) -> str:
    """The persona, where the scenario names any."""
    if not play.scenario.customer.persona:
        return ""
    persona = persona_of(play.scenario, play.opening.seed)
    return f"{play.scenario.first_name} was {persona.name} today: {persona.meaning}."


def did(turn: Turn) -> str:
    """What a move was, in the words that were said or in brackets."""
    match turn.move:
        case Say(text, _) | FollowUp(_, text, _):
            return text
        case Choose():
            return turn.reading.text
        case Listen():
            return "(you let them talk)"
        case Gesture(kind):
            return f"(you {GESTURES[kind].did})"
        case End():
            return "(you ended the call)"


def _turning_points(play: Play, turns: tuple[Judged, ...]) -> tuple[TurningPoint, ...]:
    """The turns that moved most: what was lost there, or what was won. Three at most, in their order.

    The costliest fault is always among them, however much good was done besides.
    """
    costliest = max(turns, key=_cost, default=None)
    heavy = [judged for judged in turns if _weight(judged) > _HEAVY or (judged is costliest and _cost(judged))]
    heavy.sort(key=lambda judged: (judged is not costliest or not _cost(judged), -_weight(judged)))
    chosen = sorted(heavy[:_MOST_TURNING_POINTS], key=lambda judged: judged.turn.number)
    return tuple(TurningPoint(j.turn.number, j.turn.change, shortened(did(j.turn)), _note(play, j)) for j in chosen)


def _weight(judged: Judged) -> float:
    return max(judged.loss, abs(judged.turn.change))


def _cost(judged: Judged) -> float:
    """What a turn with a fault in it cost: the points of what harmed, and what it lost; 0 where there was none."""
    harm = sum(row.points for row in rows(judged.turn) if row.points > 0 and _is_a_move(row))
    return harm + judged.loss if harm or _too_early(judged.turn) else 0


def _too_early(turn: Turn) -> str:
    """Why help hardly counted, where it came before anything was heard; else empty."""
    return next((effect.why for effect in turn.effects if effect.rule == "too-early"), "")


def _note(play: Play, judged: Judged) -> str:
    """Why this turn decided something, and that it was the last one where the customer left on it."""
    turn = judged.turn
    if isinstance(turn.move, End):
        return _ended_early(play)
    lost = turn.before.stage == "call" and turn.state.outcome == "lost"
    return _reason(play, judged) + (f" After this, {play.scenario.first_name} left." if lost else "")


def _reason(play: Play, judged: Judged) -> str:
    """What moved most in this turn, without all that made it stronger or weaker; or what was to be had there."""
    turn = judged.turn
    empty = [promise for promise in turn.state.promises[len(turn.before.promises) :] if _is_beyond(play, promise)]
    if empty:
        return "A promise outside your brief."
    moved = [row for row in rows(turn) if _is_a_move(row)]
    heaviest = max(moved, key=lambda row: (row.points > 0, abs(row.points)), default=None)
    why = next((effect.why for effect in turn.effects if heaviest is not None and effect.rule == heaviest.rule), "")
    if heaviest is not None and heaviest.points > 0:
        return why
    if _too_early(turn):
        return _too_early(turn)
    missed = judged.best.turn.reading.techniques
    if missed and judged.loss > abs(turn.change):
        return f"A line that {TECHNIQUES[missed[0]].does} was to be had here."
    return why or "Nothing in it moved the meter."


def _ended_early(play: Play) -> str:
    need = needs(play.scenario, play.state)
    if not need.all_heard:
        return "You ended the call before everything that matters was heard."
    return "You ended the call." if need.next_step else "You ended the call before a next step was agreed."


def _is_beyond(play: Play, promise: Promise) -> bool:
    return any(remedy.id == promise.remedy and remedy.beyond_authority for remedy in play.scenario.remedies)


def shortened(text: str) -> str:
    """A line cut at a word, to quote it in passing."""
    if len(text) <= _MOST_QUOTED:
        return text
    return text[:_MOST_QUOTED].rsplit(" ", 1)[0].rstrip(",.;: ") + " …"


def _done(play: Play) -> tuple[Did, ...]:
    """Each kind of move with what it did; the points of all of them sum to the change of the meter."""
    sums: dict[str, list[int]] = {}
    labels: dict[str, str] = {}
    rest = 0
    for turn in play.turns:
        for row in rows(turn):
            if _is_a_move(row):
                labels.setdefault(row.rule, row.label)
                sums.setdefault(row.rule, []).append(row.points)
            else:
                rest += row.points
    made = [Did(rule, labels[rule], len(points), sum(points)) for rule, points in sums.items()]
    made.sort(key=lambda done: done.points)
    return (*made, Did("", "time and limits", 0, rest)) if rest else tuple(made)


def _is_a_move(row: Row) -> bool:
    return row.rule in BASE and row.rule != "time"


def _unused(play: Play) -> tuple[str, ...]:
    """Helpful kinds of move that this call called for and did not get: what it trains, else the usual order.

    A limit is called for by abuse alone, and nobody else need come in where it was settled.
    """
    usual = ("paraphrase", "empathy", "apology", "ownership", "open_question", "solution", "expectations")
    wanted = tuple(id for id in play.scenario.trains if id in HELPFUL) or usual
    needless = {"boundary"} if not play.state.ever_abused else set[str]()
    if play.state.outcome == "settled":
        needless.add("handover")
    return tuple(TECHNIQUES[id].did for id in wanted if id not in play.state.techniques and id not in needless)


def _better(turns: tuple[Judged, ...]) -> Better | None:
    """The better line for the turn that lost most: one that leaves the meter lower at once, too."""
    for one in sorted(turns, key=lambda turn: -turn.loss):
        line = better_line(one)
        if line is not None:
            row = min(rows(line.turn), key=lambda row: row.points)
            return Better(one.turn.number, line.text, line.turn.state.anger, one.turn.state.anger, row.why, row.grade)
    return None


def better_line(judged: Judged) -> Alternative | None:
    """A line with words that beats the one played in value and on the meter: in your own words where it can be."""
    candidates = (judged.own_words, *judged.others) if judged.own_words is not None else judged.others
    return next(
        (
            other
            for other in candidates
            if isinstance(other.move, Say)
            and other.value > judged.yours.value + 1
            and other.turn.state.anger < judged.turn.state.anger
        ),
        None,
    )


def _lines(play: Play) -> tuple[Line, ...]:
    name = play.scenario.first_name
    lines = [Line(0, name, play.opening.said, 0, "")]
    for turn in play.turns:
        found = rows(turn)
        label = ", ".join(row.label for row in found if _is_a_move(row))
        lines.append(Line(turn.number, "You", did(turn), turn.change, label))
        if turn.said != turn.before.said:
            lines.append(Line(turn.number, name, turn.said, 0, ""))
    return tuple(lines)
