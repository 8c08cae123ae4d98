"""The printed content of each paper of a visit, as the data classes of the forms."""

from __future__ import annotations

from datetime import date

from reception.domain.audit import visit_subject
from reception.domain.deadlines import ANSWER
from reception.domain.errors import ReceptionError
from reception.domain.reporter import Identity
from reception.domain.visit import Visit
from reception.law.refusal_grounds import Ground
from reception.printing.forms.receipt_data import (
    CopyNumbers,
    DenunciationReceipt,
    OrdinaryReceipt,
    ReceiptFormat,
    ReceiptIntake,
    ReturnCodeBoxContents,
)
from reception.printing.forms.refusal_notice import Refusal
from reception.printing.forms.registry import RECEIPT, REFUSAL_NOTICE, PrintedForm
from reception.printing.forms.statement_data import StatementContent
from reception.printing.layout.document_heading import OfficeHeading, Officer
from reception.printing.layout.page_flow import PageFooter
from reception.services.access.session import Session
from reception.services.office.paper_heading import office_heading
from reception.services.papers.print_log import PrintLog, checkpoint_text
from reception.services.visits.visit_form import PaperNumbers, SealedVisit
from reception.services.working_days.office_calendar import OfficeCalendar


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

    def ordinary_receipt(
        self, sealed: SealedVisit, numbers: PaperNumbers, identity: Identity
    ) -> OrdinaryReceipt:
        """Return the content of both copies of an ordinary receipt."""
        receipt_number = f"{numbers.series}-{numbers.number:04d}"
        person_print, file_print = self._print_log.assign_numbers(
            RECEIPT, visit_subject(sealed.visit.visit_id), 2
        )
        checkpoint = checkpoint_text(self._session.checkpoint_file.read())
        settings = self._session.settings()
        return OrdinaryReceipt(
            intake=self._intake(sealed.visit),
            received_at=sealed.visit.received_at,
            identity=identity,
            pseudonym=sealed.visit.pseudonym,
            box_contents=self.return_code_box_contents(sealed),
            person_numbers=CopyNumbers(receipt_number, person_print, checkpoint),
            file_numbers=CopyNumbers(receipt_number, file_print, checkpoint),
            file_shows_identity=settings.file_copy_with_identity,
            format=ReceiptFormat(settings.receipt_format),
        )

    def denunciation_receipt(
        self, sealed: SealedVisit, numbers: PaperNumbers
    ) -> DenunciationReceipt:
        """Return the content of the three copies of a receipt for a denunciation.

        The print number and the log checkpoint of the citizen's copy do not lead to the visit
        (decision 0004).
        """
        envelope = envelope_label(sealed)
        person_print = self._print_log.assign_unpaired_number(RECEIPT)
        file_print, envelope_print = self._print_log.assign_numbers(
            RECEIPT, visit_subject(sealed.visit.visit_id), 2
        )
        checkpoint = checkpoint_text(self._session.checkpoint_file.read())
        return DenunciationReceipt(
            intake=self._intake(sealed.visit),
            pseudonym=sealed.visit.pseudonym,
            envelope=envelope,
            box_contents=self.return_code_box_contents(sealed),
            person_numbers=CopyNumbers(
                f"{numbers.series}-{numbers.lookup_number:04d}",
                person_print,
                checkpoint_text(self._session.opening_checkpoint),
            ),
            file_numbers=CopyNumbers(
                f"{numbers.series}-{numbers.number:04d}", file_print, checkpoint
            ),
            signed_numbers=CopyNumbers(envelope, envelope_print, checkpoint),
            format=ReceiptFormat(self._session.settings().receipt_format),
        )

    def _intake(self, visit: Visit) -> ReceiptIntake:
        settings, member = self._session.settings(), self._session.member
        return ReceiptIntake(
            heading=self.heading(),
            reception_place=settings.seat,
            officer=Officer(member.name, member.title),
            received_on=visit.received_on,
            papers=visit.papers,
        )

    def return_code_box_contents(self, sealed: SealedVisit) -> ReturnCodeBoxContents:
        """Return the last day of the answer, a note on how it was counted, and the return code."""
        due = last_answer_day(sealed)
        note = ""
        if due is not None:
            days = next(item.days for item in sealed.deadlines if item.term == ANSWER)
            skipped = self._office_calendar.calendar().skipped_holidays(
                sealed.visit.received_on, due
            )
            note = f"{days} ngày làm việc"
            if skipped:
                holidays = ", ".join(f"{day.day}/{day.month}" for day, _ in skipped)
                note += f", đã trừ lễ {holidays}"
        return ReturnCodeBoxContents(
            code=sealed.return_code,
            due_on=due,
            deadline_note=note,
            phone=self._session.settings().phone,
        )

    def refusal(self, visit: Visit, ground: Ground, document_code: str) -> Refusal:
        """Return the content of the notice of refusal, which the head signs.

        ``document_code`` is the title of the PDF document, e.g. ``TB-0012``.
        """
        settings = self._session.settings()
        post, name = self._session.signatory()
        return Refusal(
            heading=self.heading(),
            reception_place=settings.seat,
            document_date=self._session.today(),
            visited_on=visit.received_on,
            kind=visit.main_petition.petition.kind,
            subject=visit.main_petition.petition.summary,
            explanation=(visit.main_petition.handling.explanation,)
            if visit.main_petition.handling.explanation
            else (),
            grounds=(ground.code,),
            recipients=("Như trên", f"Lưu: VT, hồ sơ lượt {visit.number:04d}"),
            head_post=post,
            head_name=name,
            footer=self.footer_with_new_number(REFUSAL_NOTICE, visit),
            document_code=document_code,
            symbol=f"TB-{settings.symbol}",
        )

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
            officer=Officer(self._session.member.name, self._session.member.title),
            received_on=visit.received_on,
            mode=visit.mode,
            statement="\n".join(petition.summary for petition in petitions),
            request="; ".join(petition.request for petition in petitions if petition.request),
            papers=visit.papers,
            receipt_number=receipt_number,
            interpreter=visit.interpreter_language,
        )


def last_answer_day(sealed: SealedVisit) -> date | None:
    """Return the last day on which the person may be answered (Luật TCD Điều 28(1))."""
    return next((deadline.due_on for deadline in sealed.deadlines if deadline.term == ANSWER), None)


def paper_numbers(sealed: SealedVisit) -> PaperNumbers:
    """Return the numbers of the papers. Errors: ``papers.refused_visit``: a refusal has none."""
    if sealed.numbers is None:
        raise ReceptionError("papers.refused_visit")
    return sealed.numbers


def envelope_label(sealed: SealedVisit) -> str:
    """Return the label of the sealed envelope that holds the signed copy."""
    return f"NP-{paper_numbers(sealed).envelope or 0:04d}"
