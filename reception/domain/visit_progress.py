"""Progress of a new or reclassified visit, which follows from the outcome of its petition."""

from __future__ import annotations

from reception.domain.visit import HandledPetition, Outcome

_PROGRESS_OF_OUTCOME = {
    Outcome.ACCEPT: "accepted",
    Outcome.GUIDE: "guided",
    Outcome.REPORT_UP: "reported",
    Outcome.EXPLAIN: "explained",
    Outcome.REFUSE: "refused",
}

_WORK_LEFT = ("accepted", "reported", "transfer_waiting")


def is_closed(progress: str, *, voided: bool, has_open_deadline: bool) -> bool:
    """Tell whether nothing is left to be done with a visit: it is voided, answered or settled."""
    return voided or not (has_open_deadline or progress in _WORK_LEFT)


def first_progress(entry: HandledPetition) -> str:
    """Return the code of the progress that a visit has directly after its petition was handled."""
    return progress_of(entry.handling.outcome, has_document=bool(entry.handling.document_number))


def progress_of(outcome: Outcome, *, has_document: bool) -> str:
    """Return the first progress by the outcome, and whether its document has a number."""
    if outcome is Outcome.TRANSFER:
        return "transferred" if has_document else "transfer_waiting"
    return _PROGRESS_OF_OUTCOME[outcome]
