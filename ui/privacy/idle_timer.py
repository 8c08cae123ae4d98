"""Detects inactivity: first a warning, then the lock."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

WARNING_SECONDS = 30
_TICK_MS = 250

_INPUT_EVENTS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class IdleTimer(QObject):
    """Measures the seconds since the last input.

    ``warning(seconds)`` is emitted once a second during the last thirty seconds before the lock,
    ``input_resumed`` on input during that time, ``expired`` once when the time is over.
    The event filter is on the windows and the focus object only: on the whole application it
    would call Python for every event.
    """

    warning = Signal(int)
    input_resumed = Signal()
    expired = Signal()

    def __init__(
        self,
        seconds: float,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``clock`` returns seconds of a monotonic clock."""
        super().__init__(parent)
        self._seconds = seconds
        self._clock = clock
        self._last_input = clock()
        self._last_warning = 0  # seconds left at the last warning, 0 for none
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.check)

    def start(self) -> None:
        """Watch the window and the object with the focus, and start counting."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch_window)
            app.focusObjectChanged.connect(self._watch_focus)
            self._watch_window(app.focusWindow())
            self._watch_focus(app.focusObject())
        self.reset()
        self._timer.start()

    def watch(self, window: QWindow | None) -> None:
        """Watch a window, also while it does not have the focus."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    @Slot()
    def stop(self) -> None:
        self._timer.stop()

    @Slot()
    def reset(self) -> None:
        """Restart the count of seconds, because there was input."""
        self._last_input = self._clock()
        if self._last_warning:
            self._last_warning = 0
            self.input_resumed.emit()

    @Slot()
    def check(self) -> None:
        """Emit a warning or ``expired``, according to the time since the last input."""
        remaining = self._seconds - (self._clock() - self._last_input)
        if remaining <= 0:
            self.stop()
            self.expired.emit()
        elif remaining <= min(WARNING_SECONDS, self._seconds / 2):
            seconds = math.ceil(remaining)
            if seconds != self._last_warning:
                self._last_warning = seconds
                self.warning.emit(seconds)

    @Slot("QWindow*")
    def _watch_window(self, window: QWindow | None) -> None:
        self.watch(window)

    @Slot("QObject*")
    def _watch_focus(self, target: QObject | None) -> None:
        # Input-method events are delivered to the focus object only, not to the window.
        if target is not None:
            target.removeEventFilter(self)
            target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Record input; the event is passed on."""
        if event.type() in _INPUT_EVENTS and self._timer.isActive():
            self.reset()
        return False
