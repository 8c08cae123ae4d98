"""Runs Python's cyclic garbage collection on the window's thread only."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MS = 200
_OLDEST = 2
_GROWTH = 1.25  # as in CPython: a full collection only after 25 % more objects


class WindowThreadCollector(QObject):
    """Turns automatic collection off for the process and collects from a timer instead.

    Python collects cycles on whatever thread happens to allocate. When that is the database
    thread it destroys Qt wrappers there while the window uses their objects, and the process ends
    with SIGSEGV. Create this on the thread of the window, before any other thread is started. The
    timer also runs while a modal dialog is open.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._long_lived = 0  # objects of the oldest generation after its last collection
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)
        self._timer.start(INTERVAL_MS)

    @Slot()
    def _collect(self) -> None:
        """Collect the oldest generation that is due, by the thresholds of automatic collection."""
        pairs = zip(gc.get_count(), gc.get_threshold(), strict=True)
        # A threshold of 0 means "never" (the oldest generation from Python 3.13 on).
        due = [number for number, (count, threshold) in enumerate(pairs) if count > threshold > 0]
        if not due:
            return
        if due[-1] != _OLDEST:
            gc.collect(due[-1])
            return
        gc.collect(_OLDEST - 1)
        if _tracked_objects() >= self._long_lived * _GROWTH:
            gc.collect(_OLDEST)
            self._long_lived = _tracked_objects()


def _tracked_objects() -> int:
    """Return the number of objects that the collector tracks; moves them to the oldest generation.

    Not by ``gc.get_objects``: it takes a reference to a tuple that another thread is still
    building, and that thread then fails with SystemError (tupleobject.c, bad argument).
    """
    gc.freeze()
    count = gc.get_freeze_count()
    gc.unfreeze()
    return count
