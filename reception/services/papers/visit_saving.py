"""Saving a visit and making its papers in one call, which does not return the identity."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace

from reception.domain.errors import ReceptionError
from reception.domain.reporter import Identity
from reception.services.papers.print_log import PaperJob
from reception.services.papers.visit_papers import VisitPapers
from reception.services.visits.intake import Intake
from reception.services.visits.visit_form import Preparation, SealedVisit, VisitForm

_Maker = Callable[[SealedVisit, Identity], tuple[PaperJob, ...]]


@dataclass(frozen=True, slots=True)
class PapersWanted:
    """Papers asked for with a save; none unless they are asked for."""

    for_citizen: bool = False  # the receipt, the return slip or the notice of refusal
    record: bool = False  # the record of the statement (NĐ 154/2026 Điều 14)


@dataclass(frozen=True, slots=True)
class SavedVisit:
    """A saved visit and its finished papers; only the papers contain the identity.

    ``failures`` are the errors of papers that could not be made; the visit is saved all the same.
    """

    sealed: SealedVisit
    papers: tuple[PaperJob, ...] = ()
    failures: tuple[Exception, ...] = ()


class VisitSaving:
    """Saves a visit and makes the papers asked for."""

    def __init__(self, intake: Intake, papers: VisitPapers) -> None:
        self._intake = intake
        self._papers = papers

    def save(
        self,
        form: VisitForm,
        wanted: PapersWanted,
        prepared: Preparation | None = None,
        draft_id: str | None = None,
    ) -> SavedVisit:
        """Save and seal a visit in one unit of work, then make its papers.

        A visitor who is refused gets no record. Errors: those of ``Intake.seal_visit``; nothing
        is written then. An error of paper making is returned, so that a visit that is saved
        never looks unsaved.
        """
        sealed = self._intake.seal_visit(form, prepared, draft_id)
        makers: list[_Maker] = []
        if wanted.for_citizen:
            makers.append(self._papers.after_sealing)
        if wanted.record and sealed.numbers is not None:
            makers.append(self._papers.statement)
        papers: list[PaperJob] = []
        failures: list[Exception] = []
        for make in makers:
            try:
                papers += make(sealed, form.identity)
            except Exception as error:
                failures.append(_without_trace(error))
        return SavedVisit(replace(sealed, waived_texts=()), tuple(papers), tuple(failures))


def _without_trace(error: Exception) -> Exception:
    """Remove the traceback of an expected error: its frames hold the identity.

    An unexpected error keeps its code locations for the crash dialog; local variables are cleared.
    """
    if isinstance(error, ReceptionError):
        error.__cause__ = error.__context__ = None
        return error.with_traceback(None)
    traceback.clear_frames(error.__traceback__)
    return error
