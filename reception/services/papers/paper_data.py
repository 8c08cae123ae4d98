"""The printed content of each paper of a visit, as the data classes of the forms."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from reception.domain.audit import visit_subject
from reception.domain.deadlines import ANSWER
from reception.domain.errors import ReceptionError
from reception.domain.reporter import Identity
from reception.domain.requested_paper import Sheet
from reception.domain.visit import Visit
from reception.printing.forms.receipt_data import (
    DenunciationReceipt,
    OrdinaryFileReceipt,
    ReceiptFormat,
    ReceiptIntake,
)
from reception.printing.forms.registry import RECEIPT, PrintedForm
from reception.printing.forms.statement_data import StatementContent
from reception.printing.layout.document_heading import OfficeHeading, Officer
from reception.printing.layout.page_flow import PageFooter
from reception.services.access.session import Session
from reception.services.office.paper_heading import office_heading
from reception.services.papers.print_log import PrintLog, checkpoint_text
from reception.services.visits.visit_form import PaperNumbers, SealedVisit
from reception.services.working_days.office_calendar import OfficeCalendar
from reception.storage.visits.visit_reader import read_officer
from reception.storage.visits.visit_writer import Deadline


class PaperData:
    """Returns the content of a paper, and assigns its print numbers in the print log."""

    def __init__(self, session: Session, office_calendar: OfficeCalendar) -> None:
        self._session = session
        self._office_calendar = office_calendar
        self._print_log = PrintLog(session)

    def heading(self) -> OfficeHeading:
        """Return the heading lines of the office's papers."""
        return office_heading(self._session.settings())

    def footer_with_new_number(self, form: PrintedForm, visit: Visit) -> PageFooter:
        """Assign a print number and return the line at the bottom of each page."""
        number = self._print_log.assign_numbers(form, visit_subject(visit.visit_id))[0]
        return PageFooter(number, checkpoint_text(self._session.checkpoint_file.read()))

    def footer_beside_name(self, form: PrintedForm, visit: Visit) -> PageFooter:
        """Return the footer of a paper that shows who came.

        It has the end of the log of the days before: the present one is the entry of this visit or
        of this paper, and leads to the pseudonym of a denouncer, or of who becomes one.
        """
        number = self._print_log.assign_numbers(form, visit_subject(visit.visit_id))[0]
        return PageFooter(number, checkpoint_text(self._session.day_checkpoint()))

    def file_receipt(
        self, sealed: SealedVisit, numbers: PaperNumbers, identity: Identity | None
    ) -> OrdinaryFileReceipt:
        """Return the content of the file's copy of an ordinary receipt.

        It shows the person if the office has chosen so, and ``identity`` is known.
        """
        settings, visit = self._session.settings(), sealed.visit
        due, shows_name = answer_day(sealed.deadlines), settings.file_copy_with_identity
        make_footer = self.footer_beside_name if shows_name else self.footer_with_new_number
        return OrdinaryFileReceipt(
            intake=self._intake(visit),
            pseudonym=sealed.visit.pseudonym,
            number=f"{numbers.series}-{numbers.number:04d}",
            footer=make_footer(RECEIPT, sealed.visit),
            due_on=due,
            deadline_note=self._deadline_note(sealed, due),
            identity=identity if shows_name else None,
            format=ReceiptFormat(settings.receipt_format),
        )

    def denunciation_receipt(
        self, sealed: SealedVisit, numbers: PaperNumbers, only: Sheet | None = None
    ) -> DenunciationReceipt:
        """Return the content of the office's two copies of a receipt for a denunciation.

        Each gets a print number, or ``only`` the one that is made again.
        """
        wanted = (Sheet.FILE, Sheet.ENVELOPE) if only is None else (only,)
        subject = visit_subject(sealed.visit.visit_id)
        labels = self._print_log.assign_numbers(RECEIPT, subject, len(wanted))
        by_sheet = dict(zip(wanted, labels, strict=True))
        present, opening = self._session.checkpoint_file.read(), self._session.day_checkpoint()
        return DenunciationReceipt(
            intake=self._intake(sealed.visit),
            pseudonym=sealed.visit.pseudonym,
            envelope=envelope_label(sealed),
            number=f"{numbers.series}-{numbers.number:04d}",
            file_footer=PageFooter(by_sheet.get(Sheet.FILE, ""), checkpoint_text(present)),
            envelope_footer=PageFooter(by_sheet.get(Sheet.ENVELOPE, ""), checkpoint_text(opening)),
            format=ReceiptFormat(self._session.settings().receipt_format),
        )

    def _intake(self, visit: Visit) -> ReceiptIntake:
        settings = self._session.settings()
        return ReceiptIntake(
            heading=self.heading(),
            reception_place=settings.seat,
            officer=self._receiving_officer(visit),
            received_on=visit.received_on,
            papers=visit.papers,
        )

    def _receiving_officer(self, visit: Visit) -> Officer:
        """Return who received the visit, whoever makes the paper."""
        user_id = read_officer(self._session.database, visit.visit_id)
        officer = self._session.people.get(user_id, self._session.member)
        return Officer(officer.name, officer.title)

    def _deadline_note(self, sealed: SealedVisit, due: date | None) -> str:
        """Return how the last day of the answer was counted."""
        if due is None:
            return ""
        days = next(item.days for item in sealed.deadlines if item.term == ANSWER)
        skipped = self._office_calendar.calendar().skipped_holidays(sealed.visit.received_on, due)
        holidays = ", ".join(f"{day.day}/{day.month}" for day, _ in skipped)
        return f"{days} ngày làm việc" + (f", đã trừ lễ {holidays}" if holidays else "")

    def statement_content(self, sealed: SealedVisit) -> StatementContent:
        """Return the content of the record of the statement (NĐ 154/2026 Điều 14)."""
        visit, numbers = sealed.visit, sealed.numbers
        petitions = [entry.petition for entry in visit.handled_petitions]
        receipt_number = ""
        if numbers is not None and visit.papers:
            receipt_number = f"{numbers.series}-{numbers.number:04d}"
        return StatementContent(
            heading=self.heading(),
            reception_place=self._session.settings().seat,
            officer=self._receiving_officer(visit),
            received_on=visit.received_on,
            mode=visit.mode,
            statement="\n".join(petition.summary for petition in petitions),
            request="; ".join(petition.request for petition in petitions if petition.request),
            papers=visit.papers,
            receipt_number=receipt_number,
        )


def answer_day(deadlines: Iterable[Deadline]) -> date | None:
    """Return the last day on which the person may be answered (Luật TCD Điều 28(1))."""
    return next((deadline.due_on for deadline in deadlines if deadline.term == ANSWER), None)


def paper_numbers(sealed: SealedVisit) -> PaperNumbers:
    """Return the numbers of the papers. Errors: ``papers.refused_visit``: a refusal has none."""
    if sealed.numbers is None:
        raise ReceptionError("papers.refused_visit")
    return sealed.numbers


def envelope_label(sealed: SealedVisit) -> str:
    """Return the label of the sealed envelope that holds the signed copy."""
    return f"NP-{paper_numbers(sealed).envelope or 0:04d}"
