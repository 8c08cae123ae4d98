"""One interface to printing for window and console, on every operating system."""

from __future__ import annotations

from typing import Protocol

from reception.print_queue.print_jobs import (
    JobStatus,
    JobTicket,
    PrintOptions,
    cancel,
    job_state,
    print_pdf,
)
from reception.print_queue.printers import PrinterInfo, list_printers
from reception.print_queue.spool_retention import spool_warning


class PrintRoute(Protocol):
    """Prints documents through one system; every failure is a ``ReceptionError``.

    ``uses_window_thread`` is True if Qt paints the pages: it does so on the window's thread only.
    """

    uses_window_thread: bool

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Return the printers of this machine, the best choice first."""

    def submit(
        self, printer_name: str, pdf: bytes, options: PrintOptions | None = None
    ) -> JobTicket:
        """Send a document to a printer, under the one title of all jobs."""

    def state(self, ticket: JobTicket) -> JobStatus:
        """Return the state of a job."""

    def cancel(self, ticket: JobTicket) -> None:
        """Cancel a job."""

    def warning(self) -> str | None:
        """Return the code of a sentence about the spool, or None."""


class CupsRoute:
    """Printing on Linux: the PDF is sent over the local CUPS socket as it is."""

    uses_window_thread = False

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Return the queues of CUPS, those connected by a cable first."""
        return list_printers()

    def submit(
        self, printer_name: str, pdf: bytes, options: PrintOptions | None = None
    ) -> JobTicket:
        """Send the document as it is, byte for byte."""
        return print_pdf(printer_name, pdf, options)

    def state(self, ticket: JobTicket) -> JobStatus:
        """Return the state that CUPS reports."""
        return job_state(ticket)

    def cancel(self, ticket: JobTicket) -> None:
        """Cancel the job and purge its document."""
        cancel(ticket)

    def warning(self) -> str | None:
        """Return the code of a warning if the spool keeps printed documents."""
        return spool_warning()
