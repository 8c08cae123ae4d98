"""Decisions of the office on which printers of each machine may print papers with an identity.

A printer on a cable is allowed unless the office forbids it. A printer whose connection the
system cannot tell is allowed if the office declares it to be on a cable. A network printer is
never allowed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from reception.domain.audit import Act
from reception.domain.errors import InvalidInput
from reception.print_queue.printers import Attachment, PrinterInfo
from reception.print_queue.spool_retention import spool_warning
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.office.office_settings import OfficeSettings, write_settings
from reception.services.papers.print_log import PaperJob

_YES, _NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class MachinePrinterRules:
    """The office's decisions for one machine; one is (printer key, "yes" or "no")."""

    machine: str
    decisions: tuple[tuple[str, str], ...]

    def may_print_identities(self, printer: PrinterInfo) -> bool:
        """Return whether papers with an identity may be printed there."""
        decision = dict(self.decisions).get(printer_key(self.machine, printer))
        if printer.attachment is Attachment.NETWORK:
            return False
        if printer.attachment is Attachment.CABLE:
            return decision != _NO
        return decision == _YES

    def apply_to(self, printers: Iterable[PrinterInfo]) -> tuple[PrinterInfo, ...]:
        """Return the printers with the decisions applied; those allowed for identities first."""
        printers_with_decision = [self._with_decision(printer) for printer in printers]
        return tuple(
            sorted(
                printers_with_decision,
                key=lambda printer: (not printer.allowed_for_identities, printer.name),
            )
        )

    def _with_decision(self, printer: PrinterInfo) -> PrinterInfo:
        if self.may_print_identities(printer):
            return replace(printer, attachment=Attachment.CABLE)
        if printer.attachment is Attachment.CABLE:
            return replace(printer, identities_forbidden=True)
        return printer


@rights_checked
class OfficePrinterRules:
    """Reads the office's decisions on printers, and changes them for whoever manages the office."""

    def __init__(
        self,
        session: Session,
        machine: str,
        read_spool_warning: Callable[[], str | None] = spool_warning,
    ) -> None:
        self._session = session
        self.machine = machine
        self._read_spool_warning = read_spool_warning

    def rules(self) -> MachinePrinterRules:
        """Return the present rules; any thread may call it, because it reads no database."""
        return MachinePrinterRules(self.machine, self._session.settings().printer_marks)

    def all_identities_need_allowed_printer(self) -> bool:
        """Return whether every paper with an identity needs a printer allowed for identities.

        Otherwise only the forms with ``needs_allowed_printer`` need one.
        """
        return self._session.settings().names_on_marked_only

    def needs_allowed_printer(self, job: PaperJob) -> bool:
        """Return whether a paper may go only to printers that are allowed for identities."""
        return (
            job.form.needs_allowed_printer
            or job.needs_clean_spool
            or (job.holds_identity and self.all_identities_need_allowed_printer())
        )

    def identity_on_citizen_copies(self) -> bool:
        """Return whether the person is printed on citizens' copies, else filled in by hand."""
        return self._session.settings().identity_on_citizen_copies

    def set_identity_on_citizen_copies(
        self, printed: bool, printers: Iterable[PrinterInfo] = ()
    ) -> None:
        """Set whether the person is printed on citizens' copies, of every kind alike; logged.

        ``printers`` are those of this machine. Errors: InvalidInput ``printer.no_marked`` unless
        one of them may print identities; ``printer.spool_names`` unless the spool is known to
        keep no document.
        """
        rules = self.rules()
        if printed and not any(rules.may_print_identities(printer) for printer in printers):
            raise InvalidInput("printer.no_marked", "printer")
        if printed and self._read_spool_warning() is not None:
            raise InvalidInput("printer.spool_names", "printer")
        settings = self._session.settings().changed(identity_on_citizen_copies=printed)
        self._save_settings(settings, "printers", identity_on_citizen_copies=printed)

    def set_identities_allowed(self, printer: PrinterInfo, allowed: bool) -> None:
        """Set whether papers with an identity may go to a printer; logged.

        Errors: InvalidInput ``printer.network_never``. The decision no longer applies when the
        device address of the queue changes.
        """
        if printer.attachment is Attachment.NETWORK and allowed:
            raise InvalidInput("printer.network_never", "printer", printer=printer.description)
        decisions = dict(self._session.settings().printer_marks)
        decisions[printer_key(self.machine, printer)] = _YES if allowed else _NO
        settings = self._session.settings().changed(printer_marks=tuple(sorted(decisions.items())))
        self._save_settings(settings, "printers", printer=printer.name, identities=allowed)

    def set_all_identities_need_allowed_printer(self, required: bool) -> None:
        """Set whether every paper with an identity needs an allowed printer; logged."""
        settings = self._session.settings().changed(names_on_marked_only=required)
        self._save_settings(settings, "printers", names_on_marked_only=required)

    def _save_settings(self, settings: OfficeSettings, subject: str, **facts: object) -> None:
        with self._session.act() as work:
            write_settings(work, settings)
            work.log(Act.SETTINGS_CHANGED, subject, **facts)
        self._session.remember_settings(settings)


def printer_key(machine: str, printer: PrinterInfo) -> str:
    """Return the key of a printer: machine, queue, and the device address of the queue."""
    return "\t".join((machine, printer.name, printer.device_uri))
