"""A plain letter (NĐ 30/2020) to a reporter, in the officer's own words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from reportlab.platypus import Flowable

from reception.domain.errors import ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reporter import Identity, Sex
from reception.printing.layout.document_heading import (
    HeadingStyle,
    NationalHeading,
    Numbering,
    OfficeHeading,
    place_and_date_line,
)
from reception.printing.layout.form_parts import SIGNATURE_SPACE, distribution_and_signature
from reception.printing.layout.page_flow import PageFooter, render, sheet_with_margins
from reception.printing.layout.paper_canvas import A4, VISIT_PAPER_TITLE
from reception.printing.layout.paper_fonts import REGULAR
from reception.printing.layout.paper_wording import address_line, short_day
from reception.printing.layout.text_blocks import Gap, centred, paragraph

_SHEET = sheet_with_margins(A4, (20, 15, 20, 30))
_STYLE = HeadingStyle()
_TEXT_SIZE = (14.0, 19.0)  # font size and height of a line, in points
_INDENT = 28.35
_GAP = 5.0
_FORMS_OF_ADDRESS = {Sex.MALE: "Ông", Sex.FEMALE: "Bà", Sex.UNKNOWN: "Ông/Bà"}


@dataclass(frozen=True, slots=True)
class Letter:
    """The text of a letter; its number is left open for the clerk."""

    heading: OfficeHeading
    document_date: date
    visit_number: str  # "0604"
    visited_on: date
    kind: PetitionKind
    paragraphs: tuple[str, ...] = field(repr=False)
    signer: tuple[str, str]  # post, name
    footer: PageFooter
    symbol: str  # of the office, in the number of the letter: "BTCD"

    def __post_init__(self) -> None:
        """Refuse a denunciation: a letter shows the name of its addressee."""
        if self.kind.protected:
            raise ReceptionError("printing.denunciation_as_ordinary")


def render_letter(letter: Letter, identity: Identity) -> bytes:
    """Return the letter on A4, addressed to the person."""
    numbering = Numbering(
        f"Số: ........../{letter.symbol}",
        place_and_date_line(letter.heading, letter.document_date),
        # The visit and its day, never the matter.
        below=f"V/v lượt tiếp công dân số {letter.visit_number}\n"
        f"ngày {short_day(letter.visited_on)}",
        gap=3,
    )
    story = [
        NationalHeading(letter.heading, _STYLE, numbering),
        *_address(identity),
        *(
            paragraph(text, _TEXT_SIZE, indent=_INDENT, space_after=_GAP)
            for text in letter.paragraphs
        ),
        Gap(12),
        distribution_and_signature(
            ("Như trên", f"Lưu: VT, hồ sơ lượt {letter.visit_number}"),
            letter.signer,
            _SHEET.width,
            space=SIGNATURE_SPACE,
        ),
    ]
    return render(VISIT_PAPER_TITLE, _SHEET, letter.footer, story)[0]


def _address(identity: Identity) -> list[Flowable]:
    inset = _SHEET.width * 0.05
    name = f"Kính gửi: {_FORMS_OF_ADDRESS[identity.sex]} {identity.name}"
    lines = [Gap(20), centred(name, REGULAR, _TEXT_SIZE, inset)]
    address = address_line(identity.address)
    if address:
        lines.append(centred(f"Địa chỉ: {address}", REGULAR, (13, 18), inset))
    return [*lines, Gap(14)]
