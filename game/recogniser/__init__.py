"""Text in, Reading out: what a reply was heard to do, with the words that show it."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.recogniser.explanation import explain
    from game.recogniser.recognition import recognise

__all__ = ["explain", "recognise"]


def __getattr__(name: str) -> Any:
    if name == "recognise":
        from game.recogniser.recognition import recognise  # noqa: PLC0415 - rules alone need no lexicon

        return recognise
    if name == "explain":
        from game.recogniser.explanation import explain  # noqa: PLC0415

        return explain
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
