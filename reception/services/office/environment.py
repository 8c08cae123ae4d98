"""Environment of the services: time, randomness, cost of hashes, this machine's own folder."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from reception.domain.clock import Clock
from reception.domain.random_numbers import RandomSource
from reception.services.office.remote_viewing import is_viewed_remotely
from reception.storage.audit.local_state import default_state_folder
from reception.storage.crypto.password_hashing import REAL_POLICY, KdfPolicy

__all__ = ["Environment", "default_state_folder"]


class SystemRandomness:
    """The operating system's random numbers, secure enough for secrets."""

    def number_below(self, limit: int) -> int:
        """Return a number from 0 to ``limit - 1``."""
        return secrets.randbelow(limit)

    def random_bytes(self, count: int) -> bytes:
        """Return ``count`` random bytes."""
        return secrets.token_bytes(count)


@dataclass(frozen=True, slots=True)
class Environment:
    """Passed to every service; tests pass a small policy and a temporary state folder.

    ``is_viewed_remotely`` tells whether the screen of this machine may be visible on another one.
    """

    clock: Clock
    policy: KdfPolicy = REAL_POLICY
    state_folder: Path = field(default_factory=default_state_folder)
    randomness: RandomSource = field(default_factory=SystemRandomness)
    is_viewed_remotely: Callable[[], bool] = is_viewed_remotely
