"""Biểu 01/TCD (TT 06/2025) on A4 landscape, its head built from the circular's own columns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from reception.domain.table_01tcd import TableSheet
from reception.printing.layout import paper_fonts
from reception.printing.layout.document_heading import OfficeHeading, office_lines
from reception.printing.layout.form_parts import Signature, signatures
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.printing.layout.line_breaking import plain, wrap
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.paper_wording import short_day, thousands
from reception.printing.layout.pdf_canvas import A4_LANDSCAPE, PdfCanvas
from reception.printing.layout.ruled_table import Align, Cell, CellStyle, Column, RuledTable
from reception.printing.layout.text_flow import Foot, TextFlow, margins
from resources import table

FORM = "01/TCD"
LANDSCAPE = margins(A4_LANDSCAPE, (14, 15, 10, 20))
_STYLE = CellStyle(9.0, 10.8, 2.4, 3.2)
_HEAD = (9.0, 10.6)
_MS = 7.5
_LEVELS = 4
_LOWEST = 16.0
_SHARES = (147, 64, 64, 64, 64, 40, 40, 40, 40, 40) + (40,) * 12
_ATTACHED = "(Kèm theo Báo cáo số: ...... ngày ...... tháng ...... năm ...... của ......)"
_SIGNATURES = ("NGƯỜI LẬP BIỂU", "TRƯỞNG BAN")
_SIGN_SPACE = 46.0
_NOTE = (11.0, 14.5)
_ENDING = 131.0  # the total, white space and the signatures; the note's lines come to it
_MOST = 300.0  # what is left of a page below the head


@dataclass(frozen=True, slots=True)
class _Box:
    """A cell of the head: columns and levels, both ends included; column 0 is the unit's."""

    text: str
    left: int
    right: int
    top: int
    bottom: int


def render_table_01tcd(
    sheet: TableSheet,
    foot: Foot = Foot(),  # noqa: B008 - frozen
    signers: tuple[str, str] = ("", ""),
    check: TextCheck = no_check,
) -> bytes:
    """Return the table with its signatures; ``signers`` are names under the two posts."""
    pen = PdfCanvas(f"Biểu {FORM}", A4_LANDSCAPE)
    flow = TextFlow(pen, LANDSCAPE, foot)
    draw_table(flow, sheet, signers)
    flow.close()
    check(pen.texts)
    return pen.finish()


def draw_table(flow: TextFlow, sheet: TableSheet, signers: tuple[str, str]) -> None:
    """Draw the table from its head lines to its signatures on the flow's landscape page."""
    _top(flow, sheet)
    grid = RuledTable(flow, _columns(), _STYLE, _draw_head)
    grid.head()
    for row in sheet.units:
        grid.row(_row(row.unit, row.columns, REGULAR))
    note = f"22. Ghi chú: {sheet.note}"
    lines = len(wrap(plain(note), _NOTE[0], flow.width))
    grid.keep(min(_ENDING + lines * _NOTE[1], _MOST))  # signatures never stand alone on a page
    grid.row(_row("Tổng cộng", sheet.total(), BOLD))
    flow.gap(7)
    flow.paragraph(note, _NOTE)
    flow.gap(14)
    posts = [given or usual for given, usual in zip(sheet.signatures, _SIGNATURES, strict=True)]
    blocks = [Signature((post,), name=name) for post, name in zip(posts, signers, strict=True)]
    signatures(flow, blocks, (11.5, 15), _SIGN_SPACE)


def _columns() -> list[Column]:
    return [Column("", share, Align.CENTRE if n else Align.LEFT) for n, share in enumerate(_SHARES)]


def _top(flow: TextFlow, sheet: TableSheet) -> None:
    top = flow.y
    superior, issuing = (*sheet.head, "", "")[:2]
    office_lines(flow, OfficeHeading(superior, issuing, ""), 11.5, flow.width * 0.6)
    low, flow.y = flow.y, top
    flow.pen.right((flow.right, flow.step(11.5, 14.7)), f"Biểu số: {FORM}", BOLD, 11.5)
    flow.y = max(low, flow.y) + 10
    flow.centred(_form()["title"], BOLD, (13, 17))
    first, last = (short_day(day) for day in sheet.period)
    flow.centred(f"Số liệu tính từ ngày {first} đến ngày {last}", REGULAR, (11.5, 15.5))
    flow.centred(sheet.attached or _ATTACHED, ITALIC, (11.5, 15.5))
    flow.gap(7)


def _row(unit: str, columns: dict[int, int], font: str) -> list[Cell]:
    figures = [thousands(columns.get(number, 0)) for number in range(1, len(_SHARES))]
    return [(unit, font), *((figure, font) for figure in figures)]


@cache
def _form() -> dict[str, Any]:
    forms = table("data/tt06_2025_tables.json")["forms"]
    found: dict[str, Any] = next(form for form in forms if form["code"] == FORM)
    return found


@cache
def _formulas() -> dict[int, str]:
    """Return column -> how the line MS writes it: ``1=5+11+17``, ``5``."""
    rules = [rule.replace("==", "=") for rule in _form()["rules"]]
    written = {int(rule.split("=")[0]): rule for rule in rules}
    return {number: written.get(number, str(number)) for number in range(1, len(_SHARES))}


@cache
def _boxes() -> tuple[_Box, ...]:
    """Return the head's cells from the columns' paths: equal beginnings share one cell.

    A group of single columns only ("Trong đó đoàn đông người") has them in the last line.
    """
    paths = [("Đơn vị",), *(tuple(column["path"]) for column in _form()["columns"])]
    found: list[_Box] = []
    _collect(found, paths, 0, 0)
    return tuple(found)


def _collect(found: list[_Box], paths: list[tuple[str, ...]], left: int, level: int) -> None:
    place = 0
    while place < len(paths):
        name = paths[place][0]
        group = [name]
        end = place + 1
        while len(paths[place]) > 1 and end < len(paths) and paths[end][0] == name:
            group.append(name)
            end += 1
        inner = [path[1:] for path in paths[place:end]]
        first, last = left + place, left + end - 1
        if len(inner) == 1 and not inner[0]:
            found.append(_Box(name, first, last, level, _LEVELS - 1))
        elif all(len(path) == 1 for path in inner):
            found.append(_Box(name, first, last, level, _LEVELS - 2))
            _collect(found, inner, first, _LEVELS - 1)
        else:
            found.append(_Box(name, first, last, level, level))
            _collect(found, inner, first, level + 1)
        place = end


def _draw_head(grid: RuledTable) -> None:
    """Draw the four lines of the head and the line MS."""
    heights = _heights(grid)
    flow = grid.flow
    if flow.y + sum(heights) + 60 > flow.bottom:
        flow.next_page()
    top = flow.y
    starts = [top + sum(heights[:level]) for level in range(_LEVELS + 1)]
    for box in _boxes():
        _draw_box(grid, box, starts)
    flow.y = starts[-1]
    _draw_formulas(grid)


def _heights(grid: RuledTable) -> list[float]:
    heights = [_LOWEST] * _LEVELS
    for box in sorted(_boxes(), key=lambda item: item.bottom - item.top):
        lines = wrap(plain(box.text, BOLD), _HEAD[0], _room(grid, box))
        needed = len(lines) * _HEAD[1] + 2 * _STYLE.rise
        missing = needed - sum(heights[box.top : box.bottom + 1])
        if missing > 0:
            heights[box.bottom] += missing
    return heights


def _room(grid: RuledTable, box: _Box) -> float:
    return grid.edges[box.right + 1] - grid.edges[box.left] - 1.5


def _draw_box(grid: RuledTable, box: _Box, starts: list[float]) -> None:
    flow = grid.flow
    left, right = grid.edges[box.left], grid.edges[box.right + 1]
    top, low = starts[box.top], starts[box.bottom + 1]
    flow.pen.box((left, top), (right - left, low - top))
    lines = wrap(plain(box.text, BOLD), _HEAD[0], _room(grid, box))
    y = (top + low - len(lines) * _HEAD[1]) / 2
    for place, line in enumerate(lines):
        base = y + place * _HEAD[1] + _HEAD[0] * 0.92
        flow.pen.line(((left + right - line.width) / 2, base), line.pieces, _HEAD[0])


def _draw_formulas(grid: RuledTable) -> None:
    flow, height = grid.flow, _MS * 1.35 + 5
    base = flow.y + height / 2 + _MS * 0.35
    for place, text in enumerate(["MS", *_formulas().values()]):
        middle = (grid.edges[place] + grid.edges[place + 1]) / 2
        size = paper_fonts.fitting_size(text, ITALIC, _MS, grid.widths[place] - 2)
        flow.pen.centred((middle, base), text, ITALIC, size)
    grid.frame(flow.y, height)
    flow.y += height
