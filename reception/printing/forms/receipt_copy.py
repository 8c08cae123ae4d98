"""One copy of a receipt: its lines, its table of papers, its signatures, its box."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from reception.domain.errors import ReceptionError
from reception.domain.reporter import Identity
from reception.domain.text import fold, nfc
from reception.domain.visit import PaperReceived
from reception.law.statutory_words import COPY_STATE
from reception.printing.forms.receipt_data import Answer, CopyKind, Taking
from reception.printing.forms.receipt_layout import Copy, CopyStyle
from reception.printing.layout.document_heading import dated_line, form_code, national_head, title
from reception.printing.layout.form_parts import (
    ReturnBox,
    Signature,
    badge,
    boxed,
    dotted,
    return_box,
    signatures,
)
from reception.printing.layout.line_breaking import Run
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
from reception.printing.layout.ruled_table import Align, Column, RuledTable, cells
from reception.printing.layout.text_flow import TextFlow

_COLUMNS = (
    Column("STT", 43, Align.CENTRE),
    Column("Tên thông tin, tài liệu", 243),
    Column("Số trang", 77, Align.CENTRE),
    Column("Tình trạng", 146),
)
_TELLING = re.compile(r"\b(to cao|tc-?\d{2,}|nguoi bi to)\b")
_KIND_WORDS = re.compile(r"\s*\b(?:người\s+)?(?:bị\s+)?tố\s+cáo\b", re.IGNORECASE)
_WITHOUT = "không ghi ở bản này"


def draw_copy(flow: TextFlow, copy: Copy, taking: Taking, style: CopyStyle) -> None:
    """Draw a copy from its form code to its foot line."""
    form_code(flow, copy.label, "Mẫu số 02/TCD", style.small[0] * 0.93)
    national_head(flow, taking.heading, style.head)
    _number(flow, copy, dated_line(taking.heading, taking.received_on), style)
    title(flow, "GIẤY BIÊN NHẬN", "Thông tin, tài liệu", style.head)
    flow.gap(style.gap * 1.4)
    _lines(flow, copy, taking, style)
    papers = taking.papers if copy.papers is None else copy.papers
    _papers(flow, papers, style)
    paragraph = (
        f"Giấy biên nhận thông tin, tài liệu được lập thành {copy.total:02d} bản, "
        "giao cho người cung cấp thông tin, tài liệu 01 bản."
    )
    flow.paragraph(paragraph, style.face)
    flow.gap(style.gap * 1.5)
    _signed(flow, copy, taking, style)
    flow.gap(style.gap * 1.6)
    _box(flow, copy, taking, style)
    flow.close()


def neutral(paper: PaperReceived) -> PaperReceived:
    """Return a paper whose name does not tell the kind: "Đơn tố cáo" becomes "Đơn"."""
    name = _KIND_WORDS.sub("", nfc(paper.name)).strip(" ,;.-")
    return replace(paper, name=name or "Giấy tờ")


def refuse_telling(texts: Sequence[str], code: str = "") -> None:
    """Refuse a denouncer's copy that tells its kind: ``printing.kind_shown``.

    The return code is random: ``TC23`` in it tells nothing.
    """
    written = " ".join(texts).replace(code, "")
    if _TELLING.search(" ".join(fold(written).split())):
        raise ReceptionError("printing.kind_shown")


def _number(flow: TextFlow, copy: Copy, dated: str, style: CopyStyle) -> None:
    flow.gap(style.head.line * 0.5)
    base = flow.step(style.head.date, style.head.date * 1.4)
    pieces: tuple[Run, ...] = (("Số: ", REGULAR), (copy.numbers.number, BOLD))
    flow.pen.line((flow.left, base), pieces, style.sign[0])
    flow.pen.right((flow.right, base), dated, ITALIC, style.head.date)


def _lines(flow: TextFlow, copy: Copy, taking: Taking, style: CopyStyle) -> None:
    def write(*runs: Run) -> None:
        flow.paragraph(runs, style.face)
        flow.gap(style.gap)

    day, place = day_in_words(taking.received_on), f", tại: {sentence(taking.where)}"
    when = copy.when or day[0].upper() + day[1:]
    if copy.by_pen and copy.kind is CopyKind.PERSON:
        when = f"Vào ...... giờ ...... {day}"
    write((when + place, REGULAR))
    officer = taking.officer
    write(("Tôi là: ", REGULAR), (officer.name, BOLD), (f". Chức vụ: {officer.post}.", REGULAR))
    if copy.identity is not None:
        _identity(write, copy.identity)
    elif copy.by_pen:
        _by_pen(flow, style)
    else:
        _masked(flow, copy, style)
    write(("các thông tin, tài liệu sau:", REGULAR))


def _identity(write: Callable[..., None], identity: Identity) -> None:
    write(("Đã nhận của ông (bà): ", REGULAR), (identity.name, BOLD))
    number, comma, rest = paper_line(identity).partition(",")
    font = BOLD if identity.paper.number else ITALIC
    label = paper_label(identity)
    write((f"{label}: ", REGULAR), (number, font), (comma + rest, REGULAR))
    address = address_line(identity.address)
    if address:
        write((f"Địa chỉ: {address}", REGULAR))


def _by_pen(flow: TextFlow, style: CopyStyle) -> None:
    face = (style.face[0], style.face[1] * 1.28)
    for label in (
        "Đã nhận của ông (bà):",
        "Số căn cước/hộ chiếu:",
        "Ngày cấp, nơi cấp:",
        "Địa chỉ:",
    ):
        dotted(flow, label, face)
    base = flow.step(style.small[0], style.small[1] * 1.15)
    flow.pen.right((flow.right, base), "(ghi bằng bút)", ITALIC, style.small[0])


def _masked(flow: TextFlow, copy: Copy, style: CopyStyle) -> None:
    badge(flow, "Đã nhận của ông (bà):", copy.reporter, style.face)
    flow.gap(style.gap)
    where = f"{_WITHOUT}, có ở bản 3 trong phong bì {copy.envelope}" if copy.envelope else _WITHOUT
    flow.paragraph((("Số căn cước, địa chỉ: ", REGULAR), (where + ".", ITALIC)), style.face)
    flow.gap(style.gap)


def _papers(flow: TextFlow, papers: Sequence[PaperReceived], style: CopyStyle) -> None:
    grid = RuledTable(flow, _COLUMNS, style.table)
    grid.head()
    for place, paper in enumerate(papers, start=1):
        state = COPY_STATE[paper.state]
        grid.row(cells((str(place), paper.name, two_digits(paper.pages), state)))
    flow.gap(style.gap)
    pages = two_digits(sum(paper.pages for paper in papers))
    flow.paragraph(f"Tổng cộng: {two_digits(len(papers))} tài liệu, {pages} trang.", style.face)
    flow.gap(style.gap)


def _signed(flow: TextFlow, copy: Copy, taking: Taking, style: CopyStyle) -> None:
    inside = ("Chữ ký ở bản 3",) if copy.kind is CopyKind.FILE and copy.envelope else ()
    giver = Signature(("NGƯỜI CUNG CẤP", "THÔNG TIN, TÀI LIỆU"), "(Ký, ghi rõ họ tên)", inside)
    taker = Signature(
        ("NGƯỜI NHẬN",), "(Ký, ghi rõ họ tên, đóng dấu nếu có)", name=taking.officer.name
    )
    signatures(flow, (giver, taker), style.sign, style.space)


def _box(flow: TextFlow, copy: Copy, taking: Taking, style: CopyStyle) -> None:
    if copy.kind is CopyKind.PERSON and copy.answer is not None:
        number, year = copy.numbers.number, taking.received_on.year
        return_box(flow, _return_box(copy.answer, number, year), style.small, style.code)
    elif copy.kind is CopyKind.FILE and copy.envelope:
        boxed(flow, _DENUNCIATION_FILE, style.small)
    elif copy.kind is CopyKind.FILE:
        boxed(flow, _file_answer(copy.answer), style.small)


def qr_payload(number: str, year: int, code: str) -> str:
    """Return what the QR holds: ``BN-0294/2026 K7QF-2MXD-9T4P``, the row and its code."""
    return f"{number}/{year} {code}"


def _return_box(answer: Answer, number: str, year: int) -> ReturnBox:
    ask = "hi hỏi kết quả chỉ cần đưa số và mã này, không cần nói tên:"
    before: tuple[Run, ...] = (("K" + ask, REGULAR),)
    if answer.by is not None:
        before = (
            ("Trả lời chậm nhất ngày ", REGULAR),
            (short_day(answer.by), BOLD),
            (". K" + ask, REGULAR),
        )
    phone = f"Điện thoại {answer.phone}. " if answer.phone else ""
    payload = qr_payload(number, year, answer.code)
    return ReturnBox(before, answer.code, f"{phone}Giữ giấy này cẩn thận.", payload)


_DENUNCIATION_FILE: tuple[Run, ...] = (
    (
        "Bản lưu không có danh tính, không có mã tra cứu, không ghi giờ. "
        "Được chuyển cùng hồ sơ cho người xác minh.",
        REGULAR,
    ),
)


def _file_answer(answer: Answer | None) -> tuple[Run, ...]:
    without = "Bản lưu không có mã tra cứu."
    if answer is None or answer.by is None:
        return ((without, REGULAR),)
    note = f" ({answer.note})." if answer.note else "."
    return (
        (f"{without} Trả lời chậm nhất ngày ", REGULAR),
        (short_day(answer.by), BOLD),
        (note, REGULAR),
    )
