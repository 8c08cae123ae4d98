"""Tờ khôi phục: the blank form to be filled in by hand, and one printed share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

from reception.domain.errors import ReceptionError
from reception.printing.layout.document_heading import OfficeHeading
from reception.printing.layout.drawings import dotted_line
from reception.printing.layout.form_lines import DottedField
from reception.printing.layout.form_parts import Signature, signatures
from reception.printing.layout.page_flow import PageFooter, render, sheet_with_margins
from reception.printing.layout.paper_canvas import A4
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR, printable
from reception.printing.layout.paper_wording import capitals
from reception.printing.layout.text_blocks import LEFT, Gap, centred, paragraph

WORD_COUNT = 33  # words of one SLIP-39 share of a 256-bit secret
_COLUMN_COUNT = 3
_SHEET = sheet_with_margins(A4, (22, 20, 20, 30))
_TEXT_SIZE = (13.0, 18.0)
_LINE_HEIGHT = 32.0
_COLUMN_GAP = 22.0
_COUNT_WORDS = {1: "Một", 2: "Hai", 3: "Ba", 4: "Bốn", 5: "Năm", 6: "Sáu", 7: "Bảy"}


@dataclass(frozen=True, slots=True)
class RecoveryForm:
    """One of ``sheet_count`` sheets; any ``needed_count`` of them open the register."""

    heading: OfficeHeading
    sheet_number: int
    fingerprint: str  # "7E41 09BC D2A8"
    sheet_count: int = 3
    needed_count: int = 2
    holder: str = ""


def render_recovery_form(form: RecoveryForm) -> bytes:
    """Return the blank form: thirty-three numbered dotted lines to be filled in by hand."""
    return _render(form, ())


def render_recovery_sheet(form: RecoveryForm, words: Sequence[str]) -> bytes:
    """Return a document with one printed share, only for a printer connected by cable.

    Raises ``printing.share_words`` unless there are thirty-three words.
    """
    if len(words) != WORD_COUNT:
        raise ReceptionError("printing.share_words", wanted=WORD_COUNT, given=len(words))
    return _render(form, words)


def _render(form: RecoveryForm, words: Sequence[str]) -> bytes:
    needed, total = _COUNT_WORDS[form.needed_count], _COUNT_WORDS[form.sheet_count].lower()
    signers = (
        Signature(("NGƯỜI LẬP",), "(Ký, ghi rõ họ tên)"),
        Signature(("NGƯỜI GIỮ",), "(Ký, ghi rõ họ tên)"),
    )
    story = [
        centred(capitals(form.heading.issuing), BOLD, (12.5, 17)),
        Gap(14),
        centred(f"TỜ KHÔI PHỤC SỐ {form.sheet_number}", BOLD, (18, 25)),
        centred(f"{needed} trong {total} tờ mở được sổ", ITALIC, (13, 18)),
        Gap(16),
        _NumberedLines(words),
        Gap(18),
        *_holder_lines(form),
        *signatures(signers, (13, 17), 70, _SHEET.width),
    ]
    return render(f"KP-{form.sheet_number:04d}", _SHEET, PageFooter(), story)[0]


class _NumberedLines(Flowable):
    """Three columns of numbered dotted lines, numbered downwards, with the words if given."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self._words = words

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, WORD_COUNT // _COLUMN_COUNT * _LINE_HEIGHT
        return self.width, self.height

    def draw(self) -> None:
        rows = WORD_COUNT // _COLUMN_COUNT
        column_width = (self.width - _COLUMN_GAP * (_COLUMN_COUNT - 1)) / _COLUMN_COUNT
        for index in range(WORD_COUNT):
            x = (column_width + _COLUMN_GAP) * (index // rows)
            y = self.height - _LINE_HEIGHT * (index % rows) - 20
            self.canv.write_right(x + 18, y, str(index + 1), REGULAR, 11)
            if self._words:
                self.canv.write_left(x + 28, y, printable(self._words[index]), BOLD, 14)
            dotted_line(self.canv, x, x + column_width, y - 5)


def _holder_lines(form: RecoveryForm) -> list[Flowable]:
    runs = (("Dấu gốc của cơ quan: ", REGULAR), (form.fingerprint, BOLD))
    holder = DottedField("Người giữ:", _TEXT_SIZE)
    if form.holder:
        holder = paragraph(f"Người giữ: {form.holder}", _TEXT_SIZE, LEFT)
    text = (
        "Chép bằng tay, không chụp ảnh, không để cạnh máy. Mỗi người giữ một tờ, để nơi có khoá. "
        "Mất tờ này thì báo Trưởng ban để lập bộ tờ mới."
    )
    return [
        paragraph(runs, _TEXT_SIZE, space_after=4),
        holder,
        DottedField("Ngày nhận:", (_TEXT_SIZE[0], 22)),
        Gap(6),
        paragraph(text, (11.5, 15), font=ITALIC),
        Gap(14),
    ]
