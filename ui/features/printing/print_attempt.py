"""One attempt to print: send the job, poll its state, report the result."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reception.domain.errors import ReceptionError
from reception.print_queue.print_jobs import JobState, JobStatus, JobTicket
from reception.print_queue.printers import Attachment, PrinterInfo
from ui.features.printing.print_order import PrintOrder
from ui.features.printing.print_thread import PrintThread

POLL_MS = 400
POLLS_BEFORE_WARNING = 50  # 20 seconds


class PrintAttempt(QObject):
    """Ends in ``printed``, ``failed`` or ``cancelled``; ``waiting`` when the job does not start."""

    printed = Signal(object)
    failed = Signal(object)
    waiting = Signal(object)
    cancelled = Signal()

    def __init__(self, print_thread: PrintThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._print_thread = print_thread
        self._printer: PrinterInfo | None = None
        self._ticket: JobTicket | None = None
        # A paper framed MẬT, until it is known whether the spool keeps documents.
        self._order: PrintOrder | None = None
        self._polls = 0
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._poll)

    @property
    def busy(self) -> bool:
        """Whether a document is being printed."""
        return self._printer is not None

    @property
    def sent(self) -> bool:
        """Whether a queue has accepted the document, so that the job can be cancelled."""
        return self._ticket is not None

    def start(self, printer: PrinterInfo, order: PrintOrder) -> None:
        """Send the document; ignored while another one is being printed."""
        if self.busy:
            return
        self._printer, self._polls = printer, 0
        if order.single and (printer.writes_files or printer.attachment is Attachment.UNKNOWN):
            self._fail(ReceptionError("printer.maybe_file"))
        elif (order.single and printer.identities_forbidden) or (
            order.cable_only and not printer.by_cable
        ):
            self._fail(ReceptionError("printer.needs_cable"))
        elif order.secret:
            self._order = order
            self._print_thread.check_spool(self._spool_known, self._fail)
        else:
            self._print_thread.submit(printer.name, order, self._sent, self._fail)

    def cancel(self) -> None:
        """Cancel the job, if a queue has accepted it."""
        self._timer.stop()
        if self._ticket:
            self._print_thread.cancel(self._ticket, self._job_cancelled, self._fail)

    @Slot(object)
    def _spool_known(self, warning: str | None) -> None:
        """Send a paper framed MẬT only where the spool is known to keep no documents."""
        order, self._order = self._order, None
        if warning:
            self._fail(ReceptionError("printer.spool_secret"))
        elif order is not None and self._printer is not None:
            self._print_thread.submit(self._printer.name, order, self._sent, self._fail)

    @Slot(object)
    def _sent(self, ticket: JobTicket) -> None:
        self._ticket = ticket
        self._poll()

    @Slot()
    def _poll(self) -> None:
        if self._ticket:
            self._print_thread.job_state(self._ticket, self._state_read, self._fail)

    @Slot(object)
    def _state_read(self, status: JobStatus) -> None:
        ticket, printer = self._ticket, self._printer
        if ticket is None or printer is None:
            return
        if status.state is JobState.COMPLETED:
            self._end()
            self.printed.emit(ticket)
        elif status.state.finished:
            self._fail(ReceptionError("printer.aborted", printer=printer.info))
        else:
            self._wait(printer)

    def _wait(self, printer: PrinterInfo) -> None:
        self._polls += 1
        if self._polls == POLLS_BEFORE_WARNING:
            self.waiting.emit(ReceptionError("printer.waiting", printer=printer.info))
        self._timer.start()

    @Slot(object)
    def _job_cancelled(self, status: JobStatus) -> None:
        ticket = self._ticket
        self._end()
        if status.state is JobState.COMPLETED:  # printed before it could be cancelled
            self.printed.emit(ticket)
        else:
            self.cancelled.emit()

    @Slot(object)
    def _fail(self, error: ReceptionError) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._timer.stop()
        self._printer = self._ticket = self._order = None
