"""One copy of a receipt: its lines, table of papers, signatures and box."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from reception.domain.reporter import Identity
from reception.domain.visit import PaperReceived
from reception.law.statutory_words import COPY_STATE_WORDS
from reception.printing.forms.receipt_data import ReceiptFormat, ReceiptIntake
from reception.printing.forms.receipt_layout import (
    A4_STYLE,
    A5_STYLE,
    Copy,
    CopyStyle,
    SealedPerson,
)
from reception.printing.layout.document_heading import NationalHeading, place_and_date_line, title
from reception.printing.layout.form_lines import DottedField, EdgeLine, SealedName, form_code_line
from reception.printing.layout.form_parts import (
    Signature,
    framed_sentence,
    return_code_box,
    signatures,
)
from reception.printing.layout.page_flow import fill_sheet, render
from reception.printing.layout.paper_canvas import A5, VISIT_PAPER_TITLE, new_canvas, padded
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.paper_wording import (
    address_line,
    paper_label,
    paper_line,
    sentence,
    two_digits,
)
from reception.printing.layout.ruled_table import Align, Column, TableLayout
from reception.printing.layout.text_blocks import Gap, Run, paragraph

_COLUMNS = (
    Column("STT", 43, Align.CENTRE),
    Column("Tên thông tin, tài liệu", 243),
    Column("Số trang", 77, Align.CENTRE),
    Column("Tình trạng", 146),
)
BY_HAND = "......"


def render_copy(
    copy: Copy, intake: ReceiptIntake, wanted: ReceiptFormat
) -> tuple[bytes, list[str]]:
    """Return a copy as a document of its own, and all texts written in it.

    A copy that does not fit on one A5 page is printed on A4, on as many pages as it needs.
    """
    if wanted is ReceiptFormat.A5:
        canvas, out = new_canvas(A5)
        parts = _parts(copy, intake, A5_STYLE)
        if fill_sheet(canvas, A5_STYLE.sheet, copy.footer, parts):
            canvas.showPage()
            canvas.save()
            return padded(out.getvalue()), canvas.texts
    parts = _parts(copy, intake, A4_STYLE)
    return render(VISIT_PAPER_TITLE, A4_STYLE.sheet, copy.footer, parts)


def _parts(copy: Copy, intake: ReceiptIntake, style: CopyStyle) -> list[Flowable]:
    """Return the parts of a copy from the form code at the top to the box at the bottom."""
    width = style.sheet.width
    count = BY_HAND if copy.copy_count is None else two_digits(copy.copy_count)
    copies = (
        f"Giấy biên nhận thông tin, tài liệu được lập thành {count} bản, "
        "giao cho người cung cấp thông tin, tài liệu 01 bản."
    )
    number: tuple[Run, ...] = (("Số: ", REGULAR), (copy.number or BY_HAND, BOLD))
    place_and_date = (place_and_date_line(intake.heading, intake.received_on), ITALIC)
    sizes = (style.signature_size[0], style.heading.date)
    return [
        *form_code_line(copy.label, "Mẫu số 02/TCD", style.small_size[0] * 0.93),
        NationalHeading(intake.heading, style.heading),
        Gap(style.heading.line * 0.5),
        EdgeLine(number, place_and_date, sizes, style.heading.date * 1.4),
        *title("GIẤY BIÊN NHẬN", "Thông tin, tài liệu", style.heading, width),
        Gap(style.gap * 1.4),
        *_intake_lines(copy, intake, style),
        *_paper_table(copy.papers, style),
        paragraph(copies, style.text_size),
        Gap(style.gap * 1.5),
        *_signature_lines(copy, intake, style),
        Gap(style.gap * 1.6),
        *_closing_box(copy, style),
    ]


def _intake_lines(copy: Copy, intake: ReceiptIntake, style: CopyStyle) -> list[Flowable]:
    place_text = f", tại: {sentence(intake.reception_place)}"
    officer = intake.officer
    post = f". Chức vụ: {officer.post}."
    return [
        _line(style, (copy.received_text + place_text, REGULAR)),
        _line(style, ("Tôi là: ", REGULAR), (officer.name, BOLD), (post, REGULAR)),
        *_person_lines(copy, style),
        _line(style, ("các thông tin, tài liệu sau:", REGULAR)),
    ]


def _line(style: CopyStyle, *runs: Run) -> Flowable:
    return paragraph(runs, style.text_size, space_after=style.gap)


def _person_lines(copy: Copy, style: CopyStyle) -> list[Flowable]:
    """Return the lines about who gave the papers: an identity, lines to fill in, or a pseudonym."""
    if isinstance(copy.person, Identity):
        return _identity_lines(copy.person, style)
    if isinstance(copy.person, SealedPerson):
        return _pseudonym_lines(copy.person, style)
    return _fields_by_hand(style)


def _identity_lines(identity: Identity, style: CopyStyle) -> list[Flowable]:
    number, comma, issue_text = paper_line(identity).partition(",")
    font = BOLD if identity.paper.number else ITALIC
    label = paper_label(identity)
    lines = [
        _line(style, ("Đã nhận của ông (bà): ", REGULAR), (identity.name, BOLD)),
        _line(style, (f"{label}: ", REGULAR), (number, font), (comma + issue_text, REGULAR)),
    ]
    address = address_line(identity.address)
    if address:
        lines.append(_line(style, (f"Địa chỉ: {address}", REGULAR)))
    return lines


def _fields_by_hand(style: CopyStyle) -> list[Flowable]:
    line_size = (style.text_size[0], style.text_size[1] * 1.28)
    labels = (
        "Đã nhận của ông (bà):",
        "Số căn cước/hộ chiếu:",
        "Ngày cấp, nơi cấp:",
        "Địa chỉ:",
    )
    size, leading = style.small_size
    hint = EdgeLine((), ("(ghi bằng bút)", ITALIC), (size, size), leading * 1.15)
    return [*(DottedField(label, line_size) for label in labels), hint]


def _pseudonym_lines(person: SealedPerson, style: CopyStyle) -> list[Flowable]:
    return [
        SealedName("Đã nhận của ông (bà):", person.label, style.text_size),
        Gap(style.gap),
        _line(style, ("Số căn cước, địa chỉ: ", REGULAR), (person.omission, ITALIC)),
    ]


def _paper_table(papers: Sequence[PaperReceived], style: CopyStyle) -> list[Flowable]:
    table_layout = TableLayout(_COLUMNS, style.table, style.sheet.width)
    rows = [
        table_layout.cells(
            (str(number), paper.name, two_digits(paper.pages), COPY_STATE_WORDS[paper.state])
        )
        for number, paper in enumerate(papers, start=1)
    ]
    pages = two_digits(sum(paper.pages for paper in papers))
    total_line = f"Tổng cộng: {two_digits(len(papers))} tài liệu, {pages} trang."
    return [
        table_layout.table([table_layout.title_cells(), *rows]),
        Gap(style.gap),
        _line(style, (total_line, REGULAR)),
    ]


def _signature_lines(copy: Copy, intake: ReceiptIntake, style: CopyStyle) -> list[Flowable]:
    giver = Signature(
        ("NGƯỜI CUNG CẤP", "THÔNG TIN, TÀI LIỆU"), "(Ký, ghi rõ họ tên)", copy.signature_note
    )
    receiver = Signature(
        ("NGƯỜI NHẬN",), "(Ký, ghi rõ họ tên, đóng dấu nếu có)", name=intake.officer.name
    )
    return signatures(
        (giver, receiver), style.signature_size, style.signature_space, style.sheet.width
    )


def _closing_box(copy: Copy, style: CopyStyle) -> list[Flowable]:
    if copy.box is not None:
        return [
            return_code_box(copy.box, style.small_size, style.return_code_size, style.sheet.width)
        ]
    return [framed_sentence(copy.note, style.small_size)] if copy.note else []
