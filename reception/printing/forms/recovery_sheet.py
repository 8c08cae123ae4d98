"""Tờ khôi phục: the blank form a holder copies the words onto, and one printed share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reception.domain.errors import ReceptionError
from reception.printing.layout.document_heading import OfficeHeading
from reception.printing.layout.form_parts import Signature, dotted, signatures
from reception.printing.layout.line_breaking import plain, wrap
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR
from reception.printing.layout.paper_wording import capitals
from reception.printing.layout.pdf_canvas import A4, PdfCanvas
from reception.printing.layout.text_flow import Foot, TextFlow, margins

WORDS = 33  # words of one SLIP-39 share of a 256-bit secret
_COLUMNS = 3
_SHEET = margins(A4, (22, 20, 20, 30))
_FACE = (13.0, 18.0)
_ROW = 32.0
_COUNTS = {1: "Một", 2: "Hai", 3: "Ba", 4: "Bốn", 5: "Năm", 6: "Sáu", 7: "Bảy"}


@dataclass(frozen=True, slots=True)
class RecoveryForm:
    """One sheet of ``of``; any ``needed`` of them open the register."""

    heading: OfficeHeading
    sheet: int
    fingerprint: str  # "7E41 09BC D2A8"
    of: int = 3
    needed: int = 2
    holder: str = ""


def render_recovery_form(form: RecoveryForm) -> bytes:
    """Return the blank form: thirty-three numbered dotted lines to be filled in by hand."""
    return _render(form, ())


def render_recovery_sheet(form: RecoveryForm, words: Sequence[str]) -> bytes:
    """Return one share in print, for a printer at a cable only; one share a document.

    Raises ``printing.share_words`` unless there are thirty-three words.
    """
    if len(words) != WORDS:
        raise ReceptionError("printing.share_words", wanted=WORDS, given=len(words))
    return _render(form, words)


def _render(form: RecoveryForm, words: Sequence[str]) -> bytes:
    pen = PdfCanvas(f"KP-{form.sheet:04d}", A4)
    flow = TextFlow(pen, _SHEET, Foot())
    flow.centred(capitals(form.heading.issuing), BOLD, (12.5, 17))
    flow.gap(14)
    flow.centred(f"TỜ KHÔI PHỤC SỐ {form.sheet}", BOLD, (18, 25))
    needed, total = _COUNTS[form.needed], _COUNTS[form.of].lower()
    flow.centred(f"{needed} trong {total} tờ mở được sổ", ITALIC, (13, 18))
    flow.gap(16)
    _words(flow, words)
    flow.gap(18)
    _holder(flow, form)
    signers = (
        Signature(("NGƯỜI LẬP",), "(Ký, ghi rõ họ tên)"),
        Signature(("NGƯỜI GIỮ",), "(Ký, ghi rõ họ tên)"),
    )
    signatures(flow, signers, (13, 17), 70)
    return pen.finish()


def _words(flow: TextFlow, words: Sequence[str]) -> None:
    """Draw three columns of numbered lines, read downwards."""
    rows = WORDS // _COLUMNS
    gap = 22.0
    room = (flow.width - gap * (_COLUMNS - 1)) / _COLUMNS
    top = flow.y
    for place in range(WORDS):
        x = flow.left + (room + gap) * (place // rows)
        base = top + _ROW * (place % rows) + 20
        flow.pen.right((x + 18, base), str(place + 1), REGULAR, 11)
        if words:
            flow.pen.left((x + 28, base), words[place], BOLD, 14)
        flow.pen.dots(x, x + room, base + 5)
    flow.y = top + rows * _ROW


def _holder(flow: TextFlow, form: RecoveryForm) -> None:
    runs = (("Dấu gốc của cơ quan: ", REGULAR), (form.fingerprint, BOLD))
    flow.paragraph(runs, _FACE)
    flow.gap(4)
    if form.holder:
        for line in wrap(plain(f"Người giữ: {form.holder}"), _FACE[0], flow.width):
            flow.pen.line((flow.left, flow.step(*_FACE)), line.pieces, _FACE[0])
    else:
        dotted(flow, "Người giữ:", _FACE)
    dotted(flow, "Ngày nhận:", (_FACE[0], 22))
    flow.gap(6)
    text = (
        "Chép bằng tay, không chụp ảnh, không để cạnh máy. Mỗi người giữ một tờ, để nơi có khoá. "
        "Mất tờ này thì báo Trưởng ban để lập bộ tờ mới."
    )
    flow.paragraph(((text, ITALIC),), (11.5, 15))
    flow.gap(14)
