"""A plain letter (NĐ 30/2020) to somebody who came: the words are the officer's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reception.domain.errors import ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity, Sex
from reception.printing.forms.refusal_notice import head_signature
from reception.printing.layout.document_heading import (
    HeadStyle,
    OfficeHeading,
    dated_line,
    national_head,
    number_and_date,
)
from reception.printing.layout.form_parts import recipients
from reception.printing.layout.line_breaking import plain, wrap
from reception.printing.layout.paper_fonts import REGULAR
from reception.printing.layout.paper_wording import address_line, short_day
from reception.printing.layout.pdf_canvas import A4, PdfCanvas
from reception.printing.layout.text_flow import Foot, TextFlow, margins

_SHEET = margins(A4, (20, 15, 20, 30))
_STYLE = HeadStyle()
_FACE = (14.0, 19.0)
_SMALL = (12.0, 15.0)
_INDENT = 28.35
_GAP = 5.0
_ENDING = 150.0
_ADDRESSED = {Sex.MALE: "Ông", Sex.FEMALE: "Bà", Sex.UNKNOWN: "Ông/Bà"}


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says; number and symbol stay open for the clerk."""

    heading: OfficeHeading
    dated: date
    visit: str  # "0604"
    visited_on: date
    kind: PetitionKind
    paragraphs: tuple[str, ...]
    signer: tuple[str, str]  # post, name
    foot: Foot
    code: str
    symbol: str  # "BTCD"

    def __post_init__(self) -> None:
        """Refuse a denunciation: a letter shows who came."""
        if self.kind.protected:
            raise ReceptionError("printing.denunciation_as_ordinary")


def render_letter(letter: Letter, identity: Identity) -> bytes:
    """Return the letter on A4, addressed to the person."""
    pen = PdfCanvas(letter.code, A4)
    flow = TextFlow(pen, _SHEET, letter.foot)
    middle = national_head(flow, letter.heading, _STYLE)
    number = f"Số: ........../{letter.symbol}"
    number_and_date(flow, (number, dated_line(letter.heading, letter.dated)), _STYLE, middle)
    _subject(flow, letter, middle)
    _address(flow, identity)
    for text in letter.paragraphs:
        flow.paragraph(text, _FACE, indent=_INDENT)
        flow.gap(_GAP)
    _ending(flow, letter)
    flow.close()
    return pen.finish()


def _subject(flow: TextFlow, letter: Letter, middle: float) -> None:
    """Write under the number what the letter is about: a visit and a day, never the matter."""
    text = f"V/v lượt tiếp công dân số {letter.visit}\nngày {short_day(letter.visited_on)}"
    flow.gap(3)
    for line in wrap(plain(text), _SMALL[0], (middle - flow.left) * 2 + 20):
        base = flow.step(*_SMALL)
        start = max(flow.left, middle - line.width / 2)
        flow.pen.line((start, base), line.pieces, _SMALL[0])


def _address(flow: TextFlow, identity: Identity) -> None:
    flow.gap(20)
    name = f"Kính gửi: {_ADDRESSED[identity.sex]} {identity.name}"
    flow.centred(name, REGULAR, _FACE, flow.width * 0.9)
    where = address_line(identity.address)
    if where:
        flow.centred(f"Địa chỉ: {where}", REGULAR, (13, 18), flow.width * 0.9)
    flow.gap(14)


def _ending(flow: TextFlow, letter: Letter) -> None:
    """Draw the recipients and, level with them, the place to sign; never alone on a page."""
    flow.gap(12)
    flow.need(_ENDING)
    top = flow.y
    recipients(flow, ("Như trên", f"Lưu: VT, hồ sơ lượt {letter.visit}"), flow.width * 0.45)
    low, flow.y = flow.y, top
    head_signature(flow, *letter.signer)
    flow.y = max(flow.y, low)
