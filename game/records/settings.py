"""How a call is played, as the lines of a save hold it: all of it in the first, later only what was changed."""

from dataclasses import asdict
from typing import get_args

from game.call import Mode, Settings
from game.records.moves import Plain


def settings_in(entry: Plain, before: Settings = Settings()) -> Settings:  # noqa: B008  # frozen
    """The settings with this entry of a save taken in; what it does not hold, or holds strangely, stays."""
    hidden, clock = entry.get("hidden_meter"), entry.get("clock")
    return Settings(
        next((mode for mode in get_args(Mode) if mode == entry.get("mode")), before.mode),
        hidden if isinstance(hidden, bool) else before.hidden_meter,
        clock if type(clock) is int and clock >= 0 else before.clock,
    )


def changes(before: Settings, after: Settings) -> Plain:
    """What is another setting now, by name."""
    return {name: value for name, value in asdict(after).items() if value != getattr(before, name)}
