"""Everything that can be wrong in an author's file: the guide and the tests are made from these rows."""

from typing import Final

from game.authoring.catalogue import file, form, meaning, playing, shape, teaching, telling, translation
from game.authoring.catalogue.entry import Entry

_PARTS: Final = (file, form, shape, meaning, teaching, telling, playing, translation)
CATALOGUE: Final = {entry.code: entry for part in _PARTS for entry in part.ENTRIES}
"""Every entry by its code, in the order in which an author meets them."""

__all__ = ["CATALOGUE", "Entry"]
