"""Progress of a long job on the database thread, and the request to stop it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class JobProgress(QObject):
    """Passed to a job, which calls it with (done, total) after each step.

    Each call emits ``advanced(done, total)`` on the window's thread. After ``stop()`` the next
    call returns False, and the job ends without having written anything.
    """

    advanced = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = False

    def __call__(self, done: int, total: int) -> bool:
        """Report progress; return False when the job must stop."""
        self.advanced.emit(done, total)
        return not self._stopped

    def stop(self) -> None:
        """Request the job to end at its next report."""
        self._stopped = True
