"""Papers of the visits that the signed-in person has received."""

from __future__ import annotations

from reception.domain.errors import NotAllowed
from reception.domain.reporter import Identity
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.papers.print_log import PaperJob
from reception.services.papers.visit_papers import VisitPapers
from reception.services.visits.visit_form import SealedVisit
from reception.storage.visits.visit_reader import read_officer


@rights_checked
class OwnVisitPapers:
    """Makes the papers of :class:`VisitPapers`, for the officer who received the visit only.

    Each prints a number about the visit, which its story and the log show. Others get a paper
    through a reveal (:class:`reception.services.papers.reprints.Reprints`).
    Errors of every method: NotAllowed ``papers.not_yours``; those of :class:`VisitPapers`.
    """

    def __init__(self, session: Session, papers: VisitPapers) -> None:
        self._session = session
        self._papers = papers

    def receipt(self, sealed: SealedVisit, identity: Identity) -> tuple[PaperJob, ...]:
        """Return the copies of the receipt (Mẫu 02/TCD, NĐ 154/2026 Điều 15)."""
        self._require_own(sealed)
        return self._papers.receipt(sealed, identity)

    def return_slip(self, sealed: SealedVisit) -> PaperJob:
        """Return the slip of a visit without papers."""
        self._require_own(sealed)
        return self._papers.return_slip(sealed)

    def statement(self, sealed: SealedVisit, identity: Identity) -> tuple[PaperJob, ...]:
        """Return the record of the statement (NĐ 154/2026 Điều 14)."""
        self._require_own(sealed)
        return self._papers.statement(sealed, identity)

    def refusal_notice(self, sealed: SealedVisit, identity: Identity) -> tuple[PaperJob, ...]:
        """Return the notice of refusal (Mẫu 01/TCD, NĐ 154/2026 Điều 4(3))."""
        self._require_own(sealed)
        return self._papers.refusal_notice(sealed, identity)

    def citizen_papers(self, sealed: SealedVisit, identity: Identity) -> tuple[PaperJob, ...]:
        """Return the receipt, the slip or the notice of refusal, as the visit needs."""
        self._require_own(sealed)
        return self._papers.citizen_papers(sealed, identity)

    def _require_own(self, sealed: SealedVisit) -> None:
        officer = read_officer(self._session.database, sealed.visit.visit_id)
        if officer != self._session.member.user_id:
            raise NotAllowed("papers.not_yours")
