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


def first_progress(entry: HandledPetition) -> str:
    """Return the code of the progress that a visit has directly after its petition was handled."""
    if entry.handling.outcome is Outcome.TRANSFER:
        return "transferred" if entry.handling.document_number else "transfer_waiting"
    return _PROGRESS_OF_OUTCOME[entry.handling.outcome]
