"""The file's copy of a notice of refusal (Mẫu 01/TCD, NĐ 154/2026 Điều 4(3)): who came is sealed.

It has what the person's notice leaves to the pen: kind, matter, reason and article. It has not the
number of the notice: that would stand beside the name there, and beside the pseudonym here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from reception.domain.petition import PetitionKind
from reception.domain.reporter import Pseudonym
from reception.law.statutory_words import KIND_WORDS
from reception.printing.forms.refusal_parts import NoticeOffice, indented, notice_story
from reception.printing.layout.identity_check import TextCheck, no_check
from reception.printing.layout.page_flow import PageFooter, render
from reception.printing.layout.paper_canvas import VISIT_PAPER_TITLE
from reception.printing.layout.paper_wording import day_in_words, reporter_label, sentence

_LABEL = "Bản lưu hồ sơ, không ghi danh tính"


@dataclass(frozen=True, slots=True)
class RefusalFileCopy:
    """The content of the file's copy: no field can hold an identity.

    ``subject`` follows "về việc"; ``explanation`` is the officer's sentence on why the person is
    not received, "" if there is none.
    """

    office: NoticeOffice
    visited_on: date
    visit_number: int
    kind: PetitionKind
    pseudonym: Pseudonym
    subject: str = field(repr=False)
    explanation: str = field(repr=False)
    article: str
    footer: PageFooter


def render_refusal_file_copy(copy: RefusalFileCopy, check: TextCheck = no_check) -> bytes:
    """Return the copy on A4; ``check`` gets its texts."""
    office, kind = copy.office, KIND_WORDS[copy.kind].lower()
    day = day_in_words(copy.visited_on)
    label = reporter_label(copy.pseudonym, copy.visited_on.year)
    body = [
        indented(
            f"{day[0].upper()}{day[1:]}, {label} đến {office.reception_place} để {kind} về việc "
            f"{sentence(copy.subject)}"
        ),
        indented("Họ tên, giấy tờ, địa chỉ không ghi ở bản này."),
        *([indented(f"Lý do từ chối: {sentence(copy.explanation)}")] if copy.explanation else []),
        indented(
            f"Căn cứ {copy.article}, {office.heading.issuing} từ chối tiếp nhận nội dung {kind} "
            "nêu trên."
        ),
    ]
    recipients = (f"Lưu: VT, hồ sơ lượt {copy.visit_number:04d}",)
    sheet, story = notice_story(office, (_LABEL, ""), body, recipients)
    pdf, texts = render(VISIT_PAPER_TITLE, sheet, copy.footer, story)
    check(texts)
    return pdf
