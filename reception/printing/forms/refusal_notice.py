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
    HeadStyle,
    NationalHead,
    Numbering,
    OfficeHeading,
    dated_line,
    title,
)
from reception.printing.layout.form_lines import DottedField, form_code
from reception.printing.layout.form_parts import SIGN_SPACE, ending
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.printing.layout.page_flow import Foot, margins, render
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

_SHEET = margins(A4, (16, 15, 20, 30))
_STYLE = HeadStyle()
# (size, line height) in points
_BODY_FONT = (13.0, 17.0)
_HANDWRITING_FONT = (13.0, 21.0)
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
    """The text of a notice; ``about`` follows "về việc", ``history`` are whole sentences.

    ``grounds`` are codes of ``reception.law.refusal_grounds``, e.g. ``("4.1.h",)``.
    """

    heading: OfficeHeading
    where: str
    dated: date
    visited_on: date
    kind: PetitionKind
    about: str
    history: tuple[str, ...]
    grounds: tuple[str, ...]
    recipients: tuple[str, ...]
    head_post: str
    head_name: str
    foot: Foot
    code: str
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


@dataclass(frozen=True, slots=True)
class _Person:
    """How the notice addresses the person."""

    full: str  # "ông Lý Văn N", "ông (bà) ......"
    short: str  # "ông"


def render_refusal_notice(
    sheet: OrdinaryRefusal | DenunciationRefusal, check: TextCheck = no_check
) -> bytes:
    """Return the notice on A4; ``check`` gets the texts of a denouncer's notice."""
    refusal = sheet.refusal
    numbering = Numbering(
        f"Số: {refusal.number}/{refusal.symbol}", dated_line(refusal.heading, refusal.dated)
    )
    opening, person = _opening(sheet)
    story = [
        *form_code("", "Mẫu số 01/TCD", 10.5),
        NationalHead(refusal.heading, _STYLE, numbering),
        *title("THÔNG BÁO", "Về việc từ chối tiếp công dân", _STYLE, _SHEET.width, ruled=True),
        Gap(12),
        *opening,
        *_reasons(refusal, person),
        Gap(16),
        ending(
            refusal.recipients,
            (refusal.head_post, refusal.head_name),
            _SHEET.width,
            space=SIGN_SPACE,
            note="(Ký, ghi rõ họ tên, đóng dấu)",
        ),
    ]
    pdf, texts = render(refusal.code, _SHEET, refusal.foot, story)
    if isinstance(sheet, DenunciationRefusal):
        check(texts)
    return pdf


def _opening(sheet: OrdinaryRefusal | DenunciationRefusal) -> tuple[list[Flowable], _Person]:
    if isinstance(sheet, OrdinaryRefusal):
        return _to_person(sheet.refusal, sheet.identity)
    return _to_denouncer(sheet.refusal)


def _to_person(refusal: Refusal, identity: Identity) -> tuple[list[Flowable], _Person]:
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
    greeting = centred(f"Kính gửi: {full}.", REGULAR, _BODY_FONT)
    return [greeting, Gap(10), _indented(visit_sentence)], _Person(full, form_of_address)


def _to_denouncer(refusal: Refusal) -> tuple[list[Flowable], _Person]:
    day = day_in_words(refusal.visited_on)
    lines = [
        centred("Kính gửi: ông (bà) ..............................", REGULAR, _BODY_FONT),
        Gap(10),
        DottedField(f"{day[0].upper()}{day[1:]}, ông (bà)", _HANDWRITING_FONT),
        DottedField("Số căn cước/hộ chiếu, ngày cấp, nơi cấp:", _HANDWRITING_FONT),
        DottedField("Địa chỉ:", _HANDWRITING_FONT),
        paragraph("(ghi bằng bút)", (11, 15), RIGHT, font=ITALIC),
        paragraph(f"đến {_visit_purpose(refusal)}", _BODY_FONT, after=_GAP),
    ]
    return lines, _Person("ông (bà)", "ông (bà)")


def _visit_purpose(refusal: Refusal) -> str:
    return (
        f"{refusal.where} để {KIND_WORDS[refusal.kind].lower()} về việc {sentence(refusal.about)}"
    )


def _indented(text: str) -> Flowable:
    return paragraph(text, _BODY_FONT, indent=_INDENT, after=_GAP)


def _reasons(refusal: Refusal, person: _Person) -> list[Flowable]:
    articles = [ground(code).article for code in refusal.grounds]
    basis = " và ".join(articles).replace(_SHORT_DECREE, _DECREE)
    kind = KIND_WORDS[refusal.kind].lower()
    return [
        *(_indented(sentence(text)) for text in refusal.history),
        _indented(
            f"Căn cứ {basis}, {refusal.heading.issuing} từ chối tiếp nhận nội dung {kind} "
            f"của {person.full} và thông báo để {person.short} được biết."
        ),
        CondPageBreak(
            _BODY_FONT[1] * 2 + _GAP + _ENDING_HEIGHT
        ),  # no page has the signatures alone
        _indented(
            f"Khi có nội dung, tình tiết mới, {person.short} có quyền đến {refusal.where} "
            "để được tiếp theo quy định."
        ),
    ]
