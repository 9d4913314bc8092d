"""Every rule of the meter: when it applies, and by how much."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from scenes import DANA, abusive, base, last, points, reading, rules_of, say, unfinished, with_anger

from game.core.engine import step
from game.core.moves import FollowUp, Gesture, Listen, Move
from game.core.rules import BASE, MODIFIERS, RULES
from game.core.scenario import Caring, Override, Scenario
from game.core.session import start
from game.core.state import Turn

WARM = with_anger(50)
COOL = with_anger(30)
HEARD = say("paraphrase", "So the van came two hours late", facts=("late",))
AGREE = say("solution agreement_check", "I can refund half, does that suit?", remedies=("half_fee",))
COUNTER = replace(DANA, setting="counter")

APPLIES: list[tuple[str, int, Scenario, tuple[Move, ...]]] = [
    ("specific-acknowledgement", -10, WARM, (say("empathy"),)),
    ("specific-acknowledgement", -10, WARM, (HEARD,)),
    ("apology", -6, WARM, (say("apology"),)),
    ("apology-with-ownership", -9, WARM, (say("apology ownership"),)),
    ("ownership", -4, WARM, (say("ownership"),)),
    ("open-question", -4, WARM, (say("open_question"),)),
    ("clarifying-question", -2, WARM, (say("clarifying_question"),)),
    ("gratitude", -3, WARM, (say("gratitude"),)),
    ("reassurance", -3, WARM, (say("reassurance"),)),
    ("solving", -6, WARM, (say("solution"),)),
    ("solving", -8, WARM, (Listen(), HEARD, say("solution", remedies=("letter",)))),
    ("money", -2, DANA, (say("solution", remedies=("half_fee",)),)),
    ("money", -8, WARM, (HEARD, say("solution", remedies=("half_fee",)))),
    ("clear-steps", -6, WARM, (say("expectations"),)),
    ("real-choice", -4, WARM, (say("options"),)),
    ("agreement-check", -2, WARM, (say("agreement_check"),)),
    ("positive-framing", -2, WARM, (say("positive_framing"),)),
    ("promise-to-return", -3, WARM, (say("follow_up"),)),
    ("right-handover", -6, WARM, (Listen(), say("open_question"), say("handover"))),
    ("limit", -2, abusive(), (say("boundary"),)),
    ("let-talk", -2, DANA, (Listen(),)),
    ("body", -2, COUNTER, (Gesture("nod"),)),
    ("time", -1, WARM, (say("empathy"),)),
    ("interrupting", 6, unfinished(), (say("empathy"),)),
    ("passed-on", 8, WARM, (say("passing_the_buck"),)),
    ("passed-on", 8, WARM, (say("handover"),)),
    ("misheard", 4, WARM, (say("paraphrase", mistaken=("late",)),)),
    ("invalidating", 8, WARM, (say("dismissal"),)),
    ("order", 10, WARM, (say("command"),)),
    ("false-apology", 6, WARM, (say("non_apology"),)),
    ("rule-before-person", 8, DANA, (say("policy_shield"),)),
    ("rule-before-person", 6, WARM, (say("closing_off"),)),
    ("anger-in-kind", 12, WARM, (say("hostility"),)),
    ("unneeded-limit", 6, WARM, (say("boundary"),)),
    ("blame", 12, WARM, (say("blame"),)),
    ("blame", 12, WARM, (say("argument"),)),
    ("excuse", 6, WARM, (say("excuse"),)),
    ("jargon", 5, WARM, (say("jargon"),)),
    ("condescension", 10, WARM, (say("condescension"),)),
    ("self-story", 5, WARM, (say("self_story"),)),
    ("silence", 4, WARM, (Listen(), Listen())),
    ("careless-body", 5, COUNTER, (Gesture("sigh"),)),
    ("too-much-relating", 4, WARM, tuple(say("empathy", f"{word} {word}") for word in ("sad", "low", "raw", "mad"))),
    ("scripted", 5, WARM, (say("gratitude", "thank you for that"),) * 3),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "expected", "scenario", "moves"), APPLIES)
def test_a_rule_gives_its_points_where_it_applies(
    rule: str, expected: int, scenario: Scenario, moves: tuple[Move, ...]
) -> None:
    assert base(last(scenario, *moves), rule) == expected


FOLLOW_UPS: list[tuple[int, str, int]] = [
    (30, "Did the refund arrive, and the letter to your landlord?", -6),
    (3, "Did the refund arrive?", -3),
    (90, "Did the refund arrive?", -3),
    (30, "Just checking in.", -2),
]


@pytest.mark.parametrize(("hours", "text", "expected"), FOLLOW_UPS)
def test_a_follow_up_counts_by_its_time_and_its_details(hours: int, text: str, expected: int) -> None:
    turn = last(COOL, HEARD, AGREE, FollowUp(hours, text, reading("follow_up", text)))
    assert points(turn, "timely-follow-up") == expected


def test_a_promise_outside_the_brief_comes_back_at_the_follow_up_and_raises_the_floor() -> None:
    promise = say("solution", "we will pay your deposit", remedies=("pay_deposit",))
    turn = last(COOL, HEARD, promise, FollowUp(30, "About your refund", reading("follow_up", "About your refund")))
    assert base(turn, "broken-promise") == 20
    assert turn.state.floor == 15


def test_every_rule_with_points_has_a_case_here() -> None:
    covered = {rule for rule, *_ in APPLIES} | {"timely-follow-up", "broken-promise"}
    assert covered == set(BASE)


MODIFIED: list[tuple[str, Callable[[], Turn], int]] = [
    ("phase", lambda: last(DANA, say("empathy", feelings=("stressed",))), -3),
    ("phase", lambda: last(WARM, say("empathy", feelings=("stressed",))), 2),
    ("phase", lambda: last(WARM, say("expectations")), -1),
    ("too-early", lambda: last(DANA, say("expectations")), 4),
    ("concreteness", lambda: last(COOL, HEARD), -3),
    ("concreteness", lambda: last(COOL, say("empathy")), 4),
    ("habit", lambda: last(COOL, say("expectations"), say("expectations", "other words entirely here now")), 2),
    ("scripted-again", lambda: last(COOL, say("expectations"), say("expectations")), 4),
    ("persona", lambda: last(_caring(heard=3), say("empathy", feelings=("stressed",))), -2),
    ("persona", lambda: last(_caring(informed=0), say("expectations")), 2),
    ("register", lambda: last(COOL, say("empathy", feelings=("stressed",), register="blunt")), -1),
    ("turn-limit", lambda: last(DANA, say("hostility blame command")), -14),
    ("meter-end", lambda: last(with_anger(95), say("hostility")), -7),
]


def _caring(heard: int = 2, informed: int = 2) -> Scenario:
    return replace(COOL, customer=replace(COOL.customer, cares_about=Caring(heard, informed, 2)))


@pytest.mark.parametrize(("rule", "turn", "expected"), MODIFIED)
def test_what_makes_a_rule_stronger_or_weaker_is_an_effect_of_its_own(
    rule: str, turn: Callable[[], Turn], expected: int
) -> None:
    assert base(turn(), rule) == expected


def test_a_late_apology_counts_for_less() -> None:
    talk = [say("clarifying_question", f"question number {n} here") for n in range(5)]
    assert base(last(WARM, *talk, say("apology")), "lateness") > 0


def test_after_a_broken_promise_what_helps_helps_by_half() -> None:
    state = replace(start(COOL, 7).state, promise_broken=True)
    assert base(step(COOL, state, say("apology")), "after-a-broken-promise") == 3


def test_a_careful_apology_costs_nothing_where_the_fault_is_unclear() -> None:
    unclear = replace(WARM, brief=replace(WARM.brief, fault="unclear"))
    assert "false-apology" not in rules_of(last(unclear, say("non_apology")))


def test_a_limit_may_be_repeated_on_abuse_without_penalty() -> None:
    limit = say("boundary", "I want to help, and I can't while I'm sworn at")
    assert last(abusive(), limit, limit, limit).change <= 0


def test_a_choice_may_be_repeated_without_sounding_like_a_script() -> None:
    choice = say("options", "refund now or a new one tomorrow")
    assert not {"scripted", "scripted-again"} & rules_of(last(WARM, choice, choice, choice))


def test_a_fact_named_in_a_reproach_is_not_heard() -> None:
    assert last(DANA, say("blame", facts=("late",))).state.heard == ()


def test_a_scenario_may_give_a_rule_another_number() -> None:
    harsher = replace(WARM, rules={"order": Override(18, "She was ordered about all day.")})
    turn = last(harsher, say("command"))
    assert base(turn, "order") == 18
    assert turn.effects[0].why.endswith("She was ordered about all day.")


def test_every_rule_names_its_grade_its_source_and_its_gist() -> None:
    assert all(rule.grade in "ABC" and rule.source and rule.gist.endswith(".") for rule in RULES.values())


def test_every_row_of_the_evidence_has_a_rule() -> None:
    exempt = {16}  # a limit or a choice said again: an exemption, tested above
    assert {rule.row for rule in RULES.values()} | exempt >= set(range(1, 28))


def test_no_rule_is_both_a_base_and_a_modifier() -> None:
    assert not set(BASE) & set(MODIFIERS)
