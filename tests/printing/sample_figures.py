"""Fictional figures, rows and reports for the papers over many visits."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Pseudonym
from reception.law.tables.table_01tcd import TABLE_01TCD
from reception.law.tables.table_sheet import TableSheet, UnitRow
from reception.printing.forms.register_book import BookHeader, BookPetition, BookRow
from reception.printing.layout.page_flow import PageFooter
from reception.printing.tables.monthly_report import MonthlyReport, ReportFigures
from tests.printing import sample_papers

FOOTER = PageFooter("2026-0422", "Neo 4.133 · 5ad2 c60b")
WHERE = "Trụ sở Tiếp công dân tỉnh"
PERIOD = (date(2026, 10, 15), date(2026, 11, 14))
BOOK = BookHeader(
    sample_papers.OFFICE,
    (date(2026, 11, 17), sample_papers.DAY),
    sample_papers.DAY,
    "Trần Thị B",
    "2026-0425",
)
LONG_UNIT = "Ủy ban nhân dân xã vùng cao biên giới đặc biệt khó khăn mới sáp nhập số"


def columns(times: int) -> dict[int, int]:
    given = {5: 34, 6: 52, 7: 30, 8: 1, 9: 12, 10: 1, 11: 4, 12: 15, 13: 4, 14: 1, 15: 9}
    found = {number: value * times for number, value in given.items()}
    for number in range(1, 5):
        parts = (number + 4, number + 10, number + 16)
        found[number] = sum(found.get(part, 0) for part in parts)
    return found


def table(units: int, times: int = 1, name: str = "Ủy ban nhân dân xã Nậm Mường số") -> TableSheet:
    rows = tuple(UnitRow(f"{name} {n}", columns(times * n)) for n in range(1, units + 1))
    head = ("VĂN PHÒNG UBND TỈNH LAI CHÂU", "BAN TIẾP CÔNG DÂN TỈNH")
    return TableSheet(
        TABLE_01TCD, head, PERIOD, rows, "Đoàn đông người là đoàn từ 05 người trở lên."
    )


def row(number: int, **parts) -> BookRow:
    """Return a row of one petition; ``parts`` are fields of the row or of its petition."""
    pseudonym = Pseudonym("KN", 2026, number)
    names = {field.name for field in fields(BookPetition)}
    content = {"content": f"Bồi thường thửa đất số {number}"} | {
        name: value for name, value in parts.items() if name in names
    }
    petition = BookPetition(content.pop("kind", PetitionKind.COMPLAINT), **content)
    others = {name: value for name, value in parts.items() if name not in names}
    return replace(BookRow(number, sample_papers.DAY, pseudonym, (petition,), 1), **others)


def figures(counted: dict[int, int], kinds: dict | None = None, year: int = 2026) -> ReportFigures:
    return ReportFigures((date(year, 10, 15), date(year, 11, 14)), counted, kinds or {})


def report(**parts) -> MonthlyReport:
    kinds = {PetitionKind.COMPLAINT: 70, PetitionKind.FEEDBACK: 44, PetitionKind.DENUNCIATION: 0}
    sheet = MonthlyReport(
        heading=sample_papers.OFFICE,
        receiving_body=WHERE,
        period_name="tháng 11 năm 2026",
        document_date=sample_papers.DAY,
        recipients=("Ủy ban nhân dân tỉnh", "Thanh tra tỉnh"),
        head_title="Chủ tịch UBND tỉnh",
        current=figures(columns(3), kinds),
        previous=figures(columns(2)),
        last_year=figures(columns(3), year=2025),
        main_fields=("đất đai", "chế độ, chính sách"),
        counting_note="Số vụ việc và số người đếm theo từng lượt tiếp",
        reveal_count=0,
        lone_openings=0,
        fingerprint="7E41 09BC D2A8",
        roster_number=12,
        table=table(2),
        signers=("Lê Văn C", "Phạm Thị D"),
        footer=FOOTER,
    )
    return replace(sheet, **parts)
