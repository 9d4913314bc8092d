"""A save is lines of JSON, each numbered and with a checksum, so that what is whole can be told from what is torn."""

import json
import re
from dataclasses import dataclass
from typing import Final
from zlib import crc32

from game.records.moves import Plain

FORMAT: Final = 3
"""Number of the save format, all of 2026.

1: header, moves, takings back, forks, and a rating that is one number (`whole`).
2: a rating may also have `felt` and `skills`, or lack `whole`; `goal` is the goal that was chosen. Both are
   said of the try that is over where they stand; a goal holds in later tries until another is chosen.
3: the header also has `hidden_meter` and `clock`; `settings` is what of them, or of `mode`, holds from there on.
   It holds in later tries too.
Saves of 1 and 2 open as they are, with the meter shown and no clock.
"""
_SEALED: Final = re.compile(r'(?P<body>\{.*),"sum":"(?P<sum>[0-9a-f]{8})"\}', re.DOTALL)


def sealed(number: int, entry: Plain) -> str:
    """One line of a save, with its number first and its checksum last, without the line end."""
    body = json.dumps({"n": number, **entry}, ensure_ascii=False, separators=(",", ":"))[:-1]
    return f'{body},"sum":"{crc32(body.encode()):08x}"}}'


def unsealed(line: str, number: int) -> Plain | None:
    """What the line holds, or None if it isn't whole or isn't line `number`."""
    found = _SEALED.fullmatch(line)
    if found is None or crc32(found["body"].encode()) != int(found["sum"], 16):
        return None
    entry = json.loads(found["body"] + "}")
    return entry if isinstance(entry, dict) and entry.get("n") == number else None


@dataclass(frozen=True, slots=True)
class Whole:
    """The part of a save that is whole, its length in bytes, and how many bytes after it are not."""

    entries: tuple[Plain, ...]
    length: int
    torn: int


def whole_part(content: bytes) -> Whole:
    """The longest beginning of a save in which every line is whole."""
    entries: list[Plain] = []
    length = 0
    for raw in content.splitlines(keepends=True):
        if not raw.endswith(b"\n"):
            break
        entry = unsealed(raw.decode("utf-8", errors="replace").rstrip("\n"), len(entries))
        if entry is None:
            break
        entries.append(entry)
        length += len(raw)
    return Whole(tuple(entries), length, len(content) - length)
