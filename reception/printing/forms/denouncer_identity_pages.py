"""Identity pages of denouncers: one page for each visit.

Each page has the boxed stamp MẬT (state secret) and its number in the year's register of copies.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from reportlab.platypus import Flowable, PageBreak

from reception.domain.reporter import Identity, Pseudonym
from reception.printing.layout.containers import Columns
from reception.printing.layout.document_heading import (
    HeadingStyle,
    NationalHeading,
    Numbering,
    OfficeHeading,
    place_and_date_line,
    title,
)
from reception.printing.layout.drawings import hatch
from reception.printing.layout.form_parts import Signature, signatures
from reception.printing.layout.page_flow import PageFooter, PaperDocument, sheet_with_margins
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

_PAGE = sheet_with_margins(A4, (16, 15, 20, 30), numbered=False)
_STYLE = HeadingStyle()
_TEXT_SIZE = (13.0, 19.0)
_LABEL_WIDTH = 132.0  # points from the left edge to the values
_COLUMN_WIDTHS = (_LABEL_WIDTH, _PAGE.width - _LABEL_WIDTH)
_SIGNATURE_SPACE = 80.0
_HANDLING_NOTE = (
    "Giữ theo quy định về bảo vệ bí mật nhà nước: không sao chụp, không cho người khác xem, "
    "trả lại hoặc huỷ khi xong việc và ghi vào sổ bản MẬT."
)


@dataclass(frozen=True, slots=True)
class IdentityPrintFacts:
    """The facts that are the same on all pages printed together."""

    heading: OfficeHeading
    document_date: date
    reason: str
    custodian: tuple[str, str]  # post and name
    head: tuple[str, str]  # post and name of the head who approved


@dataclass(frozen=True, slots=True)
class DenouncerIdentityPage:
    """The content of one page: a denouncer's visit.

    ``print_number`` counts all papers of the office; ``copy_number`` counts the copies in the
    register of copies of one year.
    """

    print_number: str
    copy_number: int
    visit_number: str  # as the register shows it
    received_on: date
    pseudonym: Pseudonym
    identity: Identity


def render_identity_pages(
    facts: IdentityPrintFacts, pages: Iterable[DenouncerIdentityPage]
) -> tuple[bytes, bytes]:
    """Return (the pages, the same pages with every part of an identity hatched).

    ``pages`` is read one page at a time, and of an identity only the printed words stay in memory.
    Errors: ValueError without any page.
    """
    documents = (_PagesDocument(facts, hatched=False), _PagesDocument(facts, hatched=True))
    for page in pages:
        for document in documents:
            document.add(page)
    printed, hatched = (document.finish() for document in documents)
    return printed, hatched


class _PagesDocument:
    """One of the two documents: its identities are printed as words, or as hatching."""

    def __init__(self, facts: IdentityPrintFacts, *, hatched: bool) -> None:
        self._facts = facts
        self._hatched = hatched
        self._document: PaperDocument | None = None

    def add(self, page: DenouncerIdentityPage) -> None:
        copy_label = f"{two_digits(page.copy_number)}/{self._facts.document_date.year}"
        footer = PageFooter(page.print_number, f"Sổ bản MẬT: {copy_label}")
        if self._document is None:
            self._document = PaperDocument(page.print_number, _PAGE, footer)
        else:
            self._document.add(PageBreak())
        self._document.footer = footer
        self._document.add(
            *_heading(self._facts, page),
            *_visit_lines(page),
            *chain.from_iterable(
                (self._identity_line(label, text), Gap(3))
                for label, text in _identity_values(page.identity)
            ),
            *_reason_and_signatures(self._facts),
        )

    def _identity_line(self, label: str, text: str) -> Columns:
        """Return a label and its value; hatching instead of the value is as high as the words."""
        block = _HatchedBlock if self._hatched else TextBlock
        return _labelled_line(
            label, paragraph(text, _TEXT_SIZE, LEFT, font=BOLD, block_class=block)
        )

    def finish(self) -> bytes:
        if self._document is None:
            raise ValueError("no page")
        return self._document.finish()


def _heading(facts: IdentityPrintFacts, page: DenouncerIdentityPage) -> list[Flowable]:
    numbering = Numbering(
        "",
        place_and_date_line(facts.heading, facts.document_date),
        stamp="MẬT",
        below=f"Bản số: {two_digits(page.copy_number)}",
        below_size=(11.0, 17.0),
    )
    return [
        NationalHeading(facts.heading, _STYLE, numbering),
        *title("TRANG DANH TÍNH", "Kèm theo Sổ tiếp công dân (Mẫu 03/TCD)", _STYLE, _PAGE.width),
        Gap(12),
    ]


def _visit_lines(page: DenouncerIdentityPage) -> list[Flowable]:
    visit_and_day = f"{page.visit_number}, ngày {short_day(page.received_on)}"
    code = reporter_label(page.pseudonym, page.received_on.year)
    return [
        _labelled_line("Lượt tiếp:", _bold(visit_and_day)),
        _labelled_line("Mã:", _bold(code)),
        Gap(4),
    ]


def _identity_values(identity: Identity) -> Sequence[tuple[str, str]]:
    birth_year = identity.birth_year or (identity.birth_date.year if identity.birth_date else None)
    people = ", ".join(name for name in (identity.name, *identity.companions) if name)
    return (
        ("Họ và tên:", people),
        ("Năm sinh:", str(birth_year or "không ghi")),
        (f"{paper_label(identity)}:", paper_line(identity)),
        ("Địa chỉ:", address_line(identity.address) or "không ghi"),
    )


def _bold(text: str) -> TextBlock:
    return paragraph(text, _TEXT_SIZE, LEFT, font=BOLD)


def _labelled_line(label: str, value: Flowable) -> Columns:
    return Columns([[paragraph(label, _TEXT_SIZE, LEFT)], [value]], _COLUMN_WIDTHS)


class _HatchedBlock(TextBlock):
    """A paragraph drawn as hatching in the space of its words."""

    def drawOn(self, canvas: PaperCanvas, x: float, y: float, _sW: float = 0) -> None:
        hatch(canvas, (x, y + 2), (self.width, self.height - 4))


def _reason_and_signatures(facts: IdentityPrintFacts) -> list[Flowable]:
    note = "(Ký, ghi rõ họ tên)"
    custodian, head = facts.custodian, facts.head
    blocks = (
        Signature(("NGƯỜI GIỮ DANH TÍNH",), note, name=custodian[1]),
        Signature((capitals(head[0]),), note, name=head[1]),
    )
    return [
        Gap(10),
        paragraph(f"Lý do in: {facts.reason}.", _TEXT_SIZE),
        paragraph(_HANDLING_NOTE, _TEXT_SIZE, font=ITALIC),
        Gap(14),
        *signatures(blocks, (13, 17), _SIGNATURE_SPACE, _PAGE.width),
    ]
