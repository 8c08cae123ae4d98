"""What the world gives to the services: time, cost of hashes, the machine's own folder."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from reception.domain.clock import Clock
from reception.storage.kdf import REAL, KdfPolicy


def state_folder() -> Path:
    """Return the machine's own folder for what must stay outside an office's folder."""
    if os.name == "nt":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    else:
        base = os.environ.get("XDG_STATE_HOME") or str(Path.home() / ".local" / "state")
    return Path(base) / "reception"


@dataclass(frozen=True, slots=True)
class Environment:
    """Handed to every service; tests pass a small policy and a throw-away state folder."""

    clock: Clock
    policy: KdfPolicy = REAL
    state: Path = field(default_factory=state_folder)
