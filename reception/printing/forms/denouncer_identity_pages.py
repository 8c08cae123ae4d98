"""Identity pages of denouncers: one page for each person, framed MẬT, each a numbered copy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from reportlab.platypus import Flowable, PageBreak

from reception.domain.reporter import Identity, Pseudonym
from reception.printing.layout.containers import Columns
from reception.printing.layout.document_heading import (
    HeadStyle,
    NationalHead,
    Numbering,
    OfficeHeading,
    dated_line,
    title,
)
from reception.printing.layout.drawings import hatch
from reception.printing.layout.form_parts import Signature, signatures
from reception.printing.layout.page_flow import Foot, PaperDocument, margins
from reception.printing.layout.paper_canvas import A4, PaperCanvas
from reception.printing.layout.paper_fonts import BOLD, ITALIC
from reception.printing.layout.paper_wording import (
    address_line,
    capitals,
    paper_label,
    paper_line,
    reporter_label,
    short_day,
    two_digits,
)
from reception.printing.layout.text_blocks import LEFT, Gap, TextBlock, paragraph

_PAGE = margins(A4, (16, 15, 20, 30), numbered=False)
_STYLE = HeadStyle()
_FACE = (13.0, 19.0)
_LABEL = 132.0  # points from the left edge to the values
_WIDTHS = (_LABEL, _PAGE.width - _LABEL)
_SIGN_SPACE = 80.0
_HANDLING_NOTE = (
    "Giữ theo quy định về bảo vệ bí mật nhà nước: không sao chụp, không cho người khác xem, "
    "trả lại hoặc huỷ khi xong việc và ghi vào sổ bản MẬT."
)


@dataclass(frozen=True, slots=True)
class IdentitySheet:
    """Facts common to all pages of one print."""

    heading: OfficeHeading
    dated: date
    reason: str
    custodian: tuple[str, str]  # post, name
    head: tuple[str, str]  # post and name of the head who approved


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

    Pages are taken one by one; of an identity only the printed words stay in memory.
    """
    papers = (_Pages(sheet, hatched=False), _Pages(sheet, hatched=True))
    for page in pages:
        for paper in papers:
            paper.add(page)
    printed, hatched = (paper.finish() for paper in papers)
    return printed, hatched


class _Pages:
    """One of the two documents, its identities written or hatched."""

    def __init__(self, sheet: IdentitySheet, *, hatched: bool) -> None:
        self._sheet = sheet
        self._hatched = hatched
        self._document: PaperDocument | None = None

    def add(self, page: DenouncerIdentityPage) -> None:
        copy = f"{two_digits(page.copy)}/{self._sheet.dated.year}"
        foot = Foot(page.print_number, f"Sổ bản MẬT: {copy}")
        if self._document is None:
            self._document = PaperDocument(page.print_number, _PAGE, foot)
        else:
            self._document.add(PageBreak())
        self._document.foot = foot
        self._document.add(
            *_head(self._sheet, page),
            *_facts(page),
            *chain.from_iterable(
                (self._value(label, text), Gap(3)) for label, text in _values(page.identity)
            ),
            *_end(self._sheet),
        )

    def _value(self, label: str, text: str) -> Columns:
        """Return a part of the identity; the hatching has the height of the words."""
        block = _HatchedBlock if self._hatched else TextBlock
        return _line(label, paragraph(text, _FACE, LEFT, font=BOLD, kind=block))

    def finish(self) -> bytes:
        if self._document is None:
            raise ValueError("no page")
        return self._document.finish()


def _head(sheet: IdentitySheet, page: DenouncerIdentityPage) -> list[Flowable]:
    numbering = Numbering(
        "",
        dated_line(sheet.heading, sheet.dated),
        stamp="MẬT",
        below=f"Bản số: {two_digits(page.copy)}",
        below_face=(11.0, 17.0),
    )
    return [
        NationalHead(sheet.heading, _STYLE, numbering),
        *title("TRANG DANH TÍNH", "Kèm theo Sổ tiếp công dân (Mẫu 03/TCD)", _STYLE, _PAGE.width),
        Gap(12),
    ]


def _facts(page: DenouncerIdentityPage) -> list[Flowable]:
    visit = f"{page.visit}, ngày {short_day(page.received_on)}"
    code = reporter_label(page.pseudonym, page.received_on.year)
    return [_line("Lượt tiếp:", _bold(visit)), _line("Mã:", _bold(code)), Gap(4)]


def _values(identity: Identity) -> Sequence[tuple[str, str]]:
    born = identity.birth_year or (identity.birth_date.year if identity.birth_date else None)
    people = ", ".join(name for name in (identity.name, *identity.companions) if name)
    return (
        ("Họ và tên:", people),
        ("Năm sinh:", str(born or "không ghi")),
        (f"{paper_label(identity)}:", paper_line(identity)),
        ("Địa chỉ:", address_line(identity.address) or "không ghi"),
    )


def _bold(text: str) -> TextBlock:
    return paragraph(text, _FACE, LEFT, font=BOLD)


def _line(label: str, value: Flowable) -> Columns:
    return Columns([[paragraph(label, _FACE, LEFT)], [value]], _WIDTHS)


class _HatchedBlock(TextBlock):
    """Hatching instead of words."""

    def drawOn(self, canvas: PaperCanvas, x: float, y: float, _sW: float = 0) -> None:
        hatch(canvas, (x, y + 2), (self.width, self.height - 4))


def _end(sheet: IdentitySheet) -> list[Flowable]:
    note = "(Ký, ghi rõ họ tên)"
    custodian, head = sheet.custodian, sheet.head
    blocks = (
        Signature(("NGƯỜI GIỮ DANH TÍNH",), note, name=custodian[1]),
        Signature((capitals(head[0]),), note, name=head[1]),
    )
    return [
        Gap(10),
        paragraph(f"Lý do in: {sheet.reason}.", _FACE),
        paragraph(_HANDLING_NOTE, _FACE, font=ITALIC),
        Gap(14),
        *signatures(blocks, (13, 17), _SIGN_SPACE, _PAGE.width),
    ]
