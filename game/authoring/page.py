"""What the author's guide lists in full, laid out as Markdown: every problem that can be found, every technique."""

from collections.abc import Iterator

from game.authoring.catalogue import CATALOGUE, Entry
from game.core.techniques import TECHNIQUES

_HEADING = """\
# What `defuse check` finds

Every problem, with its code, why it matters, and an example before and after. An *error* must be mended before the
scenario can be played; a *warning* can wait, and is often right. `{…}` stands for words of your own file.

This page is made from the program: `defuse check --catalogue`.
"""


def problems_page() -> str:
    """The whole page: a table of all problems, then each with its example."""
    lines = [_HEADING, "| code | | what it is |", "|---|---|---|"]
    lines += [f"| [{entry.code}](#{entry.code}) | {entry.severity} | {entry.title} |" for entry in CATALOGUE.values()]
    for entry in CATALOGUE.values():
        lines += _told(entry)
    return "\n".join(lines) + "\n"


def techniques_table() -> str:
    """The guide's table of techniques, those that help first."""
    lines = ["| id | what it is | as in |", "|---|---|---|"]
    lines += [f"| `{one.id}` | {one.meaning} | {one.example} |" for one in TECHNIQUES.values() if one.helpful]
    lines += ["| **missteps** | | |"]
    lines += [f"| `{one.id}` | {one.meaning} | {one.example} |" for one in TECHNIQUES.values() if not one.helpful]
    return "\n".join(lines) + "\n"


def _told(entry: Entry) -> Iterator[str]:
    yield f"\n## {entry.code}\n\n{entry.title} ({entry.severity}). {_literally(entry.message)}"
    yield f"\n*What to do:* {_literally(entry.remedy)}"
    yield f"\n*Why it matters:* {_literally(entry.why)}"
    if entry.faulty:
        yield f"\n{_block(entry.faulty)}\n\nMended:\n\n{_block(entry.mended)}"


def _literally(text: str) -> str:
    """A sentence in which no star or bracket is taken for Markdown; what stands in backticks is left alone."""
    parts = text.replace("{{", "{").replace("}}", "}").split("`")
    outside = [part.replace("*", "\\*").replace("<", "\\<").replace("_", "\\_") for part in parts]
    return "`".join(part if number % 2 else outside[number] for number, part in enumerate(parts))


def _block(example: str) -> str:
    """An example as a block. What cannot be seen is shown by its number, as YAML would write it."""
    shown = "".join(sign if sign == "\n" or sign.isprintable() else f"\\x{ord(sign):02x}" for sign in example)
    lines = [line if len(line) <= 110 else f"{line[:100]}…" for line in shown.rstrip("\n").split("\n")]
    return "\n".join(("```yaml", *lines[:14], *(["…"] if len(lines) > 14 else []), "```"))
