"""What the restore page asks for: found, opened, put back; all of it runs on the worker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reception.domain.log_checkpoint import LogCheckpoint
    from reception.services.backup.known_backups import KnownBackup
    from reception.services.backup.restore import BackupContent, RestoreActor, RestoreResult

Step = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class RestoreTasks:
    """The office's folder wired to the services."""

    find: Callable[[], tuple[KnownBackup, ...]]
    look_at: Callable[[Path], tuple[KnownBackup, ...]]
    try_out: Callable[[Path, RestoreActor, Step], BackupContent]
    put_back: Callable[[Path, RestoreActor], RestoreResult]
    anchor: LogCheckpoint | None  # end of the log as this machine remembers it
    machine: str
