"""A page that tests a printer: letters with every accent, fine lines, grey, a QR; no identity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import chain

from reportlab.platypus import Flowable

from reception.printing.layout.document_heading import OfficeHeading, OfficeLines
from reception.printing.layout.drawings import hatch, qr_code
from reception.printing.layout.page_flow import PageFooter, render, sheet_with_margins
from reception.printing.layout.paper_canvas import A4
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.paper_wording import short_day
from reception.printing.layout.text_blocks import Gap, centred, paragraph

_SHEET = sheet_with_margins(A4, (20, 15, 20, 25))
_SIZES = (9.0, 11.5, 14.0)
_LETTERS = (
    "ă ắ ằ ẳ ẵ ặ â ấ ầ ẩ ẫ ậ đ ê ế ề ể ễ ệ ô ố ồ ổ ỗ ộ ơ ớ ờ ở ỡ ợ ư ứ ừ ử ữ ự",
    "Trích yếu, nơi nhận, ký hiệu; 0123456789",
)
_QR_PAYLOAD = "THU 0123456789"
_SQUARE_SIDE, _LINE_DISTANCE = 96.0, 12.0
_ADVICE = (
    "Chữ có đủ dấu, nét mảnh không đứt, mã vuông quét được thì máy in dùng được. Trang này"
    " không có danh tính; bỏ đi được."
)


@dataclass(frozen=True, slots=True)
class PrinterTestPage:
    """What the page shows about its printing; ``machine`` is the name of the machine."""

    heading: OfficeHeading
    machine: str
    printed_on: date
    printed_by: str
    print_number: str


def render_printer_test_page(sheet: PrinterTestPage) -> bytes:
    """Return the page as a PDF."""
    origin = f"Máy {sheet.machine}, ngày {short_day(sheet.printed_on)}, {sheet.printed_by}"
    letters = [
        [*(centred(text, REGULAR, (size, size * 1.5)) for text in _LETTERS), Gap(6)]
        for size in _SIZES
    ]
    story = [
        OfficeLines(sheet.heading, 12),
        Gap(16),
        centred("TRANG IN THỬ", BOLD, (14, 19)),
        centred(origin, ITALIC, (12, 16)),
        Gap(14),
        *chain.from_iterable(letters),
        Gap(10),
        _Patterns(),
        paragraph(_ADVICE, (12, 16)),
    ]
    return render(sheet.print_number, _SHEET, PageFooter(sheet.print_number), story)[0]


class _Patterns(Flowable):
    """Lines of growing thickness, hatching, a black field and a QR code, side by side."""

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, _SQUARE_SIDE + 20
        return self.width, self.height

    def draw(self) -> None:
        bottom, step = self.height - _SQUARE_SIDE, _SQUARE_SIDE + 24
        for index in range(8):
            self.canv.setLineWidth(0.25 * (index + 1))
            y = self.height - index * _LINE_DISTANCE
            self.canv.line(0, y, _SQUARE_SIDE, y)
        hatch(self.canv, (step, bottom), (_SQUARE_SIDE, _SQUARE_SIDE), 4)
        self.canv.rect(2 * step, bottom, _SQUARE_SIDE / 2, _SQUARE_SIDE, stroke=0, fill=1)
        qr_code(self.canv, _QR_PAYLOAD, (2.5 * step + 24, bottom), _SQUARE_SIDE)
