"""Chance that is the same on every machine: a draw is a hash of what it is for.

No generator is carried along, so asking one thing more never shifts what another thing gets.
"""

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")


def draw(seed: int, turn: int, purpose: str) -> float:
    """A number from 0 up to, not including, 1, for this seed, turn and purpose."""
    digest = blake2b(f"{seed}/{turn}/{purpose}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") / 2**64


def pick(items: Sequence[T], seed: int, turn: int, purpose: str) -> T:
    """One of the items. Raises IndexError if there are none."""
    return items[int(draw(seed, turn, purpose) * len(items))]


def shuffled(items: Sequence[T], seed: int, turn: int, purpose: str) -> list[T]:
    """The items in an order of this seed's own."""
    return [item for _, item in sorted(enumerate(items), key=lambda pair: draw(seed, turn, f"{purpose}/{pair[0]}"))]
