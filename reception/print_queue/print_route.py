"""One way to paper for window and console, whatever the system under them prints with."""

from __future__ import annotations

from typing import Protocol

from reception.print_queue.cups_connection import cups_is_running
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
    """Where documents go to become paper; every failure is a ``ReceptionError``.

    ``paints`` says that pages are painted by Qt, which only the window's thread may do.
    """

    paints: bool

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Return the printers of this machine, the best choice first."""

    def submit(
        self, printer: str, pdf: bytes, title: str, options: PrintOptions | None = None
    ) -> JobTicket:
        """Send a document whose title is a document code; the caller keeps the bytes."""

    def state(self, ticket: JobTicket) -> JobStatus:
        """Tell what became of a job."""

    def cancel(self, ticket: JobTicket) -> None:
        """Take a job back."""

    def warning(self) -> str | None:
        """Return the code of a sentence about the spool, or None."""


class CupsRoute:
    """The Linux way: the document itself goes down the local CUPS socket."""

    paints = False

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Return the queues of CUPS, those on a cable first."""
        return list_printers()

    def submit(
        self, printer: str, pdf: bytes, title: str, options: PrintOptions | None = None
    ) -> JobTicket:
        """Send the document as it is, byte for byte."""
        return print_pdf(printer, pdf, title, options)

    def state(self, ticket: JobTicket) -> JobStatus:
        """Ask CUPS."""
        return job_state(ticket)

    def cancel(self, ticket: JobTicket) -> None:
        """Cancel the job and purge its document."""
        cancel(ticket)

    def warning(self) -> str | None:
        """Say whether the spool keeps printed documents."""
        return spool_warning()


def cups_present() -> bool:
    """Tell whether this machine prints through CUPS."""
    return cups_is_running()
