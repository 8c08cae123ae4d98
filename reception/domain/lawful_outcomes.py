"""Lawful outcomes of a visit by kind, competence and form (Luật Tiếp công dân Điều 26)."""

from __future__ import annotations

from reception.domain.petition import Competence, Form, PetitionKind
from reception.domain.visit import Outcome

_NEVER_TRANSFERRED = (PetitionKind.COMPLAINT,)  # for a complaint, guidance is given once


def lawful_outcomes(kind: PetitionKind, competence: Competence, form: Form) -> tuple[Outcome, ...]:
    """Return the lawful outcomes, the usual one first; refusal is not among them.

    Luật Tiếp công dân Điều 26. A written denunciation for which another body is competent is
    transferred within 5 working days (Luật Tố cáo Điều 24(2)); for such a complaint the person
    gets guidance (Luật Khiếu nại).
    """
    if competence is Competence.OURS:
        return (Outcome.ACCEPT,)
    if competence is Competence.LOWER_LATE:
        return _outcomes_of_late_body(kind)
    if competence is Competence.SETTLED:
        return (Outcome.EXPLAIN,)
    return _outcomes_of_other_body(kind, form)


def lawful_or_usual(
    outcome: Outcome | None, kind: PetitionKind, competence: Competence, form: Form
) -> Outcome:
    """Return the outcome if it is a refusal or lawful for the petition, else the usual one."""
    lawful = lawful_outcomes(kind, competence, form)
    if outcome is None or outcome not in (*lawful, Outcome.REFUSE):
        return lawful[0]
    return outcome


def _outcomes_of_late_body(kind: PetitionKind) -> tuple[Outcome, ...]:
    """Điều 26(1)b: complaints and denunciations are reported; 26(2)b: others may be transferred."""
    if kind in (PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION):
        return (Outcome.REPORT_UP,)
    return (Outcome.REPORT_UP, Outcome.TRANSFER)


def _outcomes_of_other_body(kind: PetitionKind, form: Form) -> tuple[Outcome, ...]:
    if kind in _NEVER_TRANSFERRED:
        return (Outcome.GUIDE,)
    if kind is PetitionKind.DENUNCIATION:
        return (Outcome.TRANSFER,) if form is Form.WRITTEN else (Outcome.GUIDE,)
    if form is Form.WRITTEN:
        return (Outcome.TRANSFER, Outcome.GUIDE)
    return (Outcome.GUIDE, Outcome.TRANSFER)
