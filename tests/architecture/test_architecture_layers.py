"""What may know what, proved at run time; and what a stranger finds in the house."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "game").rglob("*.py")
)


def loaded_by(code: str) -> set[str]:
    """Top-level modules in a fresh interpreter after this code."""
    script = f"{code}\nimport sys; print(' '.join({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT.parent)
    return set(done.stdout.split())


def test_everything_but_the_screens_loads_without_textual() -> None:
    others = [name for name in MODULES if not name.startswith("game.tui") and name != "game.__main__"]
    assert not {"textual", "rich"} & loaded_by("\n".join(f"import {name}" for name in others))


def test_the_core_loads_with_the_standard_library_alone() -> None:
    core = [name for name in MODULES if name.startswith("game.core")]
    strangers = loaded_by("\n".join(f"import {name}" for name in core)) - set(sys.stdlib_module_names) - {"game"}
    assert {name for name in strangers if not name.startswith(("_", "sitecustomize"))} <= {"__main__"}


HELP = """
import contextlib, io
from game.cli import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main({arguments!r})
"""


@pytest.mark.parametrize("arguments", [["--help"], ["play", "--help"]])
def test_help_is_there_without_textual_or_pydantic(arguments: list[str]) -> None:
    assert not {"textual", "pydantic", "yaml"} & loaded_by(HELP.format(arguments=arguments))


def test_no_file_is_longer_than_400_lines() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in [*(ROOT / "game").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}


def test_every_module_says_why_it_exists() -> None:
    silent = [path for path in (ROOT / "game").rglob("*.py") if not path.read_text("utf-8").startswith(('"""', "# "))]
    assert silent == []
