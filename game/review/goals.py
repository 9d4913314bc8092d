"""One thing for next time: what cost most in this call, turned into something to do."""

from collections import Counter
from typing import Final

from game.core.outcome import needs
from game.core.session import Play
from game.review.audit import rows
from game.review.search import Judged

GOALS: Final = {
    "order": "Leave out orders. Name what you hear in place of them.",
    "rule-before-person": "Before any rule or reason, say back what happened.",
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


def goal(play: Play, turns: tuple[Judged, ...]) -> str:
    """The goal that this call suggests."""
    need = needs(play.scenario, play.state)
    if not need.keepable:
        return GOALS["broken-promise"]
    cost: Counter[str] = Counter()
    for turn in play.turns:
        for row in rows(turn):
            if row.rule in GOALS and row.points > 0:
                cost[row.rule] += row.points
    if cost:
        return GOALS[cost.most_common(1)[0][0]]
    if any(row.points for turn in play.turns for row in rows(turn) if "before" in " ".join(row.notes)):
        return "Say back what happened before you offer anything."
    if not need.all_heard:
        return "Say back everything that matters, and ask for what is not told."
    if not need.next_step:
        return "Close with a step and a time, and ask whether it suits."
    if turns and max(judged.loss for judged in turns) > 6:
        return "Say it in their own facts: the hour, the place, the thing."
    return "Do it again with a harder customer."
