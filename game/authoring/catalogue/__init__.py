"""Everything that can be wrong in an author's file: the guide and the tests are made from these rows."""

from typing import Final

from game.authoring.catalogue import file, form, meaning, shape
from game.authoring.catalogue.entry import Entry

CATALOGUE: Final = {entry.code: entry for part in (file, form, shape, meaning) for entry in part.ENTRIES}
"""Every entry by its code, in the order in which an author meets them."""

__all__ = ["CATALOGUE", "Entry"]
