"""A better line in the player's own words: the same line without what did harm."""

import pytest
from scenes import DANA, played

from game.core.moves import Say
from game.core.reading import Evidence, Reading
from game.review.debrief import better_line
from game.review.own_words import without_harm
from game.review.search import judged

TEXT = "Two hours alone must have been awful. That's our policy. I can refund half."


def line(text: str = TEXT, **quotes: str) -> Say:
    """A line whose techniques are shown by these quotes from it."""
    evidence = tuple(
        Evidence(technique, text.index(quote), text.index(quote) + len(quote), quote, "test", 1.0, "said so")
        for technique, quote in quotes.items()
    )
    return Say(text, Reading(text=text, evidence=evidence, feelings=("stressed",)))


MIXED = line(empathy="must have been awful", policy_shield="That's our policy", solution="I can refund half")


def test_the_harmful_sentence_goes_and_the_rest_stays_word_for_word() -> None:
    shorter = without_harm(MIXED.text, MIXED.reading)
    assert shorter is not None
    assert shorter.text == "Two hours alone must have been awful. I can refund half."
    for found in shorter.reading.evidence:
        assert shorter.text[found.start : found.end] == found.quote
    assert shorter.reading.techniques == ("empathy", "solution")


NOTHING = [
    line("That's our policy.", policy_shield="our policy"),
    line("Go on. That's our policy.", policy_shield="our policy"),
    line("How awful for you.", empathy="How awful"),
]


@pytest.mark.parametrize("said", NOTHING, ids=lambda said: said.text)
def test_where_nothing_that_helps_is_left_or_nothing_did_harm_there_is_no_such_line(said: Say) -> None:
    assert without_harm(said.text, said.reading) is None


def test_the_players_own_words_are_offered_before_anybody_elses() -> None:
    better = better_line(judged(played(DANA, MIXED))[0])
    assert better is not None
    assert better.text == "Two hours alone must have been awful. I can refund half."
