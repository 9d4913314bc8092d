"""One row of the catalogue: a thing that can be wrong in a file, and how to mend it."""

from dataclasses import dataclass

from game.authoring.problems import Severity


@dataclass(frozen=True, slots=True)
class Entry:
    """`message` and `remedy` hold {slots} that the finder of the problem fills in."""

    code: str
    severity: Severity
    title: str
    message: str
    remedy: str
    why: str
    """Why it matters, for the guide."""
    faulty: str = ""
    """Lines of a file that show the problem; empty where only the file itself can be at fault."""
    mended: str = ""
    """The same lines, put right."""
