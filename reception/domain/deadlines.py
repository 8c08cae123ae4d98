"""The statutory terms that a visit starts; ``law.statutory_terms`` has their lengths by code."""

from __future__ import annotations

from reception.domain.petition import Competence, PetitionKind
from reception.domain.visit import HandledPetition, Outcome

ANSWER = "answer"  # Luật Tiếp công dân Điều 28(1)
REFUSAL_NOTICE = "refusal_notice"  # NĐ 154/2026 Điều 4(3)
COMPLAINT_ACCEPTANCE = "complaint_acceptance"  # NĐ 124/2020 Điều 16(1), sửa 2026
DENUNCIATION_HANDLING = "denunciation_handling"  # Luật Tố cáo Điều 24(1)
DENUNCIATION_TRANSFER = "denunciation_transfer"  # Luật Tố cáo Điều 24(2)

SOON_DAYS = 2  # working days before its last day from which a deadline counts as due soon

_ANSWERED_AT_ONCE = (Outcome.GUIDE, Outcome.EXPLAIN)


def started_terms(entry: HandledPetition, *, written_notice: bool) -> tuple[str, ...]:
    """Return the codes of the terms that start when a petition is received.

    ``written_notice`` is True if the ground of refusal requires a written notice (Mẫu 01/TCD,
    NĐ 154/2026). A spoken refusal, guidance and an explanation start no term.
    """
    kind, handling = entry.petition.kind, entry.handling
    if handling.outcome is Outcome.REFUSE:
        return (REFUSAL_NOTICE,) if written_notice else ()
    if handling.outcome in _ANSWERED_AT_ONCE:
        return ()
    started = [ANSWER]
    if kind is PetitionKind.DENUNCIATION:
        transferred = handling.outcome is Outcome.TRANSFER
        started.append(DENUNCIATION_TRANSFER if transferred else DENUNCIATION_HANDLING)
    elif kind is PetitionKind.COMPLAINT and handling.competence is Competence.OURS:
        started.append(COMPLAINT_ACCEPTANCE)
    return tuple(started)
