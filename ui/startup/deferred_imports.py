"""Imports that wait until the unlock screen is painted."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from ui.shell.crash_dialog import CrashGuard

# The modules of the open office; each is imported in a step so short that typing the password is
# not delayed. The database thread cannot import them: Qt objects that are created by an import
# must belong to the window's thread.
_OFFICE_MODULES = (
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
_PAUSE_MS = 20  # between two steps
_LATEST_START_MS = 2000


class DeferredImports(QObject):
    """Imports modules in short steps between the events of the unlock screen.

    Call ``begin()`` after the first paint and ``import_office()`` when the database thread has
    imported its modules. Without a paint the imports begin after two seconds.
    """

    def __init__(self, import_in_background: Callable[[], None], parent: QObject) -> None:
        """``import_in_background`` imports the modules of the database thread on that thread."""
        super().__init__(parent)
        self._import_in_background = import_in_background
        self._crash_guard: CrashGuard | None = None
        self._remaining = list(_OFFICE_MODULES)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._run_next_import)
        self._timer.start(_LATEST_START_MS)

    @Slot()
    def begin(self) -> None:
        """Begin after a pause: install the crash dialog, then import for the database thread."""
        if self._crash_guard is None:
            self._timer.start(_PAUSE_MS)

    def import_office(self, _result: object = None) -> None:
        """Import the modules of the office one by one, with pauses for events."""
        self._timer.start(_PAUSE_MS)

    def stop(self) -> None:
        """Cancel the imports that have not been done yet."""
        self._timer.stop()

    @Slot()
    def _run_next_import(self) -> None:
        if self._crash_guard is None:
            self._install_crash_dialog()
            self._import_in_background()
        elif self._remaining:
            import_module(self._remaining.pop(0))
            self._timer.start(_PAUSE_MS)

    def _install_crash_dialog(self) -> None:
        from ui.shell.crash_dialog import CrashGuard

        self._crash_guard = CrashGuard(self)
        self._crash_guard.install()
