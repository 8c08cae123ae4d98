"""What the world gives to the services: time, cost of hashes, the machine's own folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from reception.domain.clock import Clock
from reception.storage.audit.local_state import state_folder
from reception.storage.crypto.password_hashing import REAL, KdfPolicy

__all__ = ["Environment", "state_folder"]


@dataclass(frozen=True, slots=True)
class Environment:
    """Handed to every service; tests pass a small policy and a throw-away state folder."""

    clock: Clock
    policy: KdfPolicy = REAL
    state: Path = field(default_factory=state_folder)
