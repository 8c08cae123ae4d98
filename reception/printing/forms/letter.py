"""A plain letter (NĐ 30/2020) to somebody who came: the words are the officer's own."""

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
_ADDRESSED = {Sex.MALE: "Ông", Sex.FEMALE: "Bà", Sex.UNKNOWN: "Ông/Bà"}


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
        """Refuse a denunciation: a letter shows its reader's name."""
        if self.kind.protected:
            raise ReceptionError("printing.denunciation_as_ordinary")


def render_letter(letter: Letter, identity: Identity) -> bytes:
    """Return the letter on A4, addressed to the person."""
    numbering = Numbering(
        f"Số: ........../{letter.symbol}",
        dated_line(letter.heading, letter.dated),
        # A visit and a day, never the matter.
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
    name = f"Kính gửi: {_ADDRESSED[identity.sex]} {identity.name}"
    lines = [Gap(20), centred(name, REGULAR, _FACE, inset)]
    where = address_line(identity.address)
    if where:
        lines.append(centred(f"Địa chỉ: {where}", REGULAR, (13, 18), inset))
    return [*lines, Gap(14)]
