"""Phrases that an author adds for a technique: the words of their trade, in the lexicon's own form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from game.core.reading import Evidence
from game.core.techniques import TECHNIQUES
from game.recogniser.lexicon import lexicon
from game.recogniser.phrases import PhraseError, PhraseTree, check, variants
from game.recogniser.sentences import Sentence

_STRENGTH = 0.95


@dataclass(frozen=True, slots=True)
class WordsProblem:
    """A phrase of an author's that can't be used: which, why, and what to do."""

    technique: str
    index: int
    """Its place in the list of that technique, from 0."""
    message: str
    remedy: str


def check_words(words: Mapping[str, Sequence[str]]) -> list[WordsProblem]:
    """Everything wrong with the phrases of a scenario."""
    found: list[WordsProblem] = []
    for technique, phrases in words.items():
        if technique not in TECHNIQUES:
            found.append(WordsProblem(technique, 0, f"“{technique}” is no technique.", "Use an id such as empathy."))
        for index, phrase in enumerate(phrases):
            try:
                check(phrase, _known_concepts())
            except PhraseError as error:
                remedy = "Write plain words; one/two, (optional), .. and CONCEPT are all that is special."
                found.append(WordsProblem(technique, index, f"{error}.", remedy))
                continue
            if any(not any(len(element) > 2 and element != "..." for element in way) for way in variants(phrase)):
                remedy = "Add a word that says what it is about."
                found.append(WordsProblem(technique, index, f"“{phrase}” would match nearly anything.", remedy))
    return found


def _known_concepts() -> frozenset[str]:
    return lexicon().concepts.names | {"NUMBER", "ACRONYM"}


def authors_evidence(text: str, said: Sequence[Sentence], words: Mapping[str, Sequence[str]]) -> dict[str, Evidence]:
    """What an author's own phrases find in a reply, by technique. A phrase that is faulty finds nothing."""
    tree, phrases = _tree(tuple((technique, tuple(texts)) for technique, texts in sorted(words.items())))
    found: dict[str, Evidence] = {}
    for sentence in said:
        for hit in tree.find(sentence, lexicon().concepts.labels(sentence)):
            technique, phrase = phrases[hit.phrase]
            if not all(word.quoted for word in sentence.words[hit.first : hit.last]):
                start, end = sentence.words[hit.first].start, sentence.words[hit.last - 1].end
                why = f"“{text[start:end]}” {TECHNIQUES[technique].does}"
                found[technique] = Evidence(technique, start, end, text[start:end], phrase, _STRENGTH, why)
    return found


@lru_cache(maxsize=64)
def _tree(words: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[PhraseTree, tuple[tuple[str, str], ...]]:
    tree = PhraseTree()
    phrases: list[tuple[str, str]] = []
    for technique, texts in words:
        for phrase in texts if technique in TECHNIQUES else ():
            try:
                check(phrase, _known_concepts())
            except PhraseError:
                continue
            tree.add(phrase, len(phrases))
            phrases.append((technique, phrase))
    return tree, tuple(phrases)
