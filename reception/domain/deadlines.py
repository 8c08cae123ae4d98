"""The statutory terms that a visit starts; ``law.statutory_terms`` has their lengths by code."""

from __future__ import annotations

from reception.domain.petition import Competence, PetitionKind
from reception.domain.visit import HandledPetition, Outcome

ANSWER = "answer"  # Luật Tiếp công dân Điều 28(1)
REFUSAL_NOTICE = "refusal_notice"  # NĐ 154/2026 Điều 4(3)
COMPLAINT_ACCEPTANCE = "complaint_acceptance"  # Luật Khiếu nại Điều 27
DENUNCIATION_HANDLING = "denunciation_handling"  # Luật Tố cáo Điều 24(1)
DENUNCIATION_AGAIN = "denunciation_again"  # tố cáo tiếp: Luật Tố cáo Điều 37(2)
DENUNCIATION_OVERDUE = "denunciation_overdue"  # not resolved in time: Luật Tố cáo Điều 38(2)
DENUNCIATION_TRANSFER = "denunciation_transfer"  # Luật Tố cáo Điều 24(2)

SOON_DAYS = 2  # working days before its last day from which a deadline counts as due soon

_ANSWERED_AT_ONCE = (Outcome.GUIDE, Outcome.EXPLAIN)


def started_terms(entry: HandledPetition, *, written_notice: bool) -> tuple[str, ...]:
    """Return the codes of the terms that start when a petition is received.

    ``written_notice`` is True if the ground of refusal requires a written notice (Mẫu 01/TCD,
    NĐ 154/2026). A spoken refusal, guidance and an explanation start no term. A report about a
    lower body starts none of the terms of that body.
    """
    kind, handling = entry.petition.kind, entry.handling
    if handling.outcome is Outcome.REFUSE:
        return (REFUSAL_NOTICE,) if written_notice else ()
    if handling.outcome in _ANSWERED_AT_ONCE:
        return ()
    started = [ANSWER]
    if kind is PetitionKind.DENUNCIATION:
        started.append(_term_of_denunciation(entry))
    elif kind is PetitionKind.COMPLAINT and handling.competence is Competence.OURS:
        started.append(COMPLAINT_ACCEPTANCE)
    return tuple(started)


def _term_of_denunciation(entry: HandledPetition) -> str:
    """Return the term of a denunciation; one that was resolved before is a tố cáo tiếp."""
    if entry.handling.outcome is Outcome.TRANSFER:
        return DENUNCIATION_TRANSFER
    if entry.handling.competence is Competence.LOWER_LATE:
        return DENUNCIATION_OVERDUE
    return DENUNCIATION_AGAIN if entry.petition.settled_by else DENUNCIATION_HANDLING
