"""Thông báo về việc từ chối tiếp công dân (Mẫu 01/TCD, NĐ 154/2026 Điều 4(3)): the person's notice.

One form for petitions of every kind, as the regulation prints it: with both articles, and with
"khiếu nại/tố cáo/kiến nghị, phản ánh". Matter and reason are written by hand, because any words for
them tell the kind. No field can hold a kind, a ground, a number of the visit or a print number.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable

from reception.domain.reporter import Identity, Sex
from reception.printing.forms.refusal_parts import (
    INDENTED_GAP,
    TEXT_SIZE,
    NoticeOffice,
    indented,
    notice_story,
)
from reception.printing.layout.form_lines import DottedField
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.printing.layout.page_flow import PageFooter, render
from reception.printing.layout.paper_canvas import VISIT_PAPER_TITLE
from reception.printing.layout.paper_fonts import ITALIC, REGULAR
from reception.printing.layout.paper_wording import (
    address_line,
    day_in_words,
    paper_label,
    paper_line,
)
from reception.printing.layout.text_blocks import RIGHT, Gap, centred, paragraph

NOTICE_CODE = "TB"  # by which the preview names it; it leads to no visit
RECIPIENTS = ("Như trên", "Lưu: VT, hồ sơ")
_HANDWRITING_SIZE = (13.0, 21.0)  # size and line height in points
_MATTER_LINES, _REASON_LINES = 3, 4
_FORMS_OF_ADDRESS = {Sex.MALE: "ông", Sex.FEMALE: "bà", Sex.UNKNOWN: "ông (bà)"}


@dataclass(frozen=True, slots=True)
class RefusalNotice:
    """The notice that goes home; without ``identity`` the person is filled in by hand.

    ``articles`` are those of every ground that needs a notice on the day of the visit.
    """

    office: NoticeOffice
    visited_on: date
    articles: tuple[str, ...]
    checkpoint: str  # the same on all papers of a day
    identity: Identity | None = None


@dataclass(frozen=True, slots=True, repr=False)
class _AddressedPerson:
    """How the notice addresses the person."""

    addressed_as: str  # "ông Lý Văn N", "ông (bà)"
    form_of_address: str  # "ông"


def render_refusal_notice(notice: RefusalNotice, check: TextCheck = no_check) -> bytes:
    """Return the notice on A4; ``check`` gets its texts if it must show no identity."""
    office = notice.office
    opening, person = _opening(notice)
    body = [
        *opening,
        *_lines_by_hand("Nội dung tóm tắt:", _MATTER_LINES),
        *_lines_by_hand("Lý do từ chối:", _REASON_LINES),
        paragraph("(ghi bằng bút)", (11, 15), RIGHT, font=ITALIC),
        Gap(INDENTED_GAP),
        indented(
            f"Căn cứ {' và '.join(notice.articles)}, {office.heading.issuing} từ chối tiếp nhận "
            f"nội dung khiếu nại/tố cáo/kiến nghị, phản ánh của {person.addressed_as} và thông báo "
            f"để {person.form_of_address} được biết."
        ),
    ]
    number = f"Số: ....../{office.symbol}"
    sheet, story = notice_story(office, ("", number), body, RECIPIENTS)
    pdf, texts = render(VISIT_PAPER_TITLE, sheet, PageFooter("", notice.checkpoint), story)
    if notice.identity is None:
        check(texts)
    return pdf


def _opening(notice: RefusalNotice) -> tuple[list[Flowable], _AddressedPerson]:
    day = day_in_words(notice.visited_on)
    day = day[0].upper() + day[1:]
    place = notice.office.reception_place
    if notice.identity is not None:
        return _opening_to_person(notice.identity, day, place)
    lines: list[Flowable] = [
        centred("Kính gửi: ông (bà) ..............................", REGULAR, TEXT_SIZE),
        Gap(10),
        DottedField(f"{day}, ông (bà)", _HANDWRITING_SIZE),
        DottedField("Số căn cước/hộ chiếu, ngày cấp, nơi cấp:", _HANDWRITING_SIZE),
        DottedField("Địa chỉ:", _HANDWRITING_SIZE),
        paragraph(f"đến {place}.", TEXT_SIZE, space_after=INDENTED_GAP),
    ]
    return lines, _AddressedPerson("ông (bà)", "ông (bà)")


def _opening_to_person(
    identity: Identity, day: str, place: str
) -> tuple[list[Flowable], _AddressedPerson]:
    form_of_address = _FORMS_OF_ADDRESS[identity.sex]
    full = f"{form_of_address} {identity.name}"
    label, paper = paper_label(identity), paper_line(identity)
    if identity.paper.number:
        paper = f"{label[0].lower()}{label[1:]}: {paper}"
    address = address_line(identity.address)
    address_part = f"; địa chỉ: {address}" if address else ""
    lines: list[Flowable] = [
        centred(f"Kính gửi: {full}.", REGULAR, TEXT_SIZE),
        Gap(10),
        indented(f"{day}, {full}, {paper}{address_part}, đến {place}."),
    ]
    return lines, _AddressedPerson(full, form_of_address)


def _lines_by_hand(label: str, count: int) -> list[Flowable]:
    return [DottedField(label if line == 0 else "", _HANDWRITING_SIZE) for line in range(count)]
