"""Runs Python's cyclic garbage collection on the window's thread only."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

INTERVAL_MS = 200
_OLDEST_GENERATION = 2
# As in CPython: a full collection only when there are 25 % more objects than after the last one.
_FULL_COLLECTION_GROWTH = 1.25


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
        self._count_after_full_collection = 0  # of tracked objects
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._collect)
        self._timer.start(INTERVAL_MS)

    @Slot()
    def _collect(self) -> None:
        """Collect the oldest generation that is due, by the thresholds of automatic collection."""
        counts_and_thresholds = zip(gc.get_count(), gc.get_threshold(), strict=True)
        # A threshold of 0 means "never" (the oldest generation from Python 3.13 on).
        due = [
            generation
            for generation, (count, threshold) in enumerate(counts_and_thresholds)
            if count > threshold > 0
        ]
        if not due:
            return
        if due[-1] != _OLDEST_GENERATION:
            gc.collect(due[-1])
            return
        gc.collect(_OLDEST_GENERATION - 1)
        if _tracked_objects() >= self._count_after_full_collection * _FULL_COLLECTION_GROWTH:
            gc.collect(_OLDEST_GENERATION)
            self._count_after_full_collection = _tracked_objects()


def _tracked_objects() -> int:
    """Return the number of objects that the collector tracks; moves them to the oldest generation.

    ``gc.get_objects`` cannot be used: it takes a reference to a tuple that another thread is
    still building, and that thread then fails with SystemError (tupleobject.c, bad argument).
    """
    gc.freeze()
    count = gc.get_freeze_count()
    gc.unfreeze()
    return count
