"""What the restore page asks for: found, opened, put back; all of it runs on the worker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reception.domain.anchor import Anchor
    from reception.services.backups_known import KnownBackup
    from reception.services.restoring import Inside, PutBack, Who

Step = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class RestoreWork:
    """The office's folder wired to the services."""

    find: Callable[[], tuple[KnownBackup, ...]]
    look_at: Callable[[Path], tuple[KnownBackup, ...]]
    try_out: Callable[[Path, Who, Step], Inside]
    put_back: Callable[[Path, Who], PutBack]
    anchor: Anchor | None  # end of the log as this machine remembers it
    machine: str
