"""The notice of refusal for the person, one form for every kind, and the file's copy of it."""

from __future__ import annotations

from dataclasses import replace

from reception.domain.errors import ReceptionError
from reception.domain.reporter import Identity
from reception.domain.requested_paper import CITIZENS_NOTICE, NOTICE_FILE_COPY
from reception.domain.visit import Visit
from reception.law.refusal_grounds import Ground, articles_of_notice, ground
from reception.printing.forms.refusal_file_copy import RefusalFileCopy, render_refusal_file_copy
from reception.printing.forms.refusal_notice import (
    NOTICE_CODE,
    RefusalNotice,
    render_refusal_notice,
)
from reception.printing.forms.refusal_parts import NoticeOffice
from reception.printing.forms.registry import REFUSAL_NOTICE
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.services.access.session import Session
from reception.services.papers.paper_data import PaperData
from reception.services.papers.print_log import PaperJob, WrittenByHand, checkpoint_text


class RefusalNotices:
    """Makes the notice (Mẫu 01/TCD, NĐ 154/2026 Điều 4(3)) for the head to sign."""

    def __init__(self, session: Session, paper_data: PaperData) -> None:
        self._session = session
        self._paper_data = paper_data

    def notice(
        self, visit: Visit, identity: Identity | None, check: TextCheck = no_check
    ) -> PaperJob:
        """Return the person's notice, without print number and log entry.

        The person is printed if the office has chosen so for all kinds, else filled in by hand.
        Errors: ``papers.spoken_refusal`` for a ground without a written notice;
        ``papers.copy_needs_identity`` if the office has chosen so and there is none here.
        """
        _written_ground(visit)
        notice = RefusalNotice(
            self._office(),
            visit.received_on,
            articles_of_notice(visit.received_on),
            checkpoint_text(self._session.day_checkpoint()),
        )
        job = PaperJob(
            NOTICE_CODE,
            REFUSAL_NOTICE,
            render_refusal_notice(notice, check),
            holds_identity=False,
            written_by_hand=WrittenByHand(matter_and_reason=True),
            sheets=(CITIZENS_NOTICE,),
        )
        if not self._session.settings().identity_on_citizen_copies:
            return job
        if identity is None:
            raise ReceptionError("papers.copy_needs_identity")
        pdf = render_refusal_notice(replace(notice, identity=identity))
        return replace(job, pdf=pdf, holds_identity=True, preview_pdf=job.pdf)

    def file_copy(self, visit: Visit, check: TextCheck = no_check) -> PaperJob:
        """Return the file's copy, under the pseudonym and with a new print number.

        Errors: those of :meth:`notice`.
        """
        copy = RefusalFileCopy(
            office=self._office(),
            visited_on=visit.received_on,
            visit_number=visit.number,
            kind=visit.main_petition.petition.kind,
            pseudonym=visit.pseudonym,
            subject=visit.main_petition.petition.summary,
            explanation=visit.main_petition.handling.explanation,
            article=_written_ground(visit).article,
            footer=self._paper_data.footer_with_new_number(REFUSAL_NOTICE, visit),
        )
        pdf = render_refusal_file_copy(copy, check)
        code = f"{NOTICE_CODE}-{visit.number:04d}"
        return PaperJob(code, REFUSAL_NOTICE, pdf, holds_identity=False, sheets=(NOTICE_FILE_COPY,))

    def _office(self) -> NoticeOffice:
        settings = self._session.settings()
        post, name = self._session.signatory()
        return NoticeOffice(
            self._paper_data.heading(),
            settings.seat,
            self._session.today(),
            post,
            name,
            f"TB-{settings.symbol}",
        )


def _written_ground(visit: Visit) -> Ground:
    """Return the ground of a refusal that needs a written notice."""
    found = ground(visit.main_petition.handling.refusal_ground)
    if not found.requires_notice:
        raise ReceptionError("papers.spoken_refusal")
    return found
