"""Where scenarios and saves are, in a checkout and when installed. Anyone may import this leaf."""

import os
import re
from pathlib import Path
from typing import Final

from game.errors import UsageError

_PACKAGE: Final = Path(__file__).resolve().parent
DISTRIBUTION: Final = "defuse-game"


def checkout() -> Path | None:
    """The folder of the source checkout that this runs from, or None when installed."""
    return _checkout_around(_PACKAGE)


def _checkout_around(package: Path) -> Path | None:
    folder = package.parent
    try:
        project = (folder / "pyproject.toml").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return folder if re.search(rf'^name *= *"{DISTRIBUTION}"', project, re.MULTILINE) else None


def shipped_scenarios() -> Path:
    """The folder of the scenarios that come with the game."""
    source = checkout()
    return source / "scenarios" if source else _PACKAGE / "shipped_scenarios"


def saves_folder(given: str | None = None) -> Path:
    """Where saves belong; it may not exist yet.

    What the command line gives goes first, then $DEFUSE_SAVES, then saves/ of a source checkout, then
    the platform's folder for a user's data.
    """
    chosen = given or os.environ.get("DEFUSE_SAVES")
    if chosen:
        return Path(chosen).expanduser().absolute()
    source = checkout()
    if source:
        return source / "saves"
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed in a checkout

    return user_data_path("defuse", appauthor=False) / "saves"


def scenario_folders(given: str | None = None, *, only: bool = False) -> tuple[Path, ...]:
    """The folders to look for scenarios in, the one to prefer first.

    A team's folder, from the command line or $DEFUSE_SCENARIOS, adds to the shipped scenarios; with
    `only` it stands in their place. Raises UsageError if it is not there.
    """
    chosen = given or os.environ.get("DEFUSE_SCENARIOS")
    if not chosen:
        return (shipped_scenarios(),)
    folder = Path(chosen).expanduser().absolute()
    if not folder.is_dir():
        said = "--scenarios" if given else "$DEFUSE_SCENARIOS"
        raise UsageError(f"There is no folder {folder} ({said}). Check the spelling, or create it.")
    return (folder,) if only or folder == shipped_scenarios() else (folder, shipped_scenarios())
