"""Text that a person wrote is cleaned once, at the door."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.text import MOST_MARKS, clean

# fmt: off
CLEANED = [
    ("plain words stay", "I booked at 1 o'clock!", "I booked at 1 o'clock!"),
    ("accents, dashes and curly quotes stay", "Amélie said: “naïve” – it’s…", "Amélie said: “naïve” – it’s…"),
    ("other scripts stay", "こんにちは שלום नमस्ते Việt", "こんにちは שלום नमस्ते Việt"),
    ("brackets that look like markup stay", "I said [/ hm [@click=app.quit]x[/]", "I said [/ hm [@click=app.quit]x[/]"),
    ("line ends stay", "one\ntwo", "one\ntwo"),
    ("every kind of line end becomes one", "a\r\nb\rc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
    ("tabs become spaces", "a\tb\x0bc\x0cd", "a b c d"),
    ("a colour goes whole", "\x1b[31mred\x1b[0m", "red"),
    ("a cursor movement goes whole", "up\x1b[2A\x1b[?25lhere", "uphere"),
    ("the clipboard stays closed", "a\x1b]52;c;ZXZpbA==\x07b", "ab"),
    ("a title is not set", "a\x1b]0;mine\x1b\\b", "ab"),
    ("a string for the terminal goes whole", "a\x1bPq#0;2\x1b\\b", "ab"),
    ("a reset goes", "a\x1bcb", "ab"),
    ("a character set is not changed", "a\x1b(0b", "ab"),
    ("the eight-bit forms go too", "a\x9b31mb\x9d0;t\x9cc", "abc"),
    ("a sequence without an end loses its power and keeps its words", "a\x1b]52;c;words", "a]52;c;words"),
    ("a lone escape goes", "a\x1b", "a"),
    ("bells, backspaces and NUL go", "a\x07\x08\x00\x7fb", "ab"),
    ("direction overrides go", "a\u202edlrow\u202c\u2066b\u2069", "adlrowb"),
    ("zero width goes", "a\u200bb\u200cc\u2060d\ufeffe\u00adf", "abcdef"),
    ("a joiner between letters goes", "a\u200db", "ab"),
    ("a joiner inside an emoji stays", "👩\u200d👧 ❤\ufe0f\u200d🔥", "👩\u200d👧 ❤\ufe0f\u200d🔥"),
    ("invisible tags go", "a\U000e0041\U000e0042b", "ab"),
    ("half a character goes", "a\ud800b\udfff", "ab"),
    ("letters are not buried under marks", "a" + "\u0301" * 300 + "b", "a" + "\u0301" * MOST_MARKS + "b"),
]
# fmt: on


@pytest.mark.parametrize(("text", "cleaned"), [row[1:] for row in CLEANED], ids=[row[0] for row in CLEANED])
def test_text_is_cleaned(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


HARMFUL = st.sampled_from(
    [
        "\x1b",
        "[",
        "]",
        "0;",
        "m",
        "\x07",
        "\\",
        "\x9b",
        "\u200d",
        "👩",
        "\ufe0f",
        "\u0301",
        "\u20dd",
        "\u202e",
        "a",
        "\r\n",
    ]
)


@given(st.text() | st.lists(HARMFUL).map("".join))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(codec=None)) | st.lists(HARMFUL).map("".join))
def test_nothing_that_steers_a_terminal_survives(text: str) -> None:
    cleaned = clean(text)
    assert not any(ord(character) < 32 and character != "\n" for character in cleaned)
    assert not any(0x7F <= ord(character) <= 0x9F for character in cleaned)
    assert not any(0xD800 <= ord(character) <= 0xDFFF for character in cleaned)


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_what_a_keyboard_types_is_never_touched(text: str) -> None:
    assert clean(text) == text
