"""Petitions: their kinds, fields and respondents (Luật Tiếp công dân Điều 2; TT 05/2021)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reception.domain.text import fold


class PetitionKind(StrEnum):
    """Kinds of petition; the last one exists only in imported registers that wrote "KN,PA"."""

    COMPLAINT = "complaint"
    DENUNCIATION = "denunciation"
    RECOMMENDATION = "recommendation"
    FEEDBACK = "feedback"
    RECOMMENDATION_OR_FEEDBACK = "recommendation_or_feedback"

    @property
    def series(self) -> str:
        """Return the pseudonym series of reporters of this kind."""
        return _SERIES[self]

    @property
    def protected(self) -> bool:
        """Tell whether the reporter's identity is a state secret (Luật Tố cáo Điều 8(3))."""
        return self is PetitionKind.DENUNCIATION


def is_protected(kind: str, protection_asked: object) -> bool:
    """Tell whether only custodians may open the identity of a visit, by its stored values.

    A word that names no kind, as only other tools can write it, counts as a denunciation.
    """
    unprotected = (item.value for item in PetitionKind if not item.protected)
    return bool(protection_asked) or kind not in unprotected


KINDS_OF_NEW_PETITIONS = (
    PetitionKind.COMPLAINT,
    PetitionKind.DENUNCIATION,
    PetitionKind.RECOMMENDATION,
    PetitionKind.FEEDBACK,
)
_SERIES = {
    PetitionKind.COMPLAINT: "KN",
    PetitionKind.DENUNCIATION: "TC",
    PetitionKind.RECOMMENDATION: "KG",
    PetitionKind.FEEDBACK: "PA",
    PetitionKind.RECOMMENDATION_OR_FEEDBACK: "PA",
}


class PetitionField(StrEnum):
    """Fields of Biểu 02/XLD (TT 06/2025), all kinds together."""

    LAND = "land"
    POLICY = "policy"
    CORRUPTION = "corruption"
    ADMINISTRATIVE = "administrative"
    JUDICIAL = "judicial"
    OTHER = "other"


FIELDS_OF_KIND: dict[PetitionKind, tuple[PetitionField, ...]] = {
    PetitionKind.COMPLAINT: (PetitionField.LAND, PetitionField.POLICY, PetitionField.OTHER),
    PetitionKind.DENUNCIATION: (
        PetitionField.ADMINISTRATIVE,
        PetitionField.CORRUPTION,
        PetitionField.JUDICIAL,
        PetitionField.OTHER,
    ),
    PetitionKind.RECOMMENDATION: (PetitionField.POLICY, PetitionField.LAND, PetitionField.OTHER),
    PetitionKind.FEEDBACK: (PetitionField.POLICY, PetitionField.LAND, PetitionField.OTHER),
    PetitionKind.RECOMMENDATION_OR_FEEDBACK: (
        PetitionField.POLICY,
        PetitionField.LAND,
        PetitionField.OTHER,
    ),
}


class Form(StrEnum):
    """Form of a petition: spoken or in writing."""

    SPOKEN = "spoken"
    WRITTEN = "written"


class Competence(StrEnum):
    """The competent body (Luật Tiếp công dân Điều 26)."""

    OURS = "ours"
    OTHER = "other"
    LOWER_LATE = "lower_late"  # a lower body is competent and has not resolved in time
    SETTLED = "settled"  # lawfully resolved already


@dataclass(frozen=True, slots=True)
class Petition:
    """One petition of one kind; its texts have passed the leak guard."""

    kind: PetitionKind
    field: PetitionField = PetitionField.OTHER
    field_note: str = ""  # names the field when it is OTHER: "môi trường"
    respondent: str = ""  # the person or body complained about or accused
    place: str = ""  # where the matter happened (nơi phát sinh)
    summary: str = ""
    request: str = ""  # what the person asks for (yêu cầu, đề nghị)
    settled_by: str = ""  # the body that settled the matter before
    settled_round: int = 0  # which settlement that was: 1 for the first (lần thứ)
    form: Form = Form.SPOKEN

    def __repr__(self) -> str:
        """Never print its texts: a form that is still being typed may name the reporter in them."""
        return f"Petition({self.kind.value})"


def is_written_petition(paper_name: str) -> bool:
    """Tell whether a paper received is a written petition: its name begins with "Đơn"."""
    return fold(paper_name).strip().startswith("don")
