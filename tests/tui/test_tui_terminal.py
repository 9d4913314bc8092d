"""The game as a process on a terminal of its own: signals, faults, and terminals that know only ASCII."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tui.stage import SMALL

LEAVES_THE_SCREEN = b"\x1b[?1049l"


class Terminal:
    """A game in a terminal, and everything that it wrote there."""

    def __init__(self, process: subprocess.Popen[bytes], screen: int) -> None:
        self.process = process
        self.screen = screen
        self.written = b""

    def until(self, text: bytes) -> None:
        """Read until this was written; a game that hangs fails after half a minute."""
        end = time.monotonic() + 30
        while text not in self.written:
            assert time.monotonic() < end, f"never saw {text!r} in {self.written[-2000:]!r}"
            if select.select([self.screen], [], [], 0.2)[0]:
                self.written += os.read(self.screen, 65536)

    def rest(self) -> int:
        """Read to the end; the exit code."""
        try:
            while chunk := os.read(self.screen, 65536):
                self.written += chunk
        except OSError:
            pass  # the other end of a pseudo terminal closes with an error
        return self.process.wait(30)


@contextmanager
def terminal(folder: Path, *, code: str = "", **environment: str) -> Iterator[Terminal]:
    """The game started in a terminal of 80 by 24."""
    scenarios = folder / "scenarios"
    scenarios.mkdir()
    (scenarios / "small.yaml").write_bytes(SMALL.read_bytes())
    ours, theirs = pty.openpty()
    os.set_blocking(ours, True)
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    start = f"import sys\n{code}\nfrom game.cli import main\nsys.exit(main(sys.argv[1:]))"
    places = ["--only", "--scenarios", str(scenarios), "--saves", str(folder / "saves")]
    known = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONUTF8": "1", "DEFUSE_MOTION": "off"}
    process = subprocess.Popen(
        [sys.executable, "-c", start, "play", "small", *places],
        stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, env={**os.environ, **known, **environment},
    )  # fmt: skip
    os.close(theirs)
    try:
        yield Terminal(process, ours)
    finally:
        process.kill()
        process.wait()
        os.close(ours)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_gives_the_terminal_back_and_the_call_is_saved(tmp_path: Path, number: int) -> None:
    with terminal(tmp_path) as game:
        game.until(b"take the call")
        os.write(game.screen, b"\r")
        game.until(b"Your move")
        os.write(game.screen, b"1\r")
        game.until(b"turn")
        game.process.send_signal(number)
        assert game.rest() == 128 + number
        assert LEAVES_THE_SCREEN in game.written
    assert list((tmp_path / "saves").glob("*.jsonl"))


def test_a_fault_of_the_game_is_one_friendly_line_and_a_log_only_its_owner_can_read(tmp_path: Path) -> None:
    broken = (
        "import game.tui.screens.brief as b\n"
        "def fails(self): raise ZeroDivisionError('private words')\n"
        "b.BriefScreen.action_take = fails"
    )
    with terminal(tmp_path, code=broken) as game:
        game.until(b"take the call")
        os.write(game.screen, b"\r")
        assert game.rest() == 1
    after = game.written.split(LEAVES_THE_SCREEN)[-1]
    assert b"Something went wrong in Defuse itself" in after
    assert b"Traceback" not in game.written
    assert b"private words" not in after
    log = tmp_path / "saves" / "crash.log"
    assert "private words" in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600


def test_the_linux_console_gets_nothing_but_ascii(tmp_path: Path) -> None:
    with terminal(tmp_path, TERM="linux") as game:
        game.until(b"take the call")
        os.write(game.screen, b"\r")
        game.until(b"Your move")
        game.until(b"(3 of 4)")
        game.process.terminate()
        game.rest()
    text = re.sub(rb"\x1b[\[\]][^a-zA-Z]*[a-zA-Z]", b"", game.written)
    assert not re.findall(rb"[\x80-\xff]+", text)


def test_a_scenario_that_is_not_there_is_said_after_the_screen_is_left(tmp_path: Path) -> None:
    with terminal(tmp_path, code="sys.argv[2] = 'smal'") as game:
        code = game.rest()
    assert code == 1
    assert b"Did you mean" in game.written
    assert b"Traceback" not in game.written
