"""A page that tries a printer out: letters with every mark, fine lines, grey, a QR; no identity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reception.printing.layout.document_heading import OfficeHeading, office_lines
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.paper_wording import short_day
from reception.printing.layout.pdf_canvas import A4, PdfCanvas
from reception.printing.layout.text_flow import Foot, TextFlow, margins

_SHEET = margins(A4, (20, 15, 20, 25))
_SIZES = (9.0, 11.5, 14.0)
_LETTERS = (
    "ă ắ ằ ẳ ẵ ặ â ấ ầ ẩ ẫ ậ đ ê ế ề ể ễ ệ ô ố ồ ổ ỗ ộ ơ ớ ờ ở ỡ ợ ư ứ ừ ử ữ ự",
    "Trích yếu, nơi nhận, ký hiệu; 0123456789",
)
_PROBE = "THU 0123456789"
_SIDE, _STEP = 96.0, 12.0


@dataclass(frozen=True, slots=True)
class PrinterTestPage:
    """Head and foot of the page; ``machine`` is the name of the machine."""

    heading: OfficeHeading
    machine: str
    printed_on: date
    printed_by: str
    print_number: str


def render_printer_test_page(sheet: PrinterTestPage) -> bytes:
    """Return the page as a PDF."""
    pen = PdfCanvas(sheet.print_number, A4)
    flow = TextFlow(pen, _SHEET, Foot(sheet.print_number))
    office_lines(flow, sheet.heading, 12, flow.width * 0.6)
    flow.gap(16)
    flow.centred("TRANG IN THỬ", BOLD, (14, 19))
    made = f"Máy {sheet.machine}, ngày {short_day(sheet.printed_on)}, {sheet.printed_by}"
    flow.centred(made, ITALIC, (12, 16))
    flow.gap(14)
    for size in _SIZES:
        for text in _LETTERS:
            flow.centred(text, REGULAR, (size, size * 1.5))
        flow.gap(6)
    flow.gap(10)
    top = flow.y
    for place in range(8):
        pen.rule(flow.left, flow.left + _SIDE, top + place * _STEP, 0.25 * (place + 1))
    pen.hatch((flow.left + _SIDE + 24, top), (_SIDE, _SIDE), 4)
    pen.box((flow.left + 2 * (_SIDE + 24), top), (_SIDE / 2, _SIDE), fill=True)
    pen.qr(_PROBE, (flow.left + 2.5 * (_SIDE + 24) + 24, top), _SIDE)
    flow.gap(_SIDE + 20)
    flow.paragraph(
        "Chữ có đủ dấu, nét mảnh không đứt, mã vuông quét được thì máy in dùng được. Trang này"
        " không có danh tính; bỏ đi được.",
        (12, 16),
    )
    flow.close()
    return pen.finish()
