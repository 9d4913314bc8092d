"""When each harming rule applies, and how the trainee is told.

One function a rule: a Moment in, a Finding or None out. Their points and proof stand in `rules.py`.
"""

from game.core.finding import Finding
from game.core.helps import handover_is_right, has_more_to_say
from game.core.moment import Moment
from game.core.moves import GESTURES


def _simple(moment: Moment, technique: str, label: str, why: str) -> Finding | None:
    found = moment.evidence(technique)
    return Finding(label, why, found.quote) if found else None


def interrupting(moment: Moment) -> Finding | None:
    """Row 3. Speaking while her line is unfinished."""
    if not moment.interrupting:
        return None
    return Finding(
        f"interrupted {moment.they.object}",
        f"{moment.they.subject.capitalize()} {moment.they.was} not done yet.",
    )


def passed_on(moment: Moment) -> Finding | None:
    """Row 4. Pushed on to someone else, or handed over where nothing called for it."""
    pushed = moment.evidence("passing_the_buck")
    if pushed:
        return Finding(
            "pushed it onto someone else",
            f"You sent {moment.they.object} on. Telling it all again brings the anger back.",
            pushed.quote,
        )
    handed = moment.evidence("handover")
    if handed and not handover_is_right(moment):
        return Finding(
            f"passed {moment.they.object} on",
            f"You passed {moment.they.object} on when nothing called for it.",
            handed.quote,
        )
    return None


def misheard(moment: Moment) -> Finding | None:
    """Row 4. A fact said back wrongly."""
    if not moment.reading.mistaken:
        return None
    return Finding("got a fact wrong", f"You said a fact back wrongly, so {moment.they.subject} must say it again.")


def invalidating(moment: Moment) -> Finding | None:
    """Row 6. Making it small."""
    return _simple(moment, "dismissal", "made it small", "You made the problem sound small.")


def order(moment: Moment) -> Finding | None:
    """Row 7. Orders how to feel or behave."""
    return _simple(moment, "command", "gave an order", f"You told {moment.they.object} how to feel or behave.")


def false_apology(moment: Moment) -> Finding | None:
    """Row 10. An apology that takes nothing on; where the fault is unclear it costs nothing."""
    if moment.scenario.brief.fault == "unclear":
        return None
    return _simple(
        moment, "non_apology", "apologised without meaning it",
        "It had the form of an apology and took nothing on.",
    )  # fmt: skip


def too_much_relating(moment: Moment) -> Finding | None:
    """Row 12. The fourth turn in a row that only relates, and tells nothing new."""
    if not moment.relating_only or moment.state.relating < 3 or moment.new_facts:
        return None
    return Finding(
        "feelings again, nothing done",
        f"Several turns of feeling in a row: {moment.they.subject} {moment.they.is_} waiting for something to happen.",
    )


def rule_before_person(moment: Moment) -> Finding | None:
    """Row 14. A rule, or a flat no: worst while hot and unheard."""
    found = moment.evidence("policy_shield") or moment.evidence("closing_off")
    if not found:
        return None
    label = "leaned on a rule" if found.technique == "policy_shield" else "shut the talk down"
    if moment.too_early:
        return Finding(label, f"You {label} before {moment.they.subject} had been heard.", found.quote)
    return Finding(label, f"You {label} and left nothing in its place.", found.quote, 6)


def scripted(moment: Moment) -> Finding | None:
    """Row 15. The third time the same line is said; the second only counts for less."""
    if moment.repeats < 2:
        return None
    return Finding("said the same line again", "The same words a third time sound like a script.")


def broken_promise(moment: Moment) -> Finding | None:
    """Row 19. At the follow-up, what the brief did not allow comes due."""
    if not moment.following_up or not moment.empty_promises:
        return None
    promise = moment.empty_promises[0]
    return Finding(
        "a promise came due",
        "You had promised what your brief does not allow, and now it is due.",
        promise.what,
    )


def anger_in_kind(moment: Moment) -> Finding | None:
    """Row 20. Anger answered with anger."""
    return _simple(
        moment, "hostility", "answered anger with anger",
        "You answered anger with anger, and it feeds on itself.",
    )  # fmt: skip


def unneeded_limit(moment: Moment) -> Finding | None:
    """Row 23. A limit on someone who is merely upset."""
    if not moment.limit_unneeded:
        return None
    return _simple(
        moment, "boundary", "set a limit too soon",
        f"{moment.they.subject.capitalize()} {moment.they.was} upset, not abusive, so the limit sounded like a threat.",
    )  # fmt: skip


def blame(moment: Moment) -> Finding | None:
    """Row 24. Blame and denial."""
    put_on_them = _simple(
        moment, "blame", f"put it on {moment.they.object}", f"You put the fault on {moment.they.object}."
    )
    return put_on_them or _simple(
        moment, "argument", f"disputed {moment.they.possessive} word",
        f"You disputed what {moment.they.subject} said.",
    )  # fmt: skip


def excuse(moment: Moment) -> Finding | None:
    """Row 24. An excuse."""
    return _simple(moment, "excuse", "explained it away", "You explained the fault in place of dealing with it.")


def jargon(moment: Moment) -> Finding | None:
    """Row 25. Inside words."""
    return _simple(
        moment,
        "jargon",
        "used inside words",
        f"You used words that {moment.they.subject} cannot be expected to know.",
    )


def condescension(moment: Moment) -> Finding | None:
    """Row 25. Talking down."""
    return _simple(moment, "condescension", "talked down", f"You talked down to {moment.they.object}.")


def self_story(moment: Moment) -> Finding | None:
    """From S1: the talk turned to the agent."""
    return _simple(
        moment,
        "self_story",
        "made it about yourself",
        f"You turned the talk from {moment.they.object} to you.",
    )


def silence(moment: Moment) -> Finding | None:
    """Row 26. Silence when there is nothing left to tell and an answer is due."""
    if not moment.letting_talk or has_more_to_say(moment) or moment.following_up:
        return None
    return Finding("stayed silent", f"{moment.they.subject.capitalize()} {moment.they.was} waiting for an answer.")


def careless_body(moment: Moment) -> Finding | None:
    """A harmful gesture, from the articles."""
    body = GESTURES.get(moment.gesture)
    if body is None or body.helpful:
        return None
    return Finding(body.did, f"You {body.did}, and {moment.they.subject} noticed.")
