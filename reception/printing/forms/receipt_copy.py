"""One copy of a receipt: its lines, table of papers, signatures and box."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from reception.domain.errors import ReceptionError
from reception.domain.reporter import Identity
from reception.domain.text import fold, nfc
from reception.domain.visit import PaperReceived
from reception.law.statutory_words import COPY_STATE_WORDS
from reception.printing.forms.receipt_data import CopyKind, ReceiptIntake, ReturnCodeBoxContents
from reception.printing.forms.receipt_layout import Copy, CopyStyle
from reception.printing.layout.document_heading import NationalHeading, place_and_date_line, title
from reception.printing.layout.form_lines import DottedField, EdgeLine, SealedName, form_code_line
from reception.printing.layout.form_parts import (
    ReturnCodeBox,
    Signature,
    framed_sentence,
    return_code_box,
    signatures,
)
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.paper_wording import (
    address_line,
    day_in_words,
    paper_label,
    paper_line,
    sentence,
    short_day,
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
_DENUNCIATION_WORDS = re.compile(r"\b(to cao|tc-?\d{2,}|nguoi bi to)\b")
_KIND_WORDS = re.compile(r"\s*\b(?:người\s+)?(?:bị\s+)?tố\s+cáo\b", re.IGNORECASE)
_NOT_ON_THIS_COPY = "không ghi ở bản này"


def copy_parts(copy: Copy, intake: ReceiptIntake, style: CopyStyle) -> list[Flowable]:
    """Return the parts of a copy from the form code at the top to the box at the bottom."""
    width = style.sheet.width
    papers = intake.papers if copy.papers is None else copy.papers
    copies = (
        f"Giấy biên nhận thông tin, tài liệu được lập thành {copy.copy_count:02d} bản, "
        "giao cho người cung cấp thông tin, tài liệu 01 bản."
    )
    number: tuple[Run, ...] = (("Số: ", REGULAR), (copy.numbers.number, BOLD))
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
        *_paper_table(papers, style),
        paragraph(copies, style.text_size),
        Gap(style.gap * 1.5),
        *_signature_lines(copy, intake, style),
        Gap(style.gap * 1.6),
        *_closing_box(copy, intake, style),
    ]


def with_neutral_name(paper: PaperReceived) -> PaperReceived:
    """Return a paper whose name does not show the kind: "Đơn tố cáo" becomes "Đơn"."""
    name = _KIND_WORDS.sub("", nfc(paper.name)).strip(" ,;.-")
    return replace(paper, name=name or "Giấy tờ")


def refuse_kind_words(texts: Sequence[str], code: str = "") -> None:
    """Refuse a denouncer's copy that shows its kind: ``printing.kind_shown``.

    ``code`` is the return code on the copy; it is random, so ``TC23`` in it is no kind word.
    """
    written = " ".join(texts).replace(code, "")
    if _DENUNCIATION_WORDS.search(" ".join(fold(written).split())):
        raise ReceptionError("printing.kind_shown")


def _intake_lines(copy: Copy, intake: ReceiptIntake, style: CopyStyle) -> list[Flowable]:
    day, place_text = day_in_words(intake.received_on), f", tại: {sentence(intake.reception_place)}"
    received_text = copy.received_text or day[0].upper() + day[1:]
    if copy.filled_in_by_hand and copy.kind is CopyKind.PERSON:
        received_text = f"Vào ...... giờ ...... {day}"
    officer = intake.officer
    post = f". Chức vụ: {officer.post}."
    return [
        _line(style, (received_text + place_text, REGULAR)),
        _line(style, ("Tôi là: ", REGULAR), (officer.name, BOLD), (post, REGULAR)),
        *_giver_lines(copy, style),
        _line(style, ("các thông tin, tài liệu sau:", REGULAR)),
    ]


def _line(style: CopyStyle, *runs: Run) -> Flowable:
    return paragraph(runs, style.text_size, space_after=style.gap)


def _giver_lines(copy: Copy, style: CopyStyle) -> list[Flowable]:
    """Return the lines about who gave the papers: an identity, lines to fill in, or a pseudonym."""
    if copy.identity is not None:
        return _identity_lines(copy.identity, style)
    return _fields_by_hand(style) if copy.filled_in_by_hand else _pseudonym_lines(copy, style)


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


def _pseudonym_lines(copy: Copy, style: CopyStyle) -> list[Flowable]:
    omission = (
        f"{_NOT_ON_THIS_COPY}, có ở bản 3 trong phong bì {copy.envelope_number}"
        if copy.envelope_number
        else _NOT_ON_THIS_COPY
    )
    return [
        SealedName("Đã nhận của ông (bà):", copy.reporter_label, style.text_size),
        Gap(style.gap),
        _line(style, ("Số căn cước, địa chỉ: ", REGULAR), (omission + ".", ITALIC)),
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
    signature_note = (
        ("Chữ ký ở bản 3",) if copy.kind is CopyKind.FILE and copy.envelope_number else ()
    )
    giver = Signature(
        ("NGƯỜI CUNG CẤP", "THÔNG TIN, TÀI LIỆU"), "(Ký, ghi rõ họ tên)", signature_note
    )
    receiver = Signature(
        ("NGƯỜI NHẬN",), "(Ký, ghi rõ họ tên, đóng dấu nếu có)", name=intake.officer.name
    )
    return signatures(
        (giver, receiver), style.signature_size, style.signature_space, style.sheet.width
    )


def _closing_box(copy: Copy, intake: ReceiptIntake, style: CopyStyle) -> list[Flowable]:
    if copy.kind is CopyKind.PERSON and copy.box_contents is not None:
        number, year = copy.numbers.number, intake.received_on.year
        box = _return_code_box(copy.box_contents, number, year)
        return [return_code_box(box, style.small_size, style.return_code_size, style.sheet.width)]
    if copy.kind is CopyKind.FILE:
        note = _DENUNCIATION_FILE_NOTE if copy.envelope_number else _file_note(copy.box_contents)
        return [framed_sentence(note, style.small_size)]
    return []


def qr_payload(number: str, year: int, code: str) -> str:
    """Return number and return code for the QR code: ``BN-0294/2026 K7QF-2MXD-9T4P``."""
    return f"{number}/{year} {code}"


def _return_code_box(contents: ReturnCodeBoxContents, number: str, year: int) -> ReturnCodeBox:
    how_to_ask = "hi hỏi kết quả chỉ cần đưa số và mã này, không cần nói tên:"
    text_above: tuple[Run, ...] = (("K" + how_to_ask, REGULAR),)
    if contents.due_on is not None:
        text_above = (
            ("Trả lời chậm nhất ngày ", REGULAR),
            (short_day(contents.due_on), BOLD),
            (". K" + how_to_ask, REGULAR),
        )
    phone = f"Điện thoại {contents.phone}. " if contents.phone else ""
    payload = qr_payload(number, year, contents.code)
    return ReturnCodeBox(text_above, contents.code, f"{phone}Giữ giấy này cẩn thận.", payload)


_DENUNCIATION_FILE_NOTE: tuple[Run, ...] = (
    (
        "Bản lưu không có danh tính, không có mã tra cứu, không ghi giờ. "
        "Được chuyển cùng hồ sơ cho người xác minh.",
        REGULAR,
    ),
)


def _file_note(contents: ReturnCodeBoxContents | None) -> tuple[Run, ...]:
    no_code_note = "Bản lưu không có mã tra cứu."
    if contents is None or contents.due_on is None:
        return ((no_code_note, REGULAR),)
    note = f" ({contents.deadline_note})." if contents.deadline_note else "."
    return (
        (f"{no_code_note} Trả lời chậm nhất ngày ", REGULAR),
        (short_day(contents.due_on), BOLD),
        (note, REGULAR),
    )
