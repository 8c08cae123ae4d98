"""Phiếu tra cứu: for a reporter who gave no papers; it shows neither name nor kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable

from reception.printing.forms.receipt_copy import qr_payload, refuse_kind_words
from reception.printing.forms.receipt_data import ReturnCodeBoxContents
from reception.printing.layout.containers import Columns
from reception.printing.layout.document_heading import HeadingStyle, NationalHeading, OfficeHeading
from reception.printing.layout.form_parts import ReturnCodeBox, return_code_box
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.printing.layout.page_flow import PageFooter, Sheet, render
from reception.printing.layout.paper_canvas import A5, MM
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR, width
from reception.printing.layout.paper_wording import short_day
from reception.printing.layout.text_blocks import LEFT, Gap, centred, paragraph

_SHEET = Sheet(A5, 12 * MM, 14 * MM, 9 * MM, 14 * MM, numbered=False)
_STYLE = HeadingStyle(line=8.8, motto=9.4, date=10, title=16, subtitle=11)
_TEXT_SIZE = (12.0, 18.0)
_SMALL_SIZE = (10.5, 15.0)
_LABELS = ("Số:", "Ngày đến:", "Trả lời chậm nhất ngày:", "Nơi trả lời:")
_CODE_SIZE = 19.0


@dataclass(frozen=True, slots=True)
class ReturnSlipSheet:
    """A return slip: number, day of the visit, day and place of the answer, return code."""

    heading: OfficeHeading
    number: str  # "PT-0058"
    visited_on: date
    answer_place: str  # lines are kept: "Trụ sở Tiếp công dân tỉnh,\nphường Tân Phong"
    box_contents: ReturnCodeBoxContents
    footer: PageFooter


def render_return_slip(sheet: ReturnSlipSheet, check: TextCheck = no_check) -> bytes:
    """Return the slip on A5; raises ``printing.kind_shown`` if it shows the kind of matter."""
    contents = sheet.box_contents
    due_on = short_day(contents.due_on) if contents.due_on else ""
    rows = zip(
        _LABELS,
        (sheet.number, short_day(sheet.visited_on), due_on, sheet.answer_place),
        strict=True,
    )
    payload = qr_payload(sheet.number, sheet.visited_on.year, contents.code)
    text_above = (("Mã tra cứu", REGULAR),)
    box = ReturnCodeBox(
        text_above, contents.code, "Đưa số và mã này, không cần nói tên.", payload, 4.7
    )
    phone = f"Điện thoại {contents.phone}, giờ hành chính. " if contents.phone else ""
    story = [
        NationalHeading(sheet.heading, _STYLE),
        Gap(24),
        centred("PHIẾU TRA CỨU", BOLD, (_STYLE.title, 22)),
        centred("Dùng khi không nhận giấy tờ nào", ITALIC, _SMALL_SIZE),
        Gap(16),
        *_fields([(label, value) for label, value in rows if value]),
        Gap(16),
        return_code_box(box, _SMALL_SIZE, _CODE_SIZE, _SHEET.width),
        Gap(16),
        paragraph(f"{phone}Mất phiếu thì đến Trụ sở để được cấp mã khác.", _SMALL_SIZE),
    ]
    pdf, texts = render(sheet.number, _SHEET, sheet.footer, story)
    check(texts)
    refuse_kind_words(texts, contents.code)
    return pdf


def _fields(rows: Sequence[tuple[str, str]]) -> list[Flowable]:
    """Return labels at the left and their values in one column."""
    column = max(width(label, REGULAR, _TEXT_SIZE[0]) for label, _ in rows) + 26
    widths = [column, _SHEET.width - column]
    fields: list[Flowable] = []
    for index, (label, value) in enumerate(rows):
        font = REGULAR if index == len(rows) - 1 else BOLD
        columns = (
            [paragraph(label, _TEXT_SIZE, LEFT)],
            [paragraph(value, _TEXT_SIZE, LEFT, font=font)],
        )
        fields += [Columns(columns, widths), Gap(9)]
    return fields
