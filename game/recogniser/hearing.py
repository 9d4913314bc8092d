"""One sentence as the recogniser hears it: its phrases, its features and what they speak for."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from game.core.scenario import Scenario
from game.recogniser.features import Setting, features_of
from game.recogniser.gist import Gist, gist_of, stem
from game.recogniser.lexicon import Lexicon, Phrase, lexicon
from game.recogniser.phrases import Hit, Labels
from game.recogniser.sentences import Sentence, sentences

_ABUSE = frozenset({"INSULT", "SWEAR"})
_OF_THE_REPLY = frozenset({"w ", "c ", "P "})


class Found(NamedTuple):
    """A phrase of the lexicon in a sentence."""

    phrase: Phrase
    first: int
    last: int
    """Words of the sentence: first, and after the last."""


class Heard(NamedTuple):
    """A sentence with everything that was noticed in it."""

    sentence: Sentence
    found: tuple[Found, ...]
    taken_back: frozenset[str]
    """Techniques that a veto speaks against here, with no phrase left that speaks for them."""
    features: tuple[tuple[str, int, int], ...]


def hear(said: Sequence[Sentence], setting: Setting, known: Lexicon) -> list[Heard]:
    """Each sentence with its phrases and features."""
    heard: list[Heard] = []
    for at, sentence in enumerate(said):
        labels = known.concepts.labels(sentence)
        found, taken_back = phrases_in(sentence, labels, known)
        place = "only" if len(said) == 1 else "first" if at == 0 else "last" if at == len(said) - 1 else "mid"
        features = (*_phrase_features(found), *features_of(sentence, labels, setting, place))
        heard.append(Heard(sentence, found, taken_back, features))
    return heard


def around(heard: Sequence[Heard], setting: Setting) -> frozenset[str]:
    """What stands around each sentence: the customer's words, and all words, concepts and phrases of the reply.

    "It was the snow" is an excuse by itself, and less of one beside "I've sent a new one".
    """
    if len(heard) < 2:
        return frozenset(setting.about)
    said = (f"r {name}" for one in heard for name, _, _ in one.features if name[:2] in _OF_THE_REPLY)
    return frozenset((*setting.about, *said))


def _phrase_features(found: Sequence[Found]) -> Iterator[tuple[str, int, int]]:
    for one in found:
        yield f"P {one.phrase.technique} {one.phrase.text}", one.first, one.last
        if one.phrase.group is not None:
            yield f"G {one.phrase.technique} {one.phrase.group.weight}", one.first, one.last


def setting_of(customer_line: str, scenario: Scenario | None = None) -> Setting:
    """What a reply to this line is read beside; in a scenario, also what happened to this customer."""
    setting = _setting_of(customer_line)
    if scenario is None:
        return setting
    told = [gist_of(words) for fact in scenario.facts for words in (fact.said_back, *fact.words)]
    keys = setting.customer.keys.union(*(one.keys for one in told))
    numbers = setting.customer.numbers + tuple(number for one in told for number in one.numbers)
    return setting._replace(customer=Gist(keys, numbers))


@lru_cache(maxsize=512)
def _setting_of(customer_line: str) -> Setting:
    concepts = lexicon().concepts
    words = [word.text for sentence in sentences(customer_line) for word in sentence.words]
    abusive = any(_ABUSE & set(concepts.of(word)) for word in words)
    about = tuple(f"q {root}" for root in sorted(set(map(stem, words))))
    return Setting(gist_of(customer_line), abusive, "?" in customer_line, about)


def phrases_in(sentence: Sentence, labels: Labels, known: Lexicon) -> tuple[tuple[Found, ...], frozenset[str]]:
    """The phrases in a sentence, and the techniques that vetoes or quotation marks take back altogether."""
    hits = known.tree.find(sentence, labels)
    vetoes: dict[str, list[Hit]] = {}
    for hit in hits:
        phrase = known.phrases[hit.phrase]
        if phrase.group is None:
            vetoes.setdefault(phrase.technique, []).append(hit)
    found: list[Found] = []
    for hit in hits:
        phrase = known.phrases[hit.phrase]
        overruled = any(veto.first < hit.last and hit.first < veto.last for veto in vetoes.get(phrase.technique, ()))
        quoted = all(word.quoted for word in sentence.words[hit.first : hit.last])
        if phrase.group is not None and not overruled and not quoted:
            found.append(Found(phrase, hit.first, hit.last))
    found.sort(key=lambda one: (one.first, one.last, one.phrase.text))
    return tuple(found), frozenset(vetoes) - {one.phrase.technique for one in found}
