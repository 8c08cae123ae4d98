"""A print route that lists printers by the rules of the office."""

from __future__ import annotations

from collections.abc import Callable

from reception.print_queue.print_jobs import JobStatus, JobTicket, PrintOptions
from reception.print_queue.print_route import PrintRoute
from reception.print_queue.printers import PrinterInfo
from reception.services.papers.printer_rules import PrinterRules


class RuledPrintRoute:
    """Another route, with the printer rules of the office."""

    def __init__(self, route: PrintRoute, rules: Callable[[], PrinterRules]) -> None:
        """``rules`` is called each time: a changed rule holds from the next list on."""
        self._route = route
        self._rules = rules
        self.paints = route.paints

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Return the printers; "cable" now means that identities may go there."""
        return self._rules().applied(self._route.printers())

    def bare_printers(self) -> tuple[PrinterInfo, ...]:
        """Return the printers as the system lists them."""
        return self._route.printers()

    def submit(
        self, printer: str, pdf: bytes, title: str, options: PrintOptions | None = None
    ) -> JobTicket:
        return self._route.submit(printer, pdf, title, options)

    def state(self, ticket: JobTicket) -> JobStatus:
        return self._route.state(ticket)

    def cancel(self, ticket: JobTicket) -> None:
        self._route.cancel(ticket)

    def warning(self) -> str | None:
        """Return the message code of a warning about the spool, or None."""
        return self._route.warning()
