"""Restore screen with the services that it uses."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from reception.domain.errors import ReceptionError
from reception.services.access.pre_unlock_state import read_pre_unlock_state
from reception.services.backup.known_backups import backups_at, known_backups
from ui.database_thread.task_runner import TaskRunner
from ui.features.restore.restore_screen import RestoreScreen
from ui.features.restore.restore_tasks import RestoreTasks
from ui.startup.office_opening import OfficeOpener


def create_restore_screen(
    folder: Path,
    machine_state_folder: Path,
    machine_name: str,
    opener: OfficeOpener,
    runner: TaskRunner,
) -> RestoreScreen:
    """Return the screen on which a backup is opened, compared and restored."""
    try:
        checkpoint = read_pre_unlock_state(folder, machine_state_folder).checkpoint
    except ReceptionError:
        checkpoint = None  # the keyring cannot be read, perhaps the cause of the restore
    tasks = RestoreTasks(
        find=partial(known_backups, folder, machine_state_folder),
        find_in=backups_at,
        open=partial(opener.inspect_backup, folder),
        restore=partial(opener.restore_backup, folder),
        checkpoint=checkpoint,
        machine=machine_name,
    )
    return RestoreScreen(tasks, runner)
