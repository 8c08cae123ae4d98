"""Parts that several forms share: signature blocks, recipients, boxes, the return code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.platypus import Flowable

from reception.printing.layout import paper_fonts
from reception.printing.layout.containers import Columns, FramedBox
from reception.printing.layout.drawings import qr_code
from reception.printing.layout.paper_canvas import PaperCanvas
from reception.printing.layout.paper_fonts import (
    BOLD,
    BOLD_ITALIC,
    ITALIC,
    printable,
)
from reception.printing.layout.paper_wording import capitals
from reception.printing.layout.text_blocks import (
    LEFT,
    Gap,
    Run,
    TextBlock,
    TextSize,
    base_line,
    centred,
    paragraph,
)

SIGNATURE_SPACE = 74.0  # points for signature and seal
_CODE_SPACING = 0.06  # space between two characters, as a share of the type size
_RIGHT_COLUMN = (0.53, 0.46)  # of the width: start and width of the board head's signature


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature block: titles in bold, how to sign (``note``), the name below the space.

    ``space_text`` are lines in the space for the signature, e.g. where the signed copy is.
    """

    titles: tuple[str, ...]
    note: str = ""
    space_text: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class ReturnCodeBox:
    """The box with the return code at the bottom of a citizen's paper."""

    text_above: tuple[Run, ...]
    code: str = field(repr=False)
    text_below: str
    qr_payload: str = field(repr=False)
    qr_scale: float = 3.6  # side of the QR code, as a multiple of the type size of ``code``


class _SpacedCode(Flowable):
    """A code with a little space between its characters, made smaller if it does not fit."""

    def __init__(self, code: str, size: float) -> None:
        super().__init__()
        self._code = printable(code)
        self._size = size
        self.height = size * 1.3

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        total_spacing = self._size * _CODE_SPACING * len(self._code)
        self._fitting_size = paper_fonts.fitting_size(
            self._code, BOLD, self._size, width - total_spacing
        )
        return width, self.height

    def drawOn(self, canvas: PaperCanvas, x: float, y: float, _sW: float = 0) -> None:
        """Write the code at its position on the page."""
        text = canvas.beginText(x, y + self.height - base_line(self._fitting_size, self.height))
        text.setFont(BOLD, self._fitting_size)
        text.setCharSpace(self._size * _CODE_SPACING)
        text.textOut(self._code)
        text.setCharSpace(0)
        canvas.drawText(text)


class _QrCode(Flowable):
    """A QR code as a flowable; ``side`` is in points."""

    def __init__(self, payload: str, side: float) -> None:
        super().__init__()
        self._payload = payload
        self.width = self.height = side

    def drawOn(self, canvas: PaperCanvas, x: float, y: float, _sW: float = 0) -> None:
        """Draw the code at its position on the page."""
        qr_code(canvas, self._payload, (x, y), self.width)


def signatures(
    blocks: Sequence[Signature], text_size: TextSize, space: float, width: float
) -> list[Flowable]:
    """Return signature blocks side by side, two in a row; each row is kept on one page."""
    rows: list[Flowable] = []
    for start in range(0, len(blocks), 2):
        if start:
            rows.append(Gap(text_size[1]))
        rows.append(_signature_row(blocks[start : start + 2], text_size, space, width))
    return rows


def _signature_row(
    blocks: Sequence[Signature], text_size: TextSize, space: float, width: float
) -> Columns:
    """Return one or two signature blocks side by side, their names at the same height.

    In the text of the PDF each block is read from its title to its name.
    """
    pad = text_size[0] / 2
    title_lines = [_signature_titles(block, text_size, pad) for block in blocks]
    heights = [sum(line.wrap(width / 2, space)[1] for line in lines) for lines in title_lines]
    columns = []
    for block, lines, height in zip(blocks, title_lines, heights, strict=True):
        space_text = [centred(text, ITALIC, text_size) for text in block.space_text]
        free_space = space - len(space_text) * text_size[1]
        name = [centred(block.name, BOLD, text_size, pad)] if block.name else []
        gap_above = max(heights) - height + free_space / 2
        columns.append([*lines, Gap(gap_above), *space_text, Gap(free_space / 2), *name])
    return Columns(columns, [width / 2] * len(columns))


def _signature_titles(block: Signature, text_size: TextSize, pad: float) -> list[TextBlock]:
    lines = [centred(text, BOLD, text_size, pad) for text in block.titles]
    if block.note:
        lines.append(centred(block.note, ITALIC, text_size, pad))
    return lines


def framed_sentence(runs: Sequence[Run], text_size: TextSize) -> FramedBox:
    """Return a sentence in a frame as wide as the page's text."""
    pad = text_size[0] * 0.85
    return FramedBox(paragraph(runs, text_size, LEFT), (pad, pad, pad * 0.65, pad * 0.65))


def return_code_box(
    box: ReturnCodeBox, text_size: TextSize, code_size: float, width: float
) -> FramedBox:
    """Return the box with QR, sentence, return code and telephone, sized to its text."""
    pad = text_size[0] * 0.8
    qr_side = code_size * box.qr_scale
    text_column = [
        paragraph(box.text_above, text_size, LEFT),
        _SpacedCode(box.code, code_size),
        paragraph(box.text_below, text_size, LEFT),
    ]
    gap = pad * 1.2
    widths = [qr_side + gap, width - qr_side - gap - 2 * pad]
    columns = Columns([[_QrCode(box.qr_payload, qr_side)], text_column], widths, centred=True)
    return FramedBox(columns, (pad, pad, pad * 0.85, pad * 0.85))


def recipients(lines: Sequence[str], right_indent: float = 0.0) -> list[TextBlock]:
    """Return "Nơi nhận" (NĐ 30/2020: 12 points bold italic, the list 11 points)."""
    blocks = [paragraph("Nơi nhận:", (12, 15), LEFT, font=BOLD_ITALIC)]
    for index, text in enumerate(lines):
        end = "." if index == len(lines) - 1 else ";"
        blocks.append(paragraph(f"- {text}{end}", (11, 14), LEFT, right=right_indent))
    return blocks


def distribution_and_signature(
    distribution: Sequence[str],
    signatory: tuple[str, str],
    width: float,
    *,
    space: float,
    note: str = "",
) -> Columns:
    """Return the recipients at the left and the board head's signature block at the right.

    ``signatory`` is the post and the name of the board head; ``space`` is the space for signature
    and seal in points.
    """
    post, name = signatory
    lines = [centred(capitals(post), BOLD, (13, 17))]
    if note:
        lines.append(centred(note, ITALIC, (12, 18)))
    signature_column = [*lines, Gap(space), centred(name, BOLD, (13, 17))]
    start, right_width = _RIGHT_COLUMN
    widths = [width * start, width * right_width]
    return Columns([recipients(distribution, width * (start - 0.45)), signature_column], widths)
