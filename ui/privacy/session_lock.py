"""Locks an office: saves drafts, ends child processes, closes the session, replaces the process."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal, Slot

TIMEOUT_SECONDS = 2.0


class SessionLock(QObject):
    """Locks one office, once: ``lock`` asks for no confirmation and cannot be undone.

    ``replace_process()`` replaces this process by a new one. It is called when the session has
    been closed on the database thread. If that takes longer than two seconds, a timer thread calls
    it: a window or a thread that hangs must not keep the keys in memory.
    """

    _closed = Signal()

    def __init__(
        self, replace_process: Callable[[], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._replace_process = replace_process
        self._replace_guard = threading.Lock()
        self._locking = False
        self._replaced = False
        self._timeout_timer = threading.Timer(TIMEOUT_SECONDS, self._replace_once)
        self._timeout_timer.daemon = True
        self._closed.connect(self._replace_once)

    @property
    def locking(self) -> bool:
        """True from the call of ``lock`` on."""
        return self._locking

    def lock(
        self,
        save_steps: Iterable[Callable[[], object]],
        end_steps: Iterable[Callable[[], object]],
        close_session: Callable[[Callable[[], object]], object],
    ) -> None:
        """Begin the lock: ``save_steps`` save input, ``end_steps`` end threads and child processes.

        ``close_session(on_closed)`` closes the session on the database thread, then calls
        ``on_closed``.
        """
        if self._locking:
            return
        self._locking = True
        self._timeout_timer.start()
        for step in (*save_steps, *end_steps):
            _run_safely(step)
        close_session(self._closed.emit)

    @Slot()
    def _replace_once(self) -> None:
        with self._replace_guard:
            if self._replaced:
                return
            self._replaced = True
        self._replace_process()


def _run_safely(step: Callable[[], object]) -> None:
    # A screen whose draft cannot be saved must not prevent the lock.
    try:
        step()
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)
