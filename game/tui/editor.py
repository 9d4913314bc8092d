"""Opens an author's own editor at a line of a file."""

import os
import shlex
import subprocess
from pathlib import Path
from typing import Final

_BY_COLON: Final = {"code", "codium", "subl", "zed", "hx", "helix"}
"""Editors that take the line behind a colon; all others known to us take it as +LINE before the file."""
_WITH_GOTO: Final = {"code", "codium"}


def editor_command(path: Path, line: int) -> list[str]:
    """What opens this file at this line in the editor of $VISUAL or $EDITOR; empty if neither is set."""
    own = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    if not own:
        return []
    name = Path(own[0]).stem
    if name in _WITH_GOTO:
        return [*own, "--goto", f"{path}:{line}"]
    return [*own, f"{path}:{line}"] if name in _BY_COLON else [*own, f"+{line}", str(path)]


def edit(command: list[str]) -> str:
    """Runs the editor until it is left; a sentence if it cannot be started, else nothing."""
    try:
        subprocess.run(command, check=False)
    except OSError as problem:
        return f"{command[0]} cannot be started ({(problem.strerror or '').lower()})."
    return ""
