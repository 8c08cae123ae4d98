"""The monthly report (TT 06/2025, Mẫu số 02): heading, part I, part II.1 and Biểu 01/TCD."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether

from reception.domain.petition import PetitionKind
from reception.law.statutory_words import KIND_WORDS
from reception.law.tables.table_sheet import TableSheet
from reception.printing.layout.document_heading import (
    HeadingStyle,
    NationalHeading,
    Numbering,
    OfficeHeading,
    place_and_date_line,
    title,
)
from reception.printing.layout.form_parts import distribution_and_signature
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.printing.layout.page_flow import PageFooter, PaperDocument, sheet_with_margins
from reception.printing.layout.paper_canvas import A4
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.paper_wording import day_in_words, sentence, short_day, two_digits
from reception.printing.layout.ruled_table import Align, CellStyle, Column, TableLayout
from reception.printing.layout.text_blocks import Gap, centred, paragraph
from reception.printing.tables.report_sentences import (
    ComparedFigures,
    ReportFigures,
    comparison_rows,
    delegate_sentence,
    head_sentence,
    kinds_sentence,
    regular_sentence,
    situation_sentence,
)
from reception.printing.tables.statutory_table import LANDSCAPE, draw_table

__all__ = ["MonthlyReport", "ReportFigures", "render_monthly_report"]

_SHEET = sheet_with_margins(A4, (20, 15, 20, 30))
_STYLE = HeadingStyle()
_TEXT_SIZE = (13.0, 17.0)
_INDENT = 28.35
_GAP = 4.5
_SIGNATURE_SPACE = 44.0
_POINT_LETTERS = "abcdđ"
_CELL_STYLE = CellStyle(12.0, 14.4, 5.0, 3.0)


@dataclass(frozen=True, slots=True)
class MonthlyReport:
    """The contents of the report; ``current`` are the figures of the period it reports on.

    ``previous`` and ``last_year`` are those of the period before and of a year ago.

    ``period_name`` is "tháng 11 năm 2026"; ``counting_note`` explains how people and matters are
    counted; ``fingerprint`` is that of the office's signing key, ``roster_number`` that of the
    roster in force (0: not printed); ``signers`` are the names of the maker and the board head;
    ``distribution`` are the lines under "Nơi nhận".
    """

    heading: OfficeHeading
    receiving_body: str
    period_name: str
    document_date: date
    recipients: tuple[str, ...]
    head_title: str
    current: ReportFigures
    previous: ReportFigures
    last_year: ReportFigures
    main_fields: tuple[str, ...]
    counting_note: str
    reveal_count: int
    lone_openings: int  # of these, by custodians who opened a denouncer without a request
    fingerprint: str
    table: TableSheet
    signers: tuple[str, str]
    footer: PageFooter
    roster_number: int = 0
    head_post: str = "Trưởng ban"
    symbol: str = "BC-BTCD"
    number: str = "......"
    distribution: tuple[str, ...] = ("Như trên", "Lưu: VT, BTCD")


def render_monthly_report(sheet: MonthlyReport, check: TextCheck = no_check) -> bytes:
    """Return the report on A4, followed by Biểu 01/TCD on a landscape page of its own."""
    footer = sheet.footer
    if sheet.fingerprint:
        roster = f"Danh sách {sheet.roster_number}" if sheet.roster_number else ""
        parts = [footer.right_text, f"Dấu gốc {sheet.fingerprint}", roster]
        footer = replace(footer, right_text=" · ".join(part for part in parts if part))
    document = PaperDocument(sheet.footer.print_number or sheet.symbol, _SHEET, footer)
    document.add_sheet("table", LANDSCAPE)
    document.add(*_heading(sheet), *_body(sheet))
    document.begin_section("table")
    table = replace(
        sheet.table, report_reference=sheet.table.report_reference or _report_reference(sheet)
    )
    draw_table(document, table, sheet.signers)
    check(document.texts)
    return document.finish()


def _report_reference(sheet: MonthlyReport) -> str:
    day = day_in_words(sheet.document_date)
    number = f"{sheet.number}/{sheet.symbol}"
    return f"(Kèm theo Báo cáo số: {number} {day} của {sheet.heading.issuing})"


def _heading(sheet: MonthlyReport) -> list[Flowable]:
    numbering = Numbering(
        f"Số: {sheet.number}/{sheet.symbol}",
        place_and_date_line(sheet.heading, sheet.document_date),
    )
    subject = (
        "Kết quả công tác tiếp công dân, xử lý đơn khiếu nại, tố cáo,\nkiến nghị, phản ánh "
        + sheet.period_name
    )
    first, last = (short_day(day) for day in sheet.current.period)
    return [
        NationalHeading(sheet.heading, _STYLE, numbering),
        *title("BÁO CÁO", subject, _STYLE, _SHEET.width, ruled=True),
        Gap(3),
        centred(f"(Số liệu tính từ ngày {first} đến ngày {last})", ITALIC, _TEXT_SIZE),
        Gap(10),
        *_recipient_lines(sheet.recipients),
        Gap(6),
    ]


def _recipient_lines(names: tuple[str, ...]) -> list[Flowable]:
    """Return "Kính gửi": one body on its line, several below it (NĐ 30/2020 Phụ lục I)."""
    if len(names) == 1:
        return [centred(f"Kính gửi: {names[0]}.", REGULAR, _TEXT_SIZE)]
    lines = [paragraph("Kính gửi:", _TEXT_SIZE, left=_SHEET.width * 0.31)]
    for number, name in enumerate(names, start=1):
        end = "." if number == len(names) else ";"
        lines.append(paragraph(f"- {name}{end}", _TEXT_SIZE, left=_SHEET.width * 0.425))
    return lines


def _body(sheet: MonthlyReport) -> list[Flowable]:
    compared = ComparedFigures(sheet.current, sheet.previous, sheet.last_year)
    points = [
        regular_sentence(sheet.current),
        f"{head_sentence(sheet.current, sheet.head_title)} {delegate_sentence(sheet.current)}",
        kinds_sentence(sheet.current, {kind: KIND_WORDS[kind].lower() for kind in PetitionKind}),
        sentence(sheet.counting_note),
    ]
    if sheet.reveal_count:
        times = f"{two_digits(sheet.reveal_count)} lần"
        alone = (
            f", trong đó người giữ danh tính tự mở {two_digits(sheet.lone_openings)} lần"
            if sheet.lone_openings
            else ""
        )
        points.append(f"Danh tính người đến được mở theo quy định trong kỳ: {times}{alone}.")
    point_paragraphs = [
        _indented(f"{_POINT_LETTERS[index]}) {text}") for index, text in enumerate(points)
    ]
    signature = distribution_and_signature(
        sheet.distribution,
        (sheet.head_post, sheet.signers[1]),
        _SHEET.width,
        space=_SIGNATURE_SPACE,
    )
    return [
        *_part_heading("I. TÌNH HÌNH KHIẾU NẠI, TỐ CÁO"),
        _indented(situation_sentence(compared, sheet.receiving_body, sheet.main_fields)),
        *_part_heading("II. KẾT QUẢ TIẾP CÔNG DÂN, XỬ LÝ ĐƠN"),
        *_part_heading(f"1. Công tác tiếp công dân (Biểu {sheet.table.table.code})"),
        CondPageBreak(90),
        _comparison_table(compared),
        Gap(8),
        *point_paragraphs[:-1],
        KeepTogether([point_paragraphs[-1], Gap(8), signature]),  # no page has the signatures alone
    ]


def _part_heading(text: str) -> list[Flowable]:
    heading = paragraph(text, (_TEXT_SIZE[0], 19), font=BOLD, indent=_INDENT, space_after=2)
    return [CondPageBreak(_TEXT_SIZE[1] * 3), heading]


def _indented(text: str) -> Flowable:
    return paragraph(text, _TEXT_SIZE, indent=_INDENT, space_after=_GAP)


def _comparison_table(compared: ComparedFigures) -> Flowable:
    columns = (
        Column("Chỉ tiêu", 177),
        Column("Kỳ này", 78, Align.CENTRE),
        Column("Kỳ trước", 94, Align.CENTRE),
        Column(f"Cùng kỳ {compared.last_year.period[1].year}", 133, Align.CENTRE),
        Column("So kỳ trước", 116, Align.CENTRE),
        Column("Tỷ lệ", 79, Align.CENTRE),
    )
    table_layout = TableLayout(columns, _CELL_STYLE, _SHEET.width)
    return table_layout.table(
        [
            table_layout.title_cells(),
            *(table_layout.cells(row) for row in comparison_rows(compared)),
        ]
    )
