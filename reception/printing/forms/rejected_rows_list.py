"""The list of rows that an import leaves out: position and reason, A4 portrait, no identity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reception.printing.layout.document_heading import OfficeHeading, OfficeLines
from reception.printing.layout.page_flow import PageFooter, render, sheet_with_margins
from reception.printing.layout.paper_canvas import A4
from reception.printing.layout.paper_fonts import BOLD, REGULAR
from reception.printing.layout.paper_wording import short_day
from reception.printing.layout.ruled_table import Align, CellStyle, Column, TableLayout
from reception.printing.layout.text_blocks import Gap, centred, paragraph

_SHEET = sheet_with_margins(A4, (20, 15, 20, 25))
_STYLE = CellStyle(11.5, 15, 4, 4)
_COLUMNS = (
    Column("TT", 34, Align.CENTRE),
    Column("Trang tính", 48, Align.CENTRE),
    Column("Dòng", 54, Align.CENTRE),
    Column("Cột", 130),
    Column("Chỗ vướng", 200),
    Column("Đã sửa", 48, Align.CENTRE),
)
_TABLE_LAYOUT = TableLayout(_COLUMNS, _STYLE, _SHEET.width)
_NOTE = (
    "Bản này chỉ ghi chỗ trong tệp, không có danh tính. Sửa các dòng trên trong tệp Excel rồi nhập"
    " lại: dòng đã có trong sổ tự được bỏ qua. Tệp Excel còn mọi tên: cất nơi khoá kín, nhập xong"
    " hết thì huỷ."
)


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """One problem: sheet and line in the file, title of the column, reason."""

    sheet: int
    line: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class RejectedRowsSheet:
    """What the list has above and below its table; ``rejected_count`` rows were not imported."""

    heading: OfficeHeading
    printed_on: date
    printed_by: str
    print_number: str
    rejected_count: int
    unlisted_count: int = 0  # problems that the list leaves out


def render_rejected_rows(sheet: RejectedRowsSheet, rows: Sequence[RejectedRow]) -> bytes:
    """Return the list as a PDF."""
    printed = f"In {short_day(sheet.printed_on)}, {sheet.printed_by}"
    listed = [
        _TABLE_LAYOUT.cells(
            (str(number), str(row.sheet), str(row.line), row.column, row.reason, "")
        )
        for number, row in enumerate(rows, start=1)
    ]
    unlisted = f"Còn {sheet.unlisted_count} chỗ vướng khác, xem trên màn hình."
    story = [
        OfficeLines(sheet.heading, 12),
        Gap(16),
        centred("CÁC DÒNG CHƯA NHẬP TỪ SỔ EXCEL", BOLD, (14, 19)),
        centred(f"{sheet.rejected_count} dòng để lại", REGULAR, (12.5, 17)),
        Gap(10),
        _TABLE_LAYOUT.table([_TABLE_LAYOUT.title_cells(), *listed]),
        Gap(8),
        *([paragraph(unlisted, (12, 16))] if sheet.unlisted_count else []),
        paragraph(_NOTE, (12, 16)),
    ]
    return render(sheet.print_number, _SHEET, PageFooter(sheet.print_number, printed), story)[0]
