"""One thing for next time: what cost most in this call, turned into something to do."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from game.core.outcome import needs
from game.core.session import Play
from game.review.audit import rows

_MOST: Final = 7
"""Goals to choose from."""
GOALS: Final = {
    "order": "Leave out orders. Name what you hear in place of them.",
    "rule-before-person": "Say back what happened before any rule, and say what you can do beside it.",
    "interrupting": "Let them finish. Silence is a move.",
    "invalidating": "Leave out “only” and “just”: to them it is as big as it feels.",
    "blame": "Ask what happened before deciding whose fault it was.",
    "excuse": "Say what you will do before you say why it went wrong.",
    "false-apology": "Apologise for what happened, not for how they feel.",
    "passed-on": "Stay with them: if someone else must help, bring that person in yourself.",
    "anger-in-kind": "When it stings, take a breath before you answer.",
    "condescension": "Explain as you would to a colleague you respect.",
    "jargon": "Use the words they used.",
    "self-story": "Keep the talk with them; your own story can wait.",
    "silence": "Answer when an answer is due, if only with what you are doing.",
    "scripted": "Say it in new words each time.",
    "too-much-relating": "After two lines about the feeling, do something about it.",
    "unneeded-limit": "Keep limits for abuse; upset needs listening.",
    "misheard": "Check a number before you say it back.",
    "careless-body": "Keep the body open; it is heard as well.",
    "broken-promise": "Promise only what the brief lets you keep.",
}
"""A goal for each rule that harms."""


OTHERS: Final = {
    "too-early": "Say back what happened before you offer anything.",
    "unheard": "Say back everything that matters, and ask for what is not told.",
    "no-step": "Close with a step and a time, and ask whether it suits.",
    "general-words": "Say it in their own facts: the hour, the place, the thing.",
    "harder": "Do it again with a harder customer.",
}
"""Goals that follow from what was missing."""


@dataclass(frozen=True, slots=True)
class Goal:
    """One thing for next time. `id` is the rule, or what was missing, that it comes from."""

    id: str

    @property
    def text(self) -> str:
        """The goal as a sentence."""
        return GOALS.get(self.id) or OTHERS[self.id]


def named(id: str) -> Goal | None:
    """The goal of this id; None if there is none."""
    return Goal(id) if id in GOALS or id in OTHERS else None


def goal(play: Play, chosen: str = "") -> Goal:
    """The goal that was chosen after this call; else the one that it suggests."""
    return named(chosen) or fitting(play)[0]


def fitting(play: Play, carried: Goal | None = None) -> tuple[Goal, ...]:
    """The goals that fit this call, the suggested one first: what cost most, what was missing, what was carried in."""
    need, outcome = needs(play.scenario, play.state), play.state.outcome
    found = [] if need.keepable and not play.state.second_call else ["broken-promise"]
    found += (rule for rule, _ in _cost(play).most_common())
    missing = {
        "too-early": _applied(play, "too-early"),
        "unheard": not need.all_heard and outcome != "limit_kept",
        "no-step": not need.next_step and outcome not in ("limit_kept", "handed_over"),
        "general-words": any(points > 0 for points in _concreteness(play)),
    }
    found += (id for id, is_missing in missing.items() if is_missing)
    if need.met or not found:
        found.append("harder")
    if carried is not None and not kept(carried, play):
        found.append(carried.id)
    return tuple(Goal(id) for id in dict.fromkeys(found[:_MOST]))


def _cost(play: Play) -> Counter[str]:
    """What each rule that harms cost in this call, in points."""
    cost: Counter[str] = Counter()
    for turn in play.turns:
        for row in rows(turn):
            if row.rule in GOALS and row.points > 0:
                cost[row.rule] += row.points
    return cost


def kept(goal: Goal, play: Play) -> bool:
    """Whether a call kept the goal that was set before it."""
    need = needs(play.scenario, play.state)
    match goal.id:
        case "unheard":
            return need.all_heard
        case "no-step":
            return need.next_step
        case "general-words":
            return any(points < 0 for points in _concreteness(play))
        case "harder":
            return need.met
        case "broken-promise":
            return need.keepable and not play.state.second_call
        case rule:
            return not _applied(play, rule)


def _concreteness(play: Play) -> list[int]:
    """What each turn's words counted for more or less: below zero in their own facts, above in general ones."""
    return [effect.points for turn in play.turns for effect in turn.effects if effect.rule == "concreteness"]


def _applied(play: Play, rule: str) -> bool:
    return any(effect.rule == rule for turn in play.turns for effect in turn.effects)
