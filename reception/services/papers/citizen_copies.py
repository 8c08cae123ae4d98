"""The citizen's copy of every kind of petition."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from reception.domain.errors import ReceptionError
from reception.domain.random_numbers import draw_copy_number
from reception.domain.reporter import Identity
from reception.domain.requested_paper import PaperForm, RequestedSheet, Sheet
from reception.domain.visit import PaperReceived, Visit
from reception.printing.forms.citizen_copy import (
    CitizenCopy,
    CitizenCopyOffice,
    render_citizen_copy,
)
from reception.printing.forms.receipt_data import ReceiptFormat
from reception.printing.forms.registry import RECEIPT, RETURN_SLIP
from reception.printing.layout.document_heading import Officer
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.services.access.session import Session
from reception.services.office.paper_heading import office_heading
from reception.services.papers.paper_data import answer_day
from reception.services.papers.print_log import PaperJob, WrittenByHand, checkpoint_text
from reception.services.visit_lifecycle import lifecycle_rules
from reception.services.visits.return_codes import PreparedCode, ReturnCodes, cancel_codes
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import requested_papers
from reception.storage.visits.visit_reader import (
    paper_number,
    read_copy_facts,
    read_officer,
    read_open_deadlines,
    read_visit,
)

_COPIES = 2  # of a receipt, for every kind: one more for an envelope would tell a denunciation


@dataclass(frozen=True, slots=True)
class CopyCode:
    """Number and return code of one citizen's copy; only here they are readable.

    ``paper_id`` is that of the copy in the list of papers to be printed, "" if it is not known.
    """

    number: str = field(repr=False)
    code: str = field(repr=False)
    paper_id: str = ""


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """What a citizen's copy says of a visit; there is no kind and no pseudonym."""

    visit_id: int
    visited_on: date
    papers: tuple[PaperReceived, ...]
    reprinted_on: date | None = None


class CitizenCopies:
    """Makes citizen's copies: the same form for every kind, without print number and log entry."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._return_codes = ReturnCodes(session)

    def prepare(self) -> PreparedCode:
        """Draw and hash a return code in advance: the hash is slow."""
        return self._return_codes.prepare()

    def make(
        self,
        facts: CopyFacts,
        code: CopyCode,
        by_hand: WrittenByHand,
        identity: Identity | None,
        check: TextCheck = no_check,
    ) -> PaperJob:
        """Return the receipt's copy for the citizen, or the return slip where no paper was given.

        The person is printed on the receipt if the office has chosen so for all kinds, else filled
        in by hand on all. Errors: ``papers.copy_needs_identity`` if it has and there is none here.
        """
        copy = CitizenCopy(
            self._office(facts.visit_id),
            facts.visited_on,
            facts.papers,
            code.number,
            code.code,
            reprinted_on=facts.reprinted_on,
        )
        job = PaperJob(
            copy.name,
            RETURN_SLIP if copy.is_slip else RECEIPT,
            render_citizen_copy(copy, check),
            holds_identity=False,
            written_by_hand=by_hand,
            sheets=(own_copy(has_papers=not copy.is_slip),),
            paper_ids=(code.paper_id,) if code.paper_id else (),
        )
        if copy.is_slip or not self._session.settings().identity_on_citizen_copies:
            return job
        if identity is None:
            raise ReceptionError("papers.copy_needs_identity")
        pdf = render_citizen_copy(replace(copy, identity=identity))
        return replace(job, pdf=pdf, holds_identity=True, preview_pdf=job.pdf)

    def readable_visit(self, visit_id: int) -> Visit:
        """Return a visit that has a citizen's copy.

        Errors: InvalidInput ``life.voided``; ReceptionError ``papers.no_paper``.
        """
        lifecycle_rules.refuse_if_voided(self._session.database, visit_id)
        visit = read_visit(self._session.database, visit_id)
        if visit is None or paper_number(self._session.database, visit_id) is None:
            raise ReceptionError("papers.no_paper")
        return visit

    def renew(self, work: UnitOfWork, visit_id: int, prepared: PreparedCode) -> CopyCode:
        """Write a new number and code of a visit, and cancel the old codes; the caller logs it.

        The copy is asked for anew: one that waited for a printer is dropped.
        """
        row = read_copy_facts(work.database, visit_id)
        cancel_codes(work, visit_id)
        code = self._return_codes.write(work, prepared, visit_id)
        number = draw_copy_number(self._session.environment.randomness)
        protected = lifecycle_rules.is_protected(row)
        self._session.seals.seal_copy_number(work, visit_id, number, protected=protected)
        sheet = own_copy(has_papers=row is not None and bool(row["papers"]))
        today = self._session.today()
        requested_papers.drop_waiting(work, visit_id, today, self._session.sheets.is_settled, sheet)
        asked = today, self._session.member.user_id
        paper_ids = requested_papers.write_requested(work, visit_id, (sheet,), asked)
        return CopyCode(number, code, paper_ids[sheet])

    def facts(self, visit: Visit, *, is_reprint: bool = False) -> CopyFacts:
        """Return what a visit's copy says."""
        reprinted_on = self._session.today() if is_reprint else None
        return CopyFacts(visit.visit_id, visit.received_on, visit.papers, reprinted_on)

    def written_by_hand(self, visit: Visit) -> WrittenByHand:
        """Return what the officer writes on the copy of a visit that was sealed before."""
        deadlines = read_open_deadlines(self._session.database, visit.visit_id)
        return written_by_hand(visit, answer_day(deadlines))

    def _office(self, visit_id: int) -> CitizenCopyOffice:
        session, settings = self._session, self._session.settings()
        # The receiving officer: who makes a copy again could tell the kind.
        officer = session.people.get(read_officer(session.database, visit_id), session.member)
        return CitizenCopyOffice(
            heading=office_heading(settings),
            reception_place=settings.seat,
            answer_place=f"{settings.seat},\n{settings.address}",
            officer=Officer(officer.name, officer.title),
            phone=settings.phone,
            checkpoint=checkpoint_text(session.day_checkpoint()),
            format=ReceiptFormat(settings.receipt_format),
        )


def own_copy(*, has_papers: bool) -> RequestedSheet:
    """Return the sheet that the citizen takes home: of a receipt, or a return slip."""
    form = PaperForm.RECEIPT if has_papers else PaperForm.RETURN_SLIP
    return RequestedSheet(form, Sheet.CITIZEN)


def written_by_hand(visit: Visit, day: date | None) -> WrittenByHand:
    """Return what the officer writes on a visit's copy; ``day`` is the last one for the answer."""
    return WrittenByHand(day, _COPIES if visit.papers else None)
