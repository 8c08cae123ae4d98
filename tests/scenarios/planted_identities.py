"""Planted identities, whose words occur nowhere else in the program or in a petition."""

from __future__ import annotations

import random
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from reception.domain.petition import Competence, Form, Petition, PetitionField, PetitionKind
from reception.domain.reporter import Address, Identity, IdentityPaper, PaperKind, Sex
from reception.domain.visit import (
    CopyState,
    HandledPetition,
    Handling,
    Outcome,
    PaperReceived,
)
from reception.services.visits.visit_form import VisitForm

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Part = TypeVar("Part", bound="DataclassInstance")
_STARTS = ("Quỳnh", "Khuẩy", "Trửng", "Nghiễng", "Phuẩn", "Thoẳng", "Chuổng", "Giuẫn")
_ENDS = ("khượi", "thoạng", "ngoẹt", "chuyến", "phoẵm", "truổi", "nghệch", "khoẳm")
_KINDS = (PetitionKind.COMPLAINT, PetitionKind.FEEDBACK, PetitionKind.DENUNCIATION)


def planted(count: int = 100) -> list[Identity]:
    """Return fictional people whose given names have syllables that no other text has.

    Every text of the identity is filled, so that a new field is planted too.
    """
    draw = random.Random(4)  # noqa: S311 - the same people in each run
    people = []
    for index in range(count):
        word = _STARTS[index % 8] + _ENDS[index // 8 % 8] + "xyzw"[index // 64]
        people.append(
            _filled(
                Identity(
                    name=f"Vừ Zuân {word}",
                    birth_year=1960 + index % 40,
                    sex=Sex.MALE,
                    paper=IdentityPaper(PaperKind.NUMBER, f"012077{930000 + index:06d}"),
                    address=Address(
                        hamlet=f"Bản Zoẳng {word}", commune="Xã Sìn Hồ", province="Lai Châu"
                    ),
                    phone=f"0387{draw.randrange(10**5, 10**6)}",
                ),
                f"Zoẳng {word}",
            )
        )
    return people


def _filled(value: Part, text: str) -> Part:
    """Return a part of an identity with a text in each field that had none."""
    changes: dict[str, object] = {}
    for part in fields(value):
        item = getattr(value, part.name)
        if is_dataclass(item) and not isinstance(item, type):
            changes[part.name] = _filled(item, text)
        elif item == "":
            changes[part.name] = text
        elif item == ():
            changes[part.name] = (text,)
    return replace(value, **changes)


def form_of(person: Identity, index: int) -> VisitForm:
    """Return a visit of a planted person: complaints, feedback and denunciations in turn."""
    kind = _KINDS[index % 3]
    is_competent = index % 2 == 0
    outcome = Outcome.ACCEPT if is_competent else Outcome.GUIDE
    entry = HandledPetition(
        Petition(
            kind=kind,
            field=PetitionField.OTHER,
            respondent="UBND xã Nậm A",
            summary=f"Việc số {index} về đường vào bản và danh sách hỗ trợ",
            request="Đề nghị xem xét",
            form=Form.SPOKEN,
        ),
        Handling(outcome, Competence.OURS if is_competent else Competence.OTHER, "Sở Xây dựng"),
    )
    papers = (PaperReceived("Đơn viết tay", 2, CopyState.ORIGINAL),) if index % 4 == 0 else ()
    if kind is PetitionKind.DENUNCIATION:
        person = replace(person, occupation="")  # never asked of a denouncer
    return VisitForm(identity=person, handled_petitions=(entry,), papers=papers, read_back=True)
