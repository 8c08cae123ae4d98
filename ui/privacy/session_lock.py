"""The lock: cover, keep drafts, end children, close the session, become a fresh process."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

LIMIT_SECONDS = 2.0


class SessionLock(QObject):
    """``SessionLock(replace, parent)``; ``lock(...)`` never asks and never comes back.

    ``replace()`` puts the fresh image in this one's place. It is called when the session has
    been closed on the worker, or after two seconds all the same, from a thread of its own:
    a window or a worker that hangs cannot keep the keys.
    """

    _closed = Signal()

    def __init__(self, replace: Callable[[], object], parent: QObject | None = None) -> None:
        """Make a lock that is open."""
        super().__init__(parent)
        self._replace = replace
        self._guard = threading.Lock()
        self._going = False
        self._gone = False
        self._limit = threading.Timer(LIMIT_SECONDS, self._leave)
        self._limit.daemon = True
        self._closed.connect(self._leave)

    @property
    def locking(self) -> bool:
        """Tell whether the lock has begun."""
        return self._going

    def lock(
        self,
        hooks: Iterable[Callable[[], object]],
        children: Iterable[Callable[[], object]],
        close: Callable[[Callable[[], object]], object],
    ) -> None:
        """Begin: ``hooks`` save what is typed, ``children`` end processes, ``close(then)`` closes.

        ``close`` gives the closing of the session to the worker and calls ``then`` after it.
        """
        if self._going:
            return
        self._going = True
        self._limit.start()
        for step in (*hooks, *children):
            _try(step)
        close(self._closed.emit)

    @Slot()
    def _leave(self) -> None:
        with self._guard:
            if self._gone:
                return
            self._gone = True
        self._replace()


def _try(step: Callable[[], object]) -> None:
    # A screen that fails to keep its draft must not keep the office open.
    try:
        step()
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)


def hooks_of(screens: Sequence[QObject]) -> list[Callable[[], object]]:
    """Return ``about_to_lock`` of every screen that has one."""
    found = (getattr(screen, "about_to_lock", None) for screen in screens)
    return [hook for hook in found if callable(hook)]
