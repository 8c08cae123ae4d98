"""A visit as it was saved, read again for its papers; number and code of the own copy are gone."""

from __future__ import annotations

from reception.domain.errors import ReceptionError
from reception.services.visits.visit_form import PaperNumbers, SealedVisit
from reception.storage.database import Database
from reception.storage.visits.visit_reader import (
    envelope_number,
    paper_number,
    read_open_deadlines,
    read_visit,
)


def read_stored_visit(database: Database, visit_id: int) -> SealedVisit:
    """Return a visit with the numbers of the office's papers.

    Errors: ReceptionError ``reveal.no_visit``.
    """
    visit = read_visit(database, visit_id)
    if visit is None:
        raise ReceptionError("reveal.no_visit")
    number = paper_number(database, visit_id)
    numbers = PaperNumbers(*number, envelope_number(database, visit_id)) if number else None
    return SealedVisit(visit, read_open_deadlines(database, visit_id), numbers, "", "")
