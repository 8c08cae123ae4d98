"""Biểu 01/TCD (TT 06/2025) as an Excel workbook, ready to be printed on A4 landscape."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reception.domain.table_01tcd import TableSheet

_FONT = "Times New Roman"
_LAST = 22  # the unit's column and the 21 of the form
_COLUMNS = 21
_TITLE = "TỔNG HỢP KẾT QUẢ TIẾP CÔNG DÂN THƯỜNG XUYÊN, ĐỊNH KỲ VÀ ĐỘT XUẤT"
_ATTACHED = "(Kèm theo Báo cáo số: ...... ngày ...... tháng ...... năm ...... của ......)"
_SIGNATURES = ("NGƯỜI LẬP BIỂU", "TRƯỞNG BAN")
_FORMULAS = {1: "1=5+11+17", 2: "2=6+12+18", 3: "3=7+13+19", 4: "4=8+14+20"}
_TOP = 7  # first line of the table's head
_HEAD_LINES = 4
_FIRST_UNIT = _TOP + _HEAD_LINES + 1
_DAYS, _VISITS, _PEOPLE, _MATTERS = (
    "Số ngày tiếp",
    "Số lượt tiếp",
    "Số người được tiếp",
    "Số vụ việc",
)
_LARGE, _GROUPS = "Trong đó đoàn đông người", "Số đoàn được tiếp"


@dataclass(frozen=True, slots=True)
class _Head:
    """A cell of the head: columns 0 (unit) to 21, lines 0 to 3, both ends included."""

    text: str
    left: int
    top: int
    right: int
    bottom: int


def _heads() -> list[_Head]:
    """Return the four lines of the form's head."""
    totals = ("Đơn vị", "Tổng số lượt tiếp", "Tổng số người được tiếp", "Tổng số vụ việc tiếp")
    heads = [_Head(text, place, 0, place, 3) for place, text in enumerate(totals)]
    heads.append(_Head("Tổng số đoàn đông người", 4, 0, 4, 3))
    heads.append(_Head("Tiếp thường xuyên", 5, 0, 9, 0))
    heads.extend(_block(5, 1, (_VISITS, _PEOPLE, _MATTERS)))
    heads.append(_Head("Tiếp định kỳ và đột xuất của Thủ trưởng", 10, 0, 21, 0))
    for left, text in ((10, "Thủ trưởng tiếp"), (16, "Ủy quyền tiếp")):
        heads.append(_Head(text, left, 1, left + 5, 1))
        heads.extend(_block(left, 2, (_DAYS, _VISITS, _PEOPLE, _MATTERS)))
    return heads


def _block(left: int, top: int, singles: tuple[str, ...]) -> list[_Head]:
    """Return single columns and the two of large groups that close each block."""
    heads = [_Head(text, left + place, top, left + place, 3) for place, text in enumerate(singles)]
    right = left + len(singles)
    heads.append(_Head(_LARGE, right, top, right + 1, 2))
    heads.append(_Head(_GROUPS, right, 3, right, 3))
    heads.append(_Head(_PEOPLE, right + 1, 3, right + 1, 3))
    return heads


def write_table_01tcd(table: TableSheet) -> bytes:
    """Return the .xlsx of a table; figures are numbers, the properties name nobody."""
    from openpyxl import Workbook  # noqa: PLC0415 - 0.3 s that a start without export saves

    book = Workbook()
    sheet = book.active
    sheet.title = "01-TCD"
    writer = _Writer(sheet)
    writer.top(table)
    writer.head()
    last = writer.figures(table)
    writer.foot(table, last)
    _set_page(sheet, last)
    _clear_properties(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


class _Writer:
    """Writes the parts of the table into one sheet."""

    def __init__(self, sheet: Any) -> None:
        from openpyxl.styles import Alignment, Border, Font, Side  # noqa: PLC0415 - see above

        self._sheet = sheet
        self._font, self._align = Font, Alignment
        side = Side(style="thin", color="000000")
        self._border = Border(left=side, right=side, top=side, bottom=side)

    def top(self, table: TableSheet) -> None:
        """Write head lines, the form's code, title, days and the report it goes with."""
        for line, text in enumerate(table.head[:2], start=1):
            self._across(line, (1, 7), text, bold=line == len(table.head[:2]))
        self._across(1, (19, _LAST), "Biểu số: 01/TCD", bold=True)
        first, last = (f"{day:%d/%m/}{day.year}" for day in table.period)
        self._across(3, (1, _LAST), _TITLE, bold=True, size=14)
        self._across(4, (1, _LAST), f"Số liệu tính từ ngày {first} đến ngày {last}", size=13)
        self._across(5, (1, _LAST), table.attached or _ATTACHED, italic=True, size=13)

    def head(self) -> None:
        """Write the four lines of the head and the line MS with the form's formulas."""
        for head in _heads():
            top, left = _TOP + head.top, head.left + 1
            bottom, right = _TOP + head.bottom, head.right + 1
            for line in range(top, bottom + 1):
                for place in range(left, right + 1):
                    self._sheet.cell(line, place).border = self._border
            self._put(top, left, head.text, bold=True)
            if (top, left) != (bottom, right):
                self._merge(top, left, bottom, right)
        line = _TOP + _HEAD_LINES
        self._put(line, 1, "MS", italic=True, size=9)
        for column in range(1, _COLUMNS + 1):
            self._put(line, column + 1, _FORMULAS.get(column, column), italic=True, size=9)

    def figures(self, table: TableSheet) -> int:
        """Write units and the total; return the last line."""
        line = _FIRST_UNIT
        for row in table.units:
            self._figures(line, row.unit, row.columns)
            line += 1
        self._figures(line, "Tổng cộng", table.total(), bold=True)
        return line

    def foot(self, table: TableSheet, last: int) -> None:
        """Write the note line and the two signatures, left for the pen."""
        self._across(last + 1, (1, _LAST), f"22. Ghi chú: {table.note}", centre=False)
        self._sheet.row_dimensions[last + 1].height = 32
        self._across(last + 3, (1, 7), table.signatures[0] or _SIGNATURES[0], bold=True)
        self._across(last + 3, (16, _LAST), table.signatures[1] or _SIGNATURES[1], bold=True)

    def _figures(self, line: int, unit: str, columns: dict[int, int], bold: bool = False) -> None:
        self._put(line, 1, unit, bold=bold)
        self._sheet.cell(line, 1).alignment = self._align(
            horizontal="left", vertical="center", wrap_text=True
        )
        for column in range(1, _COLUMNS + 1):
            self._put(line, column + 1, columns.get(column, 0), bold=bold)
            self._sheet.cell(line, column + 1).number_format = "#,##0"
        self._sheet.row_dimensions[line].height = 30 if len(unit) > 22 else 20  # noqa: PLR2004 - letters that fit on one line

    def _put(self, line: int, place: int, value: str | int, **look: Any) -> None:
        cell = self._sheet.cell(line, place)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"  # a unit called "=…" stays words
        cell.border = self._border
        cell.font = self._font(
            name=_FONT,
            size=look.get("size", 10),
            bold=look.get("bold", False),
            italic=look.get("italic", False),
        )
        cell.alignment = self._align(horizontal="center", vertical="center", wrap_text=True)

    def _across(self, line: int, places: tuple[int, int], text: str, **look: Any) -> None:
        cell = self._sheet.cell(line, places[0])
        cell.value = text
        cell.data_type = "s"
        cell.font = self._font(
            name=_FONT,
            size=look.get("size", 12),
            bold=look.get("bold", False),
            italic=look.get("italic", False),
        )
        side = "center" if look.get("centre", True) else "left"
        cell.alignment = self._align(horizontal=side, vertical="center", wrap_text=True)
        self._merge(line, places[0], line, places[1])

    def _merge(self, top: int, left: int, bottom: int, right: int) -> None:
        self._sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)


def _set_page(sheet: Any, last: int) -> None:
    """Set A4 landscape, one page wide, the head on each page; widths that fit the form."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{_TOP}:{_TOP + _HEAD_LINES}"
    sheet.print_area = f"A1:V{last + 8}"
    sheet.page_margins.left = sheet.page_margins.right = 0.6
    sheet.page_margins.top = sheet.page_margins.bottom = 0.7
    sheet.print_options.horizontalCentered = True
    sheet.column_dimensions["A"].width = 26
    for place in range(1, _COLUMNS + 1):
        sheet.column_dimensions[chr(ord("A") + place)].width = (
            11 if place <= len(_FORMULAS) else 7.5
        )
    for line, height in zip(range(_TOP, _FIRST_UNIT), (20, 20, 44, 60, 18), strict=True):
        sheet.row_dimensions[line].height = height
    sheet.row_dimensions[3].height = 24
    sheet.freeze_panes = sheet.cell(_FIRST_UNIT, 2)


def _clear_properties(book: Any) -> None:
    """Leave title and language only: no author, no machine, no hour of making."""
    book.properties.creator = ""
    book.properties.lastModifiedBy = ""
    book.properties.title = "Biểu 01/TCD (TT 06/2025)"
    book.properties.language = "vi-VN"
    book.properties.created = datetime(2000, 1, 1)
