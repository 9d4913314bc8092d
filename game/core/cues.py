"""What happened in a turn, as reactions name it; what weighs most comes first."""

from collections.abc import Iterator
from typing import Final

from game.core.helps import handover_is_right
from game.core.moment import INVITING, Moment
from game.core.moves import GESTURES
from game.core.state import State

_HARMS: Final = (
    "hostility", "condescension", "command", "blame", "argument", "dismissal", "passing_the_buck",
    "policy_shield", "closing_off", "non_apology", "excuse", "self_story", "jargon",
)  # fmt: skip
_BAD_BODY: Final = tuple(kind for kind, body in GESTURES.items() if not body.helpful)
_GOOD_BODY: Final = tuple(kind for kind, body in GESTURES.items() if body.helpful)

ORDER: Final = (
    "agreed", *_HARMS, "limit_unneeded", "handed_on", *_BAD_BODY, "interrupted", "misheard",
    "hot_solution", "repeated", "unheard", "broken",
    "boundary", "handover", *_GOOD_BODY, "silence", "heard_all", "what_now",
    "options", "solution", "open_question", "clarifying_question", "paraphrase", "empathy",
    "apology", "ownership", "expectations", "follow_up", "agreement_check", "positive_framing",
    "gratitude", "reassurance", "encourager", "unclear",
)  # fmt: skip
"""What is answered first when a reply did several things."""
CUES: Final = frozenset(ORDER)
"""Everything that a reaction's `to` may name."""
RANK: Final = {cue: rank for rank, cue in enumerate(ORDER)}
QUESTIONS: Final = ("open_question", "clarifying_question")


def harmful(cues: tuple[str, ...]) -> bool:
    """Whether what weighs most is something that set her off."""
    return bool(cues) and RANK[cues[0]] <= RANK["misheard"] and cues[0] != "agreed"


def cues_of(moment: Moment, after: State) -> tuple[str, ...]:
    """Everything that happened in this move, what weighs most first: a limit, where she has just been abusive."""
    found = [*moment.reading.techniques, *_happenings(moment, after)]
    if moment.gesture:
        found.append(moment.gesture)
    cues = sorted((cue for cue in dict.fromkeys(found) if cue in CUES), key=RANK.__getitem__)
    if _limits_abuse(moment):
        cues.sort(key=lambda cue: cue != "boundary")
    return tuple(cues)


def _limits_abuse(moment: Moment) -> bool:
    """Whether this answers abuse with a limit, and does nothing else that she must answer first."""
    return (
        moment.state.abused
        and moment.reading.does("boundary")
        and not moment.misstep
        and not moment.reading.mistaken
        and not moment.agrees_to
    )


def _happenings(moment: Moment, after: State) -> Iterator[str]:
    reading = moment.reading
    heard_all = all(fact.id in after.heard for fact in moment.matters)
    happened = {
        "agreed": bool(moment.agrees_to),
        "interrupted": moment.interrupting,
        "misheard": bool(reading.mistaken),
        "repeated": moment.repeats > 0,
        "hot_solution": moment.too_early and reading.does("solution", "options"),
        "limit_unneeded": moment.limit_unneeded,
        "handed_on": reading.does("handover") and not handover_is_right(moment),
        "unheard": _talked_past(moment),
        "broken": moment.state.promise_broken and moment.speaking and not reading.does("apology"),
        "silence": moment.letting_talk,
        "heard_all": heard_all and any(fact.id in moment.new_facts for fact in moment.matters),
        "what_now": heard_all and after.phase == "cool" and not after.agreed,
        "unclear": moment.speaking and not reading.recognised,
    }
    return (cue for cue, so in happened.items() if so)


def _talked_past(moment: Moment) -> bool:
    """Whether she is hot, has told something, and the player talks of something else for the second time.

    To let her go on is not to talk past her.
    """
    return (
        moment.speaking
        and moment.hot
        and not moment.acknowledged
        and not moment.reading.does(*INVITING)
        and not moment.reading.does("encourager", "open_question")
        and not moment.misstep
        and moment.reading.recognised
        and moment.state.turn > 0
    )
