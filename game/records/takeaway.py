"""Everything of one call to take away, written beside its save: the debrief as a page, and the call as a test."""

from pathlib import Path

from game.core.session import Play
from game.errors import SavesError
from game.records.html import html
from game.records.transcript import as_transcript
from game.review.debrief import Debrief


def write_takeaway(play: Play, report: Debrief, save: Path) -> tuple[Path, ...]:
    """The files written: HTML to read or print, and a .play that `defuse test` replays beside its scenario.

    Raises SavesError if they cannot be written.
    """
    texts = {".html": html(play, report), ".play": as_transcript(play)}
    written = []
    for suffix, text in texts.items():
        path = save.with_suffix(suffix)
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as problem:
            raise SavesError(f"{path} cannot be written ({(problem.strerror or '').lower()}).") from problem
        written.append(path)
    return tuple(written)
