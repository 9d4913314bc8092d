"""What a line would be heard to do, told while it is typed: in words only, so that nobody tunes it to a number."""

from textual.content import Content

from game.core.reading import Reading
from game.core.slots import Pronouns
from game.core.techniques import TECHNIQUES, is_misstep
from game.tui.glyphs import GLYPHS
from game.tui.text import Part, words

Span = tuple[int, int]


def heard_so_far(reading: Reading, they: Pronouns) -> Content:
    """The row under the reply box; empty where nothing was heard yet."""
    if not reading.recognised:
        return words(("heard so far  nothing yet", "$faint")) if reading.text.strip() else words()
    parts: list[Part] = [("heard so far", "$faint")]
    for technique in reading.techniques:
        sign = (f"   {GLYPHS.unsure} ", "$warm") if is_misstep(technique) else (f"   {GLYPHS.check} ", "$accent")
        parts += [sign, TECHNIQUES[technique].does]
        if technique == "paraphrase" and reading.facts:
            facts = len(reading.facts)
            parts.append((f" {GLYPHS.small_dot} {facts} of {they.possessive} facts", "$muted"))
    if "empathy" not in reading.techniques:
        parts.append((f"   {GLYPHS.ring} no feeling named", "$faint"))
    return words(*parts)


def spans(reading: Reading, typed: str) -> tuple[Span, ...]:
    """Where the words that were heard stand in what was typed (the reading knows it without outer spaces)."""
    shift = len(typed) - len(typed.lstrip())
    return tuple((evidence.start + shift, evidence.end + shift) for evidence in reading.evidence)
