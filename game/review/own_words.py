"""A better line in the player's own words: what was said, without the sentences that did harm.

The reading is cut with the text, so the engine judges exactly what is shown.
"""

import re
from dataclasses import replace
from typing import Final

from game.core.moves import Say
from game.core.reading import Evidence, Reading
from game.core.techniques import is_misstep

_SENTENCE: Final = re.compile(r"[^.!?]+[.!?]*\s*")


def without_harm(text: str, reading: Reading) -> Say | None:
    """The line without the sentences that hold a misstep; None if nothing is left that helps, or nothing was cut."""
    kept = [span for span in _sentences(text) if not _harmful(span, reading)]
    if not kept or len(kept) == len(_sentences(text)):
        return None
    shorter, evidence = "", list[Evidence]()
    for start, end in kept:
        shift = len(shorter) - start
        evidence += [
            replace(found, start=found.start + shift, end=found.end + shift)
            for found in reading.evidence
            if start <= found.start and found.end <= end and not is_misstep(found.technique)
        ]
        shorter += text[start:end]
    shorter = shorter.rstrip()
    if not evidence:
        return None
    return Say(shorter, replace(reading, text=shorter, evidence=tuple(evidence)))


def _sentences(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in _SENTENCE.finditer(text)]


def _harmful(span: tuple[int, int], reading: Reading) -> bool:
    return any(
        is_misstep(found.technique) and found.start < span[1] and span[0] < found.end for found in reading.evidence
    )
