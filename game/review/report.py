"""The review as plain data, for `defuse review --json`. Keys are added, never renamed."""

from typing import Any

from game.core.session import Play
from game.core.techniques import TECHNIQUES
from game.review.debrief import Debrief, better_line, did
from game.review.rating import Beside
from game.review.search import Judged


def review_plain(play: Play, debrief: Debrief) -> dict[str, Any]:
    """The whole review of a play."""
    return {
        "title": play.scenario.title,
        "seed": play.opening.seed,
        "outcome": debrief.outcome,
        "summary": debrief.summary,
        "anger": list(debrief.curve),
        "accuracy": debrief.accuracy,
        "turns": [_turn(judged) for judged in debrief.turns],
        "turning_points": [
            {"turn": point.turn, "change": point.change, "quote": point.quote, "note": point.note}
            for point in debrief.turning_points
        ],
        "skills": {
            technique: {"times": play.state.techniques.count(technique), "helpful": TECHNIQUES[technique].helpful}
            for technique in sorted(set(play.state.techniques) & set(TECHNIQUES))
        },
        "unused": list(debrief.unused),
        "goal": debrief.goal.text,
        "goals": [{"id": goal.id, "text": goal.text, "chosen": goal == debrief.goal} for goal in debrief.fitting],
        "carried_goal": _carried(debrief),
        "rating": {
            "felt": debrief.rating.felt,
            "said": debrief.rating.whole,
            "skills": [_beside(one) for one in debrief.beside],
        },
        "backstory": debrief.backstory,
        "person": debrief.person,
        "last_word": debrief.last_word,
        "thoughts": [{"turn": thought.turn, "text": thought.text} for thought in debrief.thoughts],
        "tensions": list(debrief.tensions),
    }


def _beside(one: Beside) -> dict[str, Any]:
    found = one.measured
    return {
        "skill": found.skill,
        "said": one.said,
        "done": found.done,
        "called_for": found.called_for,
        "besides": found.besides,
    }


def _carried(debrief: Debrief) -> dict[str, Any] | None:
    if debrief.carried is None:
        return None
    return {"id": debrief.carried.id, "text": debrief.carried.text, "kept": debrief.carried_kept}


def _turn(judged: Judged) -> dict[str, Any]:
    turn, better = judged.turn, better_line(judged)
    return {
        "turn": turn.number,
        "grade": judged.quality,
        "loss": round(judged.loss, 1),
        "yours": did(turn),
        "anger_after": turn.state.anger,
        "better": {"text": better.text, "anger_after": better.turn.state.anger} if better else None,
        "others": [
            {"text": other.text, "anger_after": other.turn.state.anger, "anger_later": other.anger_ahead}
            for other in judged.others
        ],
    }
