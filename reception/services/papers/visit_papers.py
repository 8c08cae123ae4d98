"""Papers of a visit, made from its identity; nothing here keeps the identity."""

from __future__ import annotations

from hashlib import blake2b

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity
from reception.domain.requested_paper import (
    CITIZENS_NOTICE,
    NOTICE_FILE_COPY,
    STATEMENT_ENVELOPE,
    STATEMENT_FILE,
    PaperForm,
    RequestedSheet,
    Sheet,
)
from reception.domain.visit import Visit
from reception.law.refusal_grounds import ground
from reception.printing.forms.receipt import render_office_copies
from reception.printing.forms.receipt_data import CopyKind, CopyPdf
from reception.printing.forms.registry import RECEIPT, STATEMENT
from reception.printing.forms.statement import render_statement
from reception.printing.forms.statement_data import (
    Confirmation,
    CustodianCheck,
    EnvelopeStatement,
    FileStatement,
    OrdinaryStatement,
    StatementContent,
)
from reception.printing.layout.identity_check import TextCheck, check_for_identities, no_check
from reception.services.access.session import Session
from reception.services.papers.citizen_copies import CitizenCopies, CopyCode, written_by_hand
from reception.services.papers.paper_data import (
    PaperData,
    answer_day,
    envelope_label,
    paper_numbers,
)
from reception.services.papers.print_log import PaperJob
from reception.services.papers.refusal_notices import RefusalNotices
from reception.services.visits.visit_form import SealedVisit
from reception.services.working_days.office_calendar import OfficeCalendar

_SHEET_OF_COPY = {CopyKind.FILE: Sheet.FILE, CopyKind.ENVELOPE: Sheet.ENVELOPE}


class VisitPapers:
    """Makes the papers for the citizen and for the file of the office."""

    def __init__(self, session: Session, office_calendar: OfficeCalendar) -> None:
        self._session = session
        self._citizen_copies = CitizenCopies(session)
        self._paper_data = PaperData(session, office_calendar)
        self._refusal_notices = RefusalNotices(session, self._paper_data)

    def receipt(self, sealed: SealedVisit, identity: Identity) -> tuple[PaperJob, ...]:
        """Return the copies of the receipt (Mẫu 02/TCD, NĐ 154/2026 Điều 15), each on its own.

        First the citizen's, then the file's, for a denunciation also the one for the envelope.
        """
        numbers = paper_numbers(sealed)
        check = self._identity_check(sealed, identity)
        citizens = self._citizen_copy(sealed, identity, check)
        sheet = (
            self._paper_data.denunciation_receipt(sealed, numbers)
            if _is_denunciation(sealed.visit)
            else self._paper_data.file_receipt(sealed, numbers, _unprotected(sealed, identity))
        )
        copies = render_office_copies(sheet, check)
        return (citizens, *(_receipt_job(copy) for copy in copies))

    def return_slip(self, sealed: SealedVisit) -> PaperJob:
        """Return the slip of a visit without papers; it shows neither name nor kind."""
        paper_numbers(sealed)
        return self._citizen_copy(sealed, None, no_check)

    def _citizen_copy(
        self, sealed: SealedVisit, identity: Identity | None, check: TextCheck
    ) -> PaperJob:
        return self._citizen_copies.make(
            self._citizen_copies.facts(sealed.visit),
            CopyCode(sealed.copy_number, sealed.return_code),
            written_by_hand(sealed.visit, answer_day(sealed.deadlines)),
            identity,
            check,
        )

    def statement(self, sealed: SealedVisit, identity: Identity) -> tuple[PaperJob, ...]:
        """Return the record of the statement (NĐ 154/2026 Điều 14).

        For a denunciation two papers: one for the envelope, on which the identity is filled in by
        hand, and one without identity for the file. Somebody else who asked for protection is
        filled in by hand too.
        """
        if not _is_denunciation(sealed.visit):
            return (self._ordinary_statement(sealed, _unprotected(sealed, identity)),)
        check = self._identity_check(sealed, identity)
        return (self._envelope_statement(sealed, check), self._file_statement(sealed, check))

    def _envelope_statement(self, sealed: SealedVisit, check: TextCheck) -> PaperJob:
        visit = sealed.visit
        sheet = EnvelopeStatement(
            self._paper_data.statement_content(sealed),
            _confirmation(visit),
            self._paper_data.footer_beside_name(STATEMENT, visit),
        )
        pdf, sheets = render_statement(sheet, check), (STATEMENT_ENVELOPE,)
        code = envelope_label(sealed)
        return PaperJob(code, STATEMENT, pdf, holds_identity=False, sheets=sheets)

    def _file_statement(self, sealed: SealedVisit, check: TextCheck) -> PaperJob:
        visit, content = sealed.visit, self._paper_data.statement_content(sealed)
        sheet = FileStatement(
            content,
            visit.read_back,
            visit.pseudonym,
            envelope_label(sealed),
            CustodianCheck(visit.received_on, _content_digest(content)),
            self._paper_data.footer_with_new_number(STATEMENT, visit),
        )
        pdf, sheets = render_statement(sheet, check), (STATEMENT_FILE,)
        return PaperJob(_statement_code(visit), STATEMENT, pdf, False, sheets=sheets)

    def _ordinary_statement(self, sealed: SealedVisit, identity: Identity | None) -> PaperJob:
        visit = sealed.visit
        content, confirmation = self._paper_data.statement_content(sealed), _confirmation(visit)
        footer = self._paper_data.footer_beside_name(STATEMENT, visit)
        pdf = render_statement(OrdinaryStatement(content, confirmation, identity, footer))
        holds_identity, sheets = identity is not None, (STATEMENT_FILE,)
        return PaperJob(_statement_code(visit), STATEMENT, pdf, holds_identity, sheets=sheets)

    def office_sheet(
        self, sealed: SealedVisit, sheet: RequestedSheet, identity: Identity | None
    ) -> PaperJob:
        """Return one sheet made again; where it shows a person, by hand without ``identity``.

        Errors: those of the method that makes it first.
        """
        if sheet == CITIZENS_NOTICE:
            return self._refusal_notices.notice(sealed.visit, identity)
        if sheet == NOTICE_FILE_COPY:
            return self._refusal_notices.file_copy(sealed.visit)
        is_denunciation = _is_denunciation(sealed.visit)
        if sheet.form is PaperForm.STATEMENT:
            if not is_denunciation:
                return self._ordinary_statement(sealed, identity)
            is_file = sheet.sheet is Sheet.FILE
            make = self._file_statement if is_file else self._envelope_statement
            return make(sealed, no_check)
        numbers = paper_numbers(sealed)
        content = (
            self._paper_data.denunciation_receipt(sealed, numbers, sheet.sheet)
            if is_denunciation
            else self._paper_data.file_receipt(sealed, numbers, identity)
        )
        jobs = [_receipt_job(copy) for copy in render_office_copies(content)]
        return next(job for job in jobs if sheet in job.sheets)

    def refusal_notice(self, sealed: SealedVisit, identity: Identity) -> tuple[PaperJob, ...]:
        """Return the notice of refusal (Mẫu 01/TCD, NĐ 154/2026 Điều 4(3)) for the head to sign.

        First the person's, then the file's copy. Errors: ``papers.spoken_refusal``.
        """
        check = self._identity_check(sealed, identity, self._session.signatory()[1])
        notice = self._refusal_notices.notice(sealed.visit, identity, check)
        return (notice, self._refusal_notices.file_copy(sealed.visit, check))

    def refusal_notice_again(self, visit: Visit, identity: Identity) -> PaperJob:
        """Return the person's notice alone, made again. Errors: ``papers.spoken_refusal``."""
        return self._refusal_notices.notice(visit, identity)

    def citizen_papers(self, sealed: SealedVisit, identity: Identity) -> tuple[PaperJob, ...]:
        """Return the citizen's papers after sealing: receipt, return slip, refusal notice or ()."""
        handling = sealed.visit.main_petition.handling
        if sealed.numbers is None:
            needs_notice = ground(handling.refusal_ground).requires_notice
            return self.refusal_notice(sealed, identity) if needs_notice else ()
        if sealed.visit.papers:
            return self.receipt(sealed, identity)
        return (self.return_slip(sealed),)

    def _identity_check(
        self, sealed: SealedVisit, identity: Identity, *allowed_texts: str
    ) -> TextCheck:
        """Return the check that no part of the identity is on a paper of the office.

        Texts where the name may occur by chance are allowed: names of staff, a random return code.
        """
        codes = (sealed.return_code,) if sealed.return_code else ()
        allowed = (self._session.member.name, *codes, *allowed_texts)
        return check_for_identities(identity, allowed, sealed.waived_texts)


def _unprotected(sealed: SealedVisit, identity: Identity) -> Identity | None:
    """Return the identity for a paper of the file, None for somebody who asked for protection."""
    return None if sealed.visit.protection_asked else identity


def _receipt_job(copy: CopyPdf) -> PaperJob:
    sheets = (RequestedSheet(PaperForm.RECEIPT, _SHEET_OF_COPY[copy.kind]),)
    return PaperJob(copy.code, RECEIPT, copy.pdf, copy.holds_identity, sheets=sheets)


def _is_denunciation(visit: Visit) -> bool:
    return visit.main_petition.petition.kind is PetitionKind.DENUNCIATION


def _statement_code(visit: Visit) -> str:
    return f"BG-{visit.number:04d}"


def _confirmation(visit: Visit) -> Confirmation:
    group = visit.group
    return Confirmation(
        visit.read_back, visit.thumb_print, group.representatives, visit.interpreter_language
    )


def _content_digest(content: StatementContent) -> str:
    text = f"{content.statement}\x1f{content.request}".encode()
    digest = blake2b(text, digest_size=4).hexdigest()
    return f"{digest[:4]} {digest[4:]}"
