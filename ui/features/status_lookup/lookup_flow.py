"""Opens the look-up by return code, from visit entry and from the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from reception.domain.copy_tracing import Trace
from reception.domain.errors import ReceptionError
from reception.domain.staff import Right
from reception.domain.status_lookup import LookupStatus
from reception.messages.catalogue import error_sentence
from ui.database_thread.task_runner import TaskRunner
from ui.features.status_lookup.lookup_dialog import StatusLookupDialog
from ui.features.status_lookup.trace_dialog import TraceDialog
from ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from reception.bootstrap import Reception


class LookupFlow(QObject):
    """Shows the dialog (F6) and answers its look-ups; at most one dialog is open."""

    def __init__(self, reception: Reception, runner: TaskRunner, window: MainWindow) -> None:
        super().__init__(window)
        self._status_lookup = reception.status_lookup
        self._runner = runner
        self._window = window
        self._session = reception.session
        self._copy_tracing = reception.copy_tracing
        self.dialog: StatusLookupDialog | None = None
        self.trace_dialog: TraceDialog | None = None

    @Slot()
    def open(self) -> None:
        if self.dialog is not None:
            return
        may_trace = self._session.may(Right.CUSTODY)
        self.dialog = StatusLookupDialog(self._window, may_trace=may_trace)
        self.dialog.trace_wanted.connect(self.open_trace)
        self.dialog.lookup_wanted.connect(self._look_up)
        self.dialog.closed.connect(self._forget_dialog)
        self.dialog.open()

    @Slot()
    def open_trace(self) -> None:
        """Leave the look-up for the dialog that traces a found paper."""
        if self.dialog is not None:
            self.dialog.finish(False)
        self.trace_dialog = TraceDialog(self._session.head().name, self._window)
        self.trace_dialog.trace_wanted.connect(self._trace)
        self.trace_dialog.closed.connect(self._forget_trace_dialog)
        self.trace_dialog.open()

    @Slot(str, str, str)
    def _trace(self, number: str, ground: str, password: str) -> None:
        trace = self._copy_tracing.trace
        args = number, ground, password
        then, failed = self._show_trace, self._show_trace_error
        self._runner.run(trace, *args, then=then, owner=self, failed=failed)

    def _show_trace(self, trace: Trace) -> None:
        if self.trace_dialog is not None:
            self.trace_dialog.show_trace(trace)

    def _show_trace_error(self, error: ReceptionError) -> None:
        if self.trace_dialog is not None:
            self.trace_dialog.show_error(error)
        else:
            self._show_failure_toast(error)

    @Slot()
    def _forget_trace_dialog(self) -> None:
        if self.trace_dialog is not None:
            self.trace_dialog.deleteLater()
        self.trace_dialog = None

    @Slot(str, str)
    def _look_up(self, code: str, number: str) -> None:
        find = self._status_lookup.find
        self._runner.run(
            find, code, number, then=self._show_answer, owner=self, failed=self._show_error
        )

    def _show_answer(self, status: LookupStatus | None) -> None:
        if self.dialog is not None:
            self.dialog.show_answer(status)

    def _show_error(self, error: ReceptionError) -> None:
        if self.dialog is not None:
            self.dialog.show_error(error)
        else:
            self._show_failure_toast(error)

    def _show_failure_toast(self, error: ReceptionError) -> None:
        """Tell what failed after its dialog was closed."""
        self._window.show_toast(error_sentence(error), "circle-alert")

    @Slot()
    def _forget_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None
