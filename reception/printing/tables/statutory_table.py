"""A statutory table on A4 landscape, its header built from the table's column headings."""

from __future__ import annotations

from collections.abc import Mapping

from reportlab.platypus import CondPageBreak, Flowable

from reception.law.tables.statutory_table import StatutoryTable
from reception.law.tables.table_sheet import TOTAL_TITLE, TableSheet
from reception.printing.layout.document_heading import OfficeHeading, OfficeLines
from reception.printing.layout.form_parts import Signature, signatures
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.printing.layout.page_flow import PageFooter, PaperDocument, sheet_with_margins
from reception.printing.layout.paper_canvas import A4_LANDSCAPE
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.paper_wording import thousands
from reception.printing.layout.ruled_table import TableLayout, TableRow, cell_rules
from reception.printing.layout.text_blocks import Gap, centred, paragraph
from reception.printing.tables.table_header_layout import TABLE_STYLE, TableHeaderLayout

LANDSCAPE = sheet_with_margins(A4_LANDSCAPE, (14, 15, 10, 20))
_SIGNATURE_SPACE = 46.0
_NOTE_SIZE = (11.0, 14.5)
_ENDING_HEIGHT = 131.0  # the total, white space and the signatures, without the note
_MAX_ENDING_HEIGHT = 300.0  # the height of a page below the table's header


def render_statutory_table(
    sheet: TableSheet,
    footer: PageFooter = PageFooter(),  # noqa: B008 - frozen
    signers: tuple[str, str] = ("", ""),
    check: TextCheck = no_check,
) -> bytes:
    """Return the table as PDF; ``signers`` are the names under the two posts."""
    document = PaperDocument(f"Biểu {sheet.table.code}", LANDSCAPE, footer)
    draw_table(document, sheet, signers)
    check(document.texts)
    return document.finish()


def draw_table(document: PaperDocument, sheet: TableSheet, signers: tuple[str, str]) -> None:
    """Add the table to a document, from its heading to its signatures."""
    header = TableHeaderLayout(sheet.table, LANDSCAPE.width)
    table_layout = TableLayout(header.columns, TABLE_STYLE, LANDSCAPE.width)
    document.add(*_heading(sheet), header.flowable())
    document.repeated_header = header.flowable
    for row in sheet.units:
        document.add(_row(table_layout, sheet.table, (row.unit, row.columns), REGULAR))
    note = paragraph(sheet.note_line, _NOTE_SIZE)
    note_height = note.wrap(LANDSCAPE.width, _MAX_ENDING_HEIGHT)[1]
    posts = zip(sheet.signing_posts, signers, strict=True)
    blocks = [Signature((post,), name=name) for post, name in posts]
    document.add(
        # No page has the signatures alone.
        CondPageBreak(min(_ENDING_HEIGHT + note_height, _MAX_ENDING_HEIGHT)),
        _row(table_layout, sheet.table, (TOTAL_TITLE, sheet.total()), BOLD),
        Gap(7),
        note,
        Gap(14),
        *signatures(blocks, (11.5, 15), _SIGNATURE_SPACE, LANDSCAPE.width),
    )
    document.repeated_header = None


def _heading(sheet: TableSheet) -> list[Flowable]:
    superior, issuing = (*sheet.office_lines, "", "")[:2]
    return [
        OfficeLines(OfficeHeading(superior, issuing, ""), 11.5, code=sheet.code_line),
        Gap(10),
        centred(sheet.table.title, BOLD, (13, 17)),
        centred(sheet.period_line, REGULAR, (11.5, 15.5)),
        centred(sheet.report_reference_line, ITALIC, (11.5, 15.5)),
        Gap(7),
    ]


def _row(
    table_layout: TableLayout, table: StatutoryTable, unit: tuple[str, Mapping[int, int]], font: str
) -> TableRow:
    name, columns = unit
    figures = [thousands(columns.get(number, 0)) for number in table.numbers]
    return TableRow(
        table_layout, table_layout.cells((name, *figures), font), cell_rules(TABLE_STYLE)
    )
