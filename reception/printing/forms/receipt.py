"""Giấy biên nhận thông tin, tài liệu (Mẫu 02/TCD, NĐ 154/2026) as bytes of PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reception.printing.forms.receipt_copy import draw_copy, neutral, refuse_telling
from reception.printing.forms.receipt_data import (
    CopyKind,
    CopyPdf,
    DenunciationReceipt,
    OrdinaryReceipt,
    ReceiptFormat,
    ReceiptPrint,
    Taking,
)
from reception.printing.forms.receipt_layout import A4_STYLE, A5_STYLE, Copy, CopyStyle
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.printing.layout.paper_wording import hour_and_day, reporter_label
from reception.printing.layout.pdf_canvas import A4_LANDSCAPE, PdfCanvas
from reception.printing.layout.text_flow import DoesNotFit, Foot, TextFlow

_ORDINARY_COPIES = 2
_DENUNCIATION_COPIES = 3
_FILE_PLAIN = "Bản 2: lưu hồ sơ"
_FILE_MASKED = "Bản 2: lưu hồ sơ, không ghi danh tính"
_TO_PERSON = "Bản 1: giao người cung cấp"


def render_receipt(
    sheet: OrdinaryReceipt | DenunciationReceipt, check: TextCheck = no_check
) -> ReceiptPrint:
    """Return the receipt's copies; ``check`` sees the words of copies without an identity.

    Ordinary: the person's and the file's copy. Denunciation: also the copy to be signed, for
    the sealed envelope. Raises ``printing.kind_shown`` when a denouncer's copy would tell.
    """
    groups = [_ordinary(sheet)] if isinstance(sheet, OrdinaryReceipt) else _denunciation(sheet)
    if sheet.format is ReceiptFormat.A5_PAIR:
        try:
            pairs = tuple(_a5_pair(group, sheet.taking, check) for group in groups)
            return ReceiptPrint(pairs, ReceiptFormat.A5_PAIR)
        except DoesNotFit:
            pass  # the list of papers is too long for half a sheet
    singles = [copy for group in groups for copy in group]
    pages = tuple(_a4(copy, sheet.taking, check) for copy in singles)
    return ReceiptPrint(pages, ReceiptFormat.A4)


def _ordinary(sheet: OrdinaryReceipt) -> list[Copy]:
    day = sheet.taking.received_on
    when = f"Vào {hour_and_day(sheet.received_at, day)}" if sheet.received_at else ""
    person = Copy(
        CopyKind.PERSON,
        sheet.person,
        _TO_PERSON,
        total=_ORDINARY_COPIES,
        when=when,
        identity=sheet.identity,
        answer=sheet.answer,
    )
    if sheet.again is not None:
        again = sheet.again
        day_text = f"{again.day:02d}/{again.month:02d}/{again.year}"
        return [replace(person, label=f"{_TO_PERSON}, in lại ngày {day_text}")]
    file = replace(person, kind=CopyKind.FILE, numbers=sheet.file, label=_FILE_PLAIN)
    if not sheet.file_shows_identity:
        label = reporter_label(sheet.pseudonym, day.year)
        file = replace(file, identity=None, reporter=label, label=_FILE_MASKED)
    return [person, file]


def _denunciation(sheet: DenunciationReceipt) -> list[list[Copy]]:
    person = Copy(
        CopyKind.PERSON,
        sheet.person,
        _TO_PERSON,
        total=_DENUNCIATION_COPIES,
        by_pen=True,
        answer=sheet.answer,
        papers=tuple(neutral(paper) for paper in sheet.taking.papers),
    )
    file = Copy(
        CopyKind.FILE,
        sheet.file,
        _FILE_MASKED,
        total=_DENUNCIATION_COPIES,
        reporter=reporter_label(sheet.pseudonym, sheet.taking.received_on.year),
        envelope=sheet.envelope,
    )
    signed = replace(
        person,
        kind=CopyKind.ENVELOPE,
        numbers=sheet.signed,
        label=f"Bản 3: bản ký, để trong phong bì niêm phong {sheet.envelope}",
        answer=None,
        envelope=sheet.envelope,
    )
    return [[person, file], [signed]]


def _a5_pair(copies: Sequence[Copy], taking: Taking, check: TextCheck) -> CopyPdf:
    """Draw one or two copies on A4 landscape, the office's code as the title."""
    pen = PdfCanvas(copies[-1].numbers.number, A4_LANDSCAPE)
    half = A4_LANDSCAPE[0] / 2
    for place, copy in enumerate(copies):
        sheet = replace(A5_STYLE.sheet, offset=half * place)
        _draw(pen, copy, taking, replace(A5_STYLE, sheet=sheet), check)
    pen.cut_line(half)
    return _document(pen, copies)


def _a4(copy: Copy, taking: Taking, check: TextCheck) -> CopyPdf:
    pen = PdfCanvas(copy.numbers.number, A4_STYLE.sheet.size)
    _draw(pen, copy, taking, A4_STYLE, check)
    return _document(pen, (copy,))


def _draw(pen: PdfCanvas, copy: Copy, taking: Taking, style: CopyStyle, check: TextCheck) -> None:
    before = len(pen.texts)
    foot = Foot(copy.numbers.print_number, copy.numbers.anchor)
    draw_copy(TextFlow(pen, style.sheet, foot), copy, taking, style)
    written = pen.texts[before:]
    if copy.identity is None:
        check(written)
    if copy.by_pen:
        refuse_telling(written, copy.answer.code if copy.answer else "")


def _document(pen: PdfCanvas, copies: Sequence[Copy]) -> CopyPdf:
    return CopyPdf(
        kinds=tuple(copy.kind for copy in copies),
        pdf=pen.finish(),
        holds_identity=any(copy.identity is not None for copy in copies),
        title=copies[-1].numbers.number,
        print_numbers=tuple(copy.numbers.print_number for copy in copies),
    )
