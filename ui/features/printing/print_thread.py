"""The thread for requests to printers, so that a slow printer never blocks the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot
from shiboken6 import isValid

from reception.domain.errors import ReceptionError
from reception.print_queue.print_jobs import JobTicket
from reception.print_queue.print_route import PrintRoute
from ui.features.printing.print_order import PrintOrder

Callback = Callable[[Any], None]


class _Worker(QObject):
    """Runs on the thread; both signals carry the request number first."""

    done = Signal(object, object)
    failed = Signal(object, object)

    @Slot(object, object)
    def run(self, request_number: object, request: Callable[[], object]) -> None:
        try:
            self.done.emit(request_number, request())
        except ReceptionError as error:
            self.failed.emit(request_number, error)


class PrintThread(QObject):
    """Runs requests to a print route one after another; callbacks run on the window's thread.

    A callback of a widget that was deleted is not called. ``close`` ends the thread.
    """

    _requested = Signal(object, object)

    def __init__(self, route: PrintRoute, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._route = route
        self._callbacks: dict[object, tuple[Callback, Callback]] = {}
        self._last_request = 0
        self._thread = QThread(self)
        self._worker = _Worker()
        if not route.uses_window_thread:  # Qt paints on the window's thread only
            self._worker.moveToThread(self._thread)
            self._thread.start()
        self._requested.connect(self._worker.run)
        self._worker.done.connect(self._done)
        self._worker.failed.connect(self._failed)

    def list_printers(self, then: Callback, failed: Callback) -> None:
        """Read the printers: ``then`` gets a tuple of ``PrinterInfo``."""
        self._send(self._route.printers, then, failed)

    def list_system_printers(self, then: Callback, failed: Callback) -> None:
        """Read the printers as the system lists them, without the rules of the office."""
        system_printers = getattr(self._route, "system_printers", self._route.printers)
        self._send(system_printers, then, failed)

    def check_spool(self, then: Callback, failed: Callback) -> None:
        """Check whether the spool keeps documents: ``then`` gets a message code or None."""
        self._send(self._route.warning, then, failed)

    def submit(
        self, printer_name: str, order: PrintOrder, then: Callback, failed: Callback
    ) -> None:
        """Print: ``then`` gets a ``JobTicket``, ``failed`` a ``ReceptionError``."""

        def request() -> JobTicket:
            return self._route.submit(printer_name, order.pdf, order.options)

        self._send(request, then, failed)

    def job_state(self, ticket: JobTicket, then: Callback, failed: Callback) -> None:
        """Read the state of a job: ``then`` gets a ``JobStatus``."""
        self._send(lambda: self._route.state(ticket), then, failed)

    def cancel(self, ticket: JobTicket, then: Callback, failed: Callback) -> None:
        """Cancel a job: ``then`` gets the ``JobStatus`` afterwards."""

        def request() -> object:
            self._route.cancel(ticket)
            return self._route.state(ticket)

        self._send(request, then, failed)

    def close(self) -> None:
        """End the thread after the request that is running; call it before the program ends."""
        self._callbacks.clear()
        self._thread.quit()
        self._thread.wait()

    def _send(self, request: Callable[[], object], then: Callback, failed: Callback) -> None:
        self._last_request += 1
        self._callbacks[self._last_request] = (then, failed)
        self._requested.emit(self._last_request, request)

    @Slot(object, object)
    def _done(self, request_number: object, result: object) -> None:
        self._deliver(request_number, 0, result)

    @Slot(object, object)
    def _failed(self, request_number: object, error: object) -> None:
        self._deliver(request_number, 1, error)

    def _deliver(self, request_number: object, callback_index: int, value: object) -> None:
        """Call a callback of a request: index 0 after success, 1 after an error."""
        callbacks = self._callbacks.pop(request_number, None)
        if callbacks is None:
            return
        callback = callbacks[callback_index]
        owner = getattr(callback, "__self__", None)
        if not isinstance(owner, QObject) or isValid(owner):
            callback(value)
