"""Waiting in tests of the window: for conditions, never for a fixed time."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from tests.fixtures.cups import PrivateCups
from tests.fixtures.polling import PATIENCE
from ui.database_thread.task_runner import TaskRunner

_TURN_MS = 4
_SAME_TURNS = 2  # work begun in the first turn changes the second


def turns(count: int = 2) -> None:
    """Run the event loop a few times: everything that is queued now has then been delivered.

    Before asserting that something did not happen, wait until its cause was handled; these turns
    then deliver the events that the handling queued.
    """
    for _ in range(count):
        _turn()
        QApplication.sendPostedEvents()


def _turn() -> None:
    """Run the event loop for ``_TURN_MS``, while the database thread works too.

    ``QTest.qWait`` holds Python's lock while it waits: the database thread then works only
    between two waits, and 0.3 s of its work take 6 s.
    """
    loop = QEventLoop()
    QTimer.singleShot(_TURN_MS, loop.quit)
    loop.exec()


def until(done: Callable[[], object]) -> None:
    """Run the event loop until a condition holds; AssertionError after ``PATIENCE``."""
    limit = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < limit, done
        _turn()


def printed_sheets(cups: PrivateCups, count: int) -> list[bytes]:
    """Return all printed documents once there are ``count``; printing needs the event loop."""
    until(lambda: len(cups.sheets()) >= count)
    return cups.sheets()


def rest(window: QWidget, runner: TaskRunner | None = None, within: int = 180) -> None:
    """Wait until nothing about a window changes any more; call it before measuring.

    At rest, the database thread has no job, no timer of the window ends in ``within`` milliseconds,
    and the geometry of all visible widgets stays the same over several turns of the event loop.
    A timer that is started again and again is waited for ``within`` milliseconds in all.
    """
    begun = time.monotonic()
    before, same = _arrangement(window), 0
    while same < _SAME_TURNS:
        passed = time.monotonic() - begun
        assert passed < PATIENCE, f"{window} does not come to rest"
        _turn()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        now = _arrangement(window)
        busy = runner is not None and runner.busy
        due = passed < within / 1000 and _due(window, within)
        same = 0 if busy or due or now != before else same + 1
        before = now


def _arrangement(window: QWidget) -> list[tuple[int, ...]]:
    """Return the geometry of every visible widget of a window, and the range of scroll bars."""
    found: list[tuple[int, ...]] = []
    for part in [window, *window.findChildren(QWidget)]:
        if part.isVisible():
            reach = (part.maximum(), part.value()) if isinstance(part, QScrollBar) else ()
            found.append((*part.geometry().getRect(), *reach))
    return found


def _due(window: QWidget, within: int) -> bool:
    timers = window.findChildren(QTimer)
    return any(
        timer.isActive() and timer.isSingleShot() and timer.remainingTime() <= within
        for timer in timers
    )
