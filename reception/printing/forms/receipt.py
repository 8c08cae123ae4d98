"""Giấy biên nhận thông tin, tài liệu (Mẫu 02/TCD, NĐ 154/2026): the office's copies as PDF.

The citizen's copy is a form of its own: ``citizen_copy``.
"""

from __future__ import annotations

from dataclasses import replace

from reception.domain.neutral_names import neutral_paper_name
from reception.domain.reporter import Identity
from reception.printing.forms.receipt_copy import render_copy
from reception.printing.forms.receipt_data import (
    CopyKind,
    CopyPdf,
    DenunciationReceipt,
    OrdinaryFileReceipt,
    ReceiptFormat,
    ReceiptIntake,
)
from reception.printing.forms.receipt_layout import Copy, SealedPerson, WrittenByHand
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.printing.layout.paper_fonts import BOLD, REGULAR
from reception.printing.layout.paper_wording import (
    day_in_words,
    reporter_label,
    short_day,
)
from reception.printing.layout.text_blocks import Run

_ORDINARY_COPIES = 2
_DENUNCIATION_COPIES = 3
_FILE_LABEL = "Bản 2: lưu hồ sơ"
_MASKED_FILE_LABEL = "Bản 2: lưu hồ sơ, không ghi danh tính"
_ENVELOPE_LABEL = "Bản 3: bản ký, để trong phong bì niêm phong"
_NOT_ON_THIS_COPY = "không ghi ở bản này"
_NO_CODE_NOTE = "Bản lưu không có mã tra cứu."
_DENUNCIATION_NOTE: tuple[Run, ...] = (
    (
        "Bản lưu không có danh tính, không có mã tra cứu, không ghi giờ. "
        "Được chuyển cùng hồ sơ cho người xác minh.",
        REGULAR,
    ),
)


def copy_count(sheet: OrdinaryFileReceipt | DenunciationReceipt) -> int:
    """Return how many copies the receipt has, with the citizen's."""
    return _ORDINARY_COPIES if isinstance(sheet, OrdinaryFileReceipt) else _DENUNCIATION_COPIES


def render_office_copies(
    sheet: OrdinaryFileReceipt | DenunciationReceipt, check: TextCheck = no_check
) -> tuple[CopyPdf, ...]:
    """Return the copies of the office, each as a document; ``check`` gets texts without identity.

    Ordinary: the file's copy. Denunciation: also the copy to be signed, for the sealed envelope.
    """
    if isinstance(sheet, OrdinaryFileReceipt):
        file = _ordinary_file_copy(sheet)
        return (_document(CopyKind.FILE, (sheet.number, sheet.intake, sheet.format), file, check),)
    intake = sheet.intake
    return (
        _document(
            CopyKind.FILE,
            (sheet.number, intake, sheet.format),
            _denunciation_file_copy(sheet),
            check,
        ),
        _document(
            CopyKind.ENVELOPE, (sheet.envelope, intake, sheet.format), _envelope_copy(sheet), check
        ),
    )


def _ordinary_file_copy(sheet: OrdinaryFileReceipt) -> Copy:
    day = sheet.intake.received_on
    return Copy(
        label=_FILE_LABEL if sheet.identity else _MASKED_FILE_LABEL,
        number=sheet.number,
        footer=sheet.footer,
        received_text=_on_day(sheet.intake),  # hours of two copies would bracket the one between
        person=sheet.identity
        or SealedPerson(reporter_label(sheet.pseudonym, day.year), f"{_NOT_ON_THIS_COPY}."),
        papers=sheet.intake.papers,
        copy_count=_ORDINARY_COPIES,
        note=_file_note(sheet),
    )


def _denunciation_file_copy(sheet: DenunciationReceipt) -> Copy:
    label = reporter_label(sheet.pseudonym, sheet.intake.received_on.year)
    omission = f"{_NOT_ON_THIS_COPY}, có ở bản 3 trong phong bì {sheet.envelope}."
    return Copy(
        label=_MASKED_FILE_LABEL,
        number=sheet.number,
        footer=sheet.file_footer,
        received_text=_on_day(sheet.intake),
        person=SealedPerson(label, omission),
        papers=sheet.intake.papers,
        copy_count=_DENUNCIATION_COPIES,
        signature_note=("Chữ ký ở bản 3",),
        note=_DENUNCIATION_NOTE,
    )


def _envelope_copy(sheet: DenunciationReceipt) -> Copy:
    """Return the copy with name and signature: no number on it stands beside the pseudonym."""
    papers = tuple(
        replace(paper, name=neutral_paper_name(paper.name)) for paper in sheet.intake.papers
    )
    return Copy(
        label=_ENVELOPE_LABEL,
        number="",
        footer=sheet.envelope_footer,
        received_text=_on_day(sheet.intake),
        person=WrittenByHand(),
        papers=papers,
        copy_count=_DENUNCIATION_COPIES,
    )


def _on_day(intake: ReceiptIntake) -> str:
    day = day_in_words(intake.received_on)
    return day[0].upper() + day[1:]


def _file_note(sheet: OrdinaryFileReceipt) -> tuple[Run, ...]:
    if sheet.due_on is None:
        return ((_NO_CODE_NOTE, REGULAR),)
    note = f" ({sheet.deadline_note})." if sheet.deadline_note else "."
    return (
        (f"{_NO_CODE_NOTE} Trả lời chậm nhất ngày ", REGULAR),
        (short_day(sheet.due_on), BOLD),
        (note, REGULAR),
    )


def _document(
    kind: CopyKind,
    facts: tuple[str, ReceiptIntake, ReceiptFormat],
    copy: Copy,
    check: TextCheck,
) -> CopyPdf:
    code, intake, wanted = facts
    pdf, texts = render_copy(copy, intake, wanted)
    holds_identity = isinstance(copy.person, Identity)
    if not holds_identity:
        check(texts)
    return CopyPdf(kind, pdf, holds_identity, code)
