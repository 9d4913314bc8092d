"""The recogniser itself: text in, Reading out."""

from dataclasses import dataclass

from game.core.reading import Evidence, Reading
from game.core.scenario import Scenario
from game.recogniser.conversation import facts_named, feelings_named, promises_made, remedies_offered
from game.recogniser.guesses import guesses_for
from game.recogniser.lexicon import Lexicon, Phrase, lexicon
from game.recogniser.phrases import Hit
from game.recogniser.register import register_of
from game.recogniser.sentences import Sentence, sentences

_SURE_ENOUGH = 0.7


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase of the lexicon in a sentence."""

    phrase: Phrase
    start: int
    end: int


def recognise(text: str, customer_line: str = "", scenario: Scenario | None = None) -> Reading:
    """What a reply does, judged by its words, by what the customer just said and by this scenario."""
    said = sentences(text)
    evidence = _evidence(text, said)
    facts, mistaken = facts_named(said, scenario) if scenario else ((), ())
    return Reading(
        text=text,
        evidence=evidence,
        facts=facts,
        mistaken=mistaken,
        feelings=feelings_named(said, scenario) if scenario else (),
        remedies=remedies_offered(said, scenario) if scenario else (),
        promises=promises_made(said, text, scenario),
        register=register_of(text, said),
        guesses=() if evidence else guesses_for(text, said),
    )


def _evidence(text: str, said: list[Sentence]) -> tuple[Evidence, ...]:
    found = [one for sentence in said for one in phrases_in(sentence, lexicon())]
    best: dict[str, Found] = {}
    for one in found:
        group = one.phrase.group
        if group is None or group.weight < _SURE_ENOUGH:
            continue
        other = best.get(group.technique)
        if other is None or one.end - one.start > other.end - other.start:
            best[group.technique] = one
    return tuple(sorted((_as_evidence(text, one) for one in best.values()), key=lambda one: one.start))


def _as_evidence(text: str, found: Found) -> Evidence:
    group = found.phrase.group
    assert group is not None
    quote = text[found.start : found.end]
    return Evidence(
        group.technique, found.start, found.end, quote, found.phrase.text, group.weight, f"“{quote}” {group.why}"
    )


def phrases_in(sentence: Sentence, known: Lexicon) -> list[Found]:
    """The phrases found in a sentence, without those that a veto or quotation marks take back."""
    labels = known.concepts.labels(sentence)
    hits = known.tree.find(sentence, labels)
    vetoed: dict[str, list[Hit]] = {}
    for hit in hits:
        phrase = known.phrases[hit.phrase]
        if phrase.group is None:
            vetoed.setdefault(phrase.technique, []).append(hit)
    return [
        Found(known.phrases[hit.phrase], sentence.words[hit.first].start, sentence.words[hit.last - 1].end)
        for hit in hits
        if known.phrases[hit.phrase].group is not None
        and not any(veto.first < hit.last and hit.first < veto.last for veto in vetoed.get(known.phrases[hit.phrase].technique, ()))
        and not all(word.quoted for word in sentence.words[hit.first : hit.last])
    ]
