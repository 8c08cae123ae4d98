"""A random number that is not taken yet: chosen among the free numbers, so one draw is enough."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol


class RandomSource(Protocol):
    """The source of random numbers for the services; tests pass one with fixed results."""

    def number_below(self, limit: int) -> int:
        """Return a number from 0 to ``limit - 1``, each equally likely."""
        ...

    def random_bytes(self, count: int) -> bytes:
        """Return ``count`` random bytes."""
        ...


def draw_free(source: RandomSource, taken: Collection[int], ranges: Iterable[range]) -> int | None:
    """Return a random number from the first range with a free number; None if all are taken."""
    for numbers in ranges:
        free = [number for number in numbers if number not in taken]
        if free:
            return free[source.number_below(len(free))]
    return None
