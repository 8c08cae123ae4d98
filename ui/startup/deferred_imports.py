"""Imports that wait until the unlock screen is painted."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from ui.shell.crash_dialog import CrashGuard

# The modules of the open office, in slices short enough for the key events of the password between
# them. Not on the database thread: Qt objects made at import must belong to the window's thread.
_OFFICE = (
    "ui.widgets.dialog",
    "ui.shell.main_window",
    "ui.features.printing.print_thread",
    "ui.privacy.session_lock",
    "ui.widgets.data_table_delegate",
    "ui.features.register.register_screen",
    "ui.features.visit_entry.leak_marks",
    "ui.features.visit_entry.entry_screen",
    "ui.application.office_window",
)
_PAUSE_MS = 20
_AT_LATEST_MS = 2000


class DeferredImports(QObject):
    """``begin()`` after the first paint; ``fetch()`` once the database thread has its modules.

    It begins by itself after two seconds if the window is never painted.
    """

    def __init__(self, warm: Callable[[], None], parent: QObject) -> None:
        """``warm`` imports the modules of the database thread on that thread."""
        super().__init__(parent)
        self._warm = warm
        self._crash: CrashGuard | None = None
        self._left = list(_OFFICE)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._continue)
        self._timer.start(_AT_LATEST_MS)

    @Slot()
    def begin(self) -> None:
        """Install the crash dialog, then import for the database thread; key events go first."""
        if self._crash is None:
            self._timer.start(_PAUSE_MS)

    def fetch(self, _warmed: object = None) -> None:
        """Import the modules of the office one by one, with pauses for events."""
        self._timer.start(_PAUSE_MS)

    def stop(self) -> None:
        """Drop the imports not done yet."""
        self._timer.stop()

    @Slot()
    def _continue(self) -> None:
        if self._crash is None:
            self._guard()
            self._warm()
        elif self._left:
            import_module(self._left.pop(0))
            self._timer.start(_PAUSE_MS)

    def _guard(self) -> None:
        from ui.shell.crash_dialog import CrashGuard

        self._crash = CrashGuard(self)
        self._crash.install()
