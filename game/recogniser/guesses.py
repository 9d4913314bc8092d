"""Three honest guesses for a line in which nothing was recognised."""

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.fuzz import partial_ratio

from game.core.reading import Guess
from game.core.techniques import TECHNIQUES
from game.recogniser.lexicon import lexicon
from game.recogniser.sentences import Sentence

_USUALLY_HELPS = ("empathy", "paraphrase", "open_question")
_MOST_LETTERS = 200


def guesses_for(text: str, said: Sequence[Sentence]) -> tuple[Guess, ...]:
    """The techniques whose examples are nearest in wording; for nonsense, what usually helps first."""
    plain = " ".join(word.text for sentence in said for word in sentence.words)[:_MOST_LETTERS]
    nearest: dict[str, float] = {}
    if len(plain) >= 4:
        for _, score, at in process.extract(plain, _examples()[0], scorer=partial_ratio, limit=12, score_cutoff=60):
            nearest.setdefault(_examples()[1][at], score / 200)
    order = [*nearest, *(usual for usual in _USUALLY_HELPS if usual not in nearest)][:3]
    return tuple(Guess(id_, nearest.get(id_, 0.0), text[:_MOST_LETTERS], TECHNIQUES[id_].example) for id_ in order)


@lru_cache(maxsize=1)
def _examples() -> tuple[tuple[str, ...], tuple[str, ...]]:
    pairs = [(example.casefold(), group.technique) for group in lexicon().groups for example in group.examples]
    pairs += [(technique.example.casefold(), technique.id) for technique in TECHNIQUES.values()]
    return tuple(example for example, _ in pairs), tuple(technique for _, technique in pairs)
