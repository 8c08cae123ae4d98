"""Flowables that hold others: columns side by side, a frame around one flowable."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from reception.printing.layout.paper_canvas import HAIRLINE, PaperCanvas

Pads = tuple[float, float, float, float]  # points: left, right, above, below


class Columns(Flowable):
    """Lists of flowables side by side, kept on one page.

    A table of one row would look the same and take more time.
    """

    def __init__(
        self,
        columns: Sequence[Sequence[Flowable]],
        widths: Sequence[float],
        *,
        centred: bool = False,
    ) -> None:
        """``centred`` puts short columns in the middle of the height instead of at the top."""
        super().__init__()
        self._columns = columns
        self._widths = widths
        self._centred = centred

    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        # Each part with its height and the white space below it.
        self._measured_columns = [
            [(part, part.wrap(width, height)[1], part.getSpaceAfter()) for part in column]
            for column, width in zip(self._columns, self._widths, strict=True)
        ]
        self._heights = [
            sum(part_height + space for _, part_height, space in column)
            for column in self._measured_columns
        ]
        self.width, self.height = sum(self._widths), max(self._heights)
        return self.width, self.height

    def drawOn(self, canvas: PaperCanvas, x: float, y: float, _sW: float = 0) -> None:
        """Draw each column from top to bottom."""
        columns = zip(self._measured_columns, self._widths, self._heights, strict=True)
        for column, width, height in columns:
            top = y + self.height
            if self._centred:
                top -= (self.height - height) / 2
            for part, part_height, space_after in column:
                top -= part_height
                part.drawOn(canvas, x, top)
                top -= space_after
            x += width


class FramedBox(Flowable):
    """A flowable in a frame as wide as the text."""

    def __init__(self, content: Flowable, pads: Pads) -> None:
        super().__init__()
        self._content = content
        self._pads = pads

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        left, right, above, below = self._pads
        content_height = self._content.wrap(width - left - right, height)[1]
        self.width, self.height = width, content_height + above + below
        return self.width, self.height

    def drawOn(self, canvas: PaperCanvas, x: float, y: float, _sW: float = 0) -> None:
        canvas.setLineWidth(HAIRLINE)
        canvas.rect(x, y, self.width, self.height)
        left, _, _, below = self._pads
        self._content.drawOn(canvas, x + left, y + below)
