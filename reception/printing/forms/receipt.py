"""Giấy biên nhận thông tin, tài liệu (Mẫu 02/TCD, NĐ 154/2026) as bytes of PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reception.printing.forms.receipt_copy import copy_parts, refuse_kind_words, with_neutral_name
from reception.printing.forms.receipt_data import (
    CopyKind,
    CopyPdf,
    DenunciationReceipt,
    OrdinaryReceipt,
    ReceiptFormat,
    ReceiptIntake,
    ReceiptPrint,
)
from reception.printing.forms.receipt_layout import A4_STYLE, A5_STYLE, Copy
from reception.printing.layout.drawings import cut_line
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.printing.layout.page_flow import PageFooter, fill_sheet, render
from reception.printing.layout.paper_canvas import A4_LANDSCAPE, new_canvas
from reception.printing.layout.paper_wording import reporter_label, short_day, time_and_day_in_words

_ORDINARY_COPIES = 2
_DENUNCIATION_COPIES = 3
_FILE_LABEL = "Bản 2: lưu hồ sơ"
_MASKED_FILE_LABEL = "Bản 2: lưu hồ sơ, không ghi danh tính"
_PERSON_LABEL = "Bản 1: giao người cung cấp"


def render_receipt(
    sheet: OrdinaryReceipt | DenunciationReceipt, check: TextCheck = no_check
) -> ReceiptPrint:
    """Return the receipt's copies; ``check`` gets the texts of copies without an identity.

    Ordinary: the person's and the file's copy. Denunciation: also the copy to be signed, for
    the sealed envelope. Raises ``printing.kind_shown`` when a denouncer's copy would show its kind.
    """
    groups = (
        [_ordinary_copies(sheet)]
        if isinstance(sheet, OrdinaryReceipt)
        else _denunciation_copies(sheet)
    )
    if sheet.format is ReceiptFormat.A5_PAIR:
        pairs = [_a5_pair(group, sheet.intake, check) for group in groups]
        fitting = tuple(pair for pair in pairs if pair is not None)
        if len(fitting) == len(pairs):
            return ReceiptPrint(fitting, ReceiptFormat.A5_PAIR)
    singles = [copy for group in groups for copy in group]
    pages = tuple(_a4_page(copy, sheet.intake, check) for copy in singles)
    return ReceiptPrint(pages, ReceiptFormat.A4)


def _ordinary_copies(sheet: OrdinaryReceipt) -> list[Copy]:
    day = sheet.intake.received_on
    received_text = (
        f"Vào {time_and_day_in_words(sheet.received_at, day)}" if sheet.received_at else ""
    )
    person = Copy(
        CopyKind.PERSON,
        sheet.person_numbers,
        _PERSON_LABEL,
        copy_count=_ORDINARY_COPIES,
        received_text=received_text,
        identity=sheet.identity,
        box_contents=sheet.box_contents,
    )
    if sheet.reprinted_on is not None:
        day_text = short_day(sheet.reprinted_on)
        return [replace(person, label=f"{_PERSON_LABEL}, in lại ngày {day_text}")]
    file = replace(person, kind=CopyKind.FILE, numbers=sheet.file_numbers, label=_FILE_LABEL)
    if not sheet.file_shows_identity:
        label = reporter_label(sheet.pseudonym, day.year)
        file = replace(file, identity=None, reporter_label=label, label=_MASKED_FILE_LABEL)
    return [person, file]


def _denunciation_copies(sheet: DenunciationReceipt) -> list[list[Copy]]:
    person = Copy(
        CopyKind.PERSON,
        sheet.person_numbers,
        _PERSON_LABEL,
        copy_count=_DENUNCIATION_COPIES,
        filled_in_by_hand=True,
        box_contents=sheet.box_contents,
        papers=tuple(with_neutral_name(paper) for paper in sheet.intake.papers),
    )
    file = Copy(
        CopyKind.FILE,
        sheet.file_numbers,
        _MASKED_FILE_LABEL,
        copy_count=_DENUNCIATION_COPIES,
        reporter_label=reporter_label(sheet.pseudonym, sheet.intake.received_on.year),
        envelope_number=sheet.envelope,
    )
    signed = replace(
        person,
        kind=CopyKind.ENVELOPE,
        numbers=sheet.signed_numbers,
        label=f"Bản 3: bản ký, để trong phong bì niêm phong {sheet.envelope}",
        box_contents=None,
        envelope_number=sheet.envelope,
    )
    return [[person, file], [signed]]


def _a5_pair(copies: Sequence[Copy], intake: ReceiptIntake, check: TextCheck) -> CopyPdf | None:
    """Return one or two copies on A4 landscape; None if a copy is longer than its half.

    The document's title is the number of the office's copy.
    """
    canvas, out = new_canvas(copies[-1].numbers.number, A4_LANDSCAPE)
    half = A4_LANDSCAPE[0] / 2
    for index, copy in enumerate(copies):
        sheet = replace(A5_STYLE.sheet, x_offset=half * index)
        parts = copy_parts(copy, intake, A5_STYLE)
        first_text = len(canvas.texts)
        if not fill_sheet(canvas, sheet, _footer(copy), parts):
            return None
        _check_texts(copy, canvas.texts[first_text:], check)
    cut_line(canvas, half, A4_LANDSCAPE[1])
    canvas.showPage()
    canvas.save()
    return _copy_pdf(out.getvalue(), copies)


def _a4_page(copy: Copy, intake: ReceiptIntake, check: TextCheck) -> CopyPdf:
    parts = copy_parts(copy, intake, A4_STYLE)
    pdf, texts = render(copy.numbers.number, A4_STYLE.sheet, _footer(copy), parts)
    _check_texts(copy, texts, check)
    return _copy_pdf(pdf, (copy,))


def _footer(copy: Copy) -> PageFooter:
    return PageFooter(copy.numbers.print_number, copy.numbers.checkpoint)


def _check_texts(copy: Copy, texts: Sequence[str], check: TextCheck) -> None:
    if copy.identity is None:
        check(texts)
    if copy.filled_in_by_hand:
        refuse_kind_words(texts, copy.box_contents.code if copy.box_contents else "")


def _copy_pdf(pdf: bytes, copies: Sequence[Copy]) -> CopyPdf:
    return CopyPdf(
        kinds=tuple(copy.kind for copy in copies),
        pdf=pdf,
        holds_identity=any(copy.identity is not None for copy in copies),
        title=copies[-1].numbers.number,
        print_numbers=tuple(copy.numbers.print_number for copy in copies),
    )
