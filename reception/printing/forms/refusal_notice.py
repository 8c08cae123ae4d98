"""Thông báo về việc từ chối tiếp công dân (Mẫu 01/TCD, NĐ 154/2026 Điều 4(3))."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportlab.platypus import CondPageBreak, Flowable

from reception.domain.errors import ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity, Sex
from reception.law.refusal_grounds import ground
from reception.law.statutory_words import KIND_WORDS
from reception.printing.layout.document_heading import (
    HeadingStyle,
    NationalHeading,
    Numbering,
    OfficeHeading,
    place_and_date_line,
    title,
)
from reception.printing.layout.form_lines import DottedField, form_code_line
from reception.printing.layout.form_parts import SIGNATURE_SPACE, distribution_and_signature
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.printing.layout.page_flow import PageFooter, render, sheet_with_margins
from reception.printing.layout.paper_canvas import A4
from reception.printing.layout.paper_fonts import ITALIC, REGULAR
from reception.printing.layout.paper_wording import (
    address_line,
    day_in_words,
    paper_label,
    paper_line,
    sentence,
)
from reception.printing.layout.text_blocks import RIGHT, Gap, centred, paragraph

_SHEET = sheet_with_margins(A4, (16, 15, 20, 30))
_STYLE = HeadingStyle()
# (size, line height) in points
_TEXT_SIZE = (13.0, 17.0)
_HANDWRITING_SIZE = (13.0, 21.0)
_INDENT = 28.35
_GAP = 4.5
_ENDING_HEIGHT = 150.0
_DECREE = (
    "Nghị định số 154/2026/NĐ-CP ngày 15 tháng 5 năm 2026 của Chính phủ quy định chi tiết "
    "một số điều và biện pháp tổ chức thi hành Luật Tiếp công dân"
)
_SHORT_DECREE = "Nghị định 154/2026/NĐ-CP"
_FORMS_OF_ADDRESS = {Sex.MALE: "ông", Sex.FEMALE: "bà", Sex.UNKNOWN: "ông (bà)"}


@dataclass(frozen=True, slots=True)
class Refusal:
    """The text of a notice; ``subject`` follows "về việc".

    ``explanation`` are the officer's sentences on why the person is not received.

    ``grounds`` are codes of ``reception.law.refusal_grounds``, e.g. ``("4.1.h",)``.
    """

    heading: OfficeHeading
    reception_place: str
    document_date: date
    visited_on: date
    kind: PetitionKind
    subject: str
    explanation: tuple[str, ...]
    grounds: tuple[str, ...]
    recipients: tuple[str, ...]
    head_post: str
    head_name: str
    footer: PageFooter
    document_code: str  # "TB-0012", the title of the PDF document
    number: str = "......"
    symbol: str = "TB-BTCD"


@dataclass(frozen=True, slots=True)
class OrdinaryRefusal:
    """A notice to a reporter who is named on it."""

    refusal: Refusal
    identity: Identity

    def __post_init__(self) -> None:
        """Refuse a denunciation: its notice cannot hold an identity."""
        if self.refusal.kind.protected:
            raise ReceptionError("printing.denunciation_as_ordinary")


@dataclass(frozen=True, slots=True)
class DenunciationRefusal:
    """A notice to a denouncer: the name is filled in by hand."""

    refusal: Refusal


@dataclass(frozen=True, slots=True, repr=False)
class _AddressedPerson:
    """How the notice addresses the person."""

    addressed_as: str  # "ông Lý Văn N", "ông (bà) ......"
    form_of_address: str  # "ông"


def render_refusal_notice(
    sheet: OrdinaryRefusal | DenunciationRefusal, check: TextCheck = no_check
) -> bytes:
    """Return the notice on A4; ``check`` gets the texts of a denouncer's notice."""
    refusal = sheet.refusal
    numbering = Numbering(
        f"Số: {refusal.number}/{refusal.symbol}",
        place_and_date_line(refusal.heading, refusal.document_date),
    )
    opening, person = _opening(sheet)
    story = [
        *form_code_line("", "Mẫu số 01/TCD", 10.5),
        NationalHeading(refusal.heading, _STYLE, numbering),
        *title("THÔNG BÁO", "Về việc từ chối tiếp công dân", _STYLE, _SHEET.width, ruled=True),
        Gap(12),
        *opening,
        *_reasons(refusal, person),
        Gap(16),
        distribution_and_signature(
            refusal.recipients,
            (refusal.head_post, refusal.head_name),
            _SHEET.width,
            space=SIGNATURE_SPACE,
            note="(Ký, ghi rõ họ tên, đóng dấu)",
        ),
    ]
    pdf, texts = render(refusal.document_code, _SHEET, refusal.footer, story)
    if isinstance(sheet, DenunciationRefusal):
        check(texts)
    return pdf


def _opening(
    sheet: OrdinaryRefusal | DenunciationRefusal,
) -> tuple[list[Flowable], _AddressedPerson]:
    if isinstance(sheet, OrdinaryRefusal):
        return _opening_to_person(sheet.refusal, sheet.identity)
    return _opening_to_denouncer(sheet.refusal)


def _opening_to_person(
    refusal: Refusal, identity: Identity
) -> tuple[list[Flowable], _AddressedPerson]:
    form_of_address = _FORMS_OF_ADDRESS[identity.sex]
    full = f"{form_of_address} {identity.name}"
    label = paper_label(identity)
    paper = paper_line(identity)
    if identity.paper.number:
        paper = f"{label[0].lower()}{label[1:]}: {paper}"
    address = address_line(identity.address)
    address_part = f"; địa chỉ: {address}" if address else ""
    day = day_in_words(refusal.visited_on)
    visit_sentence = (
        f"{day[0].upper()}{day[1:]}, {full}, {paper}{address_part}, đến {_visit_purpose(refusal)}"
    )
    greeting = centred(f"Kính gửi: {full}.", REGULAR, _TEXT_SIZE)
    return [greeting, Gap(10), _indented(visit_sentence)], _AddressedPerson(full, form_of_address)


def _opening_to_denouncer(refusal: Refusal) -> tuple[list[Flowable], _AddressedPerson]:
    day = day_in_words(refusal.visited_on)
    lines = [
        centred("Kính gửi: ông (bà) ..............................", REGULAR, _TEXT_SIZE),
        Gap(10),
        DottedField(f"{day[0].upper()}{day[1:]}, ông (bà)", _HANDWRITING_SIZE),
        DottedField("Số căn cước/hộ chiếu, ngày cấp, nơi cấp:", _HANDWRITING_SIZE),
        DottedField("Địa chỉ:", _HANDWRITING_SIZE),
        paragraph("(ghi bằng bút)", (11, 15), RIGHT, font=ITALIC),
        paragraph(f"đến {_visit_purpose(refusal)}", _TEXT_SIZE, space_after=_GAP),
    ]
    return lines, _AddressedPerson("ông (bà)", "ông (bà)")


def _visit_purpose(refusal: Refusal) -> str:
    kind = KIND_WORDS[refusal.kind].lower()
    return f"{refusal.reception_place} để {kind} về việc {sentence(refusal.subject)}"


def _indented(text: str) -> Flowable:
    return paragraph(text, _TEXT_SIZE, indent=_INDENT, space_after=_GAP)


def _reasons(refusal: Refusal, person: _AddressedPerson) -> list[Flowable]:
    articles = [ground(code).article for code in refusal.grounds]
    basis = " và ".join(articles).replace(_SHORT_DECREE, _DECREE)
    kind = KIND_WORDS[refusal.kind].lower()
    return [
        *(_indented(sentence(text)) for text in refusal.explanation),
        _indented(
            f"Căn cứ {basis}, {refusal.heading.issuing} từ chối tiếp nhận nội dung {kind} "
            f"của {person.addressed_as} và thông báo để {person.form_of_address} được biết."
        ),
        # No page has the signatures alone.
        CondPageBreak(_TEXT_SIZE[1] * 2 + _GAP + _ENDING_HEIGHT),
        _indented(
            f"Khi có nội dung, tình tiết mới, {person.form_of_address} có quyền đến "
            f"{refusal.reception_place} để được tiếp theo quy định."
        ),
    ]
