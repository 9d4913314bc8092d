"""What the player is told, what the customer tells, and promises that nobody comes back to."""

from game.authoring.teaching.case import Case, shortened
from game.authoring.teaching.endings import abuse_can_come
from game.core.techniques import is_misstep
from game.recogniser.conversation import remedies_offered
from game.recogniser.sentences import sentences


def brief_is_silent(case: Case) -> None:
    """A brief that does not say what the agent may do."""
    if not case.scenario.brief.you_may:
        case.report_name("brief-is-silent", ("brief",))


def brief_allows_too_much(case: Case) -> None:
    """Something that the brief allows and a remedy calls beyond it."""
    for index, allowed in enumerate(case.scenario.brief.you_may):
        for id in remedies_offered(sentences(f"I can {allowed}."), case.scenario):
            if case.scenario.remedy(id).beyond_authority:
                case.report("brief-allows-too-much", ("brief", "you_may", index), remedy=id)


def brief_forbids(case: Case) -> None:
    """Something that the brief forbids and no remedy calls beyond it."""
    for index, forbidden in enumerate(case.scenario.brief.you_may_not):
        offered = remedies_offered(sentences(f"I can {forbidden}."), case.scenario)
        if offered and not any(case.scenario.remedy(id).beyond_authority for id in offered):
            case.report("brief-forbids", ("brief", "you_may_not", index), remedy=offered[0])


def trains_in_vain(case: Case) -> None:
    """A technique that the scenario is meant to train and never calls for."""
    scenario = case.scenario
    called_for = {
        "boundary": (abuse_can_come(scenario), "no line is marked `abuse: true`, so a limit is never right"),
        "handover": (scenario.handover is not None, "there is no `handover`, so handing on is never right"),
        "follow_up": (scenario.follow_up is not None, "there is no `follow_up`, so the call is never followed up"),
    }
    for index, technique in enumerate(scenario.trains):
        misstep = (False, "it is a misstep, which no call asks for")
        so, why = misstep if is_misstep(technique) else called_for.get(technique, (True, ""))
        if not so:
            case.report("trains-in-vain", ("trains", index), technique=technique, why=why)


def never_says_what_happened(case: Case) -> None:
    """A customer whose story tells no fact, or none that matters."""
    told = [(index, beat.fact) for index, beat in enumerate(case.scenario.story) if beat.fact is not None]
    if not told:
        case.report_name("nothing-happened", ("story",))
    elif not any(fact.matters for _, fact in told):
        case.report("nothing-matters", ("story", told[0][0], "fact", "matters"))


def promise_never_due(case: Case) -> None:
    """A promise beyond the brief, or a follow-up announced, where no follow-up ever comes."""
    if case.scenario.follow_up is not None:
        return
    for index, remedy in enumerate(case.scenario.remedies):
        if remedy.beyond_authority:
            path = ("remedies", index, "beyond_authority")
            case.report("promise-never-due", path, what=f"`{remedy.id}` is beyond the brief")
    for index, choice in enumerate(case.scenario.choices):
        if "follow_up" in choice.does:
            told = f"“{shortened(choice.say)}” promises to get back"
            case.report("promise-never-due", ("choices", index, "say"), what=told)


def follow_up_without_details(case: Case) -> None:
    """A follow-up that no detail of the case could make a good one."""
    plan = case.scenario.follow_up
    if plan is not None and not plan.mentions:
        case.report_name("follow-up-without-details", ("follow_up",))
