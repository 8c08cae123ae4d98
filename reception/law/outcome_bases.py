"""The legal basis (article) of each outcome, by kind and form of the petition."""

from __future__ import annotations

from reception.domain.petition import Form, PetitionKind
from reception.domain.visit import Outcome

_LAW = "Luật Tiếp công dân"
_DECREE = "Nghị định 154/2026/NĐ-CP"
_DENUNCIATIONS = "Luật Tố cáo"

_COMPLAINT_BASES = {
    Outcome.ACCEPT: f"điểm a khoản 1 Điều 26 {_LAW}",
    Outcome.GUIDE: f"điểm b khoản 1 Điều 26 {_LAW}",
    Outcome.REPORT_UP: f"điểm b khoản 1 Điều 26 {_LAW}, khoản 3 Điều 15 {_DECREE}",
    Outcome.EXPLAIN: f"điểm c khoản 1 Điều 26 {_LAW}",
}
_DENUNCIATION_BASES = _COMPLAINT_BASES | {
    Outcome.GUIDE: f"khoản 2 Điều 24 {_DENUNCIATIONS}",
    Outcome.TRANSFER: f"khoản 2 Điều 24 {_DENUNCIATIONS}",
    # Điều 38(5): the higher head settles the matter if the lower one broke the law or is biased.
    Outcome.REPORT_UP: _COMPLAINT_BASES[Outcome.REPORT_UP]
    + f", trừ khoản 5 Điều 38 {_DENUNCIATIONS}",
}
_FEEDBACK_BASES = {
    Outcome.ACCEPT: f"điểm a khoản 2 Điều 26 {_LAW}",
    Outcome.TRANSFER: f"điểm b khoản 2 Điều 26 {_LAW}",
    # Điều 26(1) names complaints and denunciations only; Điều 6 lists the general duties.
    Outcome.REPORT_UP: f"khoản 4 Điều 6 {_DECREE}",
    Outcome.EXPLAIN: f"khoản 2 Điều 6 {_DECREE}",
}
_FEEDBACK_GUIDANCE = {
    Form.SPOKEN: f"khoản 2 Điều 15 {_DECREE}",
    Form.WRITTEN: f"khoản 2 Điều 14 {_DECREE}",
}


def outcome_basis(kind: PetitionKind, form: Form, outcome: Outcome) -> str:
    """Return the article for an outcome; "" if the outcome is not lawful for the kind.

    For a refusal it is "" too: its article is that of the ground, in ``law.refusal_grounds``.
    """
    if kind is PetitionKind.COMPLAINT:
        return _COMPLAINT_BASES.get(outcome, "")
    if kind is PetitionKind.DENUNCIATION:
        return _DENUNCIATION_BASES.get(outcome, "")
    if outcome is Outcome.GUIDE:
        return _FEEDBACK_GUIDANCE[form]
    return _FEEDBACK_BASES.get(outcome, "")
