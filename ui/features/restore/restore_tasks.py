"""The functions for restoring a backup; each runs on the database thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reception.domain.log_checkpoint import LogCheckpoint
    from reception.services.backup.known_backups import KnownBackup
    from reception.services.backup.restore import BackupContent, RestoreActor, RestoreResult

Progress = Callable[[int, int], object]  # (done, total)


@dataclass(frozen=True, slots=True)
class RestoreTasks:
    """``find`` searches the known backup locations, ``find_in`` one folder."""

    find: Callable[[], tuple[KnownBackup, ...]]
    find_in: Callable[[Path], tuple[KnownBackup, ...]]
    open: Callable[[Path, RestoreActor, Progress], BackupContent]
    restore: Callable[[Path, RestoreActor], RestoreResult]
    checkpoint: LogCheckpoint | None  # last log entry that is kept on this machine
    machine: str
