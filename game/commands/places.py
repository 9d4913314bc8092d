"""The folders that a command works with."""

from argparse import Namespace
from pathlib import Path

from game import paths


def scenario_folders(options: Namespace) -> tuple[Path, ...]:
    """Where scenarios are looked for. Raises UsageError if the folder given is not there."""
    return paths.scenario_folders(getattr(options, "scenarios", None), only=getattr(options, "only", False))


def saves_folder(options: Namespace) -> Path:
    """Where calls are saved."""
    return paths.saves_folder(getattr(options, "saves", None))
