"""Faults of every kind, each sown in a copy of a shipped scenario: found by name, at the right line and column."""

import re
from pathlib import Path

import pytest

from game.authoring.checks import check
from game.paths import shipped_scenarios

HERE = "⌖"
"""Stands in front of what the problem must point at; it is taken out before the file is written."""
DANA, RAY, MEERA, PRICE = "late-movers", "abusive-caller", "parcel-never-came", "double-billed"
REACTIONS, CHOICES, SAMPLES = "\nreactions:\n", "\nchoices:\n", "\nsamples:\n"
FEELINGS = "feelings: [stressed, humiliated]"
HURTS = (
    "order", "invalidating", "rule-before-person", "false-apology", "anger-in-kind", "blame", "excuse", "jargon",
    "condescension", "self-story", "scripted", "passed-on",
)  # fmt: skip
Swap = tuple[str, str]
Fault = tuple[str, str, list[Swap]]
"""The problem's code, the scenario, and what is put in place of what, each the first time that it stands there."""


def reaction(words: str) -> list[Swap]:
    return [(REACTIONS, f"{REACTIONS}  - {words}\n")]


def choice(words: str) -> list[Swap]:
    return [(CHOICES, f"{CHOICES}  - {words}\n")]


def sample(words: str) -> list[Swap]:
    return [(SAMPLES, f"{SAMPLES}  - {words}\n")]


def before(part: str, words: str) -> list[Swap]:
    return [(part, f"\n{words}\n{part}")]


def without(part: str) -> Swap:
    """The whole of a part of the file, and nothing in its place."""
    return f"^{part}:\n(?:[ #].*\n|\n)*", ""


FORM: list[Fault] = [
    ("tab", DANA, [("brief:\n  you_are:", f"brief:\n{HERE}\tyou_are:")]),
    ("indentation", DANA, [("\nsetting: phone\n", f"\nsetting: phone\n  {HERE}noise: false\n")]),
    ("no-space-after-colon", MEERA, [("\nsetting: chat", f"\nsetting{HERE}:chat")]),
    ("no-colon", DANA, [("\nlevel: firm\n", f"\nlevel: firm\n{HERE}A hard one\n")]),
    ("quote-open", DANA, [("title: The movers", f'title: {HERE}"The movers')]),
    ("bracket-open", DANA, [(FEELINGS, f"feelings: {HERE}[stressed, humiliated")]),
    ("colon-in-text", DANA, [("title: The movers", f"title: The movers{HERE}: they")]),
    ("star-at-start", DANA, reaction(f"say: {HERE}*sigh* No.")),
    ("bracket-at-start", DANA, reaction(f"say: {HERE}{{name}} is my name.")),
    ("name-twice", DANA, before(REACTIONS, f"{HERE}level: rough")),
    ("dash", DANA, [("title: The", f"title: {HERE}- The")]),
    ("cut-at-hash", DANA, [("name: Dana Whitfield", f"name: Dana {HERE}#1 Whitfield")]),
    ("list-without-brackets", DANA, [(FEELINGS, f"feelings: {HERE}stressed, humiliated")]),
]
FORM += [
    ("tab", DANA, [("    - refund up to", f"{HERE}\t- refund up to")]),
    ("no-space-after-dash", DANA, [("    - refund up to", f"    {HERE}-refund up to")]),
    ("name-twice", DANA, [("    facts: [late]\n", f"    facts: [late]\n    {HERE}facts: [late]\n")]),
    ("name-twice", DANA, [("  - id: letter\n", f"    {HERE}id: letter\n")]),
    ("name-twice", PRICE, before("\nremedies:\n", f"{HERE}customer: {{name: Ann Other}}")),
    ("indentation", MEERA, [("    fact:\n      id: marked", f"   {HERE}fact:\n      id: marked")]),
    ("indentation", DANA, [("    does: [open_question]\n    when:", f"    does: [open_question]\n      {HERE}when:")]),
    ("cut-at-comma", DANA, reaction(f"say: [Well, {HERE}no., Go on.]")),
    ("quote-inside", DANA, reaction(f"say: 'I don'{HERE}t want it.'")),
    ("symbol-at-start", DANA, reaction(f"say: {HERE}%50 is not enough.")),
    ("star-at-start", DANA, [("kind: money", f"kind: {HERE}&m money")]),
]
SHAPE: list[Fault] = [
    ("unknown-name", DANA, [("  anger: 72", f"  {HERE}angr: 72")]),
    ("unknown-name", MEERA, [("\nremedies:", f"\n{HERE}remedys:")]),
    ("unknown-word", DANA, [("setting: phone", f"setting: {HERE}telephone")]),
    ("unknown-word", DANA, [("gives_up: hangs_up", f"gives_up: {HERE}hangs up")]),
    ("not-a-number", DANA, [("anger: 72", f"anger: {HERE}very")]),
    ("out-of-range", DANA, [("anger: 72", f"anger: {HERE}172")]),
    ("not-true-or-false", DANA, [("matters: false", f"matters: {HERE}hardly")]),
    ("missing-name", DANA, [("customer:\n  name: Dana Whitfield\n", f"{HERE}customer:\n")]),
    ("text-too-long", DANA, [("title: The", f"title: {HERE}{'Late, late, late. ' * 5}The")]),
    ("text-empty", DANA, reaction(f'say: {HERE}""')),
    ("list-empty", DANA, reaction(f"{{to: sigh, say: {HERE}[]}}")),
    ("wrong-count", DANA, [("due_hours: [24, 48]", f"due_hours: {HERE}[24, 36, 48]")]),
    ("group-needed", DANA, before(REACTIONS, f"rules: {HERE}none of them")),
    ("bad-id", DANA, [("id: half_fee", f"id: {HERE}half the fee!")]),
]
SHAPE += [
    ("out-of-range", RAY, [("  anger: 83", f"  anger: {HERE}140")]),
    ("out-of-range", DANA, [("  anger: 72", f"  anger: {HERE}-5")]),
    ("not-a-number", RAY, [("  anger: 83", f"  anger: {HERE}83.5")]),
    ("out-of-range", RAY, [("  patience: 14", f"  patience: {HERE}1")]),
    ("out-of-range", DANA, reaction(f"{{to: apology, say: Fine., when: {{from_turn: {HERE}99}}}}")),
    ("not-a-number", DANA, [("due_hours: [24, 48]", f"due_hours: [{HERE}tomorrow, 48]")]),
    ("wrong-count", DANA, [("due_hours: [24, 48]", f"due_hours: {HERE}24")]),
    ("out-of-range", DANA, [("due_hours: [24, 48]", f"due_hours: [24, {HERE}9000]")]),
    ("list-empty", DANA, [("    does: [open_question]\n", f"    does: {HERE}[]\n")]),
    ("list-empty", DANA, [without("story"), ("\nremedies:", f"\nstory: {HERE}[]\nremedies:")]),
    ("missing-name", DANA, reaction(f"{HERE}to: apology")),
    ("unknown-name", DANA, reaction(f"{{to: apology, say: Fine., when: {{{HERE}if_told: late}}}}")),
    ("unknown-word", DANA, reaction(f"{{to: apology, say: Fine., when: {{phase: {HERE}angry}}}}")),
    ("unknown-word", DANA, [("\nendings:\n", f"\nendings:\n  {HERE}won: [Yes.]\n")]),
    ("nothing-given", DANA, before("\nremedies:", f"{HERE}voice:")),
    ("group-needed", DANA, [without("story"), ("\nremedies:", f"\nstory: {HERE}She is angry.\nremedies:")]),
]
REFERENCES: list[Fault] = [
    ("unknown-fact", DANA, [("settles: [late]", f"settles: [{HERE}lat]")]),
    ("unknown-remedy", DANA, [("remedy: [half_fee]", f"remedy: [{HERE}half-fee]")]),
    ("unknown-technique", DANA, [("trains: [encourager", f"trains: [{HERE}encouraging")]),
    ("unknown-technique", DANA, sample(f"{{say: I see., hears: {HERE}listening}}")),
    ("unknown-technique", DANA, choice(f"{{say: Sorry about that., does: {HERE}apologise}}")),
    ("unknown-cue", DANA, [("to: [repeated]", f"to: [{HERE}repeating]")]),
    ("unknown-feeling", DANA, [("feelings: [stressed]", f"feelings: [{HERE}stresed]")]),
    ("unknown-persona", RAY, [("persona: [fiery", f"persona: [{HERE}firey")]),
    ("unknown-rule", DANA, before(REACTIONS, f"rules: {{{HERE}apologies: {{points: -3}}}}")),
    ("unknown-slot", DANA, reaction(f"say: {HERE}I am {{nam}} Whitfield!")),
    ("no-voice", DANA, before(REACTIONS, f"voice: {HERE}plane")),
]
REFERENCES += [
    ("unknown-technique", DANA, [("does: [paraphrase, empathy]", f"does: [{HERE}paraprase, empathy]")]),
    ("unknown-fact", PRICE, [("told: [passed]", f"told: [{HERE}pased]")]),
    ("unknown-fact", DANA, reaction(f"{{to: nod, say: No., tells: {HERE}nothing}}")),
    ("unknown-fact", DANA, [("  told: [deposit]\n", f"  told: [{HERE}deposits]\n")]),
    ("unknown-cue", DANA, reaction(f"{{to: {HERE}hot, say: Fine.}}")),
    ("unknown-slot", DANA, choice(f"{{does: apology, say: {HERE}'I am sorry, {{customer}}.'}}")),
    ("unknown-slot", DANA, choice(f"{{does: paraphrase, say: {HERE}'You said {{quote}}.'}}")),
]
MEANING: list[Fault] = [
    ("id-twice", DANA, [("- id: letter\n", f"- id: {HERE}half_fee\n")]),
    ("hours-order", DANA, [("due_hours: [24, 48]", f"due_hours: [{HERE}48, 24]")]),
    ("first-when-asked", DANA, [("\nstory:\n  - say:", f"\nstory:\n  - when_asked: {HERE}true\n    say:")]),
    ("no-feelings", PRICE, [("\ncustomer:", f"\n{HERE}customer:"), (r"^  feelings: \[.*\]\n", "")]),
    ("sign-without-reason", DANA, before(REACTIONS, f"rules: {{apology: {{points: {HERE}6}}}}")),
    ("condition-never-true", DANA, reaction(f"{{say: Told you., when: {{told: [late], untold: [{HERE}late]}}}}")),
    ("condition-never-true", DANA, reaction(f"{{say: Told you., when: {{heard: [late], untold: [{HERE}late]}}}}")),
    ("condition-never-true", DANA, reaction(f"{{say: Are you nodding?, to: {HERE}nod}}")),
    ("condition-never-true", DANA, reaction(f"{{say: Damn you!, swears: {HERE}true}}")),
    ("condition-never-true", DANA, reaction(f"{{say: I boil!, when: {{phase: [warm], from_anger: {HERE}85}}}}")),
    ("condition-never-true", DANA, reaction(f"{{say: I am proud!, when: {{persona: {HERE}proud}}}}")),
    ("condition-never-true", DANA, choice(
        f"{{say: You're late., does: paraphrase, facts: {HERE}late, when: {{untold: late}}}}"
    )),
    ("ending-never-reached", DANA, [without("handover"), ("  handed_over:\n", f"  {HERE}handed_over:\n")]),
    ("ending-never-reached", MEERA, [("\nendings:\n", f"\nendings:\n  {HERE}limit_kept: [Goodbye.]\n")]),
    ("story-outlasts-patience", DANA, [
        ("  gives_up:", "  patience: 4\n  gives_up:"),
        ("      - Six years I lived there.", f"      {HERE}- Six years I lived there."),
    ]),
]  # fmt: skip
MEANING += [
    ("id-twice", DANA, [("  - id: listening\n", f"  - id: {HERE}tell-me-all\n")]),
    ("id-twice", MEERA, [("      id: looked", f"      id: {HERE}marked")]),
    ("named-twice", DANA, [("trains: [encourager,", f"trains: [encourager, {HERE}encourager,")]),
    ("named-twice", DANA, reaction(f"{{to: [apology, {HERE}apology], say: Fine.}}")),
    ("no-feelings", MEERA, [("  feelings: [", f"  {HERE}feelings: []\n  backstory: [")]),
    ("condition-never-true", DANA, reaction(
        f"{{to: apology, say: Fine., when: {{agreed: letter, not_offered: {HERE}letter}}}}"
    )),
    ("condition-never-true", DANA, reaction(
        f"{{to: solution, remedy: {HERE}letter, say: Fine., when: {{not_offered: letter}}}}"
    )),
]  # fmt: skip
TEACHING: list[Fault] = [
    ("brief-is-silent", DANA, [(r"  you_may:\n(?:    - .*\n)+", ""), ("\nbrief:", f"\n{HERE}brief:")]),
    ("nothing-matters", DANA, [
        ("    fact:\n      id: late", f"    fact:\n      matters: {HERE}false\n      id: late"),
        ("    fact:\n      id: inspection", "    fact:\n      matters: false\n      id: inspection"),
        ("    fact:\n      id: deposit", "    fact:\n      matters: false\n      id: deposit"),
    ]),
    ("brief-allows-too-much", DANA, [("    - write to her landlord\n", f"    - {HERE}refund the whole fee\n")]),
    ("trains-in-vain", MEERA, [("trains: [paraphrase,", f"trains: [{HERE}boundary, paraphrase,")]),
    ("phrase-twice", DANA, [("      - a full refund\n", f"      - {HERE}refund half the fee\n")]),
    ("complication-never-heard", MEERA, before(
        REACTIONS, f"complications:\n  - {{say: (Somebody coughs.), settings: [{HERE}counter]}}"
    )),
    ("promise-never-due", DANA, [without("follow_up"), ("beyond_authority: true", f"beyond_authority: {HERE}true")]),
    ("follow-up-without-details", DANA, [
        ("  mentions: [refund, landlord, letter, deposit]\n", ""), ("\nfollow_up:", f"\n{HERE}follow_up:"),
    ]),
    ("cannot-be-won", DANA, [("  cares_about:", f"  {HERE}patience: 6\n  cares_about:")]),
    ("cannot-be-lost", DANA, before(
        REACTIONS, f"{HERE}rules:\n" + "\n".join(f"  {rule}: {{points: 0}}" for rule in HURTS)
    )),
    ("handed-over-at-once", MEERA, before(REACTIONS, f"{HERE}handover: {{to: my supervisor}}")),
    ("choice-heard-otherwise", DANA, choice(f"{{say: Calm down. That's our policy., does: {HERE}empathy}}")),
    ("choice-heard-otherwise", DANA, choice(f"{{say: I'm so sorry about that., does: {HERE}solution}}")),
    ("choice-heard-otherwise", DANA, choice(f"{{say: I'm so sorry that you had to wait., does: {HERE}dismissal}}")),
    ("sample-heard-otherwise", DANA, sample(f"{{say: You need to calm down., hears: {HERE}empathy}}")),
    ("phrase-never-heard", DANA, [("        - two hours late\n", f"        - {HERE}not there\n")]),
    ("phrase-offers-two", DANA, [("      - half back\n", f"      - {HERE}refund half the full fee\n")]),
    ("words-without-sample", DANA, before(SAMPLES, f"words:\n  jargon: [{HERE}crew sheet]")),
    ("words-hijacked", DANA, before(SAMPLES, f"words:\n  reassurance: [{HERE}you need to calm down]")),
    ("line-twice", DANA, reaction(f"say: [I see., {HERE}I see.]")),
    ("line-twice", DANA, before("\nchoices:", f"  - say: {HERE}Don't you use that voice on me!")),
    ("choice-twice", DANA, before(
        "\nfollow_up:", f"  - {{say: {HERE}Please tell me what happened today!, does: open_question}}"
    )),
    ("choice-outdone", DANA, choice(
        f"{{say: {HERE}I apologise for that., does: apology}}\n"
        "  - {say: I apologise. We got that wrong., does: [apology, ownership]}"
    )),
    ("long-line", DANA, choice(f"{{does: apology, say: {HERE}{'I am sorry about the van. ' * 6}}}")),
    ("long-sentence", DANA, reaction(f"say: {HERE}I waited{' and waited' * 15}.")),
    ("hard-words", DANA, reaction(f"say: {HERE}Your disproportionateness is incomprehensible!")),
    ("never-reached", DANA, reaction(f"{HERE}to: interrupted\n    when: {{phase: [cool]}}\n    say: I was not done.")),
]  # fmt: skip
TEACHING += [
    ("nothing-to-calm", DANA, [("  anger: 72", f"  anger: {HERE}5")]),
    ("cares-for-nothing", DANA, [
        ("  cares_about: {heard: 3, informed: 1, helped: 2}",
         f"  cares_about: {HERE}{{heard: 0, informed: 0, helped: 0}}"),
    ]),
    ("hot-button-helps", RAY, [("hot_buttons: [command,", f"hot_buttons: [{HERE}empathy, command,")]),
    ("trains-in-vain", DANA, [("trains: [encourager,", f"trains: [{HERE}blame, encourager,")]),
    ("story-breaks-off", DANA, [("      - Six years I lived there. S", f"      - {HERE}And then I —\n      - S")]),
    ("brief-forbids", DANA, [
        ("  you_may_not:\n", f"  you_may_not:\n    - {HERE}write to her landlord\n"),
        ("    - write to her landlord\n", ""),
    ]),
    ("offer-not-named", DANA, choice(f"{{say: {HERE}I can refund the whole fee., does: solution}}")),
    ("swears-unmarked", DANA, reaction(f"{{to: apology, say: {HERE}Fuck your sorry.}}")),
    ("not-on-the-menu", MEERA, before(
        "\nremedies:\n", f"  - say: The courier laughed.\n    fact: {{id: {HERE}laughed, words: [laughed at you]}}"
    )),
    ("not-on-the-menu", DANA, [
        ("\nremedies:\n", f"\nremedies:\n  - {{id: {HERE}tea, heard_as: [send you some tea]}}\n"),
    ]),
    ("sample-heard-otherwise", DANA, sample(f"{{say: I'm so sorry about that., hears: {HERE}hostility}}")),
    ("never-reached", DANA, reaction(f"{HERE}to: hostility\n    when: {{angrier: false}}\n    say: Thanks for that.")),
]  # fmt: skip
FAULTS = [*FORM, *SHAPE, *REFERENCES, *MEANING, *TEACHING]


def sown(text: str, swaps: list[Swap]) -> str:
    """The text with each swap made. Every one of them must find its place."""
    for old, new in swaps:
        pattern = re.compile(old if old.startswith(("^", "  you_may")) else re.escape(old), re.MULTILINE)
        found = pattern.search(text)
        assert found, f"{old!r} does not stand there any more"
        text = text[: found.start()] + new + text[found.end() :]
    return text


def placed(text: str) -> tuple[str, int, int]:
    """The text without the mark, and the line and column where the mark stood."""
    before, _, after = text.partition(HERE)
    return before + after, before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize(("code", "name", "swaps"), FAULTS, ids=[f"{fault[0]}-{n}" for n, fault in enumerate(FAULTS)])
def test_a_fault_is_found_where_it_is(code: str, name: str, swaps: list[Swap], tmp_path: Path) -> None:
    shipped = (shipped_scenarios() / f"{name}.yaml").read_text(encoding="utf-8")
    text, line, column = placed(sown(shipped, swaps))
    file = tmp_path / f"{name}.yaml"
    file.write_text(text, encoding="utf-8")
    close = code in {"never-reached", "sample-heard-otherwise"}
    assert (code, line, column) in {(one.code, one.line, one.column) for one in check([file], close=close)}


def test_the_faults_are_of_all_kinds_and_at_least_a_hundred() -> None:
    assert len(FAULTS) >= 100
    assert all(len(kind) >= 10 for kind in (FORM, SHAPE, REFERENCES, MEANING, TEACHING))
