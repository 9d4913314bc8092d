"""What a smell is looked for in: a file that can be played, and where each piece of it stands."""

from dataclasses import dataclass

from game.authoring.draft import Draft, Path
from game.authoring.source import Source
from game.core.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Case:
    """One scenario's file. A path such as ("choices", 3, "say") finds the same thing in draft and scenario."""

    source: Source
    draft: Draft
    scenario: Scenario

    def report(self, code: str, path: Path, **words: object) -> None:
        """Notes a smell at the value that stands at this path."""
        line, column = self.draft.place(path)
        self.source.report(code, line, column, **words)

    def report_name(self, code: str, path: Path, **words: object) -> None:
        """The same, at the name before the value."""
        line, column = self.draft.named_place(path)
        self.source.report(code, line, column, **words)


def shortened(text: str, most: int = 40) -> str:
    """The beginning of a line, for a sentence about it."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
