"""The thread that talks to printers: a slow one never blocks the window."""

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
    done = Signal(object, object)
    failed = Signal(object, object)

    @Slot(object, object)
    def run(self, number: object, act: Callable[[], object]) -> None:
        try:
            self.done.emit(number, act())
        except ReceptionError as error:
            self.failed.emit(number, error)


class PrintThread(QObject):
    """Runs requests to a print route one after another; answers arrive in the window's thread.

    Answers for a widget that was deleted are dropped. ``close`` ends the thread.
    """

    _asked = Signal(object, object)

    def __init__(self, route: PrintRoute, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._route = route
        self._waiting: dict[object, tuple[Callback, Callback]] = {}
        self._count = 0
        self._thread = QThread(self)
        self._worker = _Worker()
        if not route.paints:  # painting belongs to the thread of the window
            self._worker.moveToThread(self._thread)
            self._thread.start()
        self._asked.connect(self._worker.run)
        self._worker.done.connect(self._done)
        self._worker.failed.connect(self._failed)

    def list_printers(self, then: Callback, otherwise: Callback) -> None:
        """Ask for the printers: ``then`` gets a tuple of ``PrinterInfo``."""
        self._send(self._route.printers, then, otherwise)

    def list_bare_printers(self, then: Callback, otherwise: Callback) -> None:
        """Ask for the printers as the system lists them, without the rules of the office."""
        bare = getattr(self._route, "bare_printers", self._route.printers)
        self._send(bare, then, otherwise)

    def warn(self, then: Callback, otherwise: Callback) -> None:
        """Ask whether the spool keeps documents: ``then`` gets a code or None."""
        self._send(self._route.warning, then, otherwise)

    def submit(self, printer: str, order: PrintOrder, then: Callback, otherwise: Callback) -> None:
        """Print: ``then`` gets a ``JobTicket``, ``otherwise`` a ``ReceptionError``."""

        def act() -> JobTicket:
            return self._route.submit(printer, order.pdf, order.code, order.options)

        self._send(act, then, otherwise)

    def look(self, ticket: JobTicket, then: Callback, otherwise: Callback) -> None:
        """Ask for the state of a job: ``then`` gets a ``JobStatus``."""
        self._send(lambda: self._route.state(ticket), then, otherwise)

    def take_back(self, ticket: JobTicket, then: Callback, otherwise: Callback) -> None:
        """Cancel a job: ``then`` gets the ``JobStatus`` afterwards."""

        def act() -> object:
            self._route.cancel(ticket)
            return self._route.state(ticket)

        self._send(act, then, otherwise)

    def close(self) -> None:
        """End the thread after the request that is running; call it before the program ends."""
        self._waiting.clear()
        self._thread.quit()
        self._thread.wait()

    def _send(self, act: Callable[[], object], then: Callback, otherwise: Callback) -> None:
        self._count += 1
        self._waiting[self._count] = (then, otherwise)
        self._asked.emit(self._count, act)

    @Slot(object, object)
    def _done(self, number: object, result: object) -> None:
        self._deliver(number, 0, result)

    @Slot(object, object)
    def _failed(self, number: object, error: object) -> None:
        self._deliver(number, 1, error)

    def _deliver(self, number: object, which: int, what: object) -> None:
        pair = self._waiting.pop(number, None)
        if pair is None:
            return
        told = pair[which]
        owner = getattr(told, "__self__", None)
        if not isinstance(owner, QObject) or isValid(owner):
            told(what)
