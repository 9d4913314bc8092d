"""What a reply says in this conversation: her facts, her feelings, this brief's remedies, and promises.

The same words mean more beside the story they answer, so all of this is judged against the scenario.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from game.core.reading import Promise
from game.core.scenario import Beat, Fact, Scenario
from game.recogniser.gist import STOPWORDS as STOPWORDS  # noqa: PLC0414 - writers of scenarios skip them too
from game.recogniser.gist import Gist, gist, gist_of, key_of
from game.recogniser.numbers import numbers_in
from game.recogniser.sentences import NEGATIONS, Sentence
from game.recogniser.times import hours_until
from game.recogniser.word_lists import lines_of

_PROMISING: Final = (("i", "will"), ("we", "will"), ("i", "shall"), ("we", "shall"), ("you", "will"), ("am", "going"),
                     ("are", "going"), ("i", "promise"), ("we", "promise"), ("it", "will"), ("they", "will"),
                     ("he", "will"), ("she", "will"))  # fmt: skip
_ENOUGH_TO_TELL: Final = 3
"""How many things a reply must name before it can be seen that they belong to another story."""
_BY_CHANCE: Final = 0.25
"""The share of what is named that any two stories have in common: "came", "told"."""
_DONE: Final = frozenset({"have", "has", "just", "being", "now"})


@dataclass(frozen=True, slots=True)
class InThisCall:
    """What a reply names, offers and promises of one scenario."""

    facts: tuple[str, ...] = ()
    mistaken: tuple[str, ...] = ()
    feelings: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    elsewhere: bool = False
    """Whether what was said is no part of this story: nothing of it can have been said back."""

    @property
    def confirmed(self) -> frozenset[str]:
        """Techniques that the scenario's own facts, feelings and remedies make likelier.

        An offer often names a fact ("one with oat milk"), so facts beside a remedy confirm nothing.
        """
        said_back = self.facts if not self.remedies else ()
        signs = {"paraphrase": said_back, "empathy": self.feelings, "solution": self.remedies}
        return frozenset(technique for technique, named in signs.items() if named)


def in_this_call(said: Sequence[Sentence], text: str, scenario: Scenario | None, customer_line: str = "") -> InThisCall:
    """What the sentences name of this scenario, whose customer last said this; without one, only promises."""
    promises = promises_made(said, text, scenario)
    if scenario is None:
        return InThisCall(promises=promises)
    facts, mistaken = facts_named(said, scenario)
    elsewhere = not facts and (bool(mistaken) or _is_of_another_story(said, customer_line, scenario))
    return InThisCall(
        facts, mistaken, feelings_named(said, scenario), remedies_offered(said, scenario), promises, elsewhere
    )


def _is_of_another_story(said: Sequence[Sentence], customer_line: str, scenario: Scenario) -> bool:
    """Whether things are named and hardly any of them is of this story, as a parcel is not of a spoilt coffee's."""
    keys = frozenset(key for sentence in said for key in gist([word.text for word in sentence.words]).keys)
    if len(keys) < _ENOUGH_TO_TELL:
        return False
    told = [line for beat in scenario.story for line in beat.say]
    named = [text for fact in scenario.facts for text in (fact.said_back, *fact.words)]
    offered = [text for remedy in scenario.remedies for text in remedy.heard_as]
    texts = (customer_line, scenario.title, scenario.brief.situation, *told, *named, *offered)
    ours = {key for text in texts for key in gist_of(text).keys}
    return len(keys & ours) <= _BY_CHANCE * len(keys)


def facts_named(said: Sequence[Sentence], scenario: Scenario) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of the facts that the sentences name rightly, and of those that they get wrong."""
    gists = [gist([word.text for word in sentence.words]) for sentence in said]
    whole = Gist(
        frozenset(key for one in gists for key in one.keys), tuple(number for one in gists for number in one.numbers)
    )
    named: list[str] = []
    mistaken: list[str] = []
    for beat in scenario.story:
        if beat.fact is None:
            continue
        if any(_misnames([word.text for word in sentence.words], beat.fact) for sentence in said):
            mistaken.append(beat.fact.id)
        elif _names(whole, gists, beat, beat.fact):
            named.append(beat.fact.id)
    return tuple(named), tuple(mistaken)


def _names(whole: Gist, gists: Sequence[Gist], beat: Beat, fact: Fact) -> bool:
    if any(_covers(heard, gist_of(words)) for heard in gists for words in fact.words):
        return True
    told = ([gist_of(fact.said_back)] if fact.said_back else []) + [gist_of(line) for line in beat.say]
    return any(_overlap(whole, line) >= 0.5 and len(whole.keys & line.keys) >= 2 for line in told)


def _covers(heard: Gist, phrase: Gist) -> bool:
    """Whether everything in a short phrase was said."""
    if not phrase.keys and not phrase.numbers:
        return False
    return set(phrase.numbers) <= set(heard.numbers) and phrase.keys <= heard.keys


def _overlap(heard: Gist, line: Gist) -> float:
    size = len(line.keys) + len(line.numbers)
    shared = len(line.keys & heard.keys) + sum(number in heard.numbers for number in line.numbers)
    return shared / size if size else 0.0


def _misnames(words: Sequence[str], fact: Fact) -> bool:
    """The words of the fact with another number before them: "four hours late", when it was two."""
    heard = gist(words)
    phrases = [gist_of(text) for text in (*fact.words, fact.said_back) if text]
    if any(phrase.numbers and _covers(heard, phrase) for phrase in phrases):
        return False
    counted = [(value, key_of(words[after])) for value, _, after in numbers_in(words) if after < len(words)]
    return any(
        value not in phrase.numbers and key in phrase.keys
        for phrase in phrases
        if phrase.numbers and phrase.keys <= heard.keys
        for value, key in counted
    )


@lru_cache(maxsize=1)
def _feeling_groups() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(word.replace("_", " ") for word in line.split()) for line in lines_of("feelings.txt"))


@lru_cache(maxsize=1024)
def words_for(feeling: str) -> frozenset[str]:
    """Every word that names this feeling."""
    plain = feeling.casefold().strip()
    return frozenset({plain}).union(*(group for group in _feeling_groups() if plain in group))


def feelings_named(said: Sequence[Sentence], scenario: Scenario) -> tuple[str, ...]:
    """Which of the customer's feelings the sentences name, as the scenario writes them."""
    texts = [" " + " ".join(word.text for word in sentence.words) + " " for sentence in said]
    return tuple(
        feeling
        for feeling in scenario.customer.feelings
        if any(_says_feeling(text, word) for text in texts for word in words_for(feeling))
    )


def _says_feeling(text: str, word: str) -> bool:
    at = text.find(f" {word} ")
    if at < 0:
        return False
    before = text[:at].split()[-3:]
    return not NEGATIONS & set(before) and before[-2:] != ["i", "am"]


def remedies_offered(said: Sequence[Sentence], scenario: Scenario) -> tuple[str, ...]:
    """Ids of the remedies that the sentences offer, not those that they refuse."""
    return tuple(remedy.id for remedy in scenario.remedies if any(_offers(one, remedy.heard_as) for one in said))


def _offers(sentence: Sentence, heard_as: Iterable[str]) -> bool:
    words = [word.text for word in sentence.words]
    if any(word.quoted for word in sentence.words):
        return False
    for start, end in _clauses(words):
        clause = words[start:end]
        heard = gist(clause)
        refused = bool(NEGATIONS & set(clause[:-1])) and not {"only", "just"} & set(clause)
        if not refused and any(_near(heard, gist_of(phrase)) for phrase in heard_as):
            return True
    return False


def _clauses(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for at, word in enumerate(words):
        if word in ("but", "however", "although"):
            yield start, at
            start = at + 1
    yield start, len(words)


def _near(heard: Gist, phrase: Gist) -> bool:
    """Whether a phrase was said, or, if it is long, nearly all of it."""
    size = len(phrase.keys) + len(phrase.numbers)
    if not size:
        return False
    shared = len(phrase.keys & heard.keys) + sum(number in heard.numbers for number in phrase.numbers)
    return shared == size or (size >= 4 and shared >= size - 1)


def promises_made(said: Sequence[Sentence], text: str, scenario: Scenario | None) -> tuple[Promise, ...]:
    """What the sentences say will be done, with the remedy that it is and by when."""
    found: list[Promise] = []
    for sentence in said:
        words = [word.text for word in sentence.words]
        remedy = next(iter(remedies_offered([sentence], scenario)), "") if scenario else ""
        pairs = set(pairwise(words))
        promising = any(pair in pairs for pair in _PROMISING) and not _refuses(words)
        if sentence.mark != "?" and (promising or (remedy and _DONE & set(words))):
            found.append(Promise(text[sentence.start : sentence.end], remedy, hours_until(words)))
    return tuple(found)


def _refuses(words: Sequence[str]) -> bool:
    return any(
        pair in _PROMISING and words[at + 2 : at + 3] and words[at + 2] in NEGATIONS
        for at, pair in enumerate(pairwise(words))
    )
