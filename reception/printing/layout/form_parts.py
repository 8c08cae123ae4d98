"""Pieces that several forms share: fields for the pen, signatures, badge, box, code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reception.printing.layout import paper_fonts
from reception.printing.layout.line_breaking import Line, Run, plain, wrap
from reception.printing.layout.paper_fonts import BOLD, BOLD_ITALIC, ITALIC, REGULAR
from reception.printing.layout.text_flow import TextFlow

Face = tuple[float, float]  # size and leading in points
_CODE_SPACING = 0.06  # of the type size


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


def dotted(flow: TextFlow, label: str, face: Face) -> None:
    """Draw a label and a dotted line to be filled in by pen."""
    flow.need(face[1])
    words = paper_fonts.printable(label)
    base = flow.step(*face)
    flow.pen.left((flow.left, base), words, REGULAR, face[0])
    start = flow.left + paper_fonts.width(words, REGULAR, face[0]) + face[0] * 0.4
    flow.pen.dots(start, flow.right, base + face[0] * 0.14)


def dotted_lines(flow: TextFlow, count: int, face: Face) -> None:
    """Draw empty dotted lines."""
    for _ in range(count):
        flow.pen.dots(flow.left, flow.right, flow.step(*face) + face[0] * 0.14)


def badge(flow: TextFlow, label: str, name: str, face: Face) -> None:
    """Draw a label and, in a frame with the seal mark, the pseudonym."""
    size, leading = face
    name, words = paper_fonts.printable(name), paper_fonts.printable(label + " ")
    start = flow.left + paper_fonts.width(words, REGULAR, size)
    height = size * 1.32
    wide = height + paper_fonts.width(name, BOLD, size) + size
    if start + wide > flow.right:
        flow.paragraph(label, face)
        start, words = flow.left, ""
    flow.need(leading)
    base = flow.step(*face)
    flow.pen.left((flow.left, base), words, REGULAR, size)
    top = base - size * 0.98
    flow.pen.box((start, top), (wide, height))
    flow.pen.shield(start, top, height)
    flow.pen.left((start + height + size * 0.5, base), name, BOLD, size)


def signatures(flow: TextFlow, blocks: Sequence[Signature], face: Face, space: float) -> None:
    """Draw signature places side by side, two a row, kept together with their space."""
    for start in range(0, len(blocks), 2):
        if start:
            flow.gap(face[1])
        _signature_row(flow, blocks[start : start + 2], face, space)


def _signature_row(flow: TextFlow, blocks: Sequence[Signature], face: Face, space: float) -> None:
    columns = 2
    room = flow.width / columns - face[0]
    laid = [_signature_lines(block, face[0], room) for block in blocks]
    head = max(len(lines) for lines, _ in laid) * face[1]
    names = max(len(lines) for _, lines in laid) * face[1]
    flow.need(head + space + names)
    top = flow.y
    for place, (block, (lines, name)) in enumerate(zip(blocks, laid, strict=True)):
        centre = flow.left + flow.width * (place + 0.5) / columns
        flow.y = top
        _centred_lines(flow, lines, centre, face)
        _inside(flow, block.inside, centre, face, space)
        flow.y = top + head + space
        _centred_lines(flow, name, centre, face)
    flow.y = top + head + space + names


def _signature_lines(block: Signature, size: float, room: float) -> tuple[list[Line], list[Line]]:
    lines = [line for title in block.titles for line in wrap(plain(title, BOLD), size, room)]
    if block.note:
        lines += wrap(plain(block.note, ITALIC), size, room)
    name = wrap(plain(block.name, BOLD), size, room) if block.name else []
    return lines, name


def _centred_lines(flow: TextFlow, lines: Sequence[Line], centre: float, face: Face) -> None:
    for line in lines:
        flow.pen.line((centre - line.width / 2, flow.step(*face)), line.pieces, face[0])


def _inside(
    flow: TextFlow, words: tuple[str, ...], centre: float, face: Face, space: float
) -> None:
    if words:
        flow.y += max(0.0, (space - len(words) * face[1]) / 2)
        for text in words:
            flow.pen.centred((centre, flow.step(*face)), text, ITALIC, face[0])


def boxed(flow: TextFlow, runs: Sequence[Run], face: Face) -> None:
    """Draw a framed sentence."""
    pad = face[0] * 0.85
    lines = wrap(runs, face[0], flow.width - 2 * pad)
    height = len(lines) * face[1] + pad * 1.3
    flow.need(height)
    flow.pen.box((flow.left, flow.y), (flow.width, height))
    top = flow.y
    flow.y += pad * 0.65
    for line in lines:
        flow.pen.line((flow.left + pad, flow.step(*face)), line.pieces, face[0])
    flow.y = top + height


def return_box(flow: TextFlow, box: ReturnBox, face: Face, code_size: float) -> None:
    """Draw the box with QR, sentence, return code and telephone, sized to its text."""
    pad = face[0] * 0.8
    square = code_size * box.square
    margin = square + pad * 2.2
    room = flow.width - margin - pad
    spacing = code_size * _CODE_SPACING
    spread = spacing * len(box.code)
    size = paper_fonts.fitting_size(box.code, BOLD, code_size, room - spread)
    before, after = wrap(box.before, face[0], room), wrap(plain(box.after), face[0], room)
    text = (len(before) + len(after)) * face[1] + code_size * 1.3
    height = max(square, text) + pad * 1.7
    flow.need(height)
    top = flow.y
    flow.pen.box((flow.left, top), (flow.width, height))
    flow.pen.qr(box.payload, (flow.left + pad, top + (height - square) / 2), square)
    flow.y = top + (height - text) / 2
    _box_lines(flow, before, flow.left + margin, face)
    base = flow.step(size, code_size * 1.3)
    flow.pen.spaced((flow.left + margin, base), box.code, (BOLD, size), spacing)
    _box_lines(flow, after, flow.left + margin, face)
    flow.y = top + height


def _box_lines(flow: TextFlow, lines: Sequence[Line], x: float, face: Face) -> None:
    for line in lines:
        flow.pen.line((x, flow.step(*face)), line.pieces, face[0])


def checks(flow: TextFlow, boxes: Sequence[tuple[str, bool]], face: Face, inset: float) -> None:
    """Draw check boxes with their words, in one row as far as they fit."""
    size, x = face[0], flow.left + inset
    side = size * 0.95
    flow.need(face[1])
    base = flow.step(*face)
    for words, ticked in boxes:
        wide = side + size * 0.6 + paper_fonts.width(paper_fonts.printable(words), REGULAR, size)
        if x + wide > flow.right and x > flow.left + inset:
            x, base = flow.left + inset, flow.step(*face)
        flow.pen.box((x, base - side * 0.88), (side, side))
        if ticked:
            flow.pen.tick(x, base - side * 0.88, side)
        flow.pen.left((x + side + size * 0.6, base), words, REGULAR, size)
        x += wide + size * 1.8


def recipients(flow: TextFlow, lines: Sequence[str], room: float) -> None:
    """Draw "Nơi nhận" (NĐ 30/2020: 12 points bold italic, the list 11 points)."""
    base = flow.step(12, 15)
    flow.pen.left((flow.left, base), "Nơi nhận:", BOLD_ITALIC, 12)
    for place, text in enumerate(lines):
        end = "." if place == len(lines) - 1 else ";"
        for line in wrap(plain(f"- {text}{end}"), 11, room):
            flow.pen.line((flow.left, flow.step(11, 14)), line.pieces, 11)
