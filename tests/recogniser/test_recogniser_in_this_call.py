"""The same words mean more beside the story they answer."""

import pytest

from game.core.scenario import Beat, Brief, Customer, Fact, Remedy, Scenario
from game.recogniser import recognise
from game.recogniser.hearing import around, hear, setting_of
from game.recogniser.lexicon import lexicon
from game.recogniser.sentences import sentences

DANA = Scenario(
    title="The movers came two hours late",
    brief=Brief("front desk at Swift Movers", "Dana booked a van for 1 pm. It came at 3."),
    customer=Customer("Dana Whitfield", feelings=("stressed", "humiliated")),
    story=(
        Beat(
            ("You told me one o'clock and nobody showed up until three!",),
            Fact("late", ("two hours late", "three instead of one"), "the van came at three instead of one"),
        ),
        Beat(("I had no time to clean before the inspection.",), Fact("inspection", ("clean", "inspection"))),
        Beat(("They are keeping four hundred dollars of my deposit.",), Fact("deposit", ("deposit", "four hundred"))),
    ),
    remedies=(
        Remedy("half_fee", ("refund half the fee", "half your money back"), ("late",), kind="money"),
        Remedy("deposit", ("pay your deposit", "cover the four hundred"), beyond_authority=True, kind="money"),
        Remedy("letter", ("write to your landlord", "a letter to the landlord")),
    ),
    words={"solution": ("haul it off (for free)",)},
)
LINE = "You told me one o'clock and nobody showed up until three!"


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        ("So they were two hours late.", ("late",)),
        ("The movers turned up at three instead of one.", ("late",)),
        ("It came at 3 instead of 1.", ("late",)),
        ("The van came at 15:00 when we'd said 1 pm and you couldn't clean.", ("late", "inspection")),
        ("You had no time to do the cleaning before the inspection.", ("inspection",)),
        ("And now they want to keep $400 of it.", ("deposit",)),
        ("I hear you.", ()),
    ],
)
def test_her_facts_are_named_in_any_wording(said: str, facts: tuple[str, ...]) -> None:
    assert recognise(said, LINE, DANA).facts == facts


@pytest.mark.parametrize(
    "said", ["So they came four hours late.", "It was three hours late, you say.", "They came at four instead of one."]
)
def test_a_wrong_number_is_a_fact_mistaken(said: str) -> None:
    reading = recognise(said, LINE, DANA)
    assert (reading.facts, reading.mistaken) == ((), ("late",))


@pytest.mark.parametrize(
    ("said", "feelings"),
    [
        ("You must feel so stressed.", ("stressed",)),
        ("That sounds stressful and really embarrassing.", ("stressed", "humiliated")),
        ("How humiliating.", ("humiliated",)),
        ("You're not stressed, are you?", ()),
        ("I am stressed too.", ()),
        ("I see.", ()),
    ],
)
def test_her_feelings_are_named_by_close_words_too(said: str, feelings: tuple[str, ...]) -> None:
    assert recognise(said, LINE, DANA).feelings == feelings


@pytest.mark.parametrize(
    ("said", "remedies"),
    [
        ("I can refund half the fee.", ("half_fee",)),
        ("You'll have half your money back.", ("half_fee",)),
        ("I'll pay your deposit.", ("deposit",)),
        ("I can't pay your deposit.", ()),
        ("I can't pay your deposit, but I can write a letter to your landlord.", ("letter",)),
        ("I'm listening.", ()),
    ],
)
def test_remedies_are_offered_or_refused(said: str, remedies: tuple[str, ...]) -> None:
    assert recognise(said, LINE, DANA).remedies == remedies


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("I'll write to your landlord by tomorrow.", 24),
        ("I will write to your landlord within the hour.", 1),
        ("We'll refund half the fee in two days.", 48),
        ("I'll write to your landlord in 30 minutes.", 1),
        ("We'll write to your landlord within 24 hours.", 24),
        ("I'll write to your landlord.", None),
    ],
)
def test_promises_keep_their_remedy_and_their_hours(said: str, hours: int | None) -> None:
    (promise,) = recognise(said, LINE, DANA).promises
    assert promise.remedy in {"letter", "half_fee"}
    assert promise.hours == hours
    assert promise.what in said


@pytest.mark.parametrize("said", ["I won't write to your landlord.", "Will you write to me?", "I see."])
def test_a_refusal_or_a_question_promises_nothing(said: str) -> None:
    assert recognise(said, LINE, DANA).promises == ()


def test_what_an_author_adds_is_heard_with_its_phrase_as_the_pattern() -> None:
    reading = recognise("We'll haul it off for you.", LINE, DANA)
    found = next(evidence for evidence in reading.evidence if evidence.technique == "solution")
    assert (found.quote, found.pattern) == ("haul it off", "haul it off (for free)")


def test_her_own_facts_are_said_back_even_long_after_she_told_them() -> None:
    said = "They came at three instead of one and you had no time to clean."
    assert recognise(said, "Well?", DANA).does("paraphrase")


@pytest.mark.parametrize(
    ("said", "register"),
    [
        ("Dear Madam, I sincerely regret this matter.", "formal"),
        ("hey!! no worries lol", "chatty"),
        ("Name?", "blunt"),
        ("", ""),
    ],
)
def test_the_register_is_heard_where_it_shows(said: str, register: str) -> None:
    assert recognise(said).register == register


@pytest.mark.parametrize(
    "said",
    [
        "So your coffee was burnt and the waiter laughed about it.",
        "So they came four hours late and nobody told you.",
        "You wanted the blue jacket and a grey one arrived in the post.",
    ],
)
def test_what_is_said_back_of_another_story_is_no_paraphrase(said: str) -> None:
    assert "paraphrase" in recognise(said, LINE).techniques
    assert "paraphrase" not in recognise(said, LINE, DANA).techniques


def test_a_sentence_is_weighed_beside_the_rest_of_the_reply_and_what_she_said() -> None:
    setting = setting_of("Where is my van?")
    alone, beside = (
        around(hear(sentences(text), setting, lexicon()), setting)
        for text in ("It snowed.", "It snowed. I've sent two.")
    )
    assert {"q van", "q wher"} <= alone
    assert {"r w snowed", "r w sent"} <= beside - alone
