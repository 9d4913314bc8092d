"""Lists of words by name, kept with the lexicon because another language would need others."""

from functools import lru_cache
from pathlib import Path

_HOME = Path(__file__).parent / "lexicon" / "en"


def words_of(name: str) -> frozenset[str]:
    """The words of one list. Raises KeyError if there is none of that name."""
    return _lists()[name]


def lines_of(file: str) -> list[str]:
    """The lines of one of the language's plain files, without comments and empty lines."""
    lines = (_HOME / file).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    lists: dict[str, frozenset[str]] = {}
    for line in lines_of("word_lists.txt"):
        name, _, words = line.partition(" = ")
        lists[name] = lists.get(name, frozenset()) | frozenset(words.split())
    return lists
