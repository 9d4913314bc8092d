"""The recogniser itself: text in, Reading out."""

from collections.abc import Sequence
from typing import NamedTuple

from game.core.reading import Evidence, Reading
from game.core.scenario import Scenario
from game.core.techniques import TECHNIQUES
from game.recogniser.authors import authors_evidence
from game.recogniser.conversation import in_this_call
from game.recogniser.features import Setting
from game.recogniser.guesses import guesses_for
from game.recogniser.hearing import Found, Heard, around, hear, setting_of
from game.recogniser.lexicon import Lexicon, lexicon
from game.recogniser.register import register_of
from game.recogniser.sentences import Sentence, sentences
from game.recogniser.spelling import vocabulary
from game.recogniser.weights import Weights, weights

_BY_WORDING = "wording"
"""The pattern of evidence that rests on the weights of single words, not on a phrase."""


_VETO = 2.0
"""What a veto takes from the logit of its technique."""
_SURE = 0.7
_CONFIRMED_FROM = 0.25
"""From which strength a technique counts that this call confirms: her own facts in a paraphrase."""
_HOPELESS = -4.0
"""A logit so low that the technique need not be weighed further."""


class Verdict(NamedTuple):
    """How sure it is that a reply does one technique, and the sentence that speaks for it most."""

    technique: str
    strength: float
    counts: bool
    """Whether it is sure enough to be told to the player."""
    heard: Heard


def recognise(text: str, customer_line: str = "", scenario: Scenario | None = None) -> Reading:
    """What a reply does, judged by its words, by what the customer just said and by this scenario.

    Never raises, whatever the text; only its first 2,000 characters are read.
    """
    said = sentences(text)
    judged = verdicts(said, setting_of(customer_line, scenario), weights())
    call = in_this_call(said, text, scenario, customer_line)
    confirmed = call.confirmed
    evidence = {
        one.technique: _evidence(text, one)
        for one in judged
        if one.counts or (one.technique in confirmed and one.strength >= _CONFIRMED_FROM)
    }
    if call.elsewhere:
        evidence.pop("paraphrase", None)
    if scenario is not None and scenario.words:
        evidence.update(authors_evidence(text, said, scenario.words))
    return Reading(
        text=text,
        evidence=tuple(sorted(evidence.values(), key=lambda one: (one.start, -one.strength))),
        facts=call.facts,
        mistaken=call.mistaken,
        feelings=call.feelings,
        remedies=call.remedies,
        promises=call.promises,
        register=register_of(text, said),
        guesses=() if evidence else guesses_for(text, judged),
    )


def verdicts(said: Sequence[Sentence], setting: Setting, table: Weights, known: Lexicon | None = None) -> list[Verdict]:
    """Every technique with how sure it is, surest first; none for an empty reply. Without a lexicon, by ours."""
    heard = hear(said, setting, known or lexicon())
    if not heard or _is_gibberish(heard):
        return []
    context = table.total(around(heard, setting))
    by_sentence = [_logits(one, context, table) for one in heard]
    judged: list[Verdict] = []
    for number, logits in enumerate(zip(*by_sentence, strict=True)):
        if max(logits) > _HOPELESS:
            strength = table.strength(number, logits)
            strongest = heard[logits.index(max(logits))]
            judged.append(Verdict(table.techniques[number], strength, strength >= table.threshold[number], strongest))
    judged = [*_by_new_phrases(heard, table), *judged]
    surest = sorted(judged, key=lambda one: -one.strength)
    return list({one.technique: one for one in reversed(surest)}.values())[::-1]


def _logits(heard: Heard, context: int, table: Weights) -> list[float]:
    logits = table.logits(context + table.total({feature for feature, _, _ in heard.features}))
    for technique in heard.taken_back:
        logits[table.techniques.index(technique)] -= _VETO
    return logits


def _is_gibberish(heard: Sequence[Heard]) -> bool:
    """Whether fewer than half of the words are words."""
    known = vocabulary().rank
    words = [word.text for one in heard for word in one.sentence.words]
    return 2 * sum(word in known or word[0].isdigit() for word in words) < len(words)


def _by_new_phrases(heard: Sequence[Heard], table: Weights) -> list[Verdict]:
    """Phrases that the weights were not fitted with count at the weight that the lexicon gives them."""
    return [
        Verdict(found.phrase.technique, found.phrase.group.weight, found.phrase.group.weight >= _SURE, one)
        for one in heard
        for found in one.found
        if found.phrase.group is not None and not table.knows(f"P {found.phrase.technique} {found.phrase.text}")
    ]


def _evidence(text: str, verdict: Verdict) -> Evidence:
    table = weights()
    words = verdict.heard.sentence.words
    phrase = _best_phrase(verdict, table)
    first, last = (phrase.first, phrase.last) if phrase else _tipping_words(verdict, table)
    start, end = words[first].start, words[last - 1].end
    quote = text[start:end]
    reason = phrase.phrase.group.why if phrase and phrase.phrase.group else TECHNIQUES[verdict.technique].does
    pattern = phrase.phrase.text if phrase else _BY_WORDING
    return Evidence(verdict.technique, start, end, quote, pattern, round(verdict.strength, 2), f"“{quote}” {reason}")


def _best_phrase(verdict: Verdict, table: Weights) -> Found | None:
    number = table.techniques.index(verdict.technique)
    mine = [one for one in verdict.heard.found if one.phrase.technique == verdict.technique]
    return max(
        mine,
        key=lambda one: (table.of(f"P {one.phrase.technique} {one.phrase.text}", number), one.last - one.first),
        default=None,
    )


def _tipping_words(verdict: Verdict, table: Weights) -> tuple[int, int]:
    """The run of words that speaks for the technique most, from its first to after its last word."""
    number = table.techniques.index(verdict.technique)
    size = len(verdict.heard.sentence.words)
    share = [0.0] * size
    for feature, first, last in verdict.heard.features:
        if last - first < size or size == 1:
            for at in range(first, last):
                share[at] += table.of(feature, number) / (last - first)
    best, run, start = (0.0, 0, size), 0.0, 0
    for at, worth in enumerate(share):
        if run <= 0:
            run, start = 0.0, at
        run += worth
        if run > best[0]:
            best = (run, start, at + 1)
    return best[1], best[2]
