"""Text is folded without losing its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.recogniser.sentences import sentences
from game.recogniser.spelling import spell_out
from game.recogniser.text import fold


def words(text: str) -> list[str]:
    return [word.text for sentence in sentences(text) for word in sentence.words]


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("I’m “so” sorry…", ["i", "am", "so", "sorry"]),
        ("ＦＵＬＬ　ｗｉｄｔｈ", ["full", "width"]),
        ("cafe\u0301 café", ["cafe", "cafe"]),
        ("zero\u200bwidth", ["zero", "width"]),
        ("don't dont DON'T", ["do", "not", "do", "not", "do", "not"]),
        ("\x1b]0;title\x07sorry", ["0", "title", "sorry"]),
        ("by 15:00 for £1,200", ["by", "15:00", "for", "£1,200"]),
    ],
)
def test_a_text_is_read_as_plain_words(typed: str, plain: list[str]) -> None:
    assert words(typed) == plain


@given(st.text(max_size=300))
def test_every_word_knows_where_it_stood(text: str) -> None:
    for sentence in sentences(text):
        for word in sentence.words:
            assert 0 <= word.start < word.end <= len(text)


@given(st.text(max_size=200))
def test_a_span_of_the_folded_text_comes_from_the_original(text: str) -> None:
    folded = fold(text)
    for at in range(len(folded.text)):
        start, end = folded.place(at, at + 1)
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("srry", "sorry"),
        ("sooory", "sorry"),
        ("recieve", "receive"),
        ("apologize", "apologise"),
        ("thx", "thank you"),
        ("im", "i am"),
        ("weve", "we have"),
        ("couldnt", "could not"),
        ("listenin", "listening"),
        ("noooo", "no"),
        ("frustarting", "frustrating"),
        ("tomoz", "tomorrow"),
        ("wellyoushouldhave", "well you should have"),
    ],
)
def test_slips_and_short_forms_are_read_as_they_were_meant(typed: str, meant: str) -> None:
    assert " ".join(spell_out(typed)) == meant


@pytest.mark.parametrize("word", ["house", "tired", "deposit", "movers", "ring", "late"])
def test_a_word_of_the_language_is_never_mended(word: str) -> None:
    assert spell_out(word) == (word,)


def test_sentences_end_at_full_stops_but_not_inside_a_time_or_a_title() -> None:
    found = sentences("Mr. Day came at 9.20. Was he late? Yes!")
    assert [(sentence.words[0].text, sentence.mark) for sentence in found] == [("mr", "."), ("was", "?"), ("yes", "!")]
