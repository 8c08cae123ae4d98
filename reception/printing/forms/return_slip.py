"""Phiếu tra cứu: what a visitor takes home when no papers were taken in; no name, no kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reception.printing.forms.receipt_copy import qr_payload, refuse_telling
from reception.printing.forms.receipt_data import Answer
from reception.printing.layout.document_heading import HeadStyle, OfficeHeading, national_head
from reception.printing.layout.form_parts import ReturnBox, return_box
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.printing.layout.line_breaking import plain, wrap
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR, width
from reception.printing.layout.paper_wording import short_day
from reception.printing.layout.pdf_canvas import A5, MM, PdfCanvas
from reception.printing.layout.text_flow import Foot, Sheet, TextFlow

_SHEET = Sheet(A5, 12 * MM, 14 * MM, 9 * MM, 14 * MM, numbered=False)
_STYLE = HeadStyle(line=8.8, motto=9.4, date=10, title=16, subtitle=11)
_FACE = (12.0, 18.0)
_SMALL = (10.5, 15.0)
_LABELS = ("Số:", "Ngày đến:", "Trả lời chậm nhất ngày:", "Nơi trả lời:")
_CODE = 19.0


@dataclass(frozen=True, slots=True)
class ReturnSlipSheet:
    """A return slip: number, day of the visit, day and place of the answer, return code."""

    heading: OfficeHeading
    number: str  # "PT-0058"
    visited_on: date
    where: str  # lines are kept: "Trụ sở Tiếp công dân tỉnh,\nphường Tân Phong"
    answer: Answer
    foot: Foot


def render_return_slip(sheet: ReturnSlipSheet, check: TextCheck = no_check) -> bytes:
    """Return the slip on A5; raises ``printing.kind_shown`` if it told what the matter is."""
    pen = PdfCanvas(sheet.number, A5)
    flow = TextFlow(pen, _SHEET, sheet.foot)
    national_head(flow, sheet.heading, _STYLE)
    flow.gap(24)
    flow.centred("PHIẾU TRA CỨU", BOLD, (_STYLE.title, 22))
    flow.centred("Dùng khi không nhận giấy tờ nào", ITALIC, _SMALL)
    flow.gap(16)
    answer = sheet.answer
    by = short_day(answer.by) if answer.by else ""
    rows = zip(_LABELS, (sheet.number, short_day(sheet.visited_on), by, sheet.where), strict=True)
    _fields(flow, [(label, value) for label, value in rows if value])
    flow.gap(16)
    payload = qr_payload(sheet.number, sheet.visited_on.year, answer.code)
    before = (("Mã tra cứu", REGULAR),)
    box = ReturnBox(before, answer.code, "Đưa số và mã này, không cần nói tên.", payload, 4.7)
    return_box(flow, box, _SMALL, _CODE)
    flow.gap(16)
    phone = f"Điện thoại {answer.phone}, giờ hành chính. " if answer.phone else ""
    flow.paragraph(f"{phone}Mất phiếu thì đến Trụ sở để được cấp mã khác.", _SMALL)
    flow.close()
    check(pen.texts)
    refuse_telling(pen.texts, answer.code)
    return pen.finish()


def _fields(flow: TextFlow, rows: Sequence[tuple[str, str]]) -> None:
    """Draw labels at the left and their values in one column."""
    column = max(width(label, REGULAR, _FACE[0]) for label, _ in rows) + 26
    for place, (label, value) in enumerate(rows):
        font = REGULAR if place == len(rows) - 1 else BOLD
        lines = wrap(plain(value, font), _FACE[0], flow.width - column)
        flow.need(len(lines) * _FACE[1])
        for index, line in enumerate(lines):
            base = flow.step(*_FACE)
            if index == 0:
                flow.pen.left((flow.left, base), label, REGULAR, _FACE[0])
            flow.pen.line((flow.left + column, base), line.pieces, _FACE[0])
        flow.gap(9)
