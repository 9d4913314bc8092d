"""What a person is told when the fault is the game's own: one line, and where the details are. Anyone may import it."""

import os
import traceback
from pathlib import Path
from typing import Final

LOG: Final = "crash.log"


def report(error: BaseException, folder: Path) -> str:
    """Keep the details in a file that only its owner can read, and give the sentence to show."""
    details = "".join(traceback.format_exception(error))
    path = folder / LOG
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
            file.write(details)
    except OSError:
        return f"Something went wrong in Defuse itself ({type(error).__name__}). What was said is saved."
    return (
        f"Something went wrong in Defuse itself ({type(error).__name__}). What was said is saved. "
        f"The details are in {path}."
    )
