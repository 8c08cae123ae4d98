"""Saves a visit and makes its papers in one call, which does not return the identity."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace

from reception.domain.errors import ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity
from reception.domain.requested_paper import (
    CITIZENS_NOTICE,
    NOTICE_FILE_COPY,
    RequestedSheet,
    receipt_sheets,
    statement_sheets,
)
from reception.domain.visit import Outcome
from reception.law.refusal_grounds import ground
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.papers.citizen_copies import own_copy
from reception.services.papers.print_log import PaperJob
from reception.services.papers.visit_papers import VisitPapers
from reception.services.visits.intake import Intake
from reception.services.visits.visit_form import Preparation, SealedVisit, VisitForm

_PaperMaker = Callable[[SealedVisit, Identity], tuple[PaperJob, ...]]


@dataclass(frozen=True, slots=True)
class RequestedPapers:
    """The papers to make when a visit is saved."""

    citizen_papers: bool = False  # the receipt, the return slip or the notice of refusal
    statement: bool = False  # the record of the statement (NĐ 154/2026 Điều 14)


@dataclass(frozen=True, slots=True)
class SavedVisit:
    """A saved visit and its finished papers; only the papers contain the identity.

    ``failures`` are the errors of papers that could not be made, although the visit is saved.
    """

    sealed: SealedVisit
    papers: tuple[PaperJob, ...] = ()
    failures: tuple[Exception, ...] = ()


@rights_checked
class VisitSaving:
    """Saves a visit and makes the requested papers."""

    def __init__(self, session: Session, intake: Intake, papers: VisitPapers) -> None:
        self._session = session
        self._intake = intake
        self._papers = papers

    def save(
        self,
        form: VisitForm,
        requested: RequestedPapers,
        prepared: Preparation | None = None,
        draft_id: str | None = None,
    ) -> SavedVisit:
        """Save and seal a visit in one unit of work, then make its papers.

        There is no statement of a refused visit. Errors: those of ``Intake.seal_visit``; nothing
        is written then. An error in making a paper is returned instead of raised, because the
        visit is saved by then.
        """
        sealed = self._intake.seal_visit(
            form, prepared, draft_id, lambda checked: sheets_of(checked, requested)
        )
        makers: list[_PaperMaker] = []
        if requested.citizen_papers:
            makers.append(self._papers.citizen_papers)
        if requested.statement and sealed.numbers is not None:
            makers.append(self._papers.statement)
        papers: list[PaperJob] = []
        failures: list[Exception] = []
        for make in makers:
            try:
                papers += make(sealed, form.identity)
            except Exception as error:
                failures.append(_without_traceback_data(error))
        papers = [replace(job, paper_ids=_ids_of(job, sealed)) for job in papers]
        return SavedVisit(replace(sealed, waived_texts=()), tuple(papers), tuple(failures))


def sheets_of(form: VisitForm, requested: RequestedPapers) -> tuple[RequestedSheet, ...]:
    """Return the sheets that :meth:`VisitSaving.save` will make of a checked form."""
    is_denunciation = form.kind is PetitionKind.DENUNCIATION
    handling = form.handled_petitions[0].handling
    if handling.outcome is Outcome.REFUSE:
        has_notice = (
            bool(handling.refusal_ground) and ground(handling.refusal_ground).requires_notice
        )
        return (
            (CITIZENS_NOTICE, NOTICE_FILE_COPY) if requested.citizen_papers and has_notice else ()
        )
    sheets: list[RequestedSheet] = []
    if requested.citizen_papers and form.papers:
        sheets += receipt_sheets(is_denunciation=is_denunciation)
    elif requested.citizen_papers:
        sheets.append(own_copy(has_papers=False))
    if requested.statement:
        sheets += statement_sheets(is_denunciation=is_denunciation)
    return tuple(sheets)


def _ids_of(job: PaperJob, sealed: SealedVisit) -> tuple[str, ...]:
    return tuple(paper_id for sheet, paper_id in sealed.paper_ids if sheet in job.sheets)


def _without_traceback_data(error: Exception) -> Exception:
    """Remove the traceback of an expected error: its frames hold the identity.

    An unexpected error keeps its code locations for the crash dialog; local variables are cleared.
    """
    if isinstance(error, ReceptionError):
        error.__cause__ = error.__context__ = None
        return error.with_traceback(None)
    traceback.clear_frames(error.__traceback__)
    return error
