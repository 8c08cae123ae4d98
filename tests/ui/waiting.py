"""Waiting in tests of the window: for what is due, not for the clock."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from ui.database_thread.task_runner import TaskRunner

# Only a wait that fails lasts as long: on a machine with other work everything is slow at times.
PATIENCE = 60.0  # seconds
_TURN_MS = 4


def pause(milliseconds: int) -> None:
    """Let the window work for a while, and the worker beside it.

    ``QTest.qWait`` keeps Python's lock while it waits: the worker then goes on only between two
    waits, and 0.3 s of its work take 6 s.
    """
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(done: Callable[[], object]) -> None:
    """Let the window work until something holds; AssertionError after ``PATIENCE``."""
    limit = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < limit, done
        pause(_TURN_MS)


def come_to_rest(window: QWidget, runner: TaskRunner, within: int = 180) -> None:
    """Wait until the worker is done and no timer of the window ends in ``within`` milliseconds.

    A timer that is begun anew again and again is waited for ``within`` milliseconds in all.
    """
    patience = time.monotonic() + within / 1000
    quiet = 0
    while quiet < 2:  # what the first turn brought begins its own work in the second
        pause(_TURN_MS)
        still = runner.busy or (time.monotonic() < patience and _due(window, within))
        quiet = 0 if still else quiet + 1


def _due(window: QWidget, within: int) -> bool:
    timers = window.findChildren(QTimer)
    return any(
        timer.isActive() and timer.isSingleShot() and timer.remainingTime() <= within
        for timer in timers
    )
