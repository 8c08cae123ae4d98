"""Phiếu tra cứu: for a reporter who gave no papers; it shows neither name nor kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from reportlab.platypus import Flowable

from reception.printing.layout.containers import Columns
from reception.printing.layout.document_heading import HeadingStyle, NationalHeading, OfficeHeading
from reception.printing.layout.form_parts import ReturnCodeBox, return_code_box
from reception.printing.layout.page_flow import PageFooter, Sheet, render
from reception.printing.layout.paper_canvas import A5, MM, VISIT_PAPER_TITLE
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR, width
from reception.printing.layout.paper_wording import short_day
from reception.printing.layout.text_blocks import LEFT, Gap, centred, paragraph

_SHEET = Sheet(A5, 12 * MM, 14 * MM, 9 * MM, 14 * MM, numbered=False)
_STYLE = HeadingStyle(line=8.8, motto=9.4, date=10, title=16, subtitle=11)
_TEXT_SIZE = (12.0, 18.0)
_SMALL_SIZE = (10.5, 15.0)
_LABELS = ("Số:", "Ngày đến:", "Hẹn trả lời (nếu có):", "Nơi trả lời:")
_CODE_SIZE = 19.0


@dataclass(frozen=True, slots=True)
class ReturnSlip:
    """The contents of a slip; ``answer_day`` is a line to be filled in by hand."""

    heading: OfficeHeading
    number: str  # "072-415-9036"
    visited_on: date
    answer_day: str
    answer_place: str  # lines are kept
    code: str = field(repr=False)
    phone: str
    footer: PageFooter


def render_return_slip(slip: ReturnSlip) -> tuple[bytes, list[str]]:
    """Return the slip on A5, and all texts written in it."""
    values = (slip.number, short_day(slip.visited_on), slip.answer_day, slip.answer_place)
    text_above = (("Mã tra cứu", REGULAR),)
    box = ReturnCodeBox(
        text_above, slip.code, "Chỉ cần đưa mã này, không cần nói tên.", slip.code, 4.7
    )
    phone = f"Điện thoại {slip.phone}, giờ hành chính. " if slip.phone else ""
    story = [
        NationalHeading(slip.heading, _STYLE),
        Gap(24),
        centred("PHIẾU TRA CỨU", BOLD, (_STYLE.title, 22)),
        centred("Dùng khi không nhận giấy tờ nào", ITALIC, _SMALL_SIZE),
        Gap(16),
        *_fields(tuple(zip(_LABELS, values, strict=True))),
        Gap(16),
        return_code_box(box, _SMALL_SIZE, _CODE_SIZE, _SHEET.width),
        Gap(16),
        paragraph(f"{phone}Mất phiếu thì đến Trụ sở để được cấp mã khác.", _SMALL_SIZE),
    ]
    return render(VISIT_PAPER_TITLE, _SHEET, slip.footer, story)


def _fields(rows: Sequence[tuple[str, str]]) -> list[Flowable]:
    """Return labels at the left and their values in one column."""
    column = max(width(label, REGULAR, _TEXT_SIZE[0]) for label, _ in rows) + 26
    widths = [column, _SHEET.width - column]
    fields: list[Flowable] = []
    for index, (label, value) in enumerate(rows):
        font = BOLD if index in (0, 1) else REGULAR
        columns = (
            [paragraph(label, _TEXT_SIZE, LEFT)],
            [paragraph(value, _TEXT_SIZE, LEFT, font=font)],
        )
        fields += [Columns(columns, widths), Gap(9)]
    return fields
