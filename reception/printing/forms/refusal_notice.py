"""Thông báo về việc từ chối tiếp công dân (Mẫu 01/TCD, NĐ 154/2026 Điều 4(3))."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reception.domain.errors import ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity, Sex
from reception.law.refusal_grounds import ground
from reception.law.statutory_words import KIND
from reception.printing.layout.document_heading import (
    HeadStyle,
    OfficeHeading,
    dated_line,
    form_code,
    national_head,
    number_and_date,
    title,
)
from reception.printing.layout.form_parts import Signature, dotted, recipients
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.printing.layout.line_breaking import plain, wrap
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.paper_wording import (
    address_line,
    capitals,
    day_in_words,
    paper_label,
    paper_line,
    sentence,
)
from reception.printing.layout.pdf_canvas import A4, PdfCanvas
from reception.printing.layout.text_flow import Foot, TextFlow, margins

_SHEET = margins(A4, (16, 15, 20, 30))
_STYLE = HeadStyle()
_FACE = (13.0, 17.0)
_PEN = (13.0, 21.0)
_INDENT = 28.35
_GAP = 4.5
_SIGN_SPACE = 74.0
_ENDING = 150.0
_DECREE = (
    "Nghị định số 154/2026/NĐ-CP ngày 15 tháng 5 năm 2026 của Chính phủ quy định chi tiết "
    "một số điều và biện pháp tổ chức thi hành Luật Tiếp công dân"
)
_SHORT_DECREE = "Nghị định 154/2026/NĐ-CP"
_ADDRESSED = {Sex.MALE: "ông", Sex.FEMALE: "bà", Sex.UNKNOWN: "ông (bà)"}


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a notice says; ``about`` follows "về việc", ``history`` are whole sentences.

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
    """A notice to a visitor whose name stands on it."""

    refusal: Refusal
    identity: Identity

    def __post_init__(self) -> None:
        """Refuse a denunciation: its notice has no room for an identity."""
        if self.refusal.kind.protected:
            raise ReceptionError("printing.denunciation_as_ordinary")


@dataclass(frozen=True, slots=True)
class DenunciationRefusal:
    """A notice to a denouncer: the name is written in by pen."""

    refusal: Refusal


@dataclass(frozen=True, slots=True)
class _Person:
    """How the notice speaks of the person."""

    whole: str  # "ông Lý Văn N", "ông (bà) ......"
    short: str  # "ông"


def render_refusal_notice(
    sheet: OrdinaryRefusal | DenunciationRefusal, check: TextCheck = no_check
) -> bytes:
    """Return the notice on A4; ``check`` sees it when it has no identity."""
    refusal = sheet.refusal
    pen = PdfCanvas(refusal.code, A4)
    flow = TextFlow(pen, _SHEET, refusal.foot)
    form_code(flow, "", "Mẫu số 01/TCD", 10.5)
    middle = national_head(flow, refusal.heading, _STYLE)
    words = (f"Số: {refusal.number}/{refusal.symbol}", dated_line(refusal.heading, refusal.dated))
    number_and_date(flow, words, _STYLE, middle)
    title(flow, "THÔNG BÁO", "Về việc từ chối tiếp công dân", _STYLE, ruled=True)
    flow.gap(12)
    if isinstance(sheet, OrdinaryRefusal):
        person = _to_person(flow, refusal, sheet.identity)
    else:
        person = _to_denouncer(flow, refusal)
    _reasons(flow, refusal, person)
    _ending(flow, refusal)
    flow.close()
    if isinstance(sheet, DenunciationRefusal):
        check(pen.texts)
    return pen.finish()


def _to_person(flow: TextFlow, refusal: Refusal, identity: Identity) -> _Person:
    called = _ADDRESSED[identity.sex]
    whole = f"{called} {identity.name}"
    flow.centred(f"Kính gửi: {whole}.", REGULAR, _FACE)
    flow.gap(10)
    label = paper_label(identity)
    paper = paper_line(identity)
    if identity.paper.number:
        paper = f"{label[0].lower()}{label[1:]}: {paper}"
    address = address_line(identity.address)
    living = f"; địa chỉ: {address}" if address else ""
    day = day_in_words(refusal.visited_on)
    came = f"{day[0].upper()}{day[1:]}, {whole}, {paper}{living}, đến {_came(refusal)}"
    _write(flow, came)
    return _Person(whole, called)


def _to_denouncer(flow: TextFlow, refusal: Refusal) -> _Person:
    flow.centred("Kính gửi: ông (bà) ..............................", REGULAR, _FACE)
    flow.gap(10)
    day = day_in_words(refusal.visited_on)
    dotted(flow, f"{day[0].upper()}{day[1:]}, ông (bà)", _PEN)
    dotted(flow, "Số căn cước/hộ chiếu, ngày cấp, nơi cấp:", _PEN)
    dotted(flow, "Địa chỉ:", _PEN)
    base = flow.step(11, 15)
    flow.pen.right((flow.right, base), "(ghi bằng bút)", ITALIC, 11)
    flow.paragraph(f"đến {_came(refusal)}", _FACE)
    flow.gap(_GAP)
    return _Person("ông (bà)", "ông (bà)")


def _came(refusal: Refusal) -> str:
    return f"{refusal.where} để {KIND[refusal.kind].lower()} về việc {sentence(refusal.about)}"


def _write(flow: TextFlow, text: str) -> None:
    flow.paragraph(text, _FACE, indent=_INDENT)
    flow.gap(_GAP)


def _reasons(flow: TextFlow, refusal: Refusal, person: _Person) -> None:
    for text in refusal.history:
        _write(flow, sentence(text))
    articles = [ground(code).article for code in refusal.grounds]
    basis = " và ".join(articles).replace(_SHORT_DECREE, _DECREE)
    kind = KIND[refusal.kind].lower()
    _write(
        flow,
        f"Căn cứ {basis}, {refusal.heading.issuing} từ chối tiếp nhận nội dung {kind} "
        f"của {person.whole} và thông báo để {person.short} được biết.",
    )
    flow.need(_FACE[1] * 2 + _GAP + _ENDING)  # signatures never stand alone on a page
    _write(
        flow,
        f"Khi có nội dung, tình tiết mới, {person.short} có quyền đến {refusal.where} "
        "để được tiếp theo quy định.",
    )


def _ending(flow: TextFlow, refusal: Refusal) -> None:
    """Draw the recipients at the left and, level with them, the place to sign."""
    flow.gap(16)
    room = flow.width * 0.45
    listed = sum(len(wrap(plain(f"- {text};"), 11, room)) for text in refusal.recipients)
    flow.need(max(listed * 14 + 15, _SIGN_SPACE + 56))
    top, page = flow.y, flow.page
    recipients(flow, refusal.recipients, room)
    low = flow.y
    flow.y = top if flow.page == page else flow.sheet.top
    head_signature(flow, refusal.head_post, refusal.head_name, "(Ký, ghi rõ họ tên, đóng dấu)")
    flow.y = max(flow.y, low)


def head_signature(
    flow: TextFlow, post: str, name: str, note: str = "", space: float = _SIGN_SPACE
) -> None:
    """Draw the head's place to sign in the right half of the page."""
    block = Signature((capitals(post),), note, name=name)
    centre = flow.left + flow.width * 0.76
    room = flow.width * 0.46
    for text in block.titles:
        _column(flow, text, (BOLD, 13, 17), centre, room)
    if note:
        _column(flow, note, (ITALIC, 12, 18), centre, room)
    flow.gap(space)
    _column(flow, name, (BOLD, 13, 17), centre, room)


def _column(
    flow: TextFlow, text: str, face: tuple[str, float, float], centre: float, room: float
) -> None:
    font, size, leading = face
    for line in wrap(plain(text, font), size, room):
        flow.pen.line((centre - line.width / 2, flow.step(size, leading)), line.pieces, size)
