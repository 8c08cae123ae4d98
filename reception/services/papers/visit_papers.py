"""Papers of a visit, made from its identity; nothing here keeps the identity."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b

from reception.domain.errors import ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity
from reception.domain.visit import Visit
from reception.law.refusal_grounds import ground
from reception.printing.forms.receipt import render_receipt
from reception.printing.forms.refusal_notice import (
    DenunciationRefusal,
    OrdinaryRefusal,
    render_refusal_notice,
)
from reception.printing.forms.registry import RECEIPT, REFUSAL_NOTICE, RETURN_SLIP, STATEMENT
from reception.printing.forms.return_slip import ReturnSlipSheet, render_return_slip
from reception.printing.forms.statement import render_statement
from reception.printing.forms.statement_data import (
    Confirmation,
    CustodianCheck,
    EnvelopeStatement,
    FileStatement,
    OrdinaryStatement,
    StatementContent,
)
from reception.printing.layout.identity_check import TextCheck, check_for_identities
from reception.printing.layout.page_flow import PageFooter
from reception.services.access.session import Session
from reception.services.papers.paper_data import PaperData, envelope_label, paper_numbers
from reception.services.papers.print_log import PaperJob, PrintLog, checkpoint_text
from reception.services.visits.visit_form import SealedVisit
from reception.services.working_days.office_calendar import OfficeCalendar


class VisitPapers:
    """Makes the papers for the citizen and for the file of the office."""

    def __init__(self, session: Session, office_calendar: OfficeCalendar) -> None:
        self._session = session
        self._print_log = PrintLog(session)
        self._paper_data = PaperData(session, office_calendar)

    def receipt(self, sealed: SealedVisit, identity: Identity) -> tuple[PaperJob, ...]:
        """Return the copies of the receipt (Mẫu 02/TCD, NĐ 154/2026 Điều 15).

        Two copies, three for a denunciation. The citizen's copy shows the identity; a denouncer's
        has empty lines to be filled in by hand: no printer gets the name.
        """
        numbers = paper_numbers(sealed)
        check = self._identity_check(sealed, identity)
        sheet = (
            self._paper_data.denunciation_receipt(sealed, numbers)
            if sealed.visit.main_petition.petition.kind is PetitionKind.DENUNCIATION
            else self._paper_data.ordinary_receipt(sealed, numbers, identity)
        )
        printed = render_receipt(sheet, check)
        return tuple(
            PaperJob(copy.title, RECEIPT, copy.pdf, copy.holds_identity) for copy in printed.copies
        )

    def reprinted_receipt(self, sealed: SealedVisit, identity: Identity) -> PaperJob:
        """Return the citizen's copy alone, with the new return code and the day of the reprint."""
        numbers = paper_numbers(sealed)
        sheet = self._paper_data.ordinary_receipt(sealed, numbers, identity)
        printed = render_receipt(replace(sheet, reprinted_on=self._session.today()))
        (copy,) = printed.copies
        return PaperJob(copy.title, RECEIPT, copy.pdf, copy.holds_identity)

    def return_slip(self, sealed: SealedVisit) -> PaperJob:
        """Return the slip of a visit without papers; it shows neither name nor kind."""
        numbers = paper_numbers(sealed)
        is_denunciation = sealed.visit.main_petition.petition.kind is PetitionKind.DENUNCIATION
        if is_denunciation:
            footer = PageFooter(
                self._print_log.assign_unpaired_number(RETURN_SLIP),
                checkpoint_text(self._session.opening_checkpoint),
            )
        else:
            footer = self._paper_data.footer_with_new_number(RETURN_SLIP, sealed.visit)
        settings = self._session.settings()
        number = f"{numbers.series}-{numbers.lookup_number:04d}"
        sheet = ReturnSlipSheet(
            heading=self._paper_data.heading(),
            number=number,
            visited_on=sealed.visit.received_on,
            answer_place=f"{settings.seat},\n{settings.address}",
            box_contents=self._paper_data.return_code_box_contents(sealed),
            footer=footer,
        )
        return PaperJob(number, RETURN_SLIP, render_return_slip(sheet), holds_identity=False)

    def statement(self, sealed: SealedVisit, identity: Identity) -> tuple[PaperJob, ...]:
        """Return the record of the statement (NĐ 154/2026 Điều 14).

        For a denunciation two papers: one for the envelope, on which the identity is filled in by
        hand, and one without identity for the file.
        """
        visit = sealed.visit
        code = f"BG-{visit.number:04d}"
        content, confirmation = self._paper_data.statement_content(sealed), _confirmation(visit)
        if visit.main_petition.petition.kind is not PetitionKind.DENUNCIATION:
            footer = self._paper_data.footer_with_new_number(STATEMENT, visit)
            sheet = OrdinaryStatement(content, confirmation, identity, footer, code)
            return (PaperJob(code, STATEMENT, render_statement(sheet), holds_identity=True),)
        check = self._identity_check(sealed, identity)
        envelope = envelope_label(sealed)
        envelope_copy = EnvelopeStatement(
            content,
            confirmation,
            envelope,
            self._paper_data.footer_with_new_number(STATEMENT, visit),
            envelope,
        )
        file_copy = FileStatement(
            content,
            confirmation,
            visit.pseudonym,
            envelope,
            CustodianCheck(visit.received_on, _content_digest(content)),
            self._paper_data.footer_with_new_number(STATEMENT, visit),
            code,
        )
        return (
            PaperJob(
                envelope, STATEMENT, render_statement(envelope_copy, check), holds_identity=False
            ),
            PaperJob(code, STATEMENT, render_statement(file_copy, check), holds_identity=False),
        )

    def refusal_notice(self, sealed: SealedVisit, identity: Identity) -> PaperJob:
        """Return the notice of refusal (Mẫu 01/TCD, NĐ 154/2026 Điều 4(3)) for the head to sign.

        Only for grounds with a written notice; a denouncer's has lines to be filled in by hand.
        """
        visit = sealed.visit
        ground_of_refusal = ground(visit.main_petition.handling.refusal_ground)
        if not ground_of_refusal.requires_notice:
            raise ReceptionError("papers.spoken_refusal")
        code = f"TB-{visit.number:04d}"
        refusal = self._paper_data.refusal(visit, ground_of_refusal, code)
        if visit.main_petition.petition.kind is PetitionKind.DENUNCIATION:
            check = self._identity_check(sealed, identity, refusal.head_name)
            pdf = render_refusal_notice(DenunciationRefusal(refusal), check)
            return PaperJob(code, REFUSAL_NOTICE, pdf, holds_identity=False)
        pdf = render_refusal_notice(OrdinaryRefusal(refusal, identity))
        return PaperJob(code, REFUSAL_NOTICE, pdf, holds_identity=True)

    def citizen_papers(self, sealed: SealedVisit, identity: Identity) -> tuple[PaperJob, ...]:
        """Return the citizen's papers after sealing: receipt, return slip, refusal notice or ()."""
        handling = sealed.visit.main_petition.handling
        if sealed.numbers is None:
            needs_notice = ground(handling.refusal_ground).requires_notice
            return (self.refusal_notice(sealed, identity),) if needs_notice else ()
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


def _confirmation(visit: Visit) -> Confirmation:
    group = visit.group
    return Confirmation(visit.read_back, visit.thumb_print, group.representatives)


def _content_digest(content: StatementContent) -> str:
    text = f"{content.statement}\x1f{content.request}".encode()
    digest = blake2b(text, digest_size=4).hexdigest()
    return f"{digest[:4]} {digest[4:]}"
