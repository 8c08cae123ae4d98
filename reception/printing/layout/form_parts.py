"""Parts that several forms share: places to sign, recipients, boxes, the return code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.platypus import Flowable

from reception.printing.layout import paper_fonts
from reception.printing.layout.containers import Columns, FramedBox
from reception.printing.layout.drawings import qr_code
from reception.printing.layout.paper_fonts import (
    BOLD,
    BOLD_ITALIC,
    ITALIC,
    printable,
)
from reception.printing.layout.paper_wording import capitals
from reception.printing.layout.text_blocks import (
    LEFT,
    Face,
    Gap,
    Run,
    TextBlock,
    base_line,
    centred,
    paragraph,
)

SIGN_SPACE = 74.0  # points for signature and seal
_CODE_SPACING = 0.06  # of the type size
_RIGHT_COLUMN = (0.53, 0.46)  # of the width: start and width of the head's signature


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign: titles in bold, how to sign, words in the empty space, the name."""

    titles: tuple[str, ...]
    note: str = ""
    inside: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class ReturnBox:
    """The box with the return code at the foot of a citizen's paper."""

    before: tuple[Run, ...]
    code: str
    after: str
    payload: str = field(repr=False)
    square: float = 3.6  # side of the QR in sizes of the code


class _SpacedCode(Flowable):
    """A code with a little space between its characters, made smaller if it does not fit."""

    def __init__(self, code: str, size: float) -> None:
        super().__init__()
        self._code = printable(code)
        self._size = size
        self.height = size * 1.3

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        spread = self._size * _CODE_SPACING * len(self._code)
        self._fitting = paper_fonts.fitting_size(self._code, BOLD, self._size, width - spread)
        return width, self.height

    def draw(self) -> None:
        text = self.canv.beginText(0, self.height - base_line(self._fitting, self.height))
        text.setFont(BOLD, self._fitting)
        text.setCharSpace(self._size * _CODE_SPACING)
        text.textOut(self._code)
        text.setCharSpace(0)
        self.canv.drawText(text)


class _Square(Flowable):
    """A QR code."""

    def __init__(self, payload: str, side: float) -> None:
        super().__init__()
        self._payload = payload
        self.width = self.height = side

    def draw(self) -> None:
        qr_code(self.canv, self._payload, (0, 0), self.width)


def signatures(
    blocks: Sequence[Signature], face: Face, space: float, width: float
) -> list[Flowable]:
    """Return places to sign side by side, two a row, each row kept on one page."""
    rows: list[Flowable] = []
    for start in range(0, len(blocks), 2):
        if start:
            rows.append(Gap(face[1]))
        rows.append(_signature_row(blocks[start : start + 2], face, space, width))
    return rows


def _signature_row(blocks: Sequence[Signature], face: Face, space: float, width: float) -> Columns:
    """Return one or two places to sign, the names level, each read from title to name."""
    pad = face[0] / 2
    heads = [_signature_head(block, face, pad) for block in blocks]
    heights = [sum(line.wrap(width / 2, space)[1] for line in head) for head in heads]
    columns = []
    for block, head, height in zip(blocks, heads, heights, strict=True):
        inside = [centred(text, ITALIC, face) for text in block.inside]
        free_space = space - len(inside) * face[1]
        name = [centred(block.name, BOLD, face, pad)] if block.name else []
        gap_above = max(heights) - height + free_space / 2
        columns.append([*head, Gap(gap_above), *inside, Gap(free_space / 2), *name])
    return Columns(columns, [width / 2] * len(columns))


def _signature_head(block: Signature, face: Face, pad: float) -> list[TextBlock]:
    lines = [centred(text, BOLD, face, pad) for text in block.titles]
    if block.note:
        lines.append(centred(block.note, ITALIC, face, pad))
    return lines


def boxed(runs: Sequence[Run], face: Face) -> FramedBox:
    """Return a framed sentence."""
    pad = face[0] * 0.85
    return FramedBox(paragraph(runs, face, LEFT), (pad, pad, pad * 0.65, pad * 0.65))


def return_box(box: ReturnBox, face: Face, code_size: float, width: float) -> FramedBox:
    """Return the box with QR, sentence, return code and telephone, sized to its text."""
    pad = face[0] * 0.8
    square = code_size * box.square
    words = [
        paragraph(box.before, face, LEFT),
        _SpacedCode(box.code, code_size),
        paragraph(box.after, face, LEFT),
    ]
    gap = pad * 1.2
    widths = [square + gap, width - square - gap - 2 * pad]
    columns = Columns([[_Square(box.payload, square)], words], widths, centred=True)
    return FramedBox(columns, (pad, pad, pad * 0.85, pad * 0.85))


def recipients(lines: Sequence[str], inset: float = 0.0) -> list[TextBlock]:
    """Return "Nơi nhận" (NĐ 30/2020: 12 points bold italic, the list 11 points)."""
    blocks = [paragraph("Nơi nhận:", (12, 15), LEFT, font=BOLD_ITALIC)]
    for index, text in enumerate(lines):
        end = "." if index == len(lines) - 1 else ";"
        blocks.append(paragraph(f"- {text}{end}", (11, 14), LEFT, right=inset))
    return blocks


def ending(
    distribution: Sequence[str],
    head: tuple[str, str],
    width: float,
    *,
    space: float,
    note: str = "",
) -> Columns:
    """Return the recipients at the left and, level with them, the head's place to sign.

    ``head`` is post and name; ``space`` for signature and seal is in points.
    """
    post, name = head
    block = [centred(capitals(post), BOLD, (13, 17))]
    if note:
        block.append(centred(note, ITALIC, (12, 18)))
    signed = [*block, Gap(space), centred(name, BOLD, (13, 17))]
    start, part = _RIGHT_COLUMN
    widths = [width * start, width * part]
    return Columns([recipients(distribution, width * (start - 0.45)), signed], widths)
