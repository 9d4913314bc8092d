"""What moves the meter: one table, a row a rule, with its evidence beside it.

Directions and orderings come from the sources named. No study measures points a turn on a 0–100 meter,
so every number is a starting value of ours, tuned until the properties in the tests hold. Grade A is
experiment, field data or meta-analysis; B agreement of experts; C weak or indirect.

`BASE` rules look at a moment and say why they apply; `factors.py` makes them stronger or weaker.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from game.core import harms, helps
from game.core.finding import Finding
from game.core.moment import Moment
from game.core.state import Grade

Family = Literal["relating", "working", "limit", "quiet", "harm"]
"""Which factors apply: relating and working vary with the phase, the others do not."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: id, number in the evidence table (0: from the articles alone), points and proof."""

    id: str
    row: int
    points: int
    grade: Grade
    source: str
    gist: str
    family: Family = "harm"
    techniques: tuple[str, ...] = ()
    finds: Callable[[Moment], Finding | None] | None = None


REACTANCE: Final = "expert consensus; reactance theory; no direct experiment found"
SEEDS: Final = "the articles on de-escalation"
JOIREMAN: Final = "Joireman et al. 2013"
HERHAUSEN: Final = "Herhausen et al. 2023, Journal of Marketing"
MARINOVA: Final = "Marinova, Singh & Singh 2018, Journal of Marketing Research"
PACKARD: Final = "Packard & Berger 2021, Journal of Consumer Research"
VERDUYN: Final = "Verduyn et al. 2009"
BETA: Final = "Project BETA (Richmond et al. 2012)"

_TABLE: Final = (
    # What helps.
    Rule("specific-acknowledgement", 1, -10, "A", HERHAUSEN,
         "Naming the feeling, or saying back what happened, calms even before anything is fixed.",
         "relating", ("empathy", "paraphrase"), helps.acknowledgement),
    Rule("apology", 8, -6, "A", "Hill 2013, meta-analysis (r = .32)",
         "An apology calms.", "relating", ("apology",), helps.apology),
    Rule("apology-with-ownership", 9, -9, "A", "Roschk & Kaiser 2013",
         "An apology that takes responsibility calms more.", "relating", ("apology", "ownership"),
         helps.apology_with_ownership),
    Rule("ownership", 9, -4, "A", "Roschk & Kaiser 2013",
         "Taking responsibility calms a little by itself.", "relating", ("ownership",), helps.ownership),
    Rule("open-question", 1, -4, "A", HERHAUSEN,
         "Asking openly is active listening.", "working", ("open_question",), helps.open_question),
    Rule("clarifying-question", 0, -2, "B", SEEDS,
         "Asking for a needed detail shows that work has begun.", "working", ("clarifying_question",),
         helps.clarifying_question),
    Rule("gratitude", 0, -3, "B", SEEDS,
         "Thanks for telling, or for patience, calms a little.", "relating", ("gratitude",),
         helps.gratitude),
    Rule("reassurance", 0, -3, "B", SEEDS,
         "Knowing they are in good hands calms a little.", "relating", ("reassurance",),
         helps.reassurance),
    Rule("solving", 11, -6, "A", MARINOVA,
         "Solving calms, and more as the talk goes on.", "working", ("solution", "options"),
         helps.solving),
    Rule("money", 18, -8, "A", "meta-analyses of service recovery",
         "Money counts once the person was acknowledged; alone it does little.", "working",
         ("solution", "options"), helps.money),
    Rule("clear-steps", 17, -6, "A", "del Río-Lanza et al. 2009",
         "Clear steps with a time calm.", "working", ("expectations",), helps.clear_steps),
    Rule("real-choice", 22, -4, "B", f"{BETA}; Crisis Prevention Institute",
         "A real choice gives control back.", "working", ("options",), helps.real_choice),
    Rule("agreement-check", 0, -2, "B", SEEDS,
         "Asking whether it suits them treats them as the judge.", "working", ("agreement_check",),
         helps.agreement_check),
    Rule("positive-framing", 0, -2, "B", SEEDS,
         "What can be done is heard better than what cannot.", "working", ("positive_framing",),
         helps.positive_framing),
    Rule("promise-to-return", 27, -3, "B", "S2; S0, S4",
         "A promised call back shows that it will not be forgotten.", "working", ("follow_up",),
         helps.promise_to_return),
    Rule("right-handover", 0, -6, "B", "S0, S3",
         "The person with the authority, brought in when it is needed, calms.", "working", ("handover",),
         helps.right_handover),
    Rule("limit", 23, -2, "B", BETA,
         "A limit on abuse, matter-of-fact and with a way back, contains it.", "limit", ("boundary",),
         helps.limit),
    Rule("let-talk", 3, -2, "A", "Kjærvik & Bushman 2024, meta-analysis of 154 studies",
         "Being let talk helps little by itself; what is told can then be heard.", "quiet", (),
         helps.let_talk),
    Rule("body", 0, -2, "B", "S0, S2, S3",
         "A calm body and voice calm a little.", "quiet", (), helps.calm_body),
    Rule("time", 5, -1, "A", "Verduyn & Lavrijsen 2015",
         "Without provocation anger fades slowly.", "quiet", (), helps.time_passes),
    Rule("timely-follow-up", 27, -6, "B", "S2; S0, S4",
         "Getting back in time, about their own case, builds trust.", "quiet", (), helps.follow_up),
    # What harms.
    Rule("interrupting", 3, 6, "A", "Kjærvik & Bushman 2024; S0, S2",
         "Being interrupted heats.", finds=harms.interrupting),
    Rule("passed-on", 4, 8, "A", VERDUYN,
         "Being passed on brings the trigger back.", techniques=("passing_the_buck", "handover"),
         finds=harms.passed_on),
    Rule("misheard", 4, 4, "A", VERDUYN,
         "Having to say it again prolongs anger.", finds=harms.misheard),
    Rule("invalidating", 6, 8, "A", "Kuo et al. 2022; Herr et al. 2015",
         "Making it small heats.", techniques=("dismissal",), finds=harms.invalidating),
    Rule("order", 7, 10, "B", REACTANCE,
         "Being told to calm down heats.", techniques=("command",), finds=harms.order),
    Rule("false-apology", 10, 6, "C", "studies of partial apologies",
         "“Sorry you feel that way” heats when the fault is clear.", techniques=("non_apology",),
         finds=harms.false_apology),
    Rule("too-much-relating", 12, 4, "A", MARINOVA,
         "Feeling after feeling, with nothing done, weakens what follows.", finds=harms.too_much_relating),
    Rule("rule-before-person", 14, 8, "B", "follows from rows 1, 11 and 13; not tested directly",
         "A rule or a flat no heats, most of all before the person was heard.",
         techniques=("policy_shield", "closing_off"), finds=harms.rule_before_person),
    Rule("scripted", 15, 5, "A", "surveys on scripted service",
         "The same line again sounds like a script.", finds=harms.scripted),
    Rule("broken-promise", 19, 20, "A", JOIREMAN,
         "A promise that was not kept is worse than the first fault.", finds=harms.broken_promise),
    Rule("anger-in-kind", 20, 12, "A", "Groth & Grandey 2012",
         "Anger answered with anger spirals.", techniques=("hostility",), finds=harms.anger_in_kind),
    Rule("unneeded-limit", 23, 6, "B", BETA,
         "A limit on someone who is merely upset is heard as a threat.", finds=harms.unneeded_limit),
    Rule("blame", 24, 12, "A", JOIREMAN,
         "Blame and denial heat.", techniques=("blame", "argument"), finds=harms.blame),
    Rule("excuse", 24, 6, "A", JOIREMAN,
         "An excuse heats.", techniques=("excuse",), finds=harms.excuse),
    Rule("jargon", 25, 5, "B", "S0, S4",
         "Inside words shut people out.", techniques=("jargon",), finds=harms.jargon),
    Rule("condescension", 25, 10, "B", "S0, S4",
         "Being talked down to heats.", techniques=("condescension",), finds=harms.condescension),
    Rule("self-story", 25, 5, "B", "S1",
         "Your own story takes the talk away from them.", techniques=("self_story",),
         finds=harms.self_story),
    Rule("silence", 26, 4, "B", "S2",
         "Silence, when an answer is due, looks like indifference.", finds=harms.silence),
    Rule("careless-body", 0, 5, "B", "S0, S2, S3",
         "A closed or impatient body heats.", finds=harms.careless_body),
)  # fmt: skip

BASE: Final = {rule.id: rule for rule in _TABLE}
"""Rules that give points of their own, by id."""

MODIFIERS: Final = {
    rule.id: rule
    for rule in (
        Rule("phase", 13, 0, "A", "Packard, Li & Berger 2024, Journal of Consumer Research; row 1",
             "Warmth counts most while hot and at the end; competence counts most in between."),
        Rule("too-early", 14, 0, "B", "follows from rows 1, 11 and 13; not tested directly",
             "Before the person was heard, help hardly counts."),
        Rule("concreteness", 2, 0, "A", PACKARD,
             "Their own facts count more; general words count less."),
        Rule("lateness", 9, 0, "A", "Roschk & Kaiser 2013", "A late apology counts less."),
        Rule("habit", 12, 0, "A", MARINOVA, "The same kind of move wears out."),
        Rule("scripted-again", 15, 0, "A", "surveys on scripted service",
             "The same line a second time counts for little."),
        Rule("mismatch", 18, 0, "A", "meta-analyses of service recovery",
             "A remedy counts when it answers what went wrong."),
        Rule("persona", 0, 0, "C", "the scenario's author", "What weighs most differs from person to person."),
        Rule("register", 21, 0, "C", "Villarroel Ordenes et al. 2019",
             "Speaking the way they speak helps slightly; never their intensity."),
        Rule("after-a-broken-promise", 19, 0, "A", JOIREMAN,
             "After a broken promise, what helps helps by half."),
        Rule("turn-limit", 0, 0, "C", "our choice", "One turn moves the meter from -15 to +20 points at most."),
        Rule("meter-end", 0, 0, "C", "our choice", "The meter ends at 0 and 100, and at the floor."),
    )
}  # fmt: skip
"""Rules that make others stronger or weaker, or keep the meter in its bounds, by id."""

RULES: Final = BASE | MODIFIERS
# Row 16 is an exemption and no rule: a limit or a choice said again is no script (see `moment.MAY_REPEAT`).
