"""A value for each further field of a person, typed into the inputs as a person does."""

from __future__ import annotations

from dataclasses import fields

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reception.domain.reporter import PaperKind
from tests.ui.conftest import send_text
from ui.features.identity_fields.person_detail_fields import PersonDetailFields
from ui.models.identity_builder import PersonDetails

DETAILS = PersonDetails(
    phone="0912000111",
    contact_wish="chỉ gọi số này",
    street="số 12 đường Trần Phú",
    province="Nghệ An",
    paper_kind=PaperKind.OTHER,
    issued_by="Cục Quản lý",
    occupation="làm ruộng",
    workplace="Trường Q",
    companions="Lò Thị Một; Lò Thị Hai",
    principal="Thào Mí Sùng",
    proxy_paper="Giấy uỷ quyền số 12",
    proxy_date="01/11/2026",
    card_number="0123456",
    certified=True,
    protection=True,
)
OUTSIDE = ("protection",)  # asked for with the visit, not sealed with the identity


def type_details(inputs: PersonDetailFields) -> None:
    """Type every field of ``DETAILS``; a field without an input fails here."""
    for part in fields(PersonDetails):
        value = getattr(DETAILS, part.name)
        if part.name in OUTSIDE:
            continue
        if isinstance(value, PaperKind):
            inputs.paper_kind.choose(value.value)
        elif isinstance(value, bool):
            QTest.mouseClick(inputs.certified_box, Qt.MouseButton.LeftButton)
        else:
            send_text(inputs.text_input(part.name), value)
