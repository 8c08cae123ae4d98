"""Sổ tiếp công dân (Mẫu 03/TCD, NĐ 154/2026) on A4 landscape: thirteen columns, pseudonyms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Pseudonym
from reception.law.statutory_words import KIND
from reception.printing.layout import paper_fonts
from reception.printing.layout.document_heading import OfficeHeading, office_lines
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.paper_wording import reporter_lines, short_day
from reception.printing.layout.pdf_canvas import A4_LANDSCAPE, PdfCanvas
from reception.printing.layout.ruled_table import Align, Cell, CellStyle, Column, RuledTable, Sized
from reception.printing.layout.text_flow import Foot, TextFlow, margins

_SHEET = margins(A4_LANDSCAPE, (14, 12, 8, 18))
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
_EVERY = 0  # no code's year: each is written out
_NAME, _SEALED = 2, 3  # columns 3 and 4, counted from 0
_WHO = frozenset({_NAME, _SEALED})
_NOTE_CELL = 12  # column 13 says why a row is struck, so it stays readable
_TOTAL = "tong-so-trang"
_NOTE = (
    "Cột 3 và 4 ghi mã; trang danh tính của người đến thường in riêng, có số, khi được phép. "
    "Lượt huỷ giữ số, gạch ngang."
)


@dataclass(frozen=True, slots=True)
class BookSheet:
    """The book's head and foot; ``period`` has both ends included."""

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
    """Return the book; rows are taken one by one, so ten thousand need little memory."""
    paper = BookPaper(sheet)
    for row in rows:
        paper.row(row)
    return paper.finish(_NOTE, check)


class BookPaper:
    """One book being drawn, a row at a time; ``veiled`` hatches whom it names instead."""

    def __init__(self, sheet: BookSheet, *, veiled: bool = False) -> None:
        """Draw the head of the first page."""
        self._pen = PdfCanvas(sheet.print_number, A4_LANDSCAPE)
        self._flow = _BookFlow(self._pen, sheet)
        _top(self._flow, sheet)
        self._grid = _BookGrid(self._flow, _COLUMNS, _STYLE, _head)
        self._grid.head()
        one_year = sheet.period[0].year == sheet.period[1].year
        self._year = sheet.period[1].year if one_year else None
        self._veiled = veiled

    def row(self, row: BookRow, who: tuple[str, str] | None = None) -> None:
        """Draw a visit; ``who`` are the words of columns 3 and 4 where a person is named."""
        cells = _cells(row, self._year)
        if who is not None:
            cells[_NAME : _SEALED + 1] = [(text, REGULAR) for text in who]
        self._grid.veil = _WHO if self._veiled and who is not None else frozenset()
        self._grid.row(cells, struck=_NOTE_CELL if row.voided else 0)

    def finish(self, note: str, check: TextCheck = no_check) -> bytes:
        """Close the book under its note and return it."""
        self._grid.uprights()
        self._flow.gap(6)
        self._flow.paragraph(note, (10.5, 14))
        self._flow.close()
        self._pen.keep_promise(_TOTAL, str(self._flow.page), REGULAR, _SHEET.foot_size)
        check(self._pen.texts)
        return self._pen.finish()


class _BookFlow(TextFlow):
    """A flow whose foot line counts the pages, the total being known at the end only."""

    def __init__(self, pen: PdfCanvas, sheet: BookSheet) -> None:
        printed = f"In {short_day(sheet.printed_on)}, {sheet.printed_by}"
        super().__init__(pen, _SHEET, Foot(sheet.print_number, printed))

    def next_page(self) -> None:
        """Close this page and begin the next one; its number stands in the foot line."""
        self.close()
        self.pen.next_page()
        self.page += 1
        self.y = self.sheet.top

    def close(self, middle: str = "") -> None:
        """Draw the foot line with "Trang 2/9" in its middle."""
        super().close(middle)
        size = self.sheet.foot_size
        y = self.sheet.size[1] - self.sheet.bottom - size * 0.3
        words = f"Trang {self.page}/"
        start = self.middle - paper_fonts.width(words, REGULAR, size) / 2
        self.pen.left((start, y), words, REGULAR, size)
        self.pen.promise(_TOTAL, (start + paper_fonts.width(words, REGULAR, size), y))


class _BookGrid(RuledTable):
    """A table whose upright rules are drawn once a page: a book has thousands of rows."""

    veil: frozenset[int] = frozenset()  # places of the row that are hatched, not written
    _from = -1.0  # where the page's first row begins; below 0 while there is none

    def frame(self, top: float, height: float) -> None:
        """Draw the rule below a row, and above the page's first one."""
        left, right = self.edges[0], self.edges[-1]
        if self._from < 0:
            self._from = top
            self.flow.pen.rule(left, right, top)
        self.flow.pen.rule(left, right, top + height)

    def _draw(self, laid: Sequence[Sequence[Sized]], *, centred: bool, struck: int) -> None:
        """Draw a row; veiled cells keep their height, so that both books have the same pages."""
        top, veil = self.flow.y, frozenset() if self._in_head else self.veil
        kept = [
            [(replace(line, pieces=()), size) for line, size in lines] if place in veil else lines
            for place, lines in enumerate(laid)
        ]
        super()._draw(kept, centred=centred, struck=struck)
        for place in veil:
            corner = (self.edges[place] + 2, top + 2)
            room = (self.widths[place] - 4, self.flow.y - top - 4)
            self.flow.pen.hatch(corner, room)

    def uprights(self) -> None:
        """Draw the upright rules of this page, down to the last row."""
        if self._from >= 0:
            low = self.flow.y
            self.flow.pen.lines((edge, self._from, edge, low) for edge in self.edges)
        self._from = -1.0

    def _break(self) -> None:
        self.uprights()
        super()._break()


def _top(flow: TextFlow, sheet: BookSheet) -> None:
    top = flow.y
    office_lines(flow, sheet.heading, 11.5, flow.width * 0.6)
    low, flow.y = flow.y, top
    flow.pen.right((flow.right, flow.step(11.5, 14.7)), "Mẫu số 03/TCD", BOLD, 11.5)
    flow.y = low + 10
    flow.centred("SỔ TIẾP CÔNG DÂN", BOLD, (14, 19))
    first, last = (short_day(day) for day in sheet.period)
    flow.centred(f"Từ ngày {first} đến ngày {last}", REGULAR, (12, 16))
    flow.gap(8)


def _head(grid: RuledTable) -> None:
    grid.titles()
    grid.numbers(7.5)


def _cells(row: BookRow, year: int | None) -> list[Cell]:
    """Return the thirteen cells; ``year`` is the book's, None when it covers several."""
    day = row.received_on
    shown = f"{day.day:02d}/{day.month:02d}" if year is not None else short_day(day)
    texts = [
        f"{row.number:04d}",
        shown,
        reporter_lines(row.pseudonym, year or _EVERY),
        "niêm phong",
        row.content,
        KIND[row.kind],
        str(row.same_content),
        row.settled_by,
        "x" if row.ours else "",
        row.guided_to,
        row.handled_by,
        row.result,
        row.note,
    ]
    return [(text, ITALIC if place == _SEALED else REGULAR) for place, text in enumerate(texts)]
