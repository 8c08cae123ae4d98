"""Work that the database thread does while nobody waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from reception.bootstrap import Reception


class IdleWork(QObject):
    """Verifies the log first, then makes the blind index hashes of imported visits.

    ``log_walk_failed(ReceptionError)`` once, at the first bad entry of the log.
    """

    log_walk_failed = Signal(object)

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
            self._has_failed = True
            self.log_walk_failed.emit(failure)
        return self._reception.blind_index_queue.run_step()
