"""A file becomes a Scenario, or every problem that stands in the way, at once."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.authoring.build import built
from game.authoring.declared import fields_of
from game.authoring.problems import Problem, as_plain, as_text
from game.authoring.source import parse
from game.core.scenario import Caring, Choice, Condition, Customer, Fact, Override, Scenario, Voice

SMALL = (Path(__file__).parent / "data" / "small.yaml").read_text("utf-8")


def scenario(text: str) -> Scenario:
    source = parse(text)
    made = built(source, Scenario)
    assert made is not None, [as_text(problem) for problem in source.found()]
    return made


def problems(text: str) -> tuple[Problem, ...]:
    source = parse(text)
    built(source, Scenario)
    return source.found()


def found(text: str, code: str) -> Problem:
    return next(problem for problem in problems(text) if problem.code == code)


def test_the_small_scenario_loads_without_a_word() -> None:
    assert problems(SMALL) == ()
    dana = scenario(SMALL)
    assert dana.title == "The movers came two hours late"
    assert (dana.customer.name, dana.customer.anger) == ("Dana Whitfield", 72)
    assert dana.customer.cares_about == Caring(heard=3, informed=1, helped=2)
    assert dana.facts[0] == Fact(id="late", words=("two hours late", "three instead of one"))
    assert [beat.when_asked for beat in dana.story] == [False, False, True]
    assert [remedy.beyond_authority for remedy in dana.remedies] == [False, True]
    assert dana.follow_up is not None
    assert dana.follow_up.due_hours == (24, 48)
    assert dana.brief.you_may_not == ("pay the deposit",)


def test_a_single_value_is_a_list_of_one_wherever_a_list_belongs() -> None:
    dana = scenario(
        SMALL
        + "reactions: {say: Fine., to: empathy, when: {phase: hot, told: late}}\n"
        + "trains: empathy\nendings: {lost: Click.}\nwords: {apology: our bad}\n"
    )
    assert dana.story[0].say == ("You told me one o'clock and nobody showed up until three!",)
    assert dana.reactions[0].when == Condition(phase=("hot",), told=("late",))
    assert (dana.trains, dana.endings, dana.words) == (("empathy",), {"lost": ("Click.",)}, {"apology": ("our bad",)})


def test_text_stays_text_and_numbers_and_truths_are_read_as_declared() -> None:
    dana = scenario(
        SMALL.replace("Dana Whitfield", "No")
        .replace("when_asked: true", "when_asked: Yes")
        .replace("anger: 72", "anger: 072")
        + "handover: {to: 12:30}\nrules: {apology: {points: -3}}\n"
    )
    assert (dana.customer.name, dana.customer.anger, dana.story[2].when_asked) == ("No", 72, True)
    assert dana.handover is not None
    assert dana.handover.to == "12:30"
    assert dana.rules == {"apology": Override(-3)}


def test_choices_without_a_short_name_get_one_from_their_words() -> None:
    dana = scenario(
        SMALL
        + "choices:\n"
        + "  - {say: I can't believe it!, does: empathy}\n"
        + "  - {say: I can’t believe it., does: empathy}\n"
        + "  - {say: Mine., does: empathy, id: i-cant-believe-it-2}\n"
        + "  - {say: Тише, does: command}\n"
        + "  - {say: …, does: encourager}\n"
    )
    assert [choice.id for choice in dana.choices] == [
        "i-cant-believe-it",
        "i-cant-believe-it-3",
        "i-cant-believe-it-2",
        "тише",
        "choice",
    ]


def test_every_problem_is_found_at_once_each_at_its_place() -> None:
    text = (
        "title: [Late, movers]\n"
        "brief:\n"
        "  you_are: front desk\n"
        "  situatio: Dana booked a van.\n"
        "customer:\n"
        "  name: Dana\n"
        "  anger: very\n"
        "  pronoun: shee\n"
        "story:\n"
        "  - say: You are late!\n"
        "    fact: {id: late, words: late}\n"
        "    when_asked: maybe\n"
        "  - hello\n"
        "remedies:\n"
        "  - {id: half, heard_as: half back, settles: lat}\n"
        "follow_up: {due_hours: 24}\n"
        "endings:\n"
        "  setled: Bye.\n"
        "words: none\n"
    )
    assert [(problem.code, problem.line, problem.column) for problem in problems(text)] == [
        ("text-needed", 1, 8),
        ("missing-name", 2, 1),
        ("unknown-name", 4, 3),
        ("no-feelings", 5, 1),
        ("not-a-number", 7, 10),
        ("unknown-word", 8, 12),
        ("not-true-or-false", 12, 17),
        ("group-needed", 13, 5),
        ("unknown-fact", 15, 46),
        ("wrong-count", 16, 24),
        ("unknown-word", 18, 3),
        ("group-needed", 19, 8),
    ]


# fmt: off
GUESSES = [
    ("a name", "customer: {nam: Dana}\n", "unknown-name", "Did you mean `name`?"),
    ("a name of another part", "feelings: [sad]\n", "unknown-name", "It belongs under `customer`."),
    ("a word", "setting: fone\n", "unknown-word", "Did you mean `phone`?"),
    ("an outcome", "endings: {setteld: Bye.}\n", "unknown-word", "Did you mean `settled`?"),
    ("a technique", "trains: paraphrasing\n", "unknown-technique", "Did you mean `paraphrase`?"),
    ("an occasion", "reactions: {say: Hm., to: interupted}\n", "unknown-cue", "Did you mean `interrupted`?"),
    ("a gesture", "reactions: {say: Hm., to: nodd}\n", "unknown-cue", "Did you mean `nod`?"),
    ("a rule", "rules: {apologys: {points: -2}}\n", "unknown-rule", "Did you mean `apology`?"),
    ("a slot", "reactions: {say: 'No {feelings}.'}\n", "unknown-slot", "Did you mean `feeling`?"),
    ("a technique's words", "words: {empaty: so sad}\n", "unknown-technique", "Did you mean `empathy`?"),
]
# fmt: on


@pytest.mark.parametrize(("text", "code", "guess"), [row[1:] for row in GUESSES], ids=[row[0] for row in GUESSES])
def test_a_misspelt_word_gets_a_guess(text: str, code: str, guess: str) -> None:
    assert guess in found(text, code).message


# fmt: off
SLOTS = [
    ("reactions: {say: 'So {fact}.'}", True), ("choices: {say: 'I can {remedy}.', does: solution}", True),
    ("endings: {lost: '{name} leaves.'}", True), ("endings: {lost: 'So {fact}.'}", False),
    ("story: {say: 'I am {name}.'}", False), ("title: '{name} calls'", False),
    ("reactions: {say: 'Hm {name'}", False), ("reactions: {say: 'Hm }.'}", False), ("reactions: {say: '{}'}", False),
    ("follow_up: {kept: 'It is {you_are}!'}", True), ("trains: '{empathy}'", True),
]
# fmt: on


@pytest.mark.parametrize(("text", "filled"), SLOTS)
def test_a_slot_stands_only_where_it_can_be_filled(text: str, filled: bool) -> None:
    assert ("unknown-slot" in {problem.code for problem in problems(text + "\n")}) is not filled


@pytest.mark.parametrize("text", ["say: []", "say: [~]", "say:\n    -", "say: ''"])
def test_a_customer_always_has_something_to_say(text: str) -> None:
    source = parse(SMALL.replace("say: You told me one o'clock and nobody showed up until three!", text))
    assert built(source, Scenario) is None
    assert {problem.line for problem in source.found()} <= {15, 16}


REFERS = "handover: {to: them, told: late}\n"


# fmt: off
UNREAD = [
    ("a part with a misspelt name", "story: {say: Hm., fakt: {id: late, words: late}}\n", "unknown-name"),
    ("a misspelt name for an id", "story: {say: Hm., fact: {idd: late, words: late}}\n", "unknown-name"),
    ("a text in place of a part", "story: {say: Hm., fact: late}\n", "group-needed"),
    ("a name given twice", "story:\nstory: {say: Hm., fact: {id: late, words: late}}\n", "name-twice"),
]
# fmt: on


@pytest.mark.parametrize(("text", "code"), [row[1:] for row in UNREAD], ids=[row[0] for row in UNREAD])
def test_what_refers_to_a_broken_part_is_not_blamed(text: str, code: str) -> None:
    codes = {problem.code for problem in problems(text + REFERS)}
    assert code in codes
    assert "unknown-fact" not in codes


COMMAS = [
    ("customer: {name: D}\n", False),
    ("customer:\n  feelings: sad, lost\n", True),
    ("customer:\n  feelings: [sad, lost]\n", False),
    ("customer:\n  feelings: 'sad, lost'\n", False),
    ("customer:\n  feelings:\n    - sad, lost\n", False),
    ("trains: empathy, apology\n", True),
    ("story:\n  say: Late, again\n", False),
]


@pytest.mark.parametrize(("text", "warned"), COMMAS)
def test_a_list_that_lost_its_brackets_is_noticed(text: str, warned: bool) -> None:
    assert ("list-without-brackets" in {problem.code for problem in problems(text)}) is warned


def test_a_word_like_no_other_gets_no_guess_but_the_choices() -> None:
    problem = found("setting: xylophone quartet\n", "unknown-word")
    assert "Did you mean" not in problem.message
    assert problem.remedy == "Possible: `phone`, `counter`, `chat`."


def test_what_is_missing_is_told_with_its_meaning() -> None:
    assert "Who the player is" in problems(SMALL.replace("you_are", "you_can"))[0].remedy


# fmt: off
NUMBERS = [
    ("customer: {anger: -1}", True), ("customer: {anger: 0}", False), ("customer: {anger: 100}", False),
    ("customer: {anger: 101}", True), ("customer: {patience: 3}", True), ("customer: {patience: 4}", False),
    ("customer: {cares_about: {heard: 4}}", True), ("customer: {cares_about: {heard: 3}}", False),
    ("follow_up: {due_hours: [0, 721]}", True), ("rules: {apology: {points: -41}}", True),
    ("reactions: {say: Hm., when: {from_turn: -1}}", True),
]
# fmt: on


@pytest.mark.parametrize(("text", "outside"), NUMBERS)
def test_numbers_stay_between_their_ends(text: str, outside: bool) -> None:
    assert ("out-of-range" in {problem.code for problem in problems(text + "\n")}) is outside


@pytest.mark.parametrize(
    "number", ["7.5", "7.0", "1_0", "1e2", "72 points", "9999999999999999999999", "١٢", "0x10", "[7]", "{a: 7}"]
)
def test_a_number_is_digits(number: str) -> None:
    assert found(f"customer: {{name: Dana, anger: {number}}}\n", "not-a-number").line == 1
    assert found(f"customer: {{name: Dana, patience: {number}}}\n", "not-a-number").line == 1


@pytest.mark.parametrize("word", ["perhaps", "[true]", "2"])
def test_true_or_false_is_one_of_both(word: str) -> None:
    assert found(f"story: {{say: Hm., abuse: {word}}}\n", "not-true-or-false").line == 1


def test_a_name_with_nothing_after_it_counts_as_left_out() -> None:
    source = parse(SMALL + "about:\nendings:\n  lost:\ntrains: ~\n")
    made = built(source, Scenario)
    assert made is not None
    assert (made.about, made.endings, made.trains) == ("", {}, ())
    assert [problem.code for problem in source.found()] == ["nothing-given"] * 3


def test_a_needed_name_with_nothing_after_it_is_missed_once() -> None:
    text = SMALL.replace("title: The movers came two hours late", "title:")
    assert [(problem.code, problem.line) for problem in problems(text)] == [("missing-name", 1)]


@pytest.mark.parametrize("name", ["shared", "id", "facts", "first_name", "__class__"])
def test_names_that_are_not_the_author_s_are_refused(name: str) -> None:
    assert [problem.code for problem in problems(f"{SMALL}{name}: {{}}\n")] == ["unknown-name"]


def test_a_voice_is_read_by_the_same_declarations() -> None:
    source = parse("choices: {say: 'You must be {feeling}.', does: empathy}\nendings: {lost: Click.}\n")
    voice = built(source, Voice)
    assert voice == Voice(
        choices=(Choice("You must be {feeling}.", ("empathy",), id="you-must-be-feeling"),),
        endings={"lost": ("Click.",)},
    )


def test_a_voice_knows_no_customer_of_its_own() -> None:
    source = parse("title: x\nreactions: {say: Hm., fact: late}\n")
    assert built(source, Voice) is None
    assert [problem.code for problem in source.found()] == ["unknown-name", "unknown-fact"]


def test_a_problem_is_shown_with_its_line_a_caret_and_the_remedy() -> None:
    assert as_text(found("title: Late\ncustomer:\n  angr: 72\n", "unknown-name")).splitlines()[:4] == [
        "text:3:3: error unknown-name: There is no `angr` in `customer`. Did you mean `anger`?",
        "      angr: 72",
        "      ^",
        f"  → Known here: {', '.join(f'`{name}`' for name in fields_of(Customer))}.",
    ]


def test_the_caret_stands_under_wide_letters_and_in_long_lines() -> None:
    wide = as_text(
        found("setting: 電話, x\n".replace("setting: ", "{title: 電話, setting: ").replace(", x", "}"), "unknown-word")
    )
    assert wide.splitlines()[2].index("^") == 4 + len("{title: ") + 4 + len(", setting: ")
    long = as_text(found("{title: " + "late " * 60 + ", setting: fone}\n", "unknown-word")).splitlines()
    assert long[1][long[2].index("^") :].startswith("fone")
    assert len(long[1]) < 120


def test_a_problem_is_plain_data_for_json() -> None:
    plain = as_plain(found("setting: fone\n", "unknown-word"))
    assert list(plain) == ["code", "severity", "file", "line", "column", "message", "remedy", "mended"]


NAMES = sorted(
    {name for part in (Scenario, Voice) for name in fields_of(part)} | {"fact", "id", "say", "x", "due_hours"}
)
VALUES = st.recursive(
    st.sampled_from(
        ["", "~", "72", "-1", "true", "hot", "empathy", "late", '"{name"', '"{x}"', '" "', "a: b", "long " * 90]
    ),
    lambda below: (
        st.lists(below, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(st.sampled_from(NAMES), below, max_size=3).map(
            lambda named: "{" + ", ".join(f"{name}: {value}" for name, value in named.items()) + "}"
        )
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=6), st.sampled_from([Scenario, Voice]))
@settings(deadline=None, max_examples=200)
def test_whatever_stands_in_a_file_there_is_a_result_or_a_problem(named: dict[str, str], part: type[Scenario]) -> None:
    source = parse("".join(f"{name}: {value}\n" for name, value in named.items()))
    made = built(source, part)
    assert made is not None or source.found()
    assert "form" not in {problem.code for problem in source.found()}
