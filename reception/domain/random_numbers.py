"""The source of random numbers for the services."""

from __future__ import annotations

from typing import Protocol

_COPY_NUMBERS = 10**10


class RandomSource(Protocol):
    """The source of random numbers for the services; tests pass one with fixed results."""

    def number_below(self, limit: int) -> int:
        """Return a number from 0 to ``limit - 1``, each equally likely."""
        ...

    def random_bytes(self, count: int) -> bytes:
        """Return ``count`` random bytes."""
        ...


def draw_copy_number(source: RandomSource) -> str:
    """Return the ten-digit number of a citizen's copy, e.g. ``072-415-9036``.

    Nothing is found by it, so it need not be unique and nothing is compared with it.
    """
    digits = f"{source.number_below(_COPY_NUMBERS):010d}"
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
