"""The functions for restoring a backup; each runs on the database thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reception.domain.log_checkpoint import LogCheckpoint
    from reception.services.backup.backup_inspection import BackupContent, RestoreActor
    from reception.services.backup.known_backups import KnownBackup
    from reception.services.backup.restore import RestoreResult

ShowProgress = Callable[[int, int], object]  # called with (done, total)


@dataclass(frozen=True, slots=True)
class RestoreTasks:
    """Functions for one office, with the two facts about this machine that the page shows.

    ``find`` searches the known backup locations, ``find_in`` one folder. ``open`` verifies a backup
    and compares it with the present register; ``restore`` replaces the present office by it.
    """

    find: Callable[[], tuple[KnownBackup, ...]]
    find_in: Callable[[Path], tuple[KnownBackup, ...]]
    open: Callable[[Path, RestoreActor, ShowProgress], BackupContent]
    restore: Callable[[Path, RestoreActor], RestoreResult]
    checkpoint: LogCheckpoint | None  # the last log entry that this machine recorded
    machine: str  # its name, "" without one
