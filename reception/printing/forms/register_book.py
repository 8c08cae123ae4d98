"""Sổ tiếp công dân (Mẫu 03/TCD, NĐ 154/2026) on A4 landscape: thirteen columns, pseudonyms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable, Table, TableStyle

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Pseudonym
from reception.law.statutory_words import KIND_WORDS
from reception.printing.layout import paper_fonts
from reception.printing.layout.document_heading import OfficeHeading, OfficeLines
from reception.printing.layout.drawings import hatch
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.printing.layout.page_flow import Foot, PaperDocument, margins
from reception.printing.layout.paper_canvas import A4_LANDSCAPE, PaperCanvas
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.paper_wording import reporter_lines, short_day
from reception.printing.layout.ruled_table import (
    Align,
    CellStyle,
    Column,
    Ruling,
    TableRow,
    cell_rules,
)
from reception.printing.layout.text_blocks import (
    Gap,
    TextBlock,
    UnwrittenBlock,
    centred,
    paragraph,
)

_SHEET = margins(A4_LANDSCAPE, (14, 12, 8, 18), numbered=False)
_STYLE = CellStyle(9.3, 11.4, 3.2, 4.5)
_COLUMNS = (
    Column("STT", 44, Align.CENTRE),
    Column("Ngày tiếp", 53, Align.CENTRE),
    Column("Họ tên, địa chỉ", 115),
    Column("CCCD/ CMND/ Hộ chiếu", 70, Align.CENTRE),
    Column("Nội dung đơn", 176),
    Column("Loại đơn", 75, Align.CENTRE),
    Column("Số người cùng nội dung", 51, Align.CENTRE),
    Column("Cơ quan đã giải quyết", 77),
    Column("Thuộc thẩm quyền (x)", 55, Align.CENTRE),
    Column("Hướng dẫn công dân đến cơ quan có thẩm quyền", 99),
    Column("Cơ quan, đơn vị thụ lý", 101),
    Column("Theo dõi kết quả giải quyết", 110),
    Column("Ghi chú", 99),
)
_TABLE = Ruling(_COLUMNS, _STYLE, _SHEET.width)
_NO_YEAR = 0  # the year of no pseudonym: each is printed with its year
_SEALED = 3  # column 4, counted from 0
_IDENTITY_COLUMNS = (2, _SEALED)
_NOTE_CELL = 12  # column 13 has the reason of a void, so it is not struck
_TOTAL = "tong-so-trang"
_NOTE = (
    "Cột 3 và 4 ghi mã; trang danh tính của người đến thường in riêng, có số, khi được phép. "
    "Lượt huỷ giữ số, gạch ngang."
)


@dataclass(frozen=True, slots=True)
class BookSheet:
    """Head and foot of the register book; ``period`` includes both days."""

    heading: OfficeHeading
    period: tuple[date, date]
    printed_on: date
    printed_by: str
    print_number: str


@dataclass(frozen=True, slots=True)
class BookRow:
    """One visit: columns 1, 2, 3 (by pseudonym) and 5 to 13; 4 is always sealed."""

    number: int
    received_on: date
    pseudonym: Pseudonym
    kind: PetitionKind
    content: str
    same_content: int
    settled_by: str = ""
    ours: bool = False
    guided_to: str = ""
    handled_by: str = ""
    result: str = ""
    note: str = ""
    voided: bool = False


def render_register_book(
    sheet: BookSheet, rows: Iterable[BookRow], check: TextCheck = no_check
) -> bytes:
    """Return the book; rows are taken one by one, so that ten thousand need little memory."""
    book = BookPaper(sheet)
    for row in rows:
        book.row(row)
    return book.finish(_NOTE, check)


class BookPaper:
    """A register book to which rows are added; ``hatched`` draws hatching instead of names."""

    def __init__(self, sheet: BookSheet, *, hatched: bool = False) -> None:
        """Draw the head of the first page."""
        printed = f"In {short_day(sheet.printed_on)}, {sheet.printed_by}"
        foot = Foot(sheet.print_number, printed)
        self._document = _BookDocument(sheet.print_number, _SHEET, foot)
        self._document.add(*_top(sheet), _head())
        self._document.repeated_head = _head
        one_year = sheet.period[0].year == sheet.period[1].year
        self._year = sheet.period[1].year if one_year else None
        self._hatched = hatched

    def row(self, row: BookRow, identity_texts: tuple[str, str] | None = None) -> None:
        """Draw a visit; ``identity_texts`` are columns 3 and 4 if a person is named."""
        texts = _texts(row, self._year)
        cells = [
            _TABLE.cell(
                column,
                text,
                ITALIC if column == _SEALED else REGULAR,
                struck=row.voided and column < _NOTE_CELL,
            )
            for column, text in enumerate(texts)
        ]
        hatched = self._hatched and identity_texts is not None
        if identity_texts is not None:
            kind = UnwrittenBlock if hatched else TextBlock
            for column, text in zip(_IDENTITY_COLUMNS, identity_texts, strict=True):
                cells[column] = _TABLE.cell(column, text, kind=kind)
        self._document.add(TableRow(_TABLE, cells, _RULES[hatched]))

    def finish(self, note: str, check: TextCheck = no_check) -> bytes:
        """Close the book under its note and return it."""
        self._document.add(Gap(6), paragraph(note, (10.5, 14)))
        check(self._document.texts)
        return self._document.finish()


class _BookDocument(PaperDocument):
    """A book: its foot line counts the pages, "Trang 2/9"."""

    def afterPage(self) -> None:
        """Draw the foot line; the number of pages is filled in at the end."""
        super().afterPage()
        sheet, size = self.sheet, self.sheet.foot_size
        text = f"Trang {self.page}/"
        text_width = paper_fonts.width(text, REGULAR, size)
        start = sheet.left + sheet.width / 2 - text_width / 2
        y = sheet.bottom + size * 0.3
        self.canv.setFont(REGULAR, size)
        self.canv.drawString(start, y, text)
        self.canv.saveState()
        self.canv.translate(start + text_width, y)
        self.canv.doForm(_TOTAL)
        self.canv.restoreState()

    def finish(self) -> bytes:
        """Write the number of pages, once for all of them, and return the book."""
        self.clean_hanging()
        size = self.sheet.foot_size
        self.canv.beginForm(_TOTAL, lowerx=0, lowery=-size, upperx=size * 8, uppery=size)
        self.canv.setFont(REGULAR, size)
        self.canv.drawString(0, 0, str(self.page))
        self.canv.endForm()
        return super().finish()


def _hatch_cell(_table: Table, canvas: PaperCanvas, x: float, top: float, *size: float) -> None:
    width, height = size[0], -size[1]
    hatch(canvas, (x + 2, top - height + 2), (width - 4, height - 4))


_PLAIN_RULES = cell_rules(_STYLE)
_HATCHED_RULES = TableStyle(
    [("BACKGROUND", (column, 0), (column, 0), _hatch_cell) for column in _IDENTITY_COLUMNS],
    parent=_PLAIN_RULES,
)
_RULES = {False: _PLAIN_RULES, True: _HATCHED_RULES}


def _top(sheet: BookSheet) -> list[Flowable]:
    first, last = (short_day(day) for day in sheet.period)
    return [
        OfficeLines(sheet.heading, 11.5, code="Mẫu số 03/TCD"),
        Gap(10),
        centred("SỔ TIẾP CÔNG DÂN", BOLD, (14, 19)),
        centred(f"Từ ngày {first} đến ngày {last}", REGULAR, (12, 16)),
        Gap(8),
    ]


def _head() -> Table:
    return _TABLE.table([_TABLE.titles(), _TABLE.numbers(7.5)])


def _texts(row: BookRow, year: int | None) -> list[str]:
    """Return the texts of the thirteen columns; ``year`` is the book's, None for several years."""
    day = row.received_on
    day_text = f"{day.day:02d}/{day.month:02d}" if year is not None else short_day(day)
    return [
        f"{row.number:04d}",
        day_text,
        reporter_lines(row.pseudonym, year or _NO_YEAR),
        "niêm phong",
        row.content,
        KIND_WORDS[row.kind],
        str(row.same_content),
        row.settled_by,
        "x" if row.ours else "",
        row.guided_to,
        row.handled_by,
        row.result,
        row.note,
    ]
