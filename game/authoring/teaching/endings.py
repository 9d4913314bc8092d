"""Lines for what cannot come about here: an ending, a follow-up or a piece of the story."""

from collections.abc import Iterator

from game.authoring.draft import Path
from game.authoring.teaching.case import Case
from game.authoring.teaching.conditions import latest_turn, second_call_can_come
from game.core.outcome import solvable
from game.core.scenario import Scenario


def endings_never_reached(case: Case) -> None:
    """An ending, or what is told afterwards, for an outcome that this scenario cannot have."""
    for outcome, why in _impossible_outcomes(case.scenario):
        for field in ("endings", "says_to_others"):
            if outcome in getattr(case.scenario, field):
                case.report_name("ending-never-reached", (field, outcome), outcome=outcome, why=why)


def _impossible_outcomes(scenario: Scenario) -> Iterator[tuple[str, str]]:
    if scenario.handover is None:
        yield "handed_over", "there is no `handover` in this file"
    if not any(remedy.beyond_authority for remedy in scenario.remedies):
        yield "settled_at_a_cost", "no remedy is `beyond_authority`, so nothing can be promised that costs something"
    if not abuse_can_come(scenario):
        yield "limit_kept", "no line is marked `abuse: true`, so a limit is never right"
    if not solvable(scenario):
        yield "settled", "no remedy is within the brief, so nothing can be settled"


def abuse_can_come(scenario: Scenario) -> bool:
    """Whether anything that may be said is abusive, so that a limit can be right."""
    reactions = scenario.reactions + scenario.shared.reactions
    return any(beat.abuse for beat in scenario.story) or any(reaction.abuse for reaction in reactions)


def follow_ups_never_said(case: Case) -> None:
    """What is said to a follow-up that cannot be of that kind."""
    plan = case.scenario.follow_up
    if plan is None:
        return
    if plan.broken and not second_call_can_come(case.scenario):
        why = "no remedy is `beyond_authority`, so no promise can turn out to be empty"
        case.report_name("follow-up-never-said", ("follow_up", "broken"), kind="broken", why=why)
    if plan.too_soon and plan.due_hours[0] <= 1:
        why = "`due_hours` begins at once, so nothing comes too soon"
        case.report_name("follow-up-never-said", ("follow_up", "too_soon"), kind="too_soon", why=why)


def story_outlasts_patience(case: Case) -> None:
    """Pieces of the story that come after the customer has given up: one comes out a turn at most."""
    last = latest_turn(case.scenario)
    for index in range(last, len(case.scenario.story)):
        path: Path = ("story", index, "say")
        case.report("story-outlasts-patience", path, number=index + 1, last=last)


def complications_never_heard(case: Case) -> None:
    """Something that comes in between where it cannot, or after the call is over."""
    last, setting = latest_turn(case.scenario), case.scenario.setting
    for index, one in enumerate(case.scenario.complications):
        if one.settings and setting not in one.settings:
            path: Path = ("complications", index, "settings", 0)
            case.report("complication-never-heard", path, why=f"the `setting` of this scenario is {setting}")
        elif one.from_turn > last and not second_call_can_come(case.scenario):
            why = f"the call is over after turn {last}, when patience ends"
            case.report("complication-never-heard", ("complications", index, "from_turn"), why=why)
