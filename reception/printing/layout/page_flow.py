"""Documents of reportlab's platypus on the pages of NĐ 30/2020: margins, page number, footer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)
from reportlab.platypus.doctemplate import LayoutError

from reception.printing.layout import paper_fonts
from reception.printing.layout.containers import Columns
from reception.printing.layout.paper_canvas import (
    DOCUMENT_OPTIONS,
    HAIRLINE,
    MM,
    PaperCanvas,
    Size,
    padded,
)
from reception.printing.layout.paper_fonts import REGULAR

# Type size in points; NĐ 30/2020: 13-14, upright, in the middle of the top margin.
_PAGE_NUMBER_SIZE = 13.0
_FOOTER_GAP = 3.0
_ROUNDING_TOLERANCE = 0.01  # points: a sum of line heights is not exact


@dataclass(frozen=True, slots=True)
class PageFooter:
    """The line at the bottom of a page: the print number at the left, ``right_text`` at the right.

    ``right_text`` is the checkpoint of the log ("Neo 4.129 · 2be9 70d1") or another short text.
    """

    print_number: str = ""
    right_text: str = ""

    @property
    def left_text(self) -> str:
        return f"Số in {self.print_number}" if self.print_number else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Size and margins of a sheet, in points.

    A page holds one sheet, or two A5 sheets side by side: ``x_offset`` is the left edge of the
    sheet on its page. ``footer_size`` is the type size of the footer.
    """

    size: Size
    top: float
    right: float
    bottom: float
    left: float
    x_offset: float = 0.0
    footer_size: float = 8.7
    numbered: bool = True

    @property
    def width(self) -> float:
        return self.size[0] - self.left - self.right

    def text_area(self, footer: PageFooter) -> tuple[float, float]:
        """Return bottom and height of the area of the text, above the footer."""
        footer_height = self.footer_size * 2 if footer.left_text or footer.right_text else 0.0
        bottom = self.bottom + footer_height - _ROUNDING_TOLERANCE
        return bottom, self.size[1] - self.top - bottom

    def frame(self, footer: PageFooter, name: str | None = None) -> Frame:
        """Return the area of the text as platypus needs it."""
        bottom, height = self.text_area(footer)
        sides = dict.fromkeys(("leftPadding", "rightPadding", "topPadding", "bottomPadding"), 0)
        return Frame(self.x_offset + self.left, bottom, self.width, height, id=name, **sides)


def sheet_with_margins(
    size: Size, millimetres: tuple[float, float, float, float], *, numbered: bool = True
) -> Sheet:
    """Return a sheet with margins top, right, bottom, left in millimetres."""
    top, right, bottom, left = (side * MM for side in millimetres)
    return Sheet(size, top, right, bottom, left, numbered=numbered)


def draw_footer(canvas: PaperCanvas, sheet: Sheet, footer: PageFooter, middle: str = "") -> None:
    """Draw the footer of a page; ``middle`` is centred between its ends."""
    if not footer.left_text and not footer.right_text:
        return
    y, size = sheet.bottom + sheet.footer_size * 0.3, sheet.footer_size
    left = sheet.x_offset + sheet.left
    right = left + sheet.width
    canvas.setLineWidth(HAIRLINE)
    canvas.line(left, y + size + _FOOTER_GAP, right, y + size + _FOOTER_GAP)
    ends = [paper_fonts.printable(text) for text in (footer.left_text, middle, footer.right_text)]
    size = paper_fonts.fitting_size("".join(ends) + "     ", REGULAR, size, sheet.width)
    for write, x, text in (
        (canvas.write_left, left, ends[0]),
        (canvas.write_centred, (left + right) / 2, ends[1]),
        (canvas.write_right, right, ends[2]),
    ):
        if text:
            write(x, y, text, REGULAR, size)


class PaperDocument(BaseDocTemplate):
    """A document to which flowables are added one after another; ``finish`` returns its bytes.

    Pages are drawn as soon as they are full, so a long book needs little memory and two
    documents can be made from one pass over the rows. ``repeated_header`` makes the header of a
    table whose rows are added one by one; it is drawn at the top of each new page.
    """

    def __init__(self, title: str, sheet: Sheet, footer: PageFooter = PageFooter()) -> None:
        """Begin the first page; ``title`` is the document's code alone, never a name."""
        self._buffer = BytesIO()
        self.footer = footer
        super().__init__(
            self._buffer,
            pagesize=sheet.size,
            title=title,
            displayDocTitle=1,
            **dict.fromkeys(("author", "subject", "creator", "producer", "keywords"), ""),
            **DOCUMENT_OPTIONS,
        )
        self._sheets: dict[str, Sheet] = {}
        self._pages_before_section = 0
        self.repeated_header: Callable[[], Flowable] | None = None
        self.add_sheet("first", sheet)
        self._startBuild(canvasmaker=PaperCanvas)
        self.canv._doctemplate = self  # as build() does: conditional page breaks need it

    def add_sheet(self, name: str, sheet: Sheet) -> None:
        """Add a sheet for later pages; :meth:`begin_section` switches to it by its name."""
        self._sheets[name] = sheet
        template = PageTemplate(name, [sheet.frame(self.footer)], pagesize=sheet.size)
        self.addPageTemplates(template)

    def begin_section(self, sheet_name: str) -> None:
        """Begin a new page with the sheet of this name, and count pages from 1 again.

        An appendix has its own page numbers (NĐ 30/2020).
        """
        self.add(NextPageTemplate(sheet_name), PageBreak())
        self._pages_before_section = self.page

    @property
    def sheet(self) -> Sheet:
        return self._sheets[self.pageTemplate.id]

    @property
    def texts(self) -> list[str]:
        """All strings written so far, for the check that no identity is printed."""
        texts: list[str] = self.canv.texts
        return texts

    def add(self, *flowables: Flowable) -> None:
        """Place flowables, beginning new pages as needed."""
        pending = list(flowables)
        try:
            while pending:
                self.clean_hanging()
                self.handle_flowable(pending)
        except LayoutError:
            # Its message quotes the text that does not fit.
            raise RuntimeError("a part of a paper is taller than its page") from None

    def finish(self) -> bytes:
        """Close the last page and return the PDF."""
        del self.canv._doctemplate
        self._endBuild()
        return padded(self._buffer.getvalue())

    def beforePage(self) -> None:
        """Write the page number in the top margin of all pages but the first."""
        number, sheet = self.page - self._pages_before_section, self.sheet
        if number > 1 and sheet.numbered:
            y = sheet.size[1] - sheet.top / 2 - _PAGE_NUMBER_SIZE / 2
            middle = sheet.left + sheet.width / 2
            self.canv.write_centred(middle, y, str(number), REGULAR, _PAGE_NUMBER_SIZE)

    def handle_pageBegin(self) -> None:
        """Begin a page with the header of the table that continues on it, if there is one."""
        super().handle_pageBegin()
        if self.repeated_header is not None:
            self.frame.add(self.repeated_header(), self.canv)

    def afterPage(self) -> None:
        draw_footer(self.canv, self.sheet, self.footer)


def fill_sheet(
    canvas: PaperCanvas, sheet: Sheet, footer: PageFooter, parts: list[Flowable]
) -> bool:
    """Draw the parts and the footer of one sheet; return False if the parts do not fit on it."""
    column = Columns([parts], [sheet.width])
    bottom, height = sheet.text_area(footer)
    if column.wrap(sheet.width, height)[1] > height:
        return False
    column.drawOn(canvas, sheet.x_offset + sheet.left, bottom + height - column.height)
    draw_footer(canvas, sheet, footer)
    return True


def render(
    title: str, sheet: Sheet, footer: PageFooter, story: list[Any]
) -> tuple[bytes, list[str]]:
    """Return a document, with the same sheet on all pages, and all texts written in it."""
    document = PaperDocument(title, sheet, footer)
    document.add(*story)
    return document.finish(), document.texts
