"""Three honest guesses for a line in which nothing was recognised."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.core.reading import Guess
from game.core.techniques import TECHNIQUES

if TYPE_CHECKING:
    from game.recogniser.recognition import Verdict

_USUALLY_HELPS = ("empathy", "paraphrase", "open_question")
_WORTH_GUESSING = 0.08
_MOST = 3


def guesses_for(text: str, judged: Sequence["Verdict"]) -> tuple[Guess, ...]:
    """The techniques that came nearest; for nonsense, what usually helps."""
    near = {one.technique: one for one in judged if one.strength >= _WORTH_GUESSING}
    order = [*near, *(usual for usual in _USUALLY_HELPS if usual not in near)][:_MOST]
    return tuple(
        Guess(
            technique,
            round(near[technique].strength, 2) if technique in near else 0.0,
            _quote(text, near.get(technique)),
            TECHNIQUES[technique].example,
        )
        for technique in order
    )


def _quote(text: str, verdict: "Verdict | None") -> str:
    return text[verdict.heard.sentence.start : verdict.heard.sentence.end] if verdict else ""
