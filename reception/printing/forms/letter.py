"""A plain letter (NĐ 30/2020) to a reporter, in the officer's own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable

from reception.domain.errors import ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity, Sex
from reception.printing.layout.document_heading import (
    HeadStyle,
    NationalHead,
    Numbering,
    OfficeHeading,
    dated_line,
)
from reception.printing.layout.form_parts import SIGN_SPACE, ending
from reception.printing.layout.page_flow import Foot, margins, render
from reception.printing.layout.paper_canvas import A4
from reception.printing.layout.paper_fonts import REGULAR
from reception.printing.layout.paper_wording import address_line, short_day
from reception.printing.layout.text_blocks import Gap, centred, paragraph

_SHEET = margins(A4, (20, 15, 20, 30))
_STYLE = HeadStyle()
_FACE = (14.0, 19.0)
_INDENT = 28.35
_GAP = 5.0
_FORMS_OF_ADDRESS = {Sex.MALE: "Ông", Sex.FEMALE: "Bà", Sex.UNKNOWN: "Ông/Bà"}


@dataclass(frozen=True, slots=True)
class Letter:
    """The text of a letter; its number is left open for the clerk."""

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
        """Refuse a denunciation: a letter shows the name of its addressee."""
        if self.kind.protected:
            raise ReceptionError("printing.denunciation_as_ordinary")


def render_letter(letter: Letter, identity: Identity) -> bytes:
    """Return the letter on A4, addressed to the person."""
    numbering = Numbering(
        f"Số: ........../{letter.symbol}",
        dated_line(letter.heading, letter.dated),
        # The visit and its day, never the matter.
        below=f"V/v lượt tiếp công dân số {letter.visit}\nngày {short_day(letter.visited_on)}",
        gap=3,
    )
    story = [
        NationalHead(letter.heading, _STYLE, numbering),
        *_address(identity),
        *(paragraph(text, _FACE, indent=_INDENT, after=_GAP) for text in letter.paragraphs),
        Gap(12),
        ending(
            ("Như trên", f"Lưu: VT, hồ sơ lượt {letter.visit}"),
            letter.signer,
            _SHEET.width,
            space=SIGN_SPACE,
        ),
    ]
    return render(letter.code, _SHEET, letter.foot, story)[0]


def _address(identity: Identity) -> list[Flowable]:
    inset = _SHEET.width * 0.05
    name = f"Kính gửi: {_FORMS_OF_ADDRESS[identity.sex]} {identity.name}"
    lines = [Gap(20), centred(name, REGULAR, _FACE, inset)]
    address = address_line(identity.address)
    if address:
        lines.append(centred(f"Địa chỉ: {address}", REGULAR, (13, 18), inset))
    return [*lines, Gap(14)]
