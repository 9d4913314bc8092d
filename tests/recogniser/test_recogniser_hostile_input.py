"""Whatever is typed: a reading, in bounded time, never an exception."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.reading import Reading
from game.recogniser import explain, recognise

NONSENSE = (
    "", "   ", "\n\n", "asdf qwer", "zxcv bnm poiu lkjh", "purple monkey dishwasher", "lorem ipsum dolor sit amet",
    "123 456 789", "the cat sat on the mat", "qqqq wwww eeee", "банан апельсин", "你好世界", "🙂🙂🙂", "x",
    "fish bicycle seventeen", "a b c d e f g", "aaaaaaa", "/// --- ///", "\x00\x01\x02", "\ud800", "a\u0301" * 300,
)  # fmt: skip

WORDS = (
    "i", "you", "we", "sorry", "not", "never", "but", "can", "will", "refund", "calm", "down", "policy", "?", ".", "!",
)  # fmt: skip


@pytest.mark.parametrize("text", NONSENSE)
def test_nonsense_is_not_recognised_and_gets_three_guesses(text: str) -> None:
    reading = recognise(text)
    assert not reading.recognised
    assert len(reading.guesses) == 3
    assert len({guess.technique for guess in reading.guesses}) == 3


@pytest.mark.parametrize(
    "text",
    ["a" * 1_000_000, "sorry " * 200_000, "(" * 100_000, "so " * 2_000, "." * 50_000, "I'm sorry\u202e" * 10_000],
    ids=["letters", "words", "brackets", "so", "stops", "bidi"],
)
def test_a_megabyte_is_read_only_as_far_as_bounded(text: str) -> None:
    reading = recognise(text)
    assert all(evidence.end <= 2_000 for evidence in reading.evidence)


@settings(max_examples=150)
@given(st.text(max_size=400), st.text(max_size=100))
def test_any_text_gives_a_reading_whose_quotes_stand_in_it(text: str, customer: str) -> None:
    reading = recognise(text, customer)
    assert isinstance(reading, Reading)
    for evidence in reading.evidence:
        assert text[evidence.start : evidence.end] == evidence.quote
        assert 0.0 <= evidence.strength <= 1.0


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_words_of_the_lexicon_in_any_order_give_a_reading(words: list[str]) -> None:
    text = " ".join(words)
    reading = recognise(text)
    assert reading == recognise(text)
    assert explain(text).reading == reading


def test_markup_and_escapes_are_only_characters() -> None:
    assert not recognise("I said [/ hm [@click=app.quit]x[/]").missteps
    assert recognise("\x1b[31mI'm so sorry\x1b[0m").does("apology")
