"""The working calendar of a year on paper: its working days and every exceptional day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reception.printing.layout.document_heading import OfficeHeading, OfficeLines
from reception.printing.layout.page_flow import PageFooter, render, sheet_with_margins
from reception.printing.layout.paper_canvas import A4
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.paper_wording import short_day
from reception.printing.layout.ruled_table import Align, CellStyle, Column, TableLayout
from reception.printing.layout.text_blocks import Gap, centred, paragraph

_SHEET = sheet_with_margins(A4, (20, 15, 20, 25))
_STYLE = CellStyle(11.5, 15, 4, 4)
_COLUMNS = (
    Column("Ngày", 74, Align.CENTRE),
    Column("Thứ", 44, Align.CENTRE),
    Column("Là ngày", 96),
    Column("Tên, lý do", 180),
    Column("Văn bản", 100),
)
_TABLE_LAYOUT = TableLayout(_COLUMNS, _STYLE, _SHEET.width)
_WEEKDAYS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "CN")


@dataclass(frozen=True, slots=True)
class DayLine:
    """One exceptional day: its kind, its name, the document that sets it."""

    day: date
    kind: str
    name: str
    document: str


@dataclass(frozen=True, slots=True)
class CalendarSheet:
    """What the sheet shows beside its table of exceptional days.

    ``working_days`` are the numbers of working days from January to December; ``estimated`` tells
    that the holidays of the year have not been announced yet.
    """

    heading: OfficeHeading
    year: int
    estimated: bool
    working_days: tuple[int, ...]
    printed_on: date
    printed_by: str
    print_number: str


def render_calendar_sheet(sheet: CalendarSheet, days: Sequence[DayLine]) -> bytes:
    """Return the calendar as a PDF."""
    printed = f"In {short_day(sheet.printed_on)}, {sheet.printed_by}"
    months = ", ".join(f"tháng {n}: {count}" for n, count in enumerate(sheet.working_days, start=1))
    estimate = "Chưa có công bố ngày nghỉ của năm này: đây là ước tính"
    story = [
        OfficeLines(sheet.heading, 12),
        Gap(16),
        centred(f"LỊCH LÀM VIỆC NĂM {sheet.year}", BOLD, (14, 19)),
        centred(f"{sum(sheet.working_days)} ngày làm việc", REGULAR, (12.5, 17)),
        *([centred(estimate, ITALIC, (12, 16))] if sheet.estimated else []),
        Gap(10),
        paragraph(f"Số ngày làm việc: {months}.", (12, 16)),
        Gap(8),
        _TABLE_LAYOUT.table([_TABLE_LAYOUT.title_cells(), *(_row(line) for line in days)]),
    ]
    return render(sheet.print_number, _SHEET, PageFooter(sheet.print_number, printed), story)[0]


def _row(line: DayLine) -> list[Any]:
    weekday = _WEEKDAYS[line.day.weekday()]
    return _TABLE_LAYOUT.cells((short_day(line.day), weekday, line.kind, line.name, line.document))
