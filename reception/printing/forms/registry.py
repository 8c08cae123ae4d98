"""Every paper with a print number: its name, its form's code, who may be named on it.

The print log, the preview, the rules for printers and the to-do list take any paper from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Named(Enum):
    """Who may be named on a paper."""

    NOBODY = "nobody"  # pseudonyms, figures, lines to write on
    VISITOR = "visitor"  # the one person it is about, never a denouncer
    VISITORS = "visitors"  # many, never a denouncer; approved by the head for one printing
    DENOUNCERS = "denouncers"  # as numbered copies framed MẬT


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """One kind of paper; ``code`` is the form's, with its regulation, or "" if there is none."""

    title: str
    named: Named
    code: str = ""

    @property
    def name(self) -> str:
        """The name in print log and preview: ``Giấy biên nhận, Mẫu 02/TCD (NĐ 154/2026)``."""
        return f"{self.title}, {self.code}" if self.code else self.title

    @property
    def single(self) -> bool:
        """Whether it is printed once, on a printer known to be one, and giving it up is logged."""
        return self.named in (Named.VISITORS, Named.DENOUNCERS)

    @property
    def cable_only(self) -> bool:
        """Whether it goes to no printer but one that is connected by a cable."""
        return self.named is Named.DENOUNCERS


RECEIPT = PrintedForm("Giấy biên nhận", Named.VISITOR, "Mẫu 02/TCD (NĐ 154/2026)")
RETURN_SLIP = PrintedForm("Phiếu tra cứu", Named.NOBODY)
STATEMENT = PrintedForm("Bản ghi nội dung trình bày", Named.VISITOR)
REFUSAL_NOTICE = PrintedForm("Thông báo từ chối", Named.VISITOR, "Mẫu 01/TCD (NĐ 154/2026)")
LETTER = PrintedForm("Thư gửi người đến", Named.VISITOR)
REGISTER_BOOK = PrintedForm("Sổ tiếp công dân", Named.NOBODY, "Mẫu 03/TCD (NĐ 154/2026)")
NAMED_REGISTER_BOOK = PrintedForm(
    "Sổ tiếp công dân có danh tính", Named.VISITORS, "Mẫu 03/TCD (NĐ 154/2026)"
)
IDENTITY_PAGE = PrintedForm("Trang danh tính người tố cáo", Named.DENOUNCERS, "MẬT")
MONTHLY_REPORT = PrintedForm("Báo cáo tháng", Named.NOBODY)
PRINTER_TEST_PAGE = PrintedForm("Trang in thử", Named.NOBODY)
CALENDAR_SHEET = PrintedForm("Lịch làm việc", Named.NOBODY)
REJECTED_ROWS_LIST = PrintedForm("Danh sách dòng chưa nhập", Named.NOBODY)

PRINTED_FORMS = (
    RECEIPT,
    RETURN_SLIP,
    STATEMENT,
    REFUSAL_NOTICE,
    LETTER,
    REGISTER_BOOK,
    NAMED_REGISTER_BOOK,
    IDENTITY_PAGE,
    MONTHLY_REPORT,
    PRINTER_TEST_PAGE,
    CALENDAR_SHEET,
    REJECTED_ROWS_LIST,
)
