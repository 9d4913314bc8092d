"""Lines that a player says were misheard: kept as JSON lines, offered to authors as proposed examples."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from game.core.techniques import TECHNIQUES
from game.recogniser.recognition import recognise


@dataclass(frozen=True, slots=True)
class Dispute:
    """One line, what was heard in it, and what the player meant."""

    text: str
    customer: str
    """What the customer had said before."""
    heard: tuple[str, ...]
    meant: tuple[str, ...]
    """Technique ids; none if the player meant nothing of the kind."""
    scenario: str = ""
    """The scenario's id."""


def as_line(dispute: Dispute) -> str:
    """The line of the file that keeps this dispute, without a line break."""
    return json.dumps(asdict(dispute), ensure_ascii=False)


def from_lines(lines: Iterable[str]) -> list[Dispute]:
    """The disputes in the lines of a file, each once; a line that can't be read is left out."""
    found: dict[Dispute, None] = {}
    for line in lines:
        try:
            row = json.loads(line)
            dispute = Dispute(
                str(row["text"]),
                str(row.get("customer", "")),
                tuple(map(str, row.get("heard", ()))),
                tuple(technique for technique in map(str, row["meant"]) if technique in TECHNIQUES),
                str(row.get("scenario", "")),
            )
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            continue
        found[dispute] = None
    return list(found)


def still_misheard(disputes: Iterable[Dispute]) -> list[Dispute]:
    """Those that today's recogniser would still not hear as they were meant: worth an example."""
    return [
        dispute
        for dispute in disputes
        if set(recognise(dispute.text, dispute.customer).techniques) != set(dispute.meant)
    ]
