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
    """Ends with ``printed(JobTicket)``, ``failed(ReceptionError)`` or ``cancelled``.

    Emits ``delayed(ReceptionError)`` once if the job is not printed after 20 seconds; the attempt
    continues.
    """

    printed = Signal(object)
    failed = Signal(object)
    delayed = Signal(object)
    cancelled = Signal()

    def __init__(self, print_thread: PrintThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._print_thread = print_thread
        self._printer: PrinterInfo | None = None
        self._ticket: JobTicket | None = None
        # A paper that is not sent before the spool is checked.
        self._secret_order: PrintOrder | None = None
        self._polls = 0
        self._poll_timer = QTimer(self)
        self._poll_timer.setInterval(POLL_MS)
        self._poll_timer.setSingleShot(True)
        self._poll_timer.timeout.connect(self._poll)

    @property
    def busy(self) -> bool:
        """Whether a document is being printed."""
        return self._printer is not None

    def start(self, printer: PrinterInfo, order: PrintOrder) -> None:
        """Send the document; does nothing while another one is being printed."""
        if self.busy:
            return
        self._printer, self._polls = printer, 0
        if order.single_copy and (printer.writes_files or printer.attachment is Attachment.UNKNOWN):
            self._fail(ReceptionError("printer.maybe_file"))
        elif (order.single_copy and printer.identities_forbidden) or (
            order.needs_allowed_printer and not printer.allowed_for_identities
        ):
            self._fail(ReceptionError("printer.needs_cable"))
        elif order.is_secret or order.needs_clean_spool:
            self._secret_order = order
            self._print_thread.check_spool(self._submit_secret_order, self._fail)
        else:
            self._print_thread.submit(printer.name, order, self._job_accepted, self._fail)

    def cancel(self) -> None:
        """Cancel the job, if a queue has accepted it."""
        self._poll_timer.stop()
        if self._ticket:
            self._print_thread.cancel(self._ticket, self._job_cancelled, self._fail)

    @Slot(object)
    def _submit_secret_order(self, warning: str | None) -> None:
        """Send the paper, unless the spool keeps documents or may keep them."""
        order, self._secret_order = self._secret_order, None
        if warning:
            is_secret = order is not None and order.is_secret
            self._fail(ReceptionError(f"printer.spool_{'secret' if is_secret else 'names'}"))
        elif order is not None and self._printer is not None:
            self._print_thread.submit(self._printer.name, order, self._job_accepted, self._fail)

    @Slot(object)
    def _job_accepted(self, ticket: JobTicket) -> None:
        self._ticket = ticket
        self._poll()

    @Slot()
    def _poll(self) -> None:
        if self._ticket:
            self._print_thread.job_state(self._ticket, self._handle_status, self._fail)

    @Slot(object)
    def _handle_status(self, status: JobStatus) -> None:
        ticket, printer = self._ticket, self._printer
        if ticket is None or printer is None:
            return
        if status.state is JobState.COMPLETED:
            self._reset()
            self.printed.emit(ticket)
        elif status.state.finished:
            self._fail(ReceptionError("printer.aborted", printer=printer.description))
        else:
            self._poll_again(printer)

    def _poll_again(self, printer: PrinterInfo) -> None:
        """Read the state again after a pause."""
        self._polls += 1
        if self._polls == POLLS_BEFORE_WARNING:
            self.delayed.emit(ReceptionError("printer.waiting", printer=printer.description))
        self._poll_timer.start()

    @Slot(object)
    def _job_cancelled(self, status: JobStatus) -> None:
        ticket = self._ticket
        self._reset()
        if status.state is JobState.COMPLETED:  # printed before it could be cancelled
            self.printed.emit(ticket)
        else:
            self.cancelled.emit()

    @Slot(object)
    def _fail(self, error: ReceptionError) -> None:
        self._reset()
        self.failed.emit(error)

    def _reset(self) -> None:
        self._poll_timer.stop()
        self._printer = self._ticket = self._secret_order = None
