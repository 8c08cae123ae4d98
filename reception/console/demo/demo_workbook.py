"""The Excel register that the demonstration writes, so that the import can be tried."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from resources import table

WORKBOOK_NAME = "so-mau-de-nhap.xlsx"


def write_demo_register(out: Path) -> Path:
    """Write the rows of the demonstration as a workbook without an author."""
    book = Workbook()
    sheet = book.active
    sheet.append(["SỔ TIẾP CÔNG DÂN NĂM 2021"])
    for cells in table("data/demonstration_register.json")["rows"]:
        sheet.append(list(cells))
    book.properties.creator = ""
    path = out / WORKBOOK_NAME
    book.save(path)
    return path
