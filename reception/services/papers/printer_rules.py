"""The printers of each machine on which the office allows papers with an identity.

A printer on a cable is allowed unless the office forbids it. A printer whose connection the
system cannot tell is allowed if the office declares it to be on a cable. A network printer is
never allowed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput
from reception.domain.staff import Right
from reception.print_queue.printers import Attachment, PrinterInfo
from reception.services.access.session import Session
from reception.services.office.office_settings import OfficeSettings, write_settings
from reception.services.papers.print_log import PaperJob

_YES, _NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class PrinterRules:
    """The office's decisions for one machine; a mark is (printer key, "yes" or "no")."""

    machine: str
    marks: tuple[tuple[str, str], ...]

    def may_print_identities(self, printer: PrinterInfo) -> bool:
        """Return whether papers with an identity may be printed there."""
        mark = dict(self.marks).get(printer_key(self.machine, printer))
        if printer.attachment is Attachment.NETWORK:
            return False
        if printer.attachment is Attachment.CABLE:
            return mark != _NO
        return mark == _YES

    def apply_to(self, printers: Iterable[PrinterInfo]) -> tuple[PrinterInfo, ...]:
        """Return the printers with the decisions applied; those allowed for identities first."""
        decided = [self._with_attachment_decided(printer) for printer in printers]
        return tuple(
            sorted(decided, key=lambda printer: (not printer.allowed_for_identities, printer.name))
        )

    def _with_attachment_decided(self, printer: PrinterInfo) -> PrinterInfo:
        if self.may_print_identities(printer):
            return replace(printer, attachment=Attachment.CABLE)
        if printer.attachment is Attachment.CABLE:
            return replace(printer, identities_forbidden=True)
        return printer


class OfficePrinterRules:
    """Reads the office's decisions on printers; whoever manages the office may change them."""

    def __init__(self, session: Session, machine: str) -> None:
        self._session = session
        self.machine = machine

    def rules(self) -> PrinterRules:
        """Return the present rules, without a query of the database, so that any thread may ask."""
        return PrinterRules(self.machine, self._session.settings().printer_marks)

    def names_on_marked_only(self) -> bool:
        """Return whether ordinary citizens' copies, too, need a printer allowed for identities."""
        return self._session.settings().names_on_marked_only

    def needs_allowed_printer(self, job: PaperJob) -> bool:
        """Return whether a paper may go only to printers that are allowed for identities."""
        return job.form.needs_allowed_printer or (
            job.holds_identity and self.names_on_marked_only()
        )

    def set_identities_allowed(self, printer: PrinterInfo, allowed: bool) -> None:
        """Set whether papers with an identity may go to a printer; logged.

        Errors: InvalidInput ``printer.network_never``. The decision no longer applies when the
        device address of the queue changes.
        """
        self._session.require(Right.MANAGE)
        if printer.attachment is Attachment.NETWORK and allowed:
            raise InvalidInput("printer.network_never", "printer", printer=printer.description)
        marks = dict(self._session.settings().printer_marks)
        marks[printer_key(self.machine, printer)] = _YES if allowed else _NO
        settings = self._session.settings().changed(printer_marks=tuple(sorted(marks.items())))
        self._save_settings(settings, "printers", printer=printer.name, identities=allowed)

    def set_names_on_marked_only(self, only: bool) -> None:
        """Set whether ordinary citizens' copies need a printer allowed for identities; logged."""
        settings = self._session.settings().changed(names_on_marked_only=only)
        self._save_settings(settings, "printers", names_on_marked_only=only)

    def _save_settings(self, settings: OfficeSettings, subject: str, **facts: object) -> None:
        self._session.require(Right.MANAGE)
        with self._session.act() as work:
            write_settings(work, settings)
            work.log(Act.SETTINGS_CHANGED, subject, **facts)
        self._session.remember_settings(settings)


def printer_key(machine: str, printer: PrinterInfo) -> str:
    """Return the key of a printer: machine, queue, and the device address of the queue."""
    return "\t".join((machine, printer.name, printer.device_uri))
