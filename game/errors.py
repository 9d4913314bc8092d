"""The errors that carry a sentence for a person. Anyone may import this leaf."""


class DefuseError(Exception):
    """Something went wrong that a person can be told in a sentence: what, where, and what to do."""

    exit_code = 1


class UsageError(DefuseError):
    """The command was called in a way that cannot work."""

    exit_code = 2


class SavesError(DefuseError):
    """Saves cannot be read or written."""

    exit_code = 3
