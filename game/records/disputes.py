"""Lines that players said were misheard: kept beside the saves, for authors to learn from."""

import json
from pathlib import Path
from typing import Final

from game.call import Dispute
from game.core.text import clean
from game.records.journal import DISPUTES

_MOST_BYTES: Final = 8_000_000


def read_disputes(folder: Path) -> list[Dispute]:
    """Every dispute in this folder of saves, oldest first. Lines that are damaged are passed over."""
    path = folder / DISPUTES
    try:
        if path.stat().st_size > _MOST_BYTES:
            return []
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    return [dispute for line in lines if (dispute := _dispute(line)) is not None]


def _dispute(line: str) -> Dispute | None:
    try:
        plain = json.loads(line)
        heard = tuple(clean(str(technique)) for technique in plain["heard"])
        return Dispute(clean(str(plain["customer"])), clean(str(plain["text"])), heard, clean(str(plain["meant"])))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
