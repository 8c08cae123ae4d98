"""Sheets for the office made again when their pages are gone, without opening an identity."""

from __future__ import annotations

from dataclasses import replace

from reception.domain.errors import NotAllowed, ReceptionError
from reception.domain.requested_paper import PaperState, WayToPrint
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.papers.print_log import PaperJob
from reception.services.papers.stored_visits import read_stored_visit
from reception.services.papers.visit_papers import VisitPapers
from reception.services.papers.waiting_papers import WaitingPapers
from reception.services.visit_lifecycle import lifecycle_rules
from reception.services.visit_lifecycle.late_texts import PaperWords


@rights_checked
class OfficeCopies:
    """Makes sheets of :class:`WaitingPapers` again that show nobody's identity.

    A denouncer's sheets never had it; those of somebody else who is protected get lines to be
    filled in by hand. The others are made again through a reveal.
    """

    def __init__(self, session: Session, papers: VisitPapers, waiting: WaitingPapers) -> None:
        self._session = session
        self._papers = papers
        self._waiting = waiting

    def make_again(self, paper_id: str) -> PaperJob:
        """Return a sheet that waits, with a new print number.

        Errors: NotAllowed ``waiting.unknown``, ``papers.office_copy_unread``; InvalidInput
        ``life.voided``; ReceptionError ``waiting.settled``, ``papers.office_copy_by_reveal``,
        ``papers.office_copy_late_words``.
        """
        paper = self._waiting.paper(paper_id)
        lifecycle_rules.refuse_if_voided(self._session.database, paper.visit_id)
        if paper.state is not PaperState.ASKED:
            raise ReceptionError("waiting.settled")
        if paper.way is not WayToPrint.REPRINT:
            raise ReceptionError("papers.office_copy_by_reveal")
        self._check_texts(paper.visit_id)
        sealed = read_stored_visit(self._session.database, paper.visit_id)
        job = self._papers.office_sheet(sealed, paper.sheet, None)
        return replace(job, paper_ids=(paper_id,))

    def _check_texts(self, visit_id: int) -> None:
        """Refuse texts that this person may not read, or that nobody has compared."""
        if not lifecycle_rules.may_read_visit(self._session, visit_id):
            raise NotAllowed("papers.office_copy_unread")
        row = lifecycle_rules.existing_visit(self._session.database, visit_id)
        if lifecycle_rules.is_protected(row) and not PaperWords(self._session).may_show(row):
            raise ReceptionError("papers.office_copy_late_words")
