"""The monthly report (TT 06/2025, Mẫu số 02): heading, part I, part II.1 and Biểu 01/TCD."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from reception.domain.petition import PetitionKind
from reception.law.statutory_words import KIND
from reception.law.tables.table_sheet import TableSheet
from reception.printing.forms.refusal_notice import head_signature
from reception.printing.layout.document_heading import (
    HeadStyle,
    OfficeHeading,
    dated_line,
    national_head,
    number_and_date,
    title,
)
from reception.printing.layout.form_parts import recipients
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.printing.layout.line_breaking import plain, wrap
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.paper_wording import day_in_words, sentence, short_day, two_digits
from reception.printing.layout.pdf_canvas import A4, PdfCanvas
from reception.printing.layout.ruled_table import Align, CellStyle, Column, RuledTable, cells
from reception.printing.layout.text_flow import Foot, TextFlow, margins
from reception.printing.tables.report_sentences import (
    ReportFigures,
    Times,
    comparison_rows,
    delegate_sentence,
    head_sentence,
    kinds_sentence,
    regular_sentence,
    situation_sentence,
)
from reception.printing.tables.statutory_table import LANDSCAPE, draw_table

__all__ = ["MonthlyReport", "ReportFigures", "render_monthly_report"]

_SHEET = margins(A4, (20, 15, 20, 30))
_STYLE = HeadStyle()
_FACE = (13.0, 17.0)
_INDENT = 28.35
_GAP = 4.5
_SIGN_SPACE = 44.0
_ENDING = _SIGN_SPACE + 8 + 2 * 17.0
_LETTERS = "abcdđ"
_CELLS = CellStyle(12.0, 14.4, 5.0, 3.0)


@dataclass(frozen=True, slots=True)
class MonthlyReport:
    """What the report is made of; figures of three periods, compared by the program.

    ``period_name`` is "tháng 11 năm 2026"; ``counting_note`` says how people and matters are
    counted; ``fingerprint`` is the office root's; ``signers`` are maker and head by name.
    """

    heading: OfficeHeading
    seat: str
    period_name: str
    dated: date
    recipients: tuple[str, ...]
    head_title: str
    this: ReportFigures
    previous: ReportFigures
    last_year: ReportFigures
    main_fields: tuple[str, ...]
    counting_note: str
    reveals: int
    fingerprint: str
    table: TableSheet
    signers: tuple[str, str]
    foot: Foot
    head_post: str = "Trưởng ban"
    symbol: str = "BC-BTCD"
    number: str = "......"
    keepers: tuple[str, ...] = ("Như trên", "Lưu: VT, BTCD")


def render_monthly_report(sheet: MonthlyReport, check: TextCheck = no_check) -> bytes:
    """Return the report on A4, followed by Biểu 01/TCD on a landscape page of its own."""
    pen = PdfCanvas(sheet.foot.print_number or sheet.symbol, A4)
    foot = sheet.foot
    if sheet.fingerprint:
        words = [foot.right, f"Dấu gốc {sheet.fingerprint}"]
        foot = replace(foot, right=" · ".join(word for word in words if word))
    flow = TextFlow(pen, _SHEET, foot)
    _heading(flow, sheet)
    _body(flow, sheet)
    _ending(flow, sheet)
    flow.close()
    pen.next_page(LANDSCAPE.size)
    attached = replace(sheet.table, attached=sheet.table.attached or _attached(sheet))
    last = TextFlow(pen, LANDSCAPE, foot)
    draw_table(last, attached, sheet.signers)
    last.close()
    check(pen.texts)
    return pen.finish()


def _attached(sheet: MonthlyReport) -> str:
    day = day_in_words(sheet.dated)
    number = f"{sheet.number}/{sheet.symbol}"
    return f"(Kèm theo Báo cáo số: {number} {day} của {sheet.heading.issuing})"


def _heading(flow: TextFlow, sheet: MonthlyReport) -> None:
    middle = national_head(flow, sheet.heading, _STYLE)
    words = (f"Số: {sheet.number}/{sheet.symbol}", dated_line(sheet.heading, sheet.dated))
    number_and_date(flow, words, _STYLE, middle)
    subject = (
        "Kết quả công tác tiếp công dân, xử lý đơn khiếu nại, tố cáo,\nkiến nghị, phản ánh "
        + sheet.period_name
    )
    title(flow, "BÁO CÁO", subject, _STYLE, ruled=True)
    first, last = (short_day(day) for day in sheet.this.period)
    flow.gap(3)
    flow.centred(f"(Số liệu tính từ ngày {first} đến ngày {last})", ITALIC, _FACE)
    flow.gap(10)
    _addressed(flow, sheet.recipients)
    flow.gap(6)


def _addressed(flow: TextFlow, names: tuple[str, ...]) -> None:
    """Draw "Kính gửi": one body on its line, several below it (NĐ 30/2020 Phụ lục I)."""
    if len(names) == 1:
        flow.centred(f"Kính gửi: {names[0]}.", REGULAR, _FACE)
        return
    start = flow.left + flow.width * 0.31
    flow.pen.left((start, flow.step(*_FACE)), "Kính gửi:", REGULAR, _FACE[0])
    for place, name in enumerate(names):
        end = "." if place == len(names) - 1 else ";"
        flow.paragraph(f"- {name}{end}", _FACE, margin=flow.width * 0.425)


def _body(flow: TextFlow, sheet: MonthlyReport) -> None:
    times = Times(sheet.this, sheet.previous, sheet.last_year)
    _part(flow, "I. TÌNH HÌNH KHIẾU NẠI, TỐ CÁO")
    _write(flow, situation_sentence(times, sheet.seat, sheet.main_fields))
    _part(flow, "II. KẾT QUẢ TIẾP CÔNG DÂN, XỬ LÝ ĐƠN")
    _part(flow, f"1. Công tác tiếp công dân (Biểu {sheet.table.table.code})")
    _comparison(flow, times)
    points = [
        regular_sentence(sheet.this),
        f"{head_sentence(sheet.this, sheet.head_title)} {delegate_sentence(sheet.this)}",
        kinds_sentence(sheet.this, {kind: KIND[kind].lower() for kind in PetitionKind}),
        sentence(sheet.counting_note),
    ]
    if sheet.reveals:
        opened = f"{two_digits(sheet.reveals)} lần"
        points.append(f"Danh tính người đến được mở theo quy định trong kỳ: {opened}.")
    for place, text in enumerate(points):
        if place == len(points) - 1:  # signatures never stand alone on a page
            lines = len(wrap(plain(text), _FACE[0], flow.width - _INDENT))
            flow.need(lines * _FACE[1] + _GAP + _ENDING)
        _write(flow, f"{_LETTERS[place]}) {text}")


def _part(flow: TextFlow, text: str) -> None:
    flow.need(_FACE[1] * 3)
    flow.paragraph(((text, BOLD),), (_FACE[0], 19), indent=_INDENT)
    flow.gap(2)


def _write(flow: TextFlow, text: str) -> None:
    flow.paragraph(text, _FACE, indent=_INDENT)
    flow.gap(_GAP)


def _comparison(flow: TextFlow, times: Times) -> None:
    columns = (
        Column("Chỉ tiêu", 177),
        Column("Kỳ này", 78, Align.CENTRE),
        Column("Kỳ trước", 94, Align.CENTRE),
        Column(f"Cùng kỳ {times.last_year.period[1].year}", 133, Align.CENTRE),
        Column("So kỳ trước", 116, Align.CENTRE),
        Column("Tỷ lệ", 79, Align.CENTRE),
    )
    grid = RuledTable(flow, columns, _CELLS)
    flow.need(90)
    grid.head()
    for row in comparison_rows(times):
        grid.row(cells(row))
    flow.gap(8)


def _ending(flow: TextFlow, sheet: MonthlyReport) -> None:
    flow.gap(8)
    top = flow.y
    recipients(flow, sheet.keepers, flow.width * 0.45)
    low, flow.y = flow.y, top
    head_signature(flow, sheet.head_post, sheet.signers[1], space=_SIGN_SPACE)
    flow.y = max(flow.y, low)
