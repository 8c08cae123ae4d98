"""Work that the database thread does while nobody waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from reception.bootstrap import Reception


class IdleWork(QObject):
    """Verifies the log first, then makes the blind index hashes of imported visits.

    ``log_walk_failed(ReceptionError)`` once, at the first bad entry of the log;
    ``log_accepted`` when the walk goes on because the head has accepted what was found.
    """

    log_walk_failed = Signal(object)
    log_accepted = Signal()

    def __init__(self, reception: Reception, parent: QObject) -> None:
        super().__init__(parent)
        self._reception = reception
        self._has_failed = False

    def run_step(self) -> bool:
        """Do one short step on the database thread; return whether there is more to do."""
        session = self._reception.session
        if session.walk_log_step():
            return True
        failure = session.log_walk.failure()
        if failure is not None and not self._has_failed:
            self.log_walk_failed.emit(failure)
        elif failure is None and self._has_failed:
            self.log_accepted.emit()
        self._has_failed = failure is not None
        return self._reception.blind_index_queue.run_step()
