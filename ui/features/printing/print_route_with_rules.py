"""A print route that applies the printer rules of the office to the list of printers."""

from __future__ import annotations

from collections.abc import Callable

from reception.print_queue.print_jobs import JobStatus, JobTicket, PrintOptions
from reception.print_queue.print_route import PrintRoute
from reception.print_queue.printers import PrinterInfo
from reception.services.papers.printer_rules import MachinePrinterRules


class PrintRouteWithRules:
    """Wraps another route and changes only its list of printers."""

    def __init__(self, route: PrintRoute, rules: Callable[[], MachinePrinterRules]) -> None:
        """``rules`` is called for each list, so that a changed rule applies to the next one."""
        self._route = route
        self._rules = rules
        self.uses_window_thread = route.uses_window_thread

    def printers(self) -> tuple[PrinterInfo, ...]:
        """Return the printers after the rules are applied.

        In this list ``Attachment.CABLE`` means that the office allows identities on the printer.
        """
        return self._rules().apply_to(self._route.printers())

    def system_printers(self) -> tuple[PrinterInfo, ...]:
        """Return the printers without the rules, as the system lists them."""
        return self._route.printers()

    def submit(
        self, printer_name: str, pdf: bytes, options: PrintOptions | None = None
    ) -> JobTicket:
        return self._route.submit(printer_name, pdf, options)

    def state(self, ticket: JobTicket) -> JobStatus:
        return self._route.state(ticket)

    def cancel(self, ticket: JobTicket) -> None:
        self._route.cancel(ticket)

    def warning(self) -> str | None:
        """Return the message code of a warning about the spool, or None."""
        return self._route.warning()
