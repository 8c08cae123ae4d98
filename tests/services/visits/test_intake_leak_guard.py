"""The leak guard at the save: no text of a form lets a name through."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum

import pytest

from reception.domain.errors import InvalidInput, ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Address
from reception.domain.visit import (
    PaperReceived,
)
from reception.services.access.session import Session
from reception.services.visits.intake import Intake
from reception.services.visits.visit_form import Waiver
from tests.fixtures.visit_forms import PERSON, visit_form, with_summary

GUARDED = ["Ông Nguyễn Văn A thấy", "nguyen van a", "ông A nói", "số 012 068 000 123"]


@pytest.mark.parametrize("text", GUARDED)
@pytest.mark.parametrize("kind", [PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION])
def test_the_guard_lets_no_name_through(
    session: Session, intake: Intake, kind: PetitionKind, text: str
) -> None:
    with pytest.raises(InvalidInput, match="leak.found") as caught:
        intake.seal_visit(with_summary(visit_form(kind), text))
    assert caught.value.facts == {"field": "summary.1"}
    assert session.database.one("SELECT count(*) FROM visit")[0] == 0


def test_a_waiver_keeps_a_name_in_a_text_but_never_in_a_denunciation(intake: Intake) -> None:
    text = "Ông Nguyễn Văn A là chủ hộ ghi trong quyết định"
    kept = Waiver("summary.1", "Tên trong quyết định bị khiếu nại")
    other = Waiver("summary.1", "Trùng tên với trưởng bản bị tố cáo", other_person=True)
    intake.seal_visit(with_summary(visit_form(waivers=(kept,)), text))
    with pytest.raises(InvalidInput, match="leak.never_here"):
        intake.seal_visit(
            with_summary(visit_form(PetitionKind.DENUNCIATION, waivers=(kept,)), text)
        )
    intake.seal_visit(with_summary(visit_form(PetitionKind.DENUNCIATION, waivers=(other,)), text))
    with pytest.raises(InvalidInput, match="leak.reason_short"):
        intake.seal_visit(with_summary(visit_form(waivers=(Waiver("summary.1", "có"),)), text))
    named = Waiver("summary.1", "Vì Nguyễn Văn A tự nêu tên mình")
    with pytest.raises(InvalidInput, match="leak.in_reason"):
        intake.seal_visit(with_summary(visit_form(waivers=(named,)), text))


@pytest.mark.parametrize("more", ["số 012 068 000 123", "máy 0912 345 678", "ở Bản Nà B"])
def test_another_person_has_the_name_but_never_the_number_or_the_home(
    intake: Intake, more: str
) -> None:
    who = replace(PERSON, address=Address(hamlet="Bản Nà B"), phone="0912345678")
    other = Waiver("summary.1", "Trùng tên với trưởng bản bị tố cáo", other_person=True)
    denounced = visit_form(PetitionKind.DENUNCIATION, identity=who, waivers=(other,))
    with pytest.raises(InvalidInput, match="leak.never_here"):
        intake.seal_visit(with_summary(denounced, f"Ông Nguyễn Văn A {more} nhận tiền"))
    with pytest.raises(InvalidInput, match="leak.never_here"):
        intake.seal_visit(with_summary(denounced, more))
    intake.seal_visit(with_summary(denounced, "Ông Nguyễn Văn A nhận tiền"))


_SEALED = {"identity", "original_texts"}  # go into the seal
_APART = {"waivers"}  # their reasons are checked on their own


def _places(value: object, path: str = "") -> Iterator[str]:
    """Yield the path of every text in a form, whatever fields it may get one day."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield path
    elif is_dataclass(value) and not isinstance(value, type):
        for item in fields(value):
            if path or item.name not in _SEALED | _APART:
                yield from _places(getattr(value, item.name), f"{path}.{item.name}")
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _places(item, f"{path}[{number}]")


def _with(value: object, path: list[str], text: str) -> object:
    """Return a copy of a form with the text at a path replaced."""
    if not path:
        return text
    if isinstance(value, tuple):
        place = int(path[0])
        changed = _with(value[place], path[1:], text)
        return (*value[:place], changed, *value[place + 1 :])
    return replace(value, **{path[0]: _with(getattr(value, path[0]), path[1:], text)})  # type: ignore[type-var]


_FULL = visit_form(papers=(PaperReceived("Đơn", 1),))
# Words of the law and of machines, set by the program and refused when they are anything else.
_CODES = {"refusal_ground", "kind", "earlier_visit"}


@pytest.mark.parametrize("place", list(_places(_FULL)))
def test_no_text_of_a_form_escapes_the_guard(session: Session, intake: Intake, place: str) -> None:
    path = [part for part in re.split(r"[.\[\]]+", place) if part]
    named = _with(_FULL, path, f"theo lời {PERSON.name}")
    with pytest.raises(ReceptionError, match=None if path[-1] in _CODES else r"leak\.found"):
        intake.seal_visit(named)  # type: ignore[arg-type]
    assert session.database.one("SELECT count(*) FROM visit")[0] == 0


def test_a_traceback_contains_nothing_of_form_or_identity() -> None:
    who = replace(PERSON, address=Address(hamlet="Bản Nà B"), phone="0912345678")
    shown = (
        f"{visit_form(identity=who)!r} {who!r} {who.paper!r} {who.address!r} {who.representation!r}"
    )
    for part in ("Nguyễn", "012068000123", "Nà B", "0912345678", "Chi trả"):
        assert part not in shown
