"""A clock over the input: whoever says nothing for too long has been silent, and silence is a move."""

import os
import select
import sys
from typing import Final

from game.errors import UsageError

_CHUNK: Final = 65536


class Clocked:
    """Lines from a file descriptor; an empty line whenever `seconds` pass without one.

    The descriptor is read directly: a buffered stream may hold a line that `select` cannot see.
    """

    def __init__(self, descriptor: int, seconds: int) -> None:
        if sys.platform == "win32":
            raise UsageError(
                "A clock needs a terminal that can be waited on, and Windows has none. Play without: --clock 0"
            )
        self._descriptor = descriptor
        self._seconds: int | None = seconds
        self._waiting = b""
        self._ended = False

    def stop(self) -> None:
        """Wait for the lines that come now as long as it takes."""
        self._seconds = None

    def readline(self) -> str:
        """The next line with its end, a bare line end for silence, or nothing at the end of the input."""
        while b"\n" not in self._waiting and not self._ended:
            ready, _, _ = select.select([self._descriptor], [], [], self._seconds)
            if not ready:
                return "\n"
            more = os.read(self._descriptor, _CHUNK)
            self._ended = not more
            self._waiting += more
        line, end, self._waiting = self._waiting.partition(b"\n")
        return (line + end).decode("utf-8", errors="replace")
