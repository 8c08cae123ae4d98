"""Papers of a visit, made from the identity still in hand; nothing here keeps it."""

from __future__ import annotations

from datetime import date
from hashlib import blake2b

from reception.domain.deadline import ANSWER
from reception.domain.errors import ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity
from reception.domain.visit import Visit
from reception.law.grounds import Ground, ground
from reception.printing.flow import Foot
from reception.printing.lint import TextCheck, identity_lint
from reception.printing.page import OfficeHeading, Officer
from reception.printing.receipt import render_receipt
from reception.printing.receipt_sheets import (
    Answer,
    CopyNumbers,
    DenunciationReceipt,
    OrdinaryReceipt,
    ReceiptFormat,
    Taking,
)
from reception.printing.refusal_notice import (
    DenunciationRefusal,
    OrdinaryRefusal,
    Refusal,
    render_refusal_notice,
)
from reception.printing.return_slip import ReturnSlipSheet, render_return_slip
from reception.printing.statement import render_statement
from reception.printing.statement_sheets import (
    Checked,
    Confirmation,
    EnvelopeStatement,
    FileStatement,
    OrdinaryStatement,
    Told,
)
from reception.services.calendars import Calendars
from reception.services.prints import PaperJob, Prints, anchor_text
from reception.services.session import Session
from reception.services.visit_form import PaperNumbers, SealedVisit

RECEIPT = "Giấy biên nhận, Mẫu 02/TCD (NĐ 154/2026)"
REFUSAL = "Thông báo từ chối, Mẫu 01/TCD (NĐ 154/2026)"
RETURN_SLIP = "Phiếu tra cứu"
STATEMENT = "Bản ghi nội dung trình bày"


class Papers:
    """Makes the papers that leave with the citizen or go into the file."""

    def __init__(self, session: Session, calendars: Calendars) -> None:
        """Work in one session."""
        self._session = session
        self._calendars = calendars
        self._prints = Prints(session)

    def receipt(self, sealed: SealedVisit, identity: Identity) -> tuple[PaperJob, ...]:
        """Return the copies of the receipt (Mẫu 02/TCD, NĐ 154/2026 Điều 15).

        Two copies, three for a denunciation. The person's copy is made from the identity in
        hand; a denouncer's has empty lines for the pen, so no printer sees the name.
        """
        numbers = _numbers(sealed)
        check = self._lint(sealed, identity)
        sheet = (
            self._denunciation(sealed, numbers)
            if sealed.visit.main.petition.kind is PetitionKind.DENUNCIATION
            else self._ordinary(sealed, numbers, identity)
        )
        printed = render_receipt(sheet, check)
        return tuple(
            PaperJob(copy.title, RECEIPT, copy.pdf, copy.holds_identity) for copy in printed.copies
        )

    def return_slip(self, sealed: SealedVisit) -> PaperJob:
        """Return the slip of a visit at which nothing was taken in: no name, no kind."""
        numbers = _numbers(sealed)
        denounced = sealed.visit.main.petition.kind is PetitionKind.DENUNCIATION
        if denounced:
            foot = Foot(
                self._prints.unpaired_number(RETURN_SLIP), anchor_text(self._session.opening)
            )
        else:
            foot = self._foot(RETURN_SLIP, sealed.visit)
        settings = self._session.settings()
        number = f"{numbers.series}-{numbers.shown:04d}"
        sheet = ReturnSlipSheet(
            heading=self.heading(),
            number=number,
            visited_on=sealed.visit.received_on,
            where=f"{settings.seat},\n{settings.address}",
            answer=self._answer(sealed),
            foot=foot,
        )
        return PaperJob(number, RETURN_SLIP, render_return_slip(sheet), holds_identity=False)

    def statement(self, sealed: SealedVisit, identity: Identity) -> tuple[PaperJob, ...]:
        """Return the record of what was said (NĐ 154/2026 Điều 14).

        Of a denunciation one for the envelope, by pen, and one without identity for the file.
        """
        visit = sealed.visit
        code = f"BG-{visit.number:04d}"
        told, confirmed = self._told(sealed), _confirmation(visit)
        if visit.main.petition.kind is not PetitionKind.DENUNCIATION:
            foot = self._foot(STATEMENT, visit)
            sheet = OrdinaryStatement(told, confirmed, identity, foot, code)
            return (PaperJob(code, STATEMENT, render_statement(sheet), holds_identity=True),)
        check = self._lint(sealed, identity)
        envelope = _envelope(sealed)
        signed = EnvelopeStatement(
            told, confirmed, envelope, self._foot(STATEMENT, visit), envelope
        )
        kept = FileStatement(
            told,
            confirmed,
            visit.pseudonym,
            envelope,
            Checked(visit.received_on, _mark(told)),
            self._foot(STATEMENT, visit),
            code,
        )
        return (
            PaperJob(envelope, STATEMENT, render_statement(signed, check), holds_identity=False),
            PaperJob(code, STATEMENT, render_statement(kept, check), holds_identity=False),
        )

    def refusal_notice(self, sealed: SealedVisit, identity: Identity) -> PaperJob:
        """Return the notice of refusal (Mẫu 01/TCD, NĐ 154/2026 Điều 4(3)) for the head to sign.

        Only grounds that ask for it lead here; a denouncer's has lines for the pen.
        """
        visit = sealed.visit
        chosen = ground(visit.main.handling.refusal_ground)
        if not chosen.written:
            raise ReceptionError("papers.spoken_refusal")
        code = f"TB-{visit.number:04d}"
        refusal = self._refusal(visit, chosen, code)
        if visit.main.petition.kind is PetitionKind.DENUNCIATION:
            check = self._lint(sealed, identity, refusal.head_name)
            pdf = render_refusal_notice(DenunciationRefusal(refusal), check)
            return PaperJob(code, REFUSAL, pdf, holds_identity=False)
        pdf = render_refusal_notice(OrdinaryRefusal(refusal, identity))
        return PaperJob(code, REFUSAL, pdf, holds_identity=True)

    def after_sealing(self, sealed: SealedVisit, identity: Identity) -> tuple[PaperJob, ...]:
        """Return what the citizen leaves with: receipt, return slip, or the refusal notice."""
        handling = sealed.visit.main.handling
        if sealed.numbers is None:
            written = ground(handling.refusal_ground).written
            return (self.refusal_notice(sealed, identity),) if written else ()
        if sealed.visit.papers:
            return self.receipt(sealed, identity)
        return (self.return_slip(sealed),)

    def _refusal(self, visit: Visit, chosen: Ground, code: str) -> Refusal:
        settings = self._session.settings()
        head = self._session.head()
        return Refusal(
            heading=self.heading(),
            where=settings.seat,
            dated=self._session.today(),
            visited_on=visit.received_on,
            kind=visit.main.petition.kind,
            about=visit.main.petition.summary,
            history=(visit.main.handling.explanation,) if visit.main.handling.explanation else (),
            grounds=(chosen.code,),
            recipients=("Như trên", f"Lưu: VT, hồ sơ lượt {visit.number:04d}"),
            head_post=head.title,
            head_name=head.name,
            foot=self._foot(REFUSAL, visit),
            code=code,
            symbol=f"TB-{settings.symbol}",
        )

    def _told(self, sealed: SealedVisit) -> Told:
        visit, numbers = sealed.visit, sealed.numbers
        petitions = [entry.petition for entry in visit.entries]
        receipt = ""
        if numbers is not None and visit.papers:
            receipt = f"{numbers.series}-{numbers.number:04d}"
        return Told(
            heading=self.heading(),
            where=self._session.settings().seat,
            officer=Officer(self._session.member.name, self._session.member.title),
            received_on=visit.received_on,
            mode=visit.mode,
            content="\n".join(petition.summary for petition in petitions),
            request="; ".join(petition.request for petition in petitions if petition.request),
            papers=visit.papers,
            receipt=receipt,
            interpreter=visit.interpreter_language,
        )

    def _lint(self, sealed: SealedVisit, identity: Identity, *others: str) -> TextCheck:
        """Return the last look at an office paper; staff may bear the reporter's name."""
        allowed = (self._session.member.name, *others)
        return identity_lint(identity, allowed, sealed.left_in)

    def _foot(self, form: str, visit: Visit) -> Foot:
        number = self._prints.number(form, _subject(visit))[0]
        return Foot(number, anchor_text(self._session.anchors.read()))

    def _ordinary(
        self, sealed: SealedVisit, numbers: PaperNumbers, identity: Identity
    ) -> OrdinaryReceipt:
        code = f"{numbers.series}-{numbers.number:04d}"
        first, second = self._prints.number(RECEIPT, _subject(sealed.visit), 2)
        anchor = anchor_text(self._session.anchors.read())
        settings = self._session.settings()
        return OrdinaryReceipt(
            taking=self._taking(sealed.visit),
            received_at=sealed.visit.received_at,
            identity=identity,
            pseudonym=sealed.visit.pseudonym,
            answer=self._answer(sealed),
            person=CopyNumbers(code, first, anchor),
            file=CopyNumbers(code, second, anchor),
            file_shows_identity=settings.file_copy_with_identity,
            format=ReceiptFormat(settings.receipt_format),
        )

    def _denunciation(self, sealed: SealedVisit, numbers: PaperNumbers) -> DenunciationReceipt:
        envelope = _envelope(sealed)
        own = self._prints.unpaired_number(RECEIPT)
        file, signed = self._prints.number(RECEIPT, _subject(sealed.visit), 2)
        anchor = anchor_text(self._session.anchors.read())
        return DenunciationReceipt(
            taking=self._taking(sealed.visit),
            pseudonym=sealed.visit.pseudonym,
            envelope=envelope,
            answer=self._answer(sealed),
            person=CopyNumbers(
                f"{numbers.series}-{numbers.shown:04d}", own, anchor_text(self._session.opening)
            ),
            file=CopyNumbers(f"{numbers.series}-{numbers.number:04d}", file, anchor),
            signed=CopyNumbers(envelope, signed, anchor),
            format=ReceiptFormat(self._session.settings().receipt_format),
        )

    def _taking(self, visit: Visit) -> Taking:
        settings, member = self._session.settings(), self._session.member
        return Taking(
            heading=self.heading(),
            where=settings.seat,
            officer=Officer(member.name, member.title),
            received_on=visit.received_on,
            papers=visit.papers,
        )

    def _answer(self, sealed: SealedVisit) -> Answer:
        due = answer_day(sealed)
        note = ""
        if due is not None:
            days = next(item.days for item in sealed.dues if item.term == ANSWER)
            skipped = self._calendars.calendar().skipped(sealed.visit.received_on, due)
            note = f"{days} ngày làm việc"
            if skipped:
                named = ", ".join(f"{day.day}/{day.month}" for day, _ in skipped)
                note += f", đã trừ lễ {named}"
        return Answer(
            code=sealed.return_code, by=due, note=note, phone=self._session.settings().phone
        )

    def heading(self) -> OfficeHeading:
        """Return the heading lines of the office's papers."""
        settings = self._session.settings()
        return OfficeHeading(settings.superior, settings.issuing, settings.place)


def answer_day(sealed: SealedVisit) -> date | None:
    """Return the last day on which the person is answered (Luật TCD Điều 28(1))."""
    return next((due.due_on for due in sealed.dues if due.term == ANSWER), None)


def _numbers(sealed: SealedVisit) -> PaperNumbers:
    if sealed.numbers is None:
        raise ReceptionError("papers.refused_visit")
    return sealed.numbers


def _envelope(sealed: SealedVisit) -> str:
    return f"NP-{_numbers(sealed).envelope or 0:04d}"


def _confirmation(visit: Visit) -> Confirmation:
    group = visit.group
    return Confirmation(visit.read_back, visit.thumb_print, group.representatives)


def _mark(told: Told) -> str:
    text = f"{told.content}\x1f{told.request}".encode()
    digest = blake2b(text, digest_size=4).hexdigest()
    return f"{digest[:4]} {digest[4:]}"


def _subject(visit: Visit) -> str:
    return f"visit {visit.visit_id}"
