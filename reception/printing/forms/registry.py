"""Every kind of paper with a print number: its name, the code of its form, whom it may name.

The print log, the preview, the printer rules and the to-do list use this registry.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class NamedPeople(Enum):
    """The people whom a paper may name."""

    NOBODY = "nobody"  # pseudonyms, figures, lines to write on
    # The one person it is about; a denouncer only on a citizen's copy, if the office prints the
    # person on those of every kind.
    REPORTER = "reporter"
    REPORTERS = "reporters"  # many, never a denouncer; approved by the head for one printing
    DENOUNCERS = "denouncers"  # as numbered copies framed MẬT


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """One kind of paper; ``code`` is the form's, with its regulation, or "" if there is none."""

    title: str
    named_people: NamedPeople
    code: str = ""

    @property
    def name(self) -> str:
        """The name in print log and preview: ``Giấy biên nhận, Mẫu 02/TCD (NĐ 154/2026)``."""
        return f"{self.title}, {self.code}" if self.code else self.title

    @property
    def is_printed_once(self) -> bool:
        """Whether the paper is printed only once, on a known printer.

        If such a print is dropped, the audit log says so.
        """
        return self.named_people in (NamedPeople.REPORTERS, NamedPeople.DENOUNCERS)

    @property
    def needs_allowed_printer(self) -> bool:
        """Whether the paper is printed only on a printer that is allowed for identities."""
        return self.named_people is NamedPeople.DENOUNCERS


RECEIPT = PrintedForm("Giấy biên nhận", NamedPeople.REPORTER, "Mẫu 02/TCD (NĐ 154/2026)")
RETURN_SLIP = PrintedForm("Phiếu tra cứu", NamedPeople.NOBODY)
STATEMENT = PrintedForm("Bản ghi nội dung trình bày", NamedPeople.REPORTER)
REFUSAL_NOTICE = PrintedForm("Thông báo từ chối", NamedPeople.REPORTER, "Mẫu 01/TCD (NĐ 154/2026)")
LETTER = PrintedForm("Thư gửi người đến", NamedPeople.REPORTER)
REGISTER_BOOK = PrintedForm("Sổ tiếp công dân", NamedPeople.NOBODY, "Mẫu 03/TCD (NĐ 154/2026)")
NAMED_REGISTER_BOOK = PrintedForm(
    "Sổ tiếp công dân có danh tính", NamedPeople.REPORTERS, "Mẫu 03/TCD (NĐ 154/2026)"
)
IDENTITY_PAGE = PrintedForm("Trang danh tính người tố cáo", NamedPeople.DENOUNCERS, "MẬT")
MONTHLY_REPORT = PrintedForm("Báo cáo tháng", NamedPeople.NOBODY)
PRINTER_TEST_PAGE = PrintedForm("Trang in thử", NamedPeople.NOBODY)
CALENDAR_SHEET = PrintedForm("Lịch làm việc", NamedPeople.NOBODY)
REJECTED_ROWS_LIST = PrintedForm("Danh sách dòng chưa nhập", NamedPeople.NOBODY)

# Every form above, in this order: a new one needs no further line.
PRINTED_FORMS = tuple(form for form in globals().values() if isinstance(form, PrintedForm))
