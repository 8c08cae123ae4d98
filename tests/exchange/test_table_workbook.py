"""A statutory table as a workbook: head, figures, page, and document properties without names."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook

from reception.exchange.table_workbook import write_table_workbook
from reception.law.tables.table_01tcd import TABLE_01TCD
from reception.law.tables.table_sheet import TableSheet, UnitRow

UNITS = (
    UnitRow("Ban Tiếp công dân tỉnh", {column: column * 3 for column in range(1, 22)}),
    UnitRow("=Văn phòng Tỉnh uỷ", {1: 4, 5: 4}),
)
TABLE = TableSheet(
    TABLE_01TCD,
    ("VĂN PHÒNG UBND TỈNH LAI CHÂU", "BAN TIẾP CÔNG DÂN TỈNH"),
    (date(2026, 10, 15), date(2026, 11, 14)),
    UNITS,
    "Số người đếm theo lượt tiếp.",
)


@pytest.fixture(scope="module")
def sheet() -> Any:
    return load_workbook(io.BytesIO(write_table_workbook(TABLE))).active


def test_the_head_of_the_form(sheet: Any) -> None:
    assert sheet["A3"].value.startswith("TỔNG HỢP KẾT QUẢ TIẾP CÔNG DÂN")
    assert sheet["A4"].value == "Số liệu tính từ ngày 15/10/2026 đến ngày 14/11/2026"
    merged = {str(span) for span in sheet.merged_cells.ranges}
    assert {"A7:A10", "F7:J7", "K7:V7", "K8:P8", "Q8:V8", "I8:J9", "O9:P9", "U9:V9"} <= merged
    assert sheet["K8"].value == "Thủ trưởng tiếp"
    assert [sheet.cell(11, place).value for place in (1, 2, 3, 4, 5, 6, 22)] == [
        "MS",
        "1=5+11+17",
        "2=6+12+18",
        "3=7+13+19",
        "4=8+14+20",
        5,
        21,
    ]
    lowest = [
        sheet.cell(10, place).value or sheet.cell(9, place).value for place in (9, 10, 15, 16)
    ]
    assert lowest == ["Số đoàn được tiếp", "Số người được tiếp"] * 2


def test_figures_are_numbers_and_add_up(sheet: Any) -> None:
    rows = [[cell.value for cell in line] for line in sheet.iter_rows(12, 14)]
    assert rows[0] == ["Ban Tiếp công dân tỉnh", *(column * 3 for column in range(1, 22))]
    assert rows[1][:7] == ["=Văn phòng Tỉnh uỷ", 4, 0, 0, 0, 4, 0]
    assert rows[2] == ["Tổng cộng", *(TABLE.total()[column] for column in range(1, 22))]
    assert sheet["A13"].data_type == "s"
    assert {cell.font.name for line in sheet.iter_rows(1, 17) for cell in line if cell.value} == {
        "Times New Roman"
    }


def test_the_page(sheet: Any) -> None:
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet["A15"].value == "22. Ghi chú: Số người đếm theo lượt tiếp."
    assert sheet["A17"].value == "NGƯỜI LẬP BIỂU"


def test_the_properties_hold_no_name(sheet: Any) -> None:
    properties = sheet.parent.properties
    assert not properties.creator
    assert not properties.lastModifiedBy
    assert properties.title == "Biểu 01/TCD (TT 06/2025)"
