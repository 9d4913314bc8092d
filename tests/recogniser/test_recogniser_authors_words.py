"""Authors add phrases in the lexicon's own form, and are told what is wrong with them."""

import pytest

from game.recogniser.authors import check_words


def test_good_phrases_pass() -> None:
    assert check_words({"solution": ["haul it (away)", "we FIX your sofa"], "empathy": ["gutted .. you"]}) == []


@pytest.mark.parametrize(
    ("words", "index", "message"),
    [
        ({"solution": ["fine words", "haul (it"]}, 1, "bracket"),
        ({"solution": ["(a+)+$"]}, 0, "can't stand"),
        ({"solution": ["SOFA it"]}, 0, "no concept SOFA"),
        ({"solution": ["it"]}, 0, "nearly anything"),
        ({"solutoin": ["haul it"]}, 0, "no technique"),
    ],
)
def test_a_faulty_phrase_is_told_with_its_place_and_a_remedy(
    words: dict[str, list[str]], index: int, message: str
) -> None:
    (problem,) = check_words(words)
    assert problem.index == index
    assert message in problem.message
    assert problem.remedy
