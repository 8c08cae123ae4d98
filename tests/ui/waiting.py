"""Waiting in tests of the window: for conditions, never for a fixed time."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QScrollBar, QWidget

from tests.fixtures.cups import PrivateCups
from tests.fixtures.polling import PATIENCE
from ui.database_thread.task_runner import TaskRunner

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_TURN_MS = 4
_UNCHANGED_TURNS = 2  # a job started in the first turn changes the window in the second


def run_event_loop(count: int = 2) -> None:
    """Run the event loop a few times: everything that is queued now has then been delivered.

    Before asserting that something did not happen, wait until its cause was handled; these turns
    then deliver the events that the handling queued.
    """
    for _ in range(count):
        _run_one_turn()
        QApplication.sendPostedEvents()


def _run_one_turn() -> None:
    """Run the event loop for ``_TURN_MS``, while the database thread works too.

    ``QTest.qWait`` holds Python's lock while it waits: the database thread then works only
    between two waits, and 0.3 s of its work take 6 s.
    """
    loop = QEventLoop()
    QTimer.singleShot(_TURN_MS, loop.quit)
    loop.exec()


def wait_until(condition: Callable[[], object]) -> None:
    """Run the event loop until a condition holds; AssertionError after ``PATIENCE``."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, condition
        _run_one_turn()


def printed_sheets(cups: PrivateCups, count: int) -> list[bytes]:
    """Return all printed documents once there are ``count``; printing needs the event loop."""
    wait_until(lambda: len(cups.sheets()) >= count)
    return cups.sheets()


def wait_until_settled(
    window: QWidget, runner: TaskRunner | None = None, within_ms: int = 180
) -> None:
    """Wait until nothing about a window changes any more; call it before measuring.

    A window has settled when the database thread has no job, no timer of the window ends in
    ``within_ms`` milliseconds, and the geometry of all visible widgets stays the same over several
    turns of the event loop. Timers that start again and again are waited for during the first
    ``within_ms`` milliseconds.
    """
    started_at = time.monotonic()
    previous_geometries, unchanged_turns = _geometries(window), 0
    while unchanged_turns < _UNCHANGED_TURNS:
        elapsed = time.monotonic() - started_at
        assert elapsed < PATIENCE, f"{window} never settles"
        _run_one_turn()
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        geometries = _geometries(window)
        is_busy = runner is not None and runner.busy
        is_timer_due = elapsed < within_ms / 1000 and _is_timer_due(window, within_ms)
        is_changing = is_busy or is_timer_due or geometries != previous_geometries
        unchanged_turns = 0 if is_changing else unchanged_turns + 1
        previous_geometries = geometries


def _geometries(window: QWidget) -> list[tuple[int, ...]]:
    """Return the geometry of every visible widget of a window, and the range of scroll bars."""
    geometries: list[tuple[int, ...]] = []
    for widget in [window, *_shown_parts(window)]:
        scroll_range = (widget.maximum(), widget.value()) if isinstance(widget, QScrollBar) else ()
        geometries.append((*widget.geometry().getRect(), *scroll_range))
    return geometries


def _shown_parts(window: QWidget) -> list[QWidget]:
    """Return the widgets of a window that are shown; of a dialog of Qt's own, the dialog only.

    Most widgets of the main window belong to screens that are hidden. ``window.findChildren`` makes
    a Python object for each of them, hundreds of times in a test that waits. Qt makes the parts of
    its own dialogs anew, and PySide then takes a new one for one that is gone.
    """
    shown: list[QWidget] = [one for one in window.findChildren(QDialog) if one.isVisible()]
    remaining = [window]
    while remaining:
        children: list[QWidget] = remaining.pop().findChildren(QWidget, options=_DIRECT)
        visible = [child for child in children if child.isVisible() and not child.isWindow()]
        shown += visible
        remaining += visible
    return shown


def _is_timer_due(window: QWidget, within_ms: int) -> bool:
    timers = window.findChildren(QTimer)
    return any(
        timer.isActive() and timer.isSingleShot() and timer.remainingTime() <= within_ms
        for timer in timers
    )
