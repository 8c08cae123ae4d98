"""The working calendar of a year on paper: its working days, and every day that is not usual."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reception.printing.layout.document_heading import OfficeHeading, office_lines
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.paper_wording import short_day
from reception.printing.layout.pdf_canvas import A4, PdfCanvas
from reception.printing.layout.ruled_table import Align, CellStyle, Column, RuledTable, cells
from reception.printing.layout.text_flow import Foot, TextFlow, margins

_SHEET = margins(A4, (20, 15, 20, 25))
_STYLE = CellStyle(11.5, 15, 4, 4)
_COLUMNS = (
    Column("Ngày", 74, Align.CENTRE),
    Column("Thứ", 44, Align.CENTRE),
    Column("Là ngày", 96),
    Column("Tên, lý do", 180),
    Column("Văn bản", 100),
)
_WEEKDAYS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "CN")


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day that is not usual: what it is, its name, the document it rests on."""

    day: date
    kind: str
    name: str
    document: str


@dataclass(frozen=True, slots=True)
class CalendarSheet:
    """Head and foot; ``working`` are the working days of January to December."""

    heading: OfficeHeading
    year: int
    estimated: bool
    working: tuple[int, ...]
    printed_on: date
    printed_by: str
    print_number: str


def render_calendar_sheet(sheet: CalendarSheet, days: Sequence[DayLine]) -> bytes:
    """Return the calendar as a PDF."""
    pen = PdfCanvas(sheet.print_number, A4)
    printed = f"In {short_day(sheet.printed_on)}, {sheet.printed_by}"
    flow = TextFlow(pen, _SHEET, Foot(sheet.print_number, printed))
    office_lines(flow, sheet.heading, 12, flow.width * 0.6)
    flow.gap(16)
    flow.centred(f"LỊCH LÀM VIỆC NĂM {sheet.year}", BOLD, (14, 19))
    flow.centred(f"{sum(sheet.working)} ngày làm việc", REGULAR, (12.5, 17))
    if sheet.estimated:
        flow.centred("Chưa có công bố ngày nghỉ của năm này: đây là ước tính", ITALIC, (12, 16))
    flow.gap(10)
    months = ", ".join(f"tháng {n}: {count}" for n, count in enumerate(sheet.working, start=1))
    flow.paragraph(f"Số ngày làm việc: {months}.", (12, 16))
    flow.gap(8)
    grid = RuledTable(flow, _COLUMNS, _STYLE)
    grid.head()
    for line in days:
        weekday = _WEEKDAYS[line.day.weekday()]
        grid.row(cells((short_day(line.day), weekday, line.kind, line.name, line.document)))
    flow.close()
    return pen.finish()
