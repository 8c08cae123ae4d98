"""Putting a backup back, wired to an office's folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from reception.domain.errors import ReceptionError
from reception.services.backups_known import backups_at, known_backups
from reception.services.door import look_at_door
from ui.opening import Doors
from ui.screens.restore.screen import RestoreScreen
from ui.screens.restore.work import RestoreWork
from ui.work.worker import Runner


def page_for(
    folder: Path, state: Path, machine: str, doors: Doors, runner: Runner
) -> RestoreScreen:
    """Return the page on which a backup is opened, compared and put back."""
    try:
        anchor = look_at_door(folder, state).anchor
    except ReceptionError:
        anchor = None  # the keyring cannot be read: that may be why
    work = RestoreWork(
        find=partial(known_backups, folder, state),
        look_at=backups_at,
        try_out=partial(doors.look_inside, folder),
        put_back=partial(doors.put_back, folder),
        anchor=anchor,
        machine=machine,
    )
    return RestoreScreen(work, runner)
