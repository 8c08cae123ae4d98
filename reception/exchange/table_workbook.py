"""A statutory table as an Excel workbook, ready to be printed on A4 landscape."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from reception.exchange.table_measures import (
    column_widths,
    header_heights,
    numbers_height,
    unit_height,
)
from reception.law.tables.statutory_table import StatutoryTable
from reception.law.tables.table_header import header_cells, header_levels
from reception.law.tables.table_sheet import NUMBERS_TITLE, TOTAL_TITLE, TableSheet

_FONT = "Times New Roman"
_HEADER_LINE = 7  # first line of the table's header
_LEFT_SPAN = (1, 7)  # first and last column of the office's name and of the first signature
_CODE_COLUMNS, _SIGNATURE_COLUMNS = 4, 7  # at the right: for the code and the second signature
_LINES_BELOW = 8  # printed lines below the figures: the note and the space for signatures


def write_table_workbook(table_sheet: TableSheet) -> bytes:
    """Return the .xlsx of a table; figures are numbers, the properties hold no name."""
    book = Workbook()
    sheet = book.active
    sheet.title = table_sheet.table.code.replace("/", "-")
    writer = _Writer(sheet, table_sheet)
    writer.write_top()
    writer.write_header()
    last = writer.write_figures()
    writer.write_signatures(last)
    _set_page(sheet, table_sheet.table, last)
    _clear_properties(book, table_sheet.table)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


class _Writer:
    """Writes the parts of the table into one sheet."""

    def __init__(self, sheet: Any, table_sheet: TableSheet) -> None:
        self._sheet = sheet
        self._content = table_sheet
        self._table = table_sheet.table
        self._last_column = len(self._table.columns) + 1  # the units' column comes first
        self._font, self._align = Font, Alignment
        side = Side(style="thin", color="000000")
        self._border = Border(left=side, right=side, top=side, bottom=side)

    def write_top(self) -> None:
        """Write the office, the table's code, title and period, and the report it belongs to."""
        content, all_columns = self._content, (1, self._last_column)
        for line, text in enumerate(content.office_lines[:2], start=1):
            self._write_across(line, _LEFT_SPAN, text, bold=line == len(content.office_lines[:2]))
        self._write_across(1, self._right_span(_CODE_COLUMNS), content.code_line, bold=True)
        self._write_across(3, all_columns, self._table.title, bold=True, size=14)
        self._write_across(4, all_columns, content.period_line, size=13)
        self._write_across(5, all_columns, content.report_reference_line, italic=True, size=13)

    def write_header(self) -> None:
        """Write the lines of the header and the line MS with the formulas of the circular."""
        for cell in header_cells(self._table):
            top, left = _HEADER_LINE + cell.first_level, cell.first_column + 1
            bottom, right = _HEADER_LINE + cell.last_level, cell.last_column + 1
            for line in range(top, bottom + 1):
                for column_number in range(left, right + 1):
                    self._sheet.cell(line, column_number).border = self._border
            self._write_cell(top, left, cell.text, bold=True)
            if (top, left) != (bottom, right):
                self._merge(top, left, bottom, right)
        line = _numbers_line(self._table)
        self._write_cell(line, 1, NUMBERS_TITLE, italic=True, size=9)
        for column in self._table.columns:
            value = "\n".join(column.number_lines) if column.formula else column.number
            self._write_cell(line, column.number + 1, value, italic=True, size=9)

    def write_figures(self) -> int:
        """Write the lines of the units and the total; return the number of the last line."""
        line = _numbers_line(self._table) + 1
        for row in self._content.units:
            self._write_unit(line, row.unit, row.columns)
            line += 1
        self._write_unit(line, TOTAL_TITLE, self._content.total(), bold=True)
        return line

    def write_signatures(self, last: int) -> None:
        """Write the note line and the two posts, with space for the signatures."""
        self._write_across(last + 1, (1, self._last_column), self._content.note_line, centre=False)
        self._sheet.row_dimensions[last + 1].height = 32
        first, second = self._content.signing_posts
        self._write_across(last + 3, _LEFT_SPAN, first, bold=True)
        self._write_across(last + 3, self._right_span(_SIGNATURE_COLUMNS), second, bold=True)

    def _right_span(self, columns: int) -> tuple[int, int]:
        return self._last_column - columns + 1, self._last_column

    def _write_unit(
        self, line: int, unit: str, columns: Mapping[int, int], bold: bool = False
    ) -> None:
        self._write_cell(line, 1, unit, bold=bold)
        self._sheet.cell(line, 1).alignment = self._align(
            horizontal="left", vertical="center", wrap_text=True
        )
        for number in self._table.numbers:
            self._write_cell(line, number + 1, columns.get(number, 0), bold=bold)
            self._sheet.cell(line, number + 1).number_format = "#,##0"
        self._sheet.row_dimensions[line].height = unit_height(unit)

    def _write_cell(self, line: int, column_number: int, value: str | int, **style: Any) -> None:
        cell = self._sheet.cell(line, column_number)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"  # a unit called "=…" is no formula
        cell.border = self._border
        cell.font = self._font(
            name=_FONT,
            size=style.get("size", 10),
            bold=style.get("bold", False),
            italic=style.get("italic", False),
        )
        cell.alignment = self._align(horizontal="center", vertical="center", wrap_text=True)

    def _write_across(self, line: int, span: tuple[int, int], text: str, **style: Any) -> None:
        cell = self._sheet.cell(line, span[0])
        cell.value = text
        cell.data_type = "s"
        cell.font = self._font(
            name=_FONT,
            size=style.get("size", 12),
            bold=style.get("bold", False),
            italic=style.get("italic", False),
        )
        side = "center" if style.get("centre", True) else "left"
        cell.alignment = self._align(horizontal=side, vertical="center", wrap_text=True)
        self._merge(line, span[0], line, span[1])

    def _merge(self, top: int, left: int, bottom: int, right: int) -> None:
        self._sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)


def _numbers_line(table: StatutoryTable) -> int:
    return _HEADER_LINE + header_levels(table)


def _set_page(sheet: Any, table: StatutoryTable, last: int) -> None:
    """Set A4 landscape, one page wide, with the header on each page; set widths and heights."""
    numbers_line, widths = _numbers_line(table), column_widths(table)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{_HEADER_LINE}:{numbers_line}"
    sheet.print_area = f"A1:{get_column_letter(len(widths))}{last + _LINES_BELOW}"
    sheet.page_margins.left = sheet.page_margins.right = 0.6
    sheet.page_margins.top = sheet.page_margins.bottom = 0.7
    sheet.print_options.horizontalCentered = True
    for column_number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column_number)].width = width
    heights = [*header_heights(table), numbers_height(table)]
    for line, height in enumerate(heights, start=_HEADER_LINE):
        sheet.row_dimensions[line].height = height
    sheet.row_dimensions[3].height = 24
    sheet.freeze_panes = sheet.cell(numbers_line + 1, 2)


def _clear_properties(book: Any, table: StatutoryTable) -> None:
    """Leave title and language only: no author, no machine, no creation time."""
    book.properties.creator = ""
    book.properties.lastModifiedBy = ""
    book.properties.title = table.name
    book.properties.language = "vi-VN"
    book.properties.created = datetime(2000, 1, 1)
