"""What the person's notice of refusal and the file's copy of it have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.platypus import CondPageBreak, Flowable

from reception.printing.layout.document_heading import (
    HeadingStyle,
    NationalHeading,
    Numbering,
    OfficeHeading,
    place_and_date_line,
    title,
)
from reception.printing.layout.form_lines import form_code_line
from reception.printing.layout.form_parts import SIGNATURE_SPACE, distribution_and_signature
from reception.printing.layout.page_flow import Sheet, sheet_with_margins
from reception.printing.layout.paper_canvas import A4
from reception.printing.layout.text_blocks import Gap, paragraph

TEXT_SIZE = (13.0, 17.0)  # size and line height in points
INDENTED_GAP = 4.5
_SHEET = sheet_with_margins(A4, (16, 15, 20, 30))
_STYLE = HeadingStyle()
_INDENT = 28.35
_ENDING_HEIGHT = 150.0
_DECREE = (
    "Nghị định số 154/2026/NĐ-CP ngày 15 tháng 5 năm 2026 của Chính phủ quy định chi tiết "
    "một số điều và biện pháp tổ chức thi hành Luật Tiếp công dân"
)
_SHORT_DECREE = "Nghị định 154/2026/NĐ-CP"


@dataclass(frozen=True, slots=True)
class NoticeOffice:
    """What the office prints on every notice of a day; ``symbol`` follows its number."""

    heading: OfficeHeading
    reception_place: str  # "Trụ sở Tiếp công dân tỉnh"
    document_date: date
    head_post: str
    head_name: str
    symbol: str = "TB-BTCD"


def indented(text: str) -> Flowable:
    """Return a paragraph of a notice; the decree is named by its full title."""
    full = text.replace(_SHORT_DECREE, _DECREE)
    return paragraph(full, TEXT_SIZE, indent=_INDENT, space_after=INDENTED_GAP)


def notice_story(
    office: NoticeOffice,
    label_and_number: tuple[str, str],
    body: Sequence[Flowable],
    recipients: Sequence[str],
) -> tuple[Sheet, list[Flowable]]:
    """Return sheet and story; the label, at the top left, says whose copy it is."""
    label, number = label_and_number
    numbering = Numbering(number, place_and_date_line(office.heading, office.document_date))
    story: list[Flowable] = [
        *form_code_line(label, "Mẫu số 01/TCD", 10.5),
        NationalHeading(office.heading, _STYLE, numbering),
        *title("THÔNG BÁO", "Về việc từ chối tiếp công dân", _STYLE, _SHEET.width, ruled=True),
        Gap(12),
        *body,
        # No page has the signatures alone.
        CondPageBreak(_ENDING_HEIGHT),
        Gap(16),
        distribution_and_signature(
            recipients,
            (office.head_post, office.head_name),
            _SHEET.width,
            space=SIGNATURE_SPACE,
            note="(Ký, ghi rõ họ tên, đóng dấu)",
        ),
    ]
    return _SHEET, story
