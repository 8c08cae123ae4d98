"""Papers with a name that are printed again after sealing, each through one logged reveal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from reception.domain.audit import Act, visit_subject
from reception.domain.errors import ReceptionError
from reception.domain.requested_paper import CITIZENS_NOTICE, RequestedSheet
from reception.domain.reveal import RevealSelection
from reception.domain.text import clean
from reception.law.reveal_reasons import reveal_reason
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.disclosure.granted_openings import GrantedOpenings
from reception.services.disclosure.identity_opening import open_ordinary
from reception.services.disclosure.opened_identity import OpenedIdentity, require_ordinary
from reception.services.papers.citizen_copies import CitizenCopies
from reception.services.papers.print_log import PaperJob
from reception.services.papers.stored_visits import read_stored_visit
from reception.services.papers.visit_papers import VisitPapers
from reception.services.papers.waiting_papers import WaitingPapers
from reception.services.visit_lifecycle import lifecycle_rules
from reception.services.visits.return_codes import PreparedCode
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import requested_papers
from reception.storage.visits.visit_reader import read_visit

LogReveal = Callable[..., None]  # (work, paper=series): writes the log entry of the reveal


@rights_checked
class Reprints:
    """Prints papers with a person's identity again, from the opened identity."""

    def __init__(
        self,
        session: Session,
        papers: VisitPapers,
        granted: GrantedOpenings,
        waiting: WaitingPapers,
    ) -> None:
        self._session = session
        self._papers = papers
        self._waiting = waiting
        self._granted = granted
        self._citizen_copies = CitizenCopies(session)

    def prepare_code(self) -> PreparedCode:
        """Draw and hash a return code in advance: the hash is slow."""
        return self._citizen_copies.prepare()

    def citizen_copy(
        self, visit_id: int, selection: RevealSelection, prepared: PreparedCode | None = None
    ) -> PaperJob:
        """Return the citizen's copy with a new number and return code; the old code is cancelled.

        Errors: those of :func:`open_ordinary`; ``papers.no_paper``.
        """
        lifecycle_rules.refuse_if_voided(self._session.database, visit_id)
        opened = open_ordinary(self._session, visit_id, selection)
        return self._make_citizen_copy(
            visit_id, opened, reveal_log_entry(visit_id, selection), prepared
        )

    def office_copies(self, visit_id: int, selection: RevealSelection) -> tuple[PaperJob, ...]:
        """Return the office's sheets of a visit that wait and show the person, made again.

        Errors: those of :func:`open_ordinary`; ReceptionError ``papers.no_office_copy_waits``.
        """
        lifecycle_rules.refuse_if_voided(self._session.database, visit_id)
        sheets = self._office_sheets(visit_id)
        opened = open_ordinary(self._session, visit_id, selection)
        log_reveal = reveal_log_entry(visit_id, selection)
        return self._make_office_copies(visit_id, sheets, opened, log_reveal)

    def refusal_notice(self, visit_id: int, selection: RevealSelection) -> PaperJob:
        """Return the notice of refusal (Mẫu 01/TCD, NĐ 154/2026 Điều 4(3)) made again."""
        lifecycle_rules.refuse_if_voided(self._session.database, visit_id)
        opened = open_ordinary(self._session, visit_id, selection)
        return self._make_notice(visit_id, opened, reveal_log_entry(visit_id, selection))

    def paper_for_request(
        self, request_id: str, prepared: PreparedCode | None = None
    ) -> tuple[PaperJob, ...]:
        """Return the papers for a granted reveal request, which can be used once.

        Errors: those of :meth:`GrantedOpenings.open_granted` and of the paper.
        """
        with self._granted.open_granted(request_id) as (row, opened):
            visit_id: int = row["visit_id"]
            lifecycle_rules.refuse_if_voided(self._session.database, visit_id)
            log_reveal = partial(self._granted.record_opening, row=row)
            paper = reveal_reason(row["reason"]).paper
            if paper == "letter":
                raise ReceptionError("letter.empty")
            if paper == "refusal":
                return (self._make_notice(visit_id, opened, log_reveal),)
            if paper == "office_copies":
                sheets = self._office_sheets(visit_id)
                return self._make_office_copies(visit_id, sheets, opened, log_reveal)
            return (self._make_citizen_copy(visit_id, opened, log_reveal, prepared),)

    def _office_sheets(self, visit_id: int) -> tuple[RequestedSheet, ...]:
        sheets = self._waiting.sheets_by_reveal(visit_id)
        if not sheets:
            raise ReceptionError("papers.no_office_copy_waits")
        return sheets

    def _make_office_copies(
        self,
        visit_id: int,
        sheets: tuple[RequestedSheet, ...],
        opened: OpenedIdentity,
        log_reveal: LogReveal,
    ) -> tuple[PaperJob, ...]:
        with self._session.act() as work:
            ids = self._ask_again(work, visit_id, sheets)
            log_reveal(work, paper="BL")
        sealed = read_stored_visit(self._session.database, visit_id)
        return tuple(
            replace(
                self._papers.office_sheet(sealed, sheet, opened.identity),
                paper_ids=(ids[sheet],),
                writers=opened.writers,
            )
            for sheet in sheets
        )

    def _ask_again(
        self, work: UnitOfWork, visit_id: int, sheets: tuple[RequestedSheet, ...]
    ) -> dict[RequestedSheet, str]:
        """Ask for sheets anew in the name of who opens the identity; those that wait are dropped.

        Return the paper ids by sheet.
        """
        session, today = self._session, self._session.today()
        for sheet in sheets:
            requested_papers.drop_waiting(work, visit_id, today, session.sheets.is_settled, sheet)
        asked = today, session.member.user_id
        return requested_papers.write_requested(work, visit_id, sheets, asked)

    def _make_citizen_copy(
        self,
        visit_id: int,
        opened: OpenedIdentity,
        log_reveal: LogReveal,
        prepared: PreparedCode | None,
    ) -> PaperJob:
        copies = self._citizen_copies
        visit = copies.readable_visit(visit_id)
        code = prepared or self.prepare_code()
        with self._session.act() as work:
            new_code = copies.renew(work, visit_id, code)
            log_reveal(work, paper="BN" if visit.papers else "PT")
        job = copies.make(
            copies.facts(visit, is_reprint=True),
            new_code,
            copies.written_by_hand(visit),
            opened.identity,
        )
        return replace(job, writers=opened.writers)

    def _make_notice(
        self, visit_id: int, opened: OpenedIdentity, log_reveal: LogReveal
    ) -> PaperJob:
        visit = read_visit(self._session.database, visit_id)
        if visit is None:
            raise ReceptionError("reveal.no_visit")
        with self._session.act() as work:
            ids = self._ask_again(work, visit_id, (CITIZENS_NOTICE,))
            log_reveal(work, paper="TB")
        notice = self._papers.refusal_notice_again(visit, opened.identity)
        return replace(notice, paper_ids=(ids[CITIZENS_NOTICE],), writers=opened.writers)


def reveal_log_entry(visit_id: int, selection: RevealSelection) -> LogReveal:
    """Return a function that writes the log entry of a reveal for a paper."""

    def log(work: UnitOfWork, **facts: str) -> None:
        require_ordinary(work.database, visit_id)  # another session may have reclassified it
        work.log(
            Act.REVEALED,
            visit_subject(visit_id),
            reason=selection.reason,
            words=clean(selection.explanation),
            parts=sorted(part.value for part in selection.parts),
            **facts,
        )

    return log
