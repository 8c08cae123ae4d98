"""Identity pages of denouncers: one page a person, framed MẬT, each a numbered copy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reception.domain.reporter import Identity, Pseudonym
from reception.printing.layout.document_heading import (
    HeadStyle,
    OfficeHeading,
    dated_line,
    national_head,
    number_and_date,
    title,
)
from reception.printing.layout.form_parts import Signature, signatures
from reception.printing.layout.line_breaking import plain, wrap
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.paper_wording import (
    address_line,
    capitals,
    paper_label,
    paper_line,
    reporter_label,
    short_day,
    two_digits,
)
from reception.printing.layout.pdf_canvas import A4, PdfCanvas
from reception.printing.layout.text_flow import Foot, TextFlow, margins

_SHEET = margins(A4, (16, 15, 20, 30))
_STYLE = HeadStyle()
_FACE = (13.0, 19.0)
_LABEL = 132.0  # points from the left edge to the values
_FRAME = (58.0, 20.0)
_SIGN_SPACE = 80.0
_KEEP = (
    "Giữ theo quy định về bảo vệ bí mật nhà nước: không sao chụp, không cho người khác xem, "
    "trả lại hoặc huỷ khi xong việc và ghi vào sổ bản MẬT."
)


@dataclass(frozen=True, slots=True)
class IdentitySheet:
    """What all pages of one printing share."""

    heading: OfficeHeading
    dated: date
    reason: str
    custodian: tuple[str, str]  # post, name
    head: tuple[str, str]  # post, name of who approved


@dataclass(frozen=True, slots=True)
class DenouncerIdentityPage:
    """One denouncer: ``copy`` is the number in the year's register of copies."""

    print_number: str
    copy: int
    visit: str  # the visit's number as the register shows it
    received_on: date
    pseudonym: Pseudonym
    identity: Identity


def render_identity_pages(
    sheet: IdentitySheet, pages: Iterable[DenouncerIdentityPage]
) -> tuple[bytes, bytes]:
    """Return (the pages, the same pages with every part of an identity hatched).

    Pages are taken one by one; nothing of an identity is kept but the words on them.
    """
    papers = (_Pages(sheet, veiled=False), _Pages(sheet, veiled=True))
    for page in pages:
        for paper in papers:
            paper.add(page)
    printed, shown = (paper.finish() for paper in papers)
    return printed, shown


class _Pages:
    """One of the two documents being drawn."""

    def __init__(self, sheet: IdentitySheet, *, veiled: bool) -> None:
        self._sheet = sheet
        self._veiled = veiled
        self._pen: PdfCanvas | None = None

    def add(self, page: DenouncerIdentityPage) -> None:
        """Draw one page."""
        if self._pen is None:
            self._pen = PdfCanvas(page.print_number, A4)
        else:
            self._pen.next_page()
        copy = f"{two_digits(page.copy)}/{self._sheet.dated.year}"
        foot = Foot(page.print_number, f"Sổ bản MẬT: {copy}")
        flow = TextFlow(self._pen, _SHEET, foot)
        _head(flow, self._sheet, page)
        _facts(flow, page)
        for label, text in _values(page.identity):
            _value(flow, label, text, veiled=self._veiled)
        _end(flow, self._sheet)
        flow.close()

    def finish(self) -> bytes:
        """Return the document."""
        if self._pen is None:
            raise ValueError("no page")
        return self._pen.finish()


def _head(flow: TextFlow, sheet: IdentitySheet, page: DenouncerIdentityPage) -> None:
    middle = national_head(flow, sheet.heading, _STYLE)
    number_and_date(flow, ("", dated_line(sheet.heading, sheet.dated)), _STYLE, middle)
    top = flow.y - _STYLE.date * 1.2
    flow.pen.frame((middle - _FRAME[0] / 2, top), _FRAME, "MẬT", 14)
    flow.y = top + _FRAME[1]
    base = flow.step(11, 17)
    flow.pen.centred((middle, base), f"Bản số: {two_digits(page.copy)}", REGULAR, 11)
    title(flow, "TRANG DANH TÍNH", "Kèm theo Sổ tiếp công dân (Mẫu 03/TCD)", _STYLE)
    flow.gap(12)


def _facts(flow: TextFlow, page: DenouncerIdentityPage) -> None:
    _line(flow, "Lượt tiếp:", f"{page.visit}, ngày {short_day(page.received_on)}", BOLD)
    _line(flow, "Mã:", reporter_label(page.pseudonym, page.received_on.year), BOLD)
    flow.gap(4)


def _values(identity: Identity) -> Sequence[tuple[str, str]]:
    born = identity.birth_year or (identity.birth_date.year if identity.birth_date else None)
    people = ", ".join(name for name in (identity.name, *identity.companions) if name)
    return (
        ("Họ và tên:", people),
        ("Năm sinh:", str(born or "không ghi")),
        (f"{paper_label(identity)}:", paper_line(identity)),
        ("Địa chỉ:", address_line(identity.address) or "không ghi"),
    )


def _line(flow: TextFlow, label: str, text: str, font: str) -> None:
    base = flow.step(*_FACE)
    flow.pen.left((flow.left, base), label, REGULAR, _FACE[0])
    flow.pen.left((flow.left + _LABEL, base), text, font, _FACE[0])


def _value(flow: TextFlow, label: str, text: str, *, veiled: bool) -> None:
    """Draw a part of the identity; veiled it is hatched, as high as its words."""
    size, leading = _FACE
    room = flow.width - _LABEL
    lines = wrap(plain(text, BOLD), size, room)
    top = flow.y
    for place, line in enumerate(lines):
        base = flow.step(*_FACE)
        if not place:
            flow.pen.left((flow.left, base), label, REGULAR, size)
        if not veiled:
            flow.pen.line((flow.left + _LABEL, base), line.pieces, size)
    if veiled:
        flow.pen.hatch((flow.left + _LABEL, top + 2), (room, len(lines) * leading - 4))
    flow.gap(3)


def _end(flow: TextFlow, sheet: IdentitySheet) -> None:
    flow.gap(10)
    flow.paragraph(f"Lý do in: {sheet.reason}.", _FACE)
    flow.paragraph(((_KEEP, ITALIC),), _FACE)
    flow.gap(14)
    note = "(Ký, ghi rõ họ tên)"
    keeper, head = sheet.custodian, sheet.head
    blocks = (
        Signature(("NGƯỜI GIỮ DANH TÍNH",), note, name=keeper[1]),
        Signature((capitals(head[0]),), note, name=head[1]),
    )
    signatures(flow, blocks, (13, 17), _SIGN_SPACE)
