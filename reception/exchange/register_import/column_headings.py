"""The columns of a register, found by their titles in any order and spelling."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reception.domain.text import fold

_MAX_TITLE_LENGTH = 160
_MIN_TITLES = 4  # a line with fewer titles than this is no heading


class Column(StrEnum):
    """A column of Mẫu 03/TCD (NĐ 154/2026) or of the older form (TT 04/2021)."""

    NUMBER = "number"
    DATE = "date"
    PERSON = "person"
    ADDRESS = "address"
    PAPER = "paper"
    SUMMARY = "summary"
    KIND = "kind"
    KIND_PEOPLE = "kind_people"  # TT 04/2021: "Phân loại đơn/Số người" in one column
    PEOPLE = "people"
    SAME_CONTENT = "same_content"
    SETTLED_BY = "settled_by"
    OWN_COMPETENCE = "ours"
    GUIDED = "guided"
    TRANSFERRED = "transferred"
    RESULT = "result"
    NOTE = "note"
    MODE = "mode"

    @property
    def identifies(self) -> bool:
        """Tell whether cells of this column hold an identity."""
        return self in (Column.PERSON, Column.ADDRESS, Column.PAPER)


# The first rule that matches a folded title applies, so the specific ones come first.
_RULES: tuple[tuple[Column, re.Pattern[str]], ...] = tuple(
    (column, re.compile(pattern))
    for column, pattern in (
        (Column.NUMBER, r"^(stt|tt|so tt|so thu tu)$"),
        (Column.MODE, r"hinh thuc tiep|^hinh thuc$"),
        (Column.KIND_PEOPLE, r"loai don.*(so nguoi|so cong dan)"),
        (Column.SAME_CONTENT, r"cung (mot )?noi dung"),
        (Column.PEOPLE, r"^so (luong )?(nguoi|cong dan)"),
        (Column.KIND, r"loai don|^phan loai|^loai vu viec"),
        (Column.PERSON, r"\bho (va )?ten|nguoi dung don|^ten cong dan"),
        (Column.ADDRESS, r"^dia chi|^noi o|^noi cu tru"),
        (Column.PAPER, r"\bcccd|\bcmnd|\bcmt|can cuoc|ho chieu|dinh danh|tuy than"),
        (Column.SETTLED_BY, r"da giai quyet"),
        (Column.GUIDED, r"huong dan"),
        (Column.TRANSFERRED, r"chuyen don|(co quan|don vi).*thu ly"),
        (Column.OWN_COMPETENCE, r"thuoc tham quyen|thu ly"),
        (Column.RESULT, r"theo doi|ket qua"),
        (Column.DATE, r"^ngay( thang( nam)?)?( tiep.*)?$|^thoi gian tiep"),
        (Column.SUMMARY, r"noi dung|^tom tat"),
        (Column.NOTE, r"ghi chu"),
    )
)
REQUIRED = (Column.NUMBER, Column.DATE, Column.PERSON, Column.SUMMARY, Column.KIND)
# Titles as printed on the form; messages name a column by them in both languages.
TITLES = {
    Column.NUMBER: "STT",
    Column.DATE: "Ngày tiếp",
    Column.PERSON: "Họ tên, địa chỉ",
    Column.ADDRESS: "Địa chỉ",
    Column.PAPER: "CCCD/Hộ chiếu",
    Column.SUMMARY: "Nội dung đơn",
    Column.KIND: "Loại đơn",
    Column.KIND_PEOPLE: "Phân loại đơn/Số người",
    Column.PEOPLE: "Số người",
    Column.SAME_CONTENT: "Số người cùng nội dung",
    Column.SETTLED_BY: "Cơ quan đã giải quyết",
    Column.OWN_COMPETENCE: "Thuộc thẩm quyền",
    Column.GUIDED: "Hướng dẫn",
    Column.TRANSFERRED: "Cơ quan thụ lý",
    Column.RESULT: "Theo dõi kết quả",
    Column.NOTE: "Ghi chú",
    Column.MODE: "Hình thức tiếp",
}
_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(slots=True)
class Heading:
    """The position of each column in a sheet, from 0; ``line`` is the heading's first line."""

    line: int
    columns: dict[Column, int]
    duplicate: Column | None = None  # a required column whose title was found twice

    @property
    def missing(self) -> tuple[Column, ...]:
        """The required columns that were not found."""
        missing_columns = [column for column in REQUIRED if column not in self.columns]
        if Column.KIND_PEOPLE in self.columns and Column.KIND in missing_columns:
            missing_columns.remove(Column.KIND)
        return tuple(missing_columns)

    def extend(self, further: dict[Column, int]) -> None:
        """Add the columns of a further heading line at positions where no column is known yet."""
        used_positions = set(self.columns.values())
        for column, position in further.items():
            if position not in used_positions:
                self.columns.setdefault(column, position)


def column_of(title: object) -> Column | None:
    """Return the column that a heading cell names, or None."""
    if not isinstance(title, str) or not title or len(title) > _MAX_TITLE_LENGTH:
        return None
    plain = _NOT_LETTERS.sub(" ", fold(title)).strip()
    return next((column for column, rule in _RULES if rule.search(plain)), None)


def heading_of(line: int, values: Sequence[object]) -> Heading | None:
    """Return the heading that begins in a line, or None if the line has too few titles."""
    heading = titles_of(line, values)
    return heading if len(heading.columns) >= _MIN_TITLES else None


def titles_of(line: int, values: Sequence[object]) -> Heading:
    """Return the titles in a line; ``duplicate`` is set for a required title found twice."""
    heading = Heading(line, {})
    for position, value in enumerate(values):
        column = column_of(value)
        if column is None:
            continue
        if column in heading.columns:
            heading.duplicate = column if column in REQUIRED else heading.duplicate
            continue
        heading.columns[column] = position
    return heading


def repeats_heading(heading: Heading, values: Sequence[object]) -> bool | None:
    """Return True if a line repeats the heading, False for another heading, else None.

    Call it only for a line without a number and without a day.
    """
    titles = titles_of(0, values).columns
    filled = sum(1 for value in values if value not in (None, ""))
    if len(titles) < _MIN_TITLES and not (len(titles) == filled >= 2):  # noqa: PLR2004 - two titles
        return None
    return all(heading.columns.get(column) == position for column, position in titles.items())
