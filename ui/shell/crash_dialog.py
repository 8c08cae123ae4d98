"""Uncaught exceptions: one dialog with their location in the code, without personal data."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton

_MAX_FRAMES = 4
# Writes only with ``--debug``, which is accepted for demonstration offices only: a trace contains
# text that somebody typed.
_LOGGER = logging.getLogger("reception.crash")


def crash_location(error_type: type[BaseException], trace: TracebackType | None) -> str:
    """Return the type of an exception and its last stack frames, without message and values."""
    frames = traceback.extract_tb(trace)[-_MAX_FRAMES:]
    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([error_type.__name__, *lines])


class CrashDialog(Dialog):
    """Says that saved data is safe, and shows ``details``, whose text can be selected."""

    def __init__(self, details: str, parent: QWidget) -> None:
        title = QCoreApplication.translate("Crash", "The program made a mistake")
        super().__init__(title, parent, 620)
        self.set_icon("circle-alert", "danger")
        message = QLabel(
            QCoreApplication.translate(
                "Crash",
                "What was saved is safe, and the draft is kept. Close this, save again; if it "
                "comes back, lock with Ctrl+L and open again. Show the lines below to the "
                "administrator: they name places in the program, nothing about people.",
            ),
            self,
        )
        message.setWordWrap(True)
        self.body.addWidget(message)
        self.details = QLabel(details, self)
        self.details.setObjectName("details")
        self.details.setTextFormat(Qt.TextFormat.PlainText)
        self.details.setProperty("role", "secondary")
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(self.details)
        close = PushButton(QCoreApplication.translate("Crash", "Close"), self, key="Esc")
        close.setObjectName("close_button")
        self.set_leave_button(close)


class CrashGuard(QObject):
    """Shows uncaught exceptions once ``install()`` was called; one dialog at a time."""

    _crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_dialog_open = False
        self._crashed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Set the exception hooks of all threads."""
        sys.excepthook = self.report
        threading.excepthook = self._report_from_thread
        sys.unraisablehook = _report_unraisable

    def report(
        self, error_type: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write the location to stderr and show the dialog."""
        details = crash_location(error_type, trace)
        if sys.stderr is not None:
            sys.stderr.write(f"{details}\n")
        _LOGGER.debug("uncaught exception", exc_info=(error_type, error, trace))
        self._crashed.emit(details)

    def _report_from_thread(self, args: threading.ExceptHookArgs) -> None:
        self.report(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)

    @Slot(str)
    def _show(self, details: str) -> None:
        window = QApplication.activeWindow() or next(
            (widget for widget in QApplication.topLevelWidgets() if widget.isVisible()), None
        )
        if self._is_dialog_open or window is None:
            return
        self._is_dialog_open = True
        dialog = CrashDialog(details, window)
        dialog.closed.connect(self._allow_next_dialog)
        dialog.closed.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _allow_next_dialog(self) -> None:
        self._is_dialog_open = False


def _report_unraisable(unraisable: sys.UnraisableHookArgs) -> None:
    # Python's own message is not written: it contains the object as text, perhaps typed text.
    if sys.stderr is not None:
        sys.stderr.write(f"{crash_location(unraisable.exc_type, unraisable.exc_traceback)}\n")
