"""Single lines of forms: words at both edges, lines to fill in, a sealed name, check boxes."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from reception.printing.layout import paper_fonts
from reception.printing.layout.drawings import check_box, dotted_line, seal_mark
from reception.printing.layout.paper_canvas import HAIRLINE, PaperCanvas
from reception.printing.layout.paper_fonts import BOLD, ITALIC, REGULAR, printable
from reception.printing.layout.text_blocks import Gap, Run, TextSize, base_line


class EdgeLine(Flowable):
    """One line: words at the left edge, other words at the right edge."""

    def __init__(
        self, left: Sequence[Run], right: Run, sizes: tuple[float, float], leading: float
    ) -> None:
        """``sizes`` are those of the left and the right words."""
        super().__init__()
        self._left = left
        self._right = right
        self._sizes = sizes
        self.height = leading

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        return width, self.height

    def drawOn(self, canvas: PaperCanvas, x: float, y: float, _sW: float = 0) -> None:
        """Write the line at its position on the page."""
        base, right = y + self.height - base_line(self._sizes[1], self.height), x + self.width
        for text, font in self._left:
            if text:
                words = printable(text)
                canvas.write_left(x, base, words, font, self._sizes[0])
                x += paper_fonts.width(words, font, self._sizes[0])
        text, font = self._right
        if text:
            canvas.write_right(right, base, printable(text), font, self._sizes[1])


class DottedField(Flowable):
    """A label and a dotted line to be filled in by hand."""

    def __init__(self, label: str, text_size: TextSize) -> None:
        super().__init__()
        self._label = printable(label)
        self._size = text_size[0]
        self.height = text_size[1]

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        return width, self.height

    def drawOn(self, canvas: PaperCanvas, x: float, y: float, _sW: float = 0) -> None:
        """Write the label at its position on the page, and draw the line."""
        size = self._size
        base = y + self.height - base_line(size, self.height)
        canvas.write_left(x, base, self._label, REGULAR, size)
        start = x + paper_fonts.width(self._label, REGULAR, size) + size * 0.4
        dotted_line(canvas, start, x + self.width, base - size * 0.14)


class SealedName(Flowable):
    """A label and, in a frame with the seal mark, the pseudonym."""

    def __init__(self, label: str, name: str, text_size: TextSize) -> None:
        super().__init__()
        self._label = printable(label + " ")
        self._name = printable(name)
        self._text_size = text_size

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Use one line, or two if the frame does not fit behind the label."""
        size, leading = self._text_size
        self._start = paper_fonts.width(self._label, REGULAR, size)
        self._frame_width = size * 2.32 + paper_fonts.width(self._name, BOLD, size)
        self._lines = 1 if self._start + self._frame_width <= width else 2
        self.width, self.height = width, leading * self._lines
        return self.width, self.height

    def draw(self) -> None:
        size, leading = self._text_size
        label_base = self.height - base_line(size, leading)
        self.canv.write_left(0, label_base, self._label, REGULAR, size)
        base = leading - base_line(size, leading)
        start, frame_height = self._start if self._lines == 1 else 0.0, size * 1.32
        bottom = base + size * 0.98 - frame_height
        self.canv.setLineWidth(HAIRLINE)
        self.canv.rect(start, bottom, self._frame_width, frame_height)
        seal_mark(self.canv, (start, bottom), frame_height)
        self.canv.write_left(start + frame_height + size * 0.5, base, self._name, BOLD, size)


class CheckBoxes(Flowable):
    """Check boxes with their words, in one row as far as they fit."""

    def __init__(
        self, boxes: Sequence[tuple[str, bool]], text_size: TextSize, inset: float
    ) -> None:
        """``boxes`` are words and whether the box is ticked."""
        super().__init__()
        self._boxes = [(printable(words), ticked) for words, ticked in boxes]
        self._text_size = text_size
        self._inset = inset

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Compute the position of each box: x and the number of its row."""
        size, x, row = self._text_size[0], self._inset, 0
        self._positions: list[tuple[float, int]] = []
        for words, _ in self._boxes:
            box_width = size * 1.55 + paper_fonts.width(words, REGULAR, size)
            if x + box_width > width and x > self._inset:
                x, row = self._inset, row + 1
            self._positions.append((x, row))
            x += box_width + size * 1.8
        self.width, self.height = width, (row + 1) * self._text_size[1]
        return self.width, self.height

    def draw(self) -> None:
        size, leading = self._text_size
        side = size * 0.95
        for (words, ticked), (x, row) in zip(self._boxes, self._positions, strict=True):
            base = self.height - row * leading - base_line(size, leading)
            check_box(self.canv, (x, base - side * 0.12), side, ticked=ticked)
            self.canv.write_left(x + side + size * 0.6, base, words, REGULAR, size)


def form_code_line(copy: str, code: str, size: float) -> list[Flowable]:
    """Return the line above the heading: which copy this is, and the code of the form."""
    return [
        EdgeLine(((copy, ITALIC),), (code, REGULAR), (size, size), size * 1.5),
        Gap(size * 0.4),
    ]
