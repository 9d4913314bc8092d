"""Cleans text that a person wrote, before anything else sees it.

A scenario, a typed reply or a pasted page may hold sequences that steer a terminal, characters that
cannot be seen, or letters buried under marks. They pass through every screen and pipe unharmed, so
they are taken out where text comes in: at load and at input.
"""

import re
import unicodedata
from typing import Final

MOST_MARKS: Final = 4
"""Accents and the like on one letter; the rest are dropped. Written languages need three."""

_PLAIN: Final = re.compile(r"[\n -~]*")

# A whole sequence goes, so that no "[31m" is left behind: strings for the terminal (clipboard, title),
# then those that end in a letter (colour, cursor), then the two-character ones.
_SEQUENCE: Final = re.compile(
    r"(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x90\x98\x9c-\x9f\n]*(?:\x07|\x1b\\|\x9c)"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|\x1b[ -/]+[0-~]"
    r"|\x1b[0-Z\\^-~]"
)
_LINE_END: Final = re.compile("\r\n|[\r\x85\u2028\u2029]")
_SPACE: Final = re.compile(r"[\t\x0b\x0c]")
_UNSEEN: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"  # controls, all but the line end
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # soft hyphen, joiners, fillers
    "\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f"  # zero width, direction marks and overrides
    "\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff"  # tags and more variation selectors
    "\ud800-\udfff]"  # half a character
)
_EMOJI: Final = "[\u00a9\u00ae\u203c-\u3299\ufe0f\U0001f000-\U0001faff]"
_LOOSE_JOINER: Final = re.compile(f"(?<!{_EMOJI})\u200d|\u200d(?!{_EMOJI})")
_NO_LETTERS: Final = re.compile(rf"[^\w\s!-~]{{{MOST_MARKS + 1},}}")


def clean(text: str) -> str:
    """The text without what cannot be seen or would steer a terminal. Line ends stay; each is one newline.

    Cleaning twice changes nothing more.
    """
    if _PLAIN.fullmatch(text):
        return text
    text = _LINE_END.sub("\n", text)
    text = _SEQUENCE.sub("", text)
    text = _SPACE.sub(" ", text)
    text = _UNSEEN.sub("", text)
    text = _LOOSE_JOINER.sub("", text)
    return _NO_LETTERS.sub(_with_few_marks, text)


def _with_few_marks(run: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in run.group():
        marks = marks + 1 if unicodedata.category(character) in {"Mn", "Me"} else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return "".join(kept)
