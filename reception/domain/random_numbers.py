"""Random numbers that must be free: drawn from the free ones only, so that no draw is repeated."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol


class RandomSource(Protocol):
    """The source of random numbers for the services; tests pass one with fixed results."""

    def below(self, limit: int) -> int:
        """Return a number from 0 to ``limit - 1``, each equally likely."""
        ...

    def octets(self, count: int) -> bytes:
        """Return ``count`` random bytes."""
        ...


def draw_free(source: RandomSource, taken: Collection[int], ranges: Iterable[range]) -> int | None:
    """Return a random number of the first range that has one not taken, None if none has."""
    for numbers in ranges:
        free = [number for number in numbers if number not in taken]
        if free:
            return free[source.below(len(free))]
    return None
