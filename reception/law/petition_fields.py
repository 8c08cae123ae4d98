"""The field of a petition that a typed text names (Biểu 02/XLD, TT 06/2025)."""

from __future__ import annotations

from reception.domain.petition import FIELDS_OF_KIND, PetitionField, PetitionKind
from reception.domain.text import fold
from reception.law.statutory_words import FIELD_WORDS


def field_named_by(text: str, kind: PetitionKind) -> tuple[PetitionField, str]:
    """Return the field and its note: of a text that names no field, OTHER with the text as note.

    A field is named by the beginning of its name, with or without accents.
    """
    folded = " ".join(fold(text).split())
    for field in FIELDS_OF_KIND[kind]:
        if folded and fold(FIELD_WORDS[field]).startswith(folded):
            return field, ""
    other = fold(FIELD_WORDS[PetitionField.OTHER])
    note = "" if folded == other else text.strip()
    if folded.startswith(other) and ":" in text:
        note = text.split(":", 1)[1].strip()
    return PetitionField.OTHER, note
