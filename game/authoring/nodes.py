"""A file as its author wrote it: texts, lists and named values, each with its line and column.

Nothing is guessed here: `no`, `12:30` and `010` stay the texts that they are.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A text; lines and columns count from 1. `bare` tells one without quotes."""

    value: str
    line: int
    column: int
    bare: bool = True

    @property
    def left_empty(self) -> bool:
        """Whether nothing stands after the name, or one of YAML's two words for nothing."""
        return self.bare and self.value in {"", "~", "null"}


@dataclass(frozen=True, slots=True)
class Many:
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Fields:
    """Names with their values, in the file's order. Names are texts with a place of their own."""

    entries: tuple[tuple[Text, Node], ...]
    line: int
    column: int


Node = Text | Many | Fields
