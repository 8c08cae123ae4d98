"""Sổ tiếp công dân (Mẫu 03/TCD, NĐ 154/2026) on A4 landscape: thirteen columns, pseudonyms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
from reception.printing.layout.page_flow import PageFooter, PaperDocument, sheet_with_margins
from reception.printing.layout.paper_canvas import A4_LANDSCAPE, PaperCanvas
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.paper_wording import reporter_lines, short_day
from reception.printing.layout.ruled_table import (
    Align,
    CellStyle,
    Column,
    TableLayout,
    TableRow,
    cell_rules,
)
from reception.printing.layout.text_blocks import (
    BlankBlock,
    Gap,
    TextBlock,
    centred,
    paragraph,
)

_SHEET = sheet_with_margins(A4_LANDSCAPE, (14, 12, 8, 18), numbered=False)
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
_TABLE_LAYOUT = TableLayout(_COLUMNS, _STYLE, _SHEET.width)
_NO_YEAR = 0  # no pseudonym is of this year, so each is printed with its own year
_SEALED_COLUMN = 3  # column 4, counted from 0
_IDENTITY_COLUMNS = (2, _SEALED_COLUMN)
_NOTE_COLUMN = 12  # column 13 has the reason of a void, so it is not struck
_PAGE_COUNT_FORM = "tong-so-trang"
_NOTE = (
    "Cột 3 và 4 ghi mã; trang danh tính của người đến thường in riêng, có số, khi được phép. "
    "Lượt huỷ giữ số, gạch ngang."
)


@dataclass(frozen=True, slots=True)
class BookHeader:
    """Heading and footer of the register book; ``period`` includes both days."""

    heading: OfficeHeading
    period: tuple[date, date]
    printed_on: date
    printed_by: str
    print_number: str


@dataclass(frozen=True, slots=True)
class BookPetition:
    """One petition of a visit: columns 5, 6 and 8 to 12.

    ``request`` is what the person asks for; ``handling`` says what was refused or explained, and
    why. Luật Tiếp công dân Điều 25(2) asks for both.
    """

    kind: PetitionKind
    content: str
    request: str = ""
    settled_by: str = ""
    in_own_competence: bool = False
    guided_to: str = ""
    handled_by: str = ""
    handling: str = ""


@dataclass(frozen=True, slots=True)
class BookRow:
    """One visit: columns 1, 2, 3 (by pseudonym) and 5 to 13.

    Column 4 is printed as sealed unless ``BookPaper.add_row`` is given ``identity_texts``.
    """

    number: int
    received_on: date
    pseudonym: Pseudonym
    petitions: tuple[BookPetition, ...]  # at least one; several are numbered inside the row
    same_content: int  # 0: not printed
    result: str = ""
    note: str = ""
    voided: bool = False


def render_register_book(
    header: BookHeader, rows: Iterable[BookRow], check: TextCheck = no_check
) -> bytes:
    """Return the book; rows are taken one by one, so that ten thousand need little memory."""
    book = BookPaper(header)
    for row in rows:
        book.add_row(row)
    return book.finish(_NOTE, check)


class BookPaper:
    """A register book to which rows are added; ``hatched`` draws hatching instead of names."""

    def __init__(self, header: BookHeader, *, hatched: bool = False) -> None:
        """Draw the heading of the first page."""
        printed = f"In {short_day(header.printed_on)}, {header.printed_by}"
        footer = PageFooter(header.print_number, printed)
        self._document = _NumberedBook(header.print_number, _SHEET, footer)
        self._document.add(*_heading(header), _table_header())
        self._document.repeated_header = _table_header
        one_year = header.period[0].year == header.period[1].year
        self._year = header.period[1].year if one_year else None
        self._hatched = hatched

    def add_row(self, row: BookRow, identity_texts: tuple[str, str] | None = None) -> None:
        """Draw a visit; ``identity_texts`` are columns 3 and 4 if a person is named."""
        texts = _column_texts(row, self._year)
        cells = [
            _TABLE_LAYOUT.cell(
                column,
                text,
                ITALIC if column == _SEALED_COLUMN else REGULAR,
                struck=row.voided and column < _NOTE_COLUMN,
            )
            for column, text in enumerate(texts)
        ]
        hatched = self._hatched and identity_texts is not None
        if identity_texts is not None:
            block_class = BlankBlock if hatched else TextBlock
            for column, text in zip(_IDENTITY_COLUMNS, identity_texts, strict=True):
                cells[column] = _TABLE_LAYOUT.cell(column, text, block_class=block_class)
        self._document.add(TableRow(_TABLE_LAYOUT, cells, _ROW_STYLES[hatched]))

    def finish(self, note: str, check: TextCheck = no_check) -> bytes:
        """Write the note below the last row and return the book."""
        self._document.add(Gap(6), paragraph(note, (10.5, 14)))
        check(self._document.texts)
        return self._document.finish()


class _NumberedBook(PaperDocument):
    """A book: its footer shows the number of all pages, "Trang 2/9"."""

    def afterPage(self) -> None:
        """Draw the footer; the number of all pages is filled in at the end."""
        super().afterPage()
        sheet, size = self.sheet, self.sheet.footer_size
        text = f"Trang {self.page}/"
        text_width = paper_fonts.width(text, REGULAR, size)
        start = sheet.left + sheet.width / 2 - text_width / 2
        y = sheet.bottom + size * 0.3
        self.canv.write_left(start, y, text, REGULAR, size)
        self.canv.saveState()
        self.canv.translate(start + text_width, y)
        self.canv.doForm(_PAGE_COUNT_FORM)
        self.canv.restoreState()

    def finish(self) -> bytes:
        """Write the number of pages once, where each page refers to it, and return the book."""
        self.clean_hanging()
        size = self.sheet.footer_size
        self.canv.beginForm(_PAGE_COUNT_FORM, lowerx=0, lowery=-size, upperx=size * 8, uppery=size)
        self.canv.write_left(0, 0, str(self.page), REGULAR, size)
        self.canv.endForm()
        return super().finish()


def _hatch_cell(_table: Table, canvas: PaperCanvas, x: float, top: float, *size: float) -> None:
    width, height = size[0], -size[1]
    hatch(canvas, (x + 2, top - height + 2), (width - 4, height - 4))


_PLAIN_STYLE = cell_rules(_STYLE)
_HATCHED_STYLE = TableStyle(
    [("BACKGROUND", (column, 0), (column, 0), _hatch_cell) for column in _IDENTITY_COLUMNS],
    parent=_PLAIN_STYLE,
)
_ROW_STYLES = {False: _PLAIN_STYLE, True: _HATCHED_STYLE}


def _heading(header: BookHeader) -> list[Flowable]:
    first, last = (short_day(day) for day in header.period)
    return [
        OfficeLines(header.heading, 11.5, code="Mẫu số 03/TCD"),
        Gap(10),
        centred("SỔ TIẾP CÔNG DÂN", BOLD, (14, 19)),
        centred(f"Từ ngày {first} đến ngày {last}", REGULAR, (12, 16)),
        Gap(8),
    ]


def _table_header() -> Flowable:
    return _TABLE_LAYOUT.table([_TABLE_LAYOUT.title_cells(), _TABLE_LAYOUT.number_cells(7.5)])


def _column_texts(row: BookRow, year: int | None) -> list[str]:
    """Return the texts of the thirteen columns; ``year`` is the book's, None for several years."""
    day = row.received_on
    day_text = f"{day.day:02d}/{day.month:02d}" if year is not None else short_day(day)
    return [
        f"{row.number:04d}",
        day_text,
        reporter_lines(row.pseudonym, year or _NO_YEAR),
        "niêm phong",
        _numbered([_content(petition) for petition in row.petitions]),
        _numbered([KIND_WORDS[petition.kind] for petition in row.petitions]),
        str(row.same_content or ""),
        _numbered([petition.settled_by for petition in row.petitions]),
        _numbered(["x" if petition.in_own_competence else "" for petition in row.petitions]),
        _numbered([petition.guided_to for petition in row.petitions]),
        _numbered([petition.handled_by for petition in row.petitions]),
        "\n".join(filter(None, (_numbered([p.handling for p in row.petitions]), row.result))),
        row.note,
    ]


def _content(petition: BookPetition) -> str:
    request = f"Yêu cầu, đề nghị: {petition.request}" if petition.request else ""
    return "\n".join(filter(None, (petition.content, request)))


def _numbered(texts: Sequence[str]) -> str:
    """Return the texts of several petitions with their numbers, an empty one left out."""
    if len(texts) == 1:
        return texts[0]
    return "\n".join(f"{number}) {text}" for number, text in enumerate(texts, 1) if text)
