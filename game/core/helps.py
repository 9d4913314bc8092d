"""When each helping rule applies, and how the trainee is told.

One function a rule: a Moment in, a Finding or None out. Their points and proof stand in `rules.py`.
"""

from game.core.finding import Finding
from game.core.moment import Moment
from game.core.moves import GESTURES, FollowUp

_GROWS_BY_TURN = 6
_HOURS_A_DAY = 24


def _simple(moment: Moment, technique: str, label: str, why: str) -> Finding | None:
    found = moment.evidence(technique)
    return Finding(label, why, found.quote) if found else None


def acknowledgement(moment: Moment) -> Finding | None:
    """Row 1. Naming the feeling and saying back the facts earn together, once."""
    feeling, facts = moment.evidence("empathy"), moment.evidence("paraphrase")
    if feeling and (facts or moment.new_facts):
        return Finding(
            "feeling and facts",
            f"You named what {moment.they.subject} felt and what happened. That calms before anything is fixed.",
            feeling.quote,
        )
    if feeling:
        return Finding("named the feeling", f"You named what {moment.they.subject} felt.", feeling.quote)
    if facts:
        return Finding("said it back", "You said back what happened, in your own words.", facts.quote)
    return None


def apology_with_ownership(moment: Moment) -> Finding | None:
    """Row 9. An apology and ownership in one reply, unless the apology was taken back."""
    regret, owned = moment.evidence("apology"), moment.evidence("ownership")
    if not (regret and owned):
        return None
    return Finding("apologised and owned it", "You said sorry and took responsibility for it.", regret.quote)


def apology(moment: Moment) -> Finding | None:
    """Row 8. An apology by itself."""
    if moment.evidence("ownership"):
        return None
    return _simple(moment, "apology", "apologised", "You said sorry for what happened.")


def ownership(moment: Moment) -> Finding | None:
    """Row 9. Ownership by itself."""
    if moment.evidence("apology"):
        return None
    return _simple(moment, "ownership", "owned it", "You took responsibility for putting it right.")


def open_question(moment: Moment) -> Finding | None:
    """Row 1. An open question."""
    return _simple(
        moment, "open_question", "asked openly",
        f"You asked so that {moment.they.subject} could tell it in {moment.they.possessive} own words.",
    )  # fmt: skip


def clarifying_question(moment: Moment) -> Finding | None:
    """A needed detail asked for; an open question in the same reply already counts."""
    if moment.evidence("open_question"):
        return None
    return _simple(moment, "clarifying_question", "asked for a detail", "You asked for a fact that you need.")


def gratitude(moment: Moment) -> Finding | None:
    """Thanks, from the articles."""
    return _simple(moment, "gratitude", f"thanked {moment.they.object}", f"You thanked {moment.they.object}.")


def reassurance(moment: Moment) -> Finding | None:
    """Reassurance, from the articles."""
    return _simple(
        moment, "reassurance", f"reassured {moment.they.object}",
        f"You let {moment.they.object} know that it will be dealt with.",
    )  # fmt: skip


def _offers_only_money(moment: Moment) -> bool:
    kinds = {moment.scenario.remedy(remedy).kind for remedy in moment.new_remedies}
    return kinds == {"money"}


def solving(moment: Moment) -> Finding | None:
    """Row 11. Solving counts for more as the talk goes on: full weight from the sixth turn."""
    found = moment.evidence("solution") or moment.evidence("options")
    if not found or _offers_only_money(moment):
        return None
    grown = min(moment.state.turn, _GROWS_BY_TURN)
    why = "You offered something concrete. That counts for more as a talk goes on."
    if moment.too_early:
        why = f"You offered a fix before {moment.they.subject} felt heard, so it hardly counted."
    return Finding("offered a fix", why, found.quote, -6 - grown)


def money(moment: Moment) -> Finding | None:
    """Row 18. Money alone, to someone hot, does little; with acknowledgement it counts."""
    found = moment.evidence("solution") or moment.evidence("options")
    if not found or not _offers_only_money(moment):
        return None
    if moment.hot and not moment.acknowledged:
        return Finding(
            "money, while still hot",
            "You offered money before anything was acknowledged. Alone, to someone this hot, it does little.",
            found.quote, -2,
        )  # fmt: skip
    return Finding("offered money", "You offered money to someone who had been acknowledged.", found.quote)


def clear_steps(moment: Moment) -> Finding | None:
    """Row 17. What happens next, with a time."""
    return _simple(
        moment, "expectations", "said what will happen",
        f"You said what will happen, so {moment.they.subject} need not guess.",
    )  # fmt: skip


def real_choice(moment: Moment) -> Finding | None:
    """Row 22. A choice, earned once a call."""
    if moment.uses("options"):
        return None
    return _simple(moment, "options", "gave a choice", f"You let {moment.they.object} choose. That gives control back.")


def agreement_check(moment: Moment) -> Finding | None:
    """Asking whether it suits, from the articles."""
    return _simple(
        moment, "agreement_check", "checked it suits",
        f"You asked, and left the judgement to {moment.they.object}.",
    )  # fmt: skip


def positive_framing(moment: Moment) -> Finding | None:
    """What can be done, from the articles."""
    return _simple(moment, "positive_framing", "said what can be done", "You led with what can be done.")


def promise_to_return(moment: Moment) -> Finding | None:
    """Row 27. A promised contact, during the call."""
    if moment.following_up:
        return None
    return _simple(
        moment, "follow_up", "promised to get back", "You promised to get back, so it will not be forgotten."
    )


def handover_is_right(moment: Moment) -> bool:
    """Whether somebody else should take over by now."""
    handover = moment.scenario.handover
    return handover is not None and all(fact in moment.state.told for fact in handover.told)


def right_handover(moment: Moment) -> Finding | None:
    """A handover that the case calls for, from the articles."""
    if not handover_is_right(moment):
        return None
    return _simple(moment, "handover", "brought the right person in", "You brought in the person who can decide this.")


def limit(moment: Moment) -> Finding | None:
    """Row 23. A limit on real abuse."""
    if moment.limit_unneeded:
        return None
    return _simple(moment, "boundary", "set a limit", "You set a limit on the abuse and left the door open.")


def let_talk(moment: Moment) -> Finding | None:
    """Row 3. Letting them talk counts once, while there is something left to tell."""
    if not moment.letting_talk or moment.state.listened or not has_more_to_say(moment):
        return None
    if moment.gesture == "talkover":
        return None
    return Finding(
        f"let {moment.they.object} talk",
        f"You let {moment.they.object} talk. That cures little by itself; now you know what to say back.",
    )


def has_more_to_say(moment: Moment) -> bool:
    """Whether a beat is left that comes out unasked."""
    return any(
        not beat.when_asked and index not in moment.state.beats for index, beat in enumerate(moment.scenario.story)
    )


def calm_body(moment: Moment) -> Finding | None:
    """A helpful gesture, from the articles; each kind counts once."""
    body = GESTURES.get(moment.gesture)
    if body is None or not body.helpful or moment.gesture in moment.state.techniques:
        return None
    return Finding(body.did, f"You {body.did}, and {moment.they.subject} noticed.")


def time_passes(moment: Moment) -> Finding | None:
    """Row 5. A turn without provocation. A line that nobody could read moves nothing."""
    unclear = moment.speaking and not moment.reading.recognised
    idle = moment.letting_talk and not has_more_to_say(moment)
    if moment.misstep or unclear or idle or moment.following_up or moment.repeats:
        return None
    return Finding("time passed", "A turn went by with nothing to set things off.")


def follow_up(moment: Moment) -> Finding | None:
    """Row 27. The contact after the call: in time and about this case, or less."""
    plan = moment.scenario.follow_up
    if not isinstance(moment.move, FollowUp) or plan is None or moment.empty_promises:
        return None
    low, high = plan.due_hours
    if not about_this_case(moment):
        return Finding("followed up, in general words", "You got back, but it could have gone to anybody.",
                       points=-2)  # fmt: skip
    if moment.move.hours < low:
        return Finding("followed up too soon", "You got back so soon that it looked like a routine.", points=-3)
    if moment.move.hours > high:
        return Finding("followed up too late", "You got back so late that it looked forgotten.", points=-3)
    days = f"within {high} hours" if high > _HOURS_A_DAY else "within a day"
    return Finding("followed up in time", f"You got back {days}, with the details of this case.")


def about_this_case(moment: Moment) -> bool:
    """Whether a follow-up names details of this case."""
    plan = moment.scenario.follow_up
    text = moment.reading.text.casefold()
    named = plan is not None and any(detail.casefold() in text for detail in plan.mentions)
    return named or bool(moment.reading.facts or moment.reading.remedies)
