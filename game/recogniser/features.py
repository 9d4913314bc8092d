"""What the weights look at in a sentence, beside the phrases of the lexicon.

Each feature is a short text with a span of words, so that whatever tips the balance can be shown.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from game.recogniser.gist import Gist, gist, stem
from game.recogniser.phrases import Labels
from game.recogniser.sentences import NEGATIONS, Sentence
from game.recogniser.word_lists import words_of

_PLAIN_CLASSES: Final = words_of("own_class")
_ENDINGS: Final = (("ing", "-ing"), ("ed", "-ed"), ("ly", "-ly"), ("s", "-s"))


class Setting(NamedTuple):
    """What a sentence is read beside: the customer's last line and the rest of the reply."""

    customer: Gist
    abusive: bool
    """Whether the customer's last line insults or swears."""
    asks: bool
    """Whether the customer's last line asks something."""
    about: tuple[str, ...] = ()
    """Features of the whole reply for what the customer's last line says: "no" means more after "can you help?"."""


@lru_cache(maxsize=16384)
def word_class(word: str) -> str:
    """The kind of a word: itself if it is a small word, a number, or how it ends."""
    if word in _PLAIN_CLASSES:
        return word
    if word[0].isdigit() or word[0] in "£$€":
        return "#"
    return next((name for ending, name in _ENDINGS if word.endswith(ending) and len(word) > 4), "x")


Feature = tuple[str, int, int]
"""A feature's name and the words that it covers: the first, and after the last."""


def features_of(sentence: Sentence, labels: Labels, setting: Setting, place: str) -> list[Feature]:
    """Each feature of a sentence."""
    words = [word.text for word in sentence.words]
    size = len(words)
    kinds = [word_class(word) for word in words]
    roots = [stem(word) for word in words]
    names = [[name for name, _ in here[1:] if name.isupper()] for here in labels[:size]]
    found: list[Feature] = []
    for at, word in enumerate(words):
        found.append((f"w {word}", at, at + 1))
        found.append((f"t {roots[at]}", at, at + 1))
        found += [(f"c {name}", at, at + 1) for name in names[at]]
    for at in range(size - 1):
        word, after = words[at], words[at + 1]
        found.append((f"b {word} {after}", at, at + 2))
        found.append((f"u {kinds[at]} {roots[at + 1]}", at, at + 2))
        found.append((f"u {roots[at]} {kinds[at + 1]}", at, at + 2))
        found += [(f"b {word} {name}", at, at + 2) for name in names[at + 1]]
        found += [(f"b {name} {after}", at, at + 2) for name in names[at]]
    for at in range(size - 2):
        found += [(f"j {roots[at]} {root}", at, at + 2 + apart) for apart, root in enumerate(roots[at + 2 : at + 4], 1)]
    found += _shape(words, kinds, sentence.mark, size)
    found += _beside(sentence, words, setting, place)
    return found


def _shape(words: Sequence[str], kinds: Sequence[str], mark: str, size: int) -> Iterator[tuple[str, int, int]]:
    mark = mark or "."
    yield f"m {mark}", 0, size
    yield f"s {words[0]} {mark}", 0, 1
    yield f"s {' '.join(words[:2])}", 0, min(2, size)
    yield f"s {' '.join(kinds[:3])}", 0, min(3, size)
    yield f"e {words[-1]}", size - 1, size
    yield f"n {min(size, 12) if size < 4 else size // 4 * 4 if size < 24 else 24}", 0, size


def _beside(sentence: Sentence, words: Sequence[str], setting: Setting, place: str) -> Iterator[tuple[str, int, int]]:
    size = len(words)
    said = gist(words)
    shared = len(said.keys & setting.customer.keys)
    numbers = len(set(said.numbers) & set(setting.customer.numbers))
    yield f"o {min(shared, 4)} {sentence.mark == '?'}", 0, size
    if numbers:
        yield f"on {sentence.mark == '?'}", 0, size
    if said.keys:
        yield f"or {int(4 * shared / len(said.keys))} {sentence.mark == '?'}", 0, size
        first = next((word for word in words if word in ("i", "you", "we", "he", "she", "they", "it")), "-")
        yield f"of {first} {min(shared, 3)}", 0, size
    yield f"p {place}", 0, size
    if setting.abusive:
        yield f"ka {int(bool(NEGATIONS & set(words)))}", 0, size
    if setting.asks:
        yield "kq", 0, size
    acronyms = sum(word.acronym for word in sentence.words)
    if acronyms:
        yield f"a {min(acronyms, 3)}", 0, size
