"""A customer's sentence, said back by the agent: I becomes you, and you becomes we or us."""

import pytest

from game.core.slots import turned_round


@pytest.mark.parametrize(
    ("said", "said_back"),
    [
        ("I had no time to clean before the inspection.", "you had no time to clean before the inspection"),
        ("You said it would be ready today, and it isn't!", "we said it would be ready today, and it isn't"),
        ("I gave you a blue coat, and this is what I get!", "you gave us a blue coat, and this is what you get"),
        ("I asked you to do it by hand. It says so here.", "you asked us to do it by hand"),
        ("I thought you would ring.", "you thought we would ring"),
        ("I was waiting for you.", "you were waiting for us"),
        ("It was my mother's coat.", "it was your mother's coat"),
        ("They kept our deposit —", "they kept your deposit"),
    ],
)
def test_a_short_sentence_is_turned_round_in_good_english(said: str, said_back: str) -> None:
    assert turned_round(said) == said_back
