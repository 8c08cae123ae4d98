"""Backups started from the window: status line, daily backup, backup when locking."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from reception.domain.backup import STALE_DAYS
from reception.domain.errors import ReceptionError
from ui.appearance import display_format
from ui.database_thread.task_runner import TaskRunner

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.domain.backup import Manifest
    from reception.services.backup.backups import BackupCheck, BackupResult

# Locking must end within two seconds, verification of the backup included: a larger office is
# backed up after its next unlock instead (docs/decisions/0009).
MAX_SIZE_AT_LOCK = 3 << 20  # bytes

translate = QCoreApplication.translate


def backup_status(reception: Reception) -> tuple[str, str, str]:
    """Return (icon, text, tone) for the status in the navigation rail."""
    newest, today = reception.backups.last_backup(), reception.session.today()
    if newest is None:
        return "hard-drive", translate("Office", "No backup yet"), "warn"
    age_days = (today - newest.made_on).days
    if age_days >= STALE_DAYS:
        text = translate("Office", "No backup for {count} days").format(count=age_days)
        return "hard-drive", text, "warn"
    if age_days == 0:
        text = translate("Office", "Backed up today")
    else:
        day = display_format.short_day(newest.made_on)
        text = translate("Office", "Backed up {day}").format(day=day)
    return "hard-drive", text, "ok"


class BackupJob(QObject):
    """Makes backups and opens them on trial, on a separate thread: visits can be saved meanwhile.

    ``backup_made(BackupResult)`` is emitted for each backup, ``backup_verified(Manifest)`` after a
    trial opening, ``failed(error)`` when either was not possible. The backup of a large office
    takes a minute.
    """

    backup_made = Signal(object)
    backup_verified = Signal(object)
    failed = Signal(object)

    def __init__(self, reception: Reception, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._backups = reception.backups
        self._runner = runner
        self._backup_runner: TaskRunner | None = None

    def make_backup(self, location_folder: Path) -> None:
        """Back up the office into a folder."""
        make_copy = self._backups.make_copy
        self._start_runner().run(
            make_copy, location_folder, then=self._finish_backup, owner=self, failed=self._fail
        )

    def open_on_trial(self, folder: Path) -> None:
        """Open a backup as a restore would, and verify it; nothing is changed."""
        run_trial = self._backups.run_trial
        self._start_runner().run(
            run_trial, folder, then=self._log_trial, owner=self, failed=self._fail
        )

    def _start_runner(self) -> TaskRunner:
        if self._backup_runner is None:
            self._backup_runner = TaskRunner(self)
        return self._backup_runner

    def make_due_backups(self) -> None:
        """Make today's backup at each location where it is missing."""
        self._runner.run(
            self._backups.due_folders, then=self._make_backups, owner=self, failed=self._fail
        )

    def close(self) -> None:
        """End the thread; an unfinished backup is removed by the next one."""
        if self._backup_runner is not None:
            self._backup_runner.stop()

    def _make_backups(self, location_folders: tuple[Path, ...]) -> None:
        for location_folder in location_folders:
            self.make_backup(location_folder)

    def _log_trial(self, check: BackupCheck) -> None:
        log_trial = self._backups.log_trial
        self._runner.run(
            log_trial, check, then=self._report_verified, owner=self, failed=self._fail
        )

    def _report_verified(self, manifest: Manifest) -> None:
        self.backup_verified.emit(manifest)

    def _finish_backup(self, folder: Path) -> None:
        finish_backup = self._backups.finish_backup
        self._runner.run(
            finish_backup, folder, then=self._report_made, owner=self, failed=self._fail
        )

    def _report_made(self, result: BackupResult) -> None:
        self.backup_made.emit(result)

    def _fail(self, error: ReceptionError) -> None:
        self.failed.emit(error)


def back_up_at_lock(reception: Reception) -> object:
    """Back up a small office before its session closes; runs on the database thread.

    Returns the ``BackupResult``; None for a larger office or without a connected location.
    Errors: those of ``Session.refresh``.
    """
    reception.session.refresh()  # a register that may not be used is not backed up either
    backups = reception.backups
    size = reception.session.database.path.stat().st_size
    if size > MAX_SIZE_AT_LOCK:
        return None
    location_folder = backups.first_connected_folder()
    return backups.make(location_folder) if location_folder is not None else None
