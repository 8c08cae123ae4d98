"""Locks an office: saves drafts, ends child processes, closes the session, replaces the process."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

LIMIT_SECONDS = 2.0


class SessionLock(QObject):
    """``lock(...)`` asks for no confirmation and cannot be undone.

    ``replace()`` replaces this process by a new one. It is called when the session has been
    closed on the database thread, or after two seconds in any case, from a timer thread:
    a window or a thread that hangs cannot keep the keys in memory.
    """

    _closed = Signal()

    def __init__(self, replace: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._replace = replace
        self._replace_lock = threading.Lock()
        self._locking = False
        self._replaced = False
        self._limit = threading.Timer(LIMIT_SECONDS, self._replace_once)
        self._limit.daemon = True
        self._closed.connect(self._replace_once)

    @property
    def locking(self) -> bool:
        """True once the lock has begun."""
        return self._locking

    def lock(
        self,
        hooks: Iterable[Callable[[], object]],
        children: Iterable[Callable[[], object]],
        close: Callable[[Callable[[], object]], object],
    ) -> None:
        """Begin: ``hooks`` save unsaved input, ``children`` end child processes.

        ``close(then)`` closes the session on the database thread and calls ``then`` after it.
        """
        if self._locking:
            return
        self._locking = True
        self._limit.start()
        for step in (*hooks, *children):
            _run_safely(step)
        close(self._closed.emit)

    @Slot()
    def _replace_once(self) -> None:
        with self._replace_lock:
            if self._replaced:
                return
            self._replaced = True
        self._replace()


def _run_safely(step: Callable[[], object]) -> None:
    # A screen whose draft cannot be saved must not keep the office open.
    try:
        step()
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)


def lock_hooks(screens: Sequence[QObject]) -> list[Callable[[], object]]:
    """Return ``about_to_lock`` of every screen that has one."""
    hooks = (getattr(screen, "about_to_lock", None) for screen in screens)
    return [hook for hook in hooks if callable(hook)]
