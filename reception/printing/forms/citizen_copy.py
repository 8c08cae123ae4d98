"""The paper that a citizen takes home: one type for petitions of every kind.

Nothing on it depends on the kind: no field can hold a kind, a pseudonym, a number of a series, a
print number, an hour or a number of copies. Whoever reads such a paper learns no kind from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from reception.domain.neutral_names import neutral_paper_name
from reception.domain.reporter import Identity
from reception.domain.visit import PaperReceived
from reception.printing.forms.receipt_copy import BY_HAND, render_copy
from reception.printing.forms.receipt_data import ReceiptFormat, ReceiptIntake
from reception.printing.forms.receipt_layout import Copy, WrittenByHand
from reception.printing.forms.return_slip import ReturnSlip, render_return_slip
from reception.printing.layout.document_heading import OfficeHeading, Officer
from reception.printing.layout.form_parts import ReturnCodeBox
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.printing.layout.page_flow import PageFooter
from reception.printing.layout.paper_fonts import REGULAR
from reception.printing.layout.paper_wording import day_in_words, short_day

# Codes by which the preview names the copies, the same for every visit.
RECEIPT_CODE = "BN"
SLIP_CODE = "PT"
ANSWER_DAY_BY_HAND = "ngày ........ tháng ........ năm 20......"
_LABEL = "Bản 1: giao người cung cấp"


@dataclass(frozen=True, slots=True)
class CitizenCopyOffice:
    """What the office prints on every citizen's copy; ``phone`` may be ""."""

    heading: OfficeHeading
    reception_place: str  # "Trụ sở Tiếp công dân tỉnh"
    answer_place: str  # lines are kept: "Trụ sở Tiếp công dân tỉnh,\nphường Tân Phong"
    officer: Officer
    phone: str = ""
    checkpoint: str = ""  # end of the log of the days before: "Neo 4.129 · 2be9 70d1"
    format: ReceiptFormat = ReceiptFormat.A5


@dataclass(frozen=True, slots=True)
class CitizenCopy:
    """A citizen's copy: a receipt (Mẫu 02/TCD, NĐ 154/2026) if papers were taken in, else a slip.

    ``number`` is random and in the sealed part only; nothing is found by it. Without ``identity``
    the person is filled in by hand. Hour, number of copies and day of the answer always are.
    """

    office: CitizenCopyOffice
    visited_on: date
    papers: tuple[PaperReceived, ...]
    number: str  # "072-415-9036"
    code: str = field(repr=False)  # the return code
    identity: Identity | None = None
    reprinted_on: date | None = None

    def __post_init__(self) -> None:
        """Replace the names of papers by neutral ones."""
        papers = tuple(replace(paper, name=neutral_paper_name(paper.name)) for paper in self.papers)
        object.__setattr__(self, "papers", papers)

    @property
    def is_slip(self) -> bool:
        """Whether it is a return slip, on which nobody is named."""
        return not self.papers

    @property
    def name(self) -> str:
        """The code in the preview; it leads to no visit."""
        return SLIP_CODE if self.is_slip else RECEIPT_CODE

    @property
    def holds_identity(self) -> bool:
        return self.identity is not None and not self.is_slip


def render_citizen_copy(copy: CitizenCopy, check: TextCheck = no_check) -> bytes:
    """Return the copy as PDF; ``check`` gets its texts if it must show no identity."""
    footer = PageFooter("", copy.office.checkpoint)
    if copy.is_slip:
        pdf, texts = render_return_slip(_return_slip(copy, footer))
    else:
        office = copy.office
        intake = ReceiptIntake(
            office.heading, office.reception_place, office.officer, copy.visited_on, copy.papers
        )
        pdf, texts = render_copy(_receipt_copy(copy, footer), intake, office.format)
    if not copy.holds_identity:
        check(texts)
    return pdf


def _return_slip(copy: CitizenCopy, footer: PageFooter) -> ReturnSlip:
    office = copy.office
    return ReturnSlip(
        heading=office.heading,
        number=copy.number,
        visited_on=copy.visited_on,
        answer_day=ANSWER_DAY_BY_HAND,
        answer_place=office.answer_place,
        code=copy.code,
        phone=office.phone,
        footer=footer,
    )


def _receipt_copy(copy: CitizenCopy, footer: PageFooter) -> Copy:
    label = _LABEL
    if copy.reprinted_on is not None:
        label = f"{_LABEL}, in lại ngày {short_day(copy.reprinted_on)}"
    return Copy(
        label=label,
        number=copy.number,
        footer=footer,
        received_text=f"Vào {BY_HAND} giờ {BY_HAND} {day_in_words(copy.visited_on)}",
        person=copy.identity or WrittenByHand(),
        papers=copy.papers,
        box=_return_code_box(copy),
    )


def _return_code_box(copy: CitizenCopy) -> ReturnCodeBox:
    text_above = (
        ("Khi hỏi kết quả chỉ cần đưa mã này, không cần nói tên. ", REGULAR),
        (f"Hẹn trả lời (nếu có): {ANSWER_DAY_BY_HAND}", REGULAR),
    )
    phone = f"Điện thoại {copy.office.phone}. " if copy.office.phone else ""
    return ReturnCodeBox(text_above, copy.code, f"{phone}Giữ giấy này cẩn thận.", copy.code)
