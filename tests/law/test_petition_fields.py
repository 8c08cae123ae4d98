"""The field that a typed text names, with or without accents, or the text as a note."""

from __future__ import annotations

import pytest

from reception.domain.petition import PetitionField, PetitionKind
from reception.law.petition_fields import field_named_by
from reception.law.statutory_words import FIELD_WORDS

OTHER = FIELD_WORDS[PetitionField.OTHER]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FIELD_WORDS[PetitionField.LAND], (PetitionField.LAND, "")),
        (FIELD_WORDS[PetitionField.LAND][:2].lower(), (PetitionField.LAND, "")),
        (OTHER, (PetitionField.OTHER, "")),
        (f"{OTHER}: chợ phiên", (PetitionField.OTHER, "chợ phiên")),
        ("chợ phiên", (PetitionField.OTHER, "chợ phiên")),
        ("", (PetitionField.OTHER, "")),
    ],
)
def test_a_text_names_a_field_or_is_its_note(text, expected):
    assert field_named_by(text, PetitionKind.COMPLAINT) == expected
