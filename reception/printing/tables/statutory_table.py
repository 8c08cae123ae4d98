"""A statutory table on A4 landscape, its head built from the headings of the table's data."""

from __future__ import annotations

from collections.abc import Mapping

from reception.law.tables.statutory_table import StatutoryTable
from reception.law.tables.table_sheet import TOTAL_TITLE, TableSheet
from reception.printing.layout.document_heading import OfficeHeading, office_lines
from reception.printing.layout.form_parts import Signature, signatures
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.printing.layout.line_breaking import plain, wrap
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.paper_wording import thousands
from reception.printing.layout.pdf_canvas import A4_LANDSCAPE, PdfCanvas
from reception.printing.layout.ruled_table import Cell, RuledTable
from reception.printing.layout.text_flow import Foot, TextFlow, margins
from reception.printing.tables.table_head import TABLE_STYLE, TableHead

LANDSCAPE = margins(A4_LANDSCAPE, (14, 15, 10, 20))
_SIGN_SPACE = 46.0
_NOTE = (11.0, 14.5)
_ENDING = 131.0  # the total, white space and the signatures; the note's lines come to it
_MOST = 300.0  # the height of a page below the head


def render_statutory_table(
    sheet: TableSheet,
    foot: Foot = Foot(),  # noqa: B008 - frozen
    signers: tuple[str, str] = ("", ""),
    check: TextCheck = no_check,
) -> bytes:
    """Return the table as PDF; ``signers`` are the names under the two posts."""
    pen = PdfCanvas(f"Biểu {sheet.table.code}", A4_LANDSCAPE)
    flow = TextFlow(pen, LANDSCAPE, foot)
    draw_table(flow, sheet, signers)
    flow.close()
    check(pen.texts)
    return pen.finish()


def draw_table(flow: TextFlow, sheet: TableSheet, signers: tuple[str, str]) -> None:
    """Draw the table from its head lines to its signatures on the flow's landscape page."""
    _top(flow, sheet)
    head = TableHead(sheet.table, flow.width)
    grid = RuledTable(flow, head.columns, TABLE_STYLE, head.draw)
    grid.head()
    for row in sheet.units:
        grid.row(_row(sheet.table, row.unit, row.columns, REGULAR))
    lines = len(wrap(plain(sheet.note_line), _NOTE[0], flow.width))
    grid.keep(min(_ENDING + lines * _NOTE[1], _MOST))  # signatures never stand alone on a page
    grid.row(_row(sheet.table, TOTAL_TITLE, sheet.total(), BOLD))
    flow.gap(7)
    flow.paragraph(sheet.note_line, _NOTE)
    flow.gap(14)
    blocks = [
        Signature((post,), name=name) for post, name in zip(sheet.posts, signers, strict=True)
    ]
    signatures(flow, blocks, (11.5, 15), _SIGN_SPACE)


def _top(flow: TextFlow, sheet: TableSheet) -> None:
    top = flow.y
    superior, issuing = (*sheet.head, "", "")[:2]
    office_lines(flow, OfficeHeading(superior, issuing, ""), 11.5, flow.width * 0.6)
    low, flow.y = flow.y, top
    flow.pen.right((flow.right, flow.step(11.5, 14.7)), sheet.code_line, BOLD, 11.5)
    flow.y = max(low, flow.y) + 10
    flow.centred(sheet.table.title, BOLD, (13, 17))
    flow.centred(sheet.period_line, REGULAR, (11.5, 15.5))
    flow.centred(sheet.attached_line, ITALIC, (11.5, 15.5))
    flow.gap(7)


def _row(table: StatutoryTable, unit: str, columns: Mapping[int, int], font: str) -> list[Cell]:
    figures = [thousands(columns.get(number, 0)) for number in table.numbers]
    return [(unit, font), *((figure, font) for figure in figures)]
