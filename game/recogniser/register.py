"""How a reply is spoken: formal, blunt or chatty, where it shows."""

from collections.abc import Sequence
from typing import Final

from game.recogniser.sentences import Sentence
from game.recogniser.word_lists import words_of

_FORMAL: Final = words_of("formal")
_CHATTY: Final = words_of("chatty")


def register_of(text: str, said: Sequence[Sentence]) -> str:
    """formal, blunt or chatty; "" where the words don't show it."""
    typed = text.casefold().split()
    if not said:
        return ""
    plain = {word.text for sentence in said for word in sentence.words}
    typed_plain = {word.strip(".,!?;:") for word in typed}
    formal = len(_FORMAL & plain) + (len(typed) >= 12 and "'" not in text and "’" not in text)
    chatty = (
        len(_CHATTY & (plain | typed_plain)) + text.count("!!") + sum(ord(letter) >= 0x1F300 for letter in text[:500])
    )
    if formal >= 2 and formal > chatty:
        return "formal"
    if chatty >= 1 and chatty > formal:
        return "chatty"
    words = sum(len(sentence.words) for sentence in said)
    return "blunt" if words <= 6 * len(said) and words <= 14 else ""
