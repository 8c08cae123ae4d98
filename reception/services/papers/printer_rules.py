"""Which printers of which machine may print papers with an identity, as the office decides.

A cable that is known to be one may, unless the office says no. Where the system cannot tell, the
office may say that it is a cable. A printer of the network never may.
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

_YES, _NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class PrinterRules:
    """The office's marks as they concern one machine."""

    machine: str
    marks: tuple[tuple[str, str], ...]

    def may(self, printer: PrinterInfo) -> bool:
        """Tell whether papers with an identity may go there."""
        mark = dict(self.marks).get(printer_key(self.machine, printer))
        if printer.attachment is Attachment.NETWORK:
            return False
        if printer.attachment is Attachment.CABLE:
            return mark != _NO
        return mark == _YES

    def applied(self, printers: Iterable[PrinterInfo]) -> tuple[PrinterInfo, ...]:
        """Return printers as the office sees them, those that may print identities first."""
        found = [self._applied(printer) for printer in printers]
        return tuple(sorted(found, key=lambda printer: (not printer.by_cable, printer.name)))

    def _applied(self, printer: PrinterInfo) -> PrinterInfo:
        if self.may(printer):
            return replace(printer, attachment=Attachment.CABLE)
        if printer.attachment is Attachment.CABLE:
            return replace(printer, marked_off=True)
        return printer


class PrinterRuleBook:
    """Reads and sets the marks, for who manages the office."""

    def __init__(self, session: Session, machine: str) -> None:
        """Work in one session on one machine; ``machine`` is its name."""
        self._session = session
        self.machine = machine

    def rules(self) -> PrinterRules:
        """Return what holds now; reads no register, so any thread may."""
        return PrinterRules(self.machine, self._session.settings().printer_marks)

    def names_on_marked_only(self) -> bool:
        """Tell whether ordinary citizens' copies too go to marked printers only."""
        return self._session.settings().names_on_marked_only

    def mark(self, printer: PrinterInfo, may: bool) -> None:
        """Say whether papers with an identity may go to a printer; logged.

        Error InvalidInput ``printer.network_never``. A queue whose address changes loses its mark.
        """
        self._session.require(Right.MANAGE)
        if printer.attachment is Attachment.NETWORK and may:
            raise InvalidInput("printer.network_never", "printer", printer=printer.info)
        marks = dict(self._session.settings().printer_marks)
        marks[printer_key(self.machine, printer)] = _YES if may else _NO
        settings = self._session.settings().changed(printer_marks=tuple(sorted(marks.items())))
        self._keep(settings, "printers", printer=printer.name, identities=may)

    def set_names_on_marked_only(self, only: bool) -> None:
        """Send ordinary citizens' copies to marked printers only, or to any; logged."""
        settings = self._session.settings().changed(names_on_marked_only=only)
        self._keep(settings, "printers", names_on_marked_only=only)

    def _keep(self, settings: OfficeSettings, subject: str, **facts: object) -> None:
        self._session.require(Right.MANAGE)
        with self._session.act() as work:
            write_settings(work, settings)
            work.log(Act.SETTINGS_CHANGED, subject, **facts)
        self._session.remember_settings(settings)


def printer_key(machine: str, printer: PrinterInfo) -> str:
    """Return by what a printer is known: machine, queue, and the address behind the queue."""
    return "\t".join((machine, printer.name, printer.device_uri))
