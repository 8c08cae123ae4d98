"""The article on which each outcome at the desk rests, by kind and form of the petition."""

from __future__ import annotations

from reception.domain.petition import Form, PetitionKind
from reception.domain.visit import Outcome

_LAW = "Luật Tiếp công dân"
_DECREE = "Nghị định 154/2026/NĐ-CP"
_DENUNCIATIONS = "Luật Tố cáo"

_OF_COMPLAINTS = {
    Outcome.ACCEPT: f"điểm a khoản 1 Điều 26 {_LAW}",
    Outcome.GUIDE: f"điểm b khoản 1 Điều 26 {_LAW}",
    Outcome.REPORT_UP: f"điểm b khoản 1 Điều 26 {_LAW}, khoản 3 Điều 15 {_DECREE}",
    Outcome.EXPLAIN: f"điểm c khoản 1 Điều 26 {_LAW}",
}
_OF_DENUNCIATIONS = _OF_COMPLAINTS | {
    Outcome.GUIDE: f"khoản 2 Điều 24 {_DENUNCIATIONS}",
    Outcome.TRANSFER: f"khoản 2 Điều 24 {_DENUNCIATIONS}",
    # Where handling below broke the law or is not impartial, the head above takes the matter.
    Outcome.REPORT_UP: _OF_COMPLAINTS[Outcome.REPORT_UP]
    + f", trừ khoản 5 Điều 38 {_DENUNCIATIONS}",
}
_OF_VOICES = {
    Outcome.ACCEPT: f"điểm a khoản 2 Điều 26 {_LAW}",
    Outcome.TRANSFER: f"điểm b khoản 2 Điều 26 {_LAW}",
    # Điều 26(1) names complaints and denunciations only: what the Ban does in general holds.
    Outcome.REPORT_UP: f"khoản 4 Điều 6 {_DECREE}",
    Outcome.EXPLAIN: f"khoản 2 Điều 6 {_DECREE}",
}
_GUIDING_VOICES = {
    Form.SPOKEN: f"khoản 2 Điều 15 {_DECREE}",
    Form.WRITTEN: f"khoản 2 Điều 14 {_DECREE}",
}


def outcome_basis(kind: PetitionKind, form: Form, outcome: Outcome) -> str:
    """Return the article of an outcome; empty when it is not lawful for the kind.

    Refusing rests on its ground: see reception.law.refusal_grounds.
    """
    if kind is PetitionKind.COMPLAINT:
        return _OF_COMPLAINTS.get(outcome, "")
    if kind is PetitionKind.DENUNCIATION:
        return _OF_DENUNCIATIONS.get(outcome, "")
    if outcome is Outcome.GUIDE:
        return _GUIDING_VOICES[form]
    return _OF_VOICES.get(outcome, "")
