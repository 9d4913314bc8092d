"""How far long work has come, for whoever waits: on a terminal in one line that is written over, else now and then."""

import sys
from time import monotonic
from typing import Final

_EVERY: Final = {True: 0.2, False: 10.0}
"""Seconds between two lines, on a terminal and elsewhere."""


class Progress:
    """Tells on stderr who is playing a scenario, and how many calls so far."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._terminal = sys.stderr.isatty()
        self._last = monotonic()
        self._write(f"Playing {name} …")

    def told(self, who: str, calls: int, of: int) -> None:
        """Another call is over."""
        now = monotonic()
        if now - self._last >= _EVERY[self._terminal]:
            self._last = now
            self._write(f"Playing {self._name} … {who}, {calls:,} of {of:,} calls")

    def _write(self, text: str) -> None:
        over, end = ("\r\x1b[K", "") if self._terminal else ("", "\n")
        print(f"{over}{text}", end=end, file=sys.stderr, flush=True)

    def done(self) -> None:
        """Leaves the line free for what comes."""
        if self._terminal:
            self._write("")
