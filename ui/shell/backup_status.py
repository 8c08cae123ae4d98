"""Backups in the window: the status line, the backups of the day, the one at the lock."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from reception.domain.backup import STALE_DAYS
from reception.domain.errors import ReceptionError
from ui.appearance import display_format as shown
from ui.database_thread.task_runner import TaskRunner

if TYPE_CHECKING:
    from reception.bootstrap import Reception
    from reception.domain.backup import Manifest
    from reception.services.backup.backups import BackupCheck, BackupResult

# A lock must be over in two seconds, checking the copy included: a larger office is copied after
# its next unlock instead (docs/decisions/0009).
LARGEST_AT_LOCK = 3 << 20

translate = QCoreApplication.translate


def backup_status(reception: Reception) -> tuple[str, str, str]:
    """Return (icon, words, tone) for the status in the navigation rail."""
    mark, today = reception.backups.last(), reception.session.today()
    if mark is None:
        return "hard-drive", translate("Office", "No backup yet"), "warn"
    old = (today - mark.at.date()).days
    if old >= STALE_DAYS:
        words = translate("Office", "No backup for {count} days").format(count=old)
        return "hard-drive", words, "warn"
    if old == 0:
        words = translate("Office", "Backed up {hour}").format(hour=shown.hour(mark.at))
    else:
        words = translate("Office", "Backed up {day}").format(day=shown.short_day(mark.at.date()))
    return "hard-drive", words, "ok"


class BackupJob(QObject):
    """Makes and tests backups on a thread of its own, so that visits can be saved meanwhile.

    ``made(BackupResult)``, ``tried(Manifest)``, ``failed(error)``. A large office takes a minute.
    """

    made = Signal(object)
    tried = Signal(object)
    failed = Signal(object)

    def __init__(self, reception: Reception, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._backups = reception.backups
        self._runner = runner
        self._copier: TaskRunner | None = None

    def make(self, place: Path) -> None:
        """Copy the office into a folder."""
        copy = self._backups.copy
        self._thread().run(copy, place, then=self._copied, owner=self, failed=self._fail)

    def try_out(self, folder: Path) -> None:
        """Open a backup as a restore would, and verify it."""
        trial = self._backups.trial
        self._thread().run(trial, folder, then=self._verified, owner=self, failed=self._fail)

    def _thread(self) -> TaskRunner:
        if self._copier is None:
            self._copier = TaskRunner(self)
        return self._copier

    def make_due(self) -> None:
        """Make today's backup at each location where it is missing."""
        self._runner.run(self._backups.due_locations, then=self._due, owner=self, failed=self._fail)

    def close(self) -> None:
        """End the thread; an unfinished copy is removed by the next backup."""
        if self._copier is not None:
            self._copier.stop()

    def _due(self, places: tuple[Path, ...]) -> None:
        for place in places:
            self.make(place)

    def _verified(self, tried: BackupCheck) -> None:
        finish = self._backups.finish_trial
        self._runner.run(finish, tried, then=self._tried, owner=self, failed=self._fail)

    def _tried(self, manifest: Manifest) -> None:
        self.tried.emit(manifest)

    def _copied(self, folder: Path) -> None:
        finish = self._backups.finish
        self._runner.run(finish, folder, then=self._finished, owner=self, failed=self._fail)

    def _finished(self, made: BackupResult) -> None:
        self.made.emit(made)

    def _fail(self, error: ReceptionError) -> None:
        self.failed.emit(error)


def back_up_at_lock(reception: Reception) -> object:
    """Back up a small office before its session closes; runs on the database thread."""
    backups = reception.backups
    size = reception.session.database.path.stat().st_size
    if size > LARGEST_AT_LOCK:
        return None
    place = backups.present_location()
    return backups.make(place) if place is not None else None
