"""Reserves the folder of an office, so that at most one window has it open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot

from reception.hardening.single_instance import InstanceLock
from reception.services.access.pre_unlock_state import holds_office


class OfficeReservation(QObject):
    """Holds the instance lock of one office folder until it is released."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lock: InstanceLock | None = None

    @property
    def is_held(self) -> bool:
        """True while a folder is reserved."""
        return self._lock is not None

    def reserve(self, folder: Path) -> bool:
        """Reserve a folder; False when another window has reserved it.

        A folder without an office needs no reservation.
        """
        if self._lock is not None or not holds_office(folder):
            return True
        lock = InstanceLock(folder, "window")
        try:
            is_acquired = lock.acquire()
        except OSError:  # a folder that cannot be written: the unlock says so
            return True
        if not is_acquired:
            return False
        self._lock = lock
        return True

    @Slot()
    def release(self) -> None:
        """Release the folder, e.g. because a restore replaces it."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
