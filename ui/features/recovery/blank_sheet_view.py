"""A small picture of the blank form onto which a holder copies the words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.appearance.theme import theme
from ui.appearance.window_fonts import paper_family
from ui.widgets import painting

WIDTH, HEIGHT = 236, 334
_WORDS, _COLUMNS = 33, 3


class BlankForm(painting.PaintedWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._issuing, self._number, self._fingerprint = "", 1, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_sheet(self, issuing: str, number: int, fingerprint: str = "") -> None:
        """``issuing`` is the office's name, ``fingerprint`` that of its signing key."""
        self._issuing, self._number, self._fingerprint = issuing, number, fingerprint
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDTH), theme().px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        with QPainter(self) as painter:
            painting.draw_box(painter, self.rect(), "paper", "borderStrong", 0)
            self._middle(painter, px(20), self._issuing.upper(), (6.2, True))
            self._middle(painter, px(40), f"TỜ KHÔI PHỤC SỐ {self._number}", (9, True))
            self._middle(painter, px(54), "Hai trong ba tờ mở được sổ", (6.6, False))
            rows, wide = _WORDS // _COLUMNS, (self.width() - px(32)) // _COLUMNS
            for index in range(_WORDS):
                column, row = divmod(index, rows)
                line = QRect(px(16) + column * wide, px(68) + row * px(15), wide - px(9), px(15))
                self._dotted(painter, line, str(index + 1))
            foot = QRect(px(16), px(242), self.width() - px(32), px(15))
            label = "Dấu gốc của cơ quan:"
            if self._fingerprint:
                text = f"{label} {self._fingerprint}"
                painting.draw_line(painter, foot, text, _font(6.4, bold=False), "ink")
            else:
                self._dotted(painter, foot, label)
            self._dotted(painter, foot.translated(0, px(16)), "Người giữ:")
            names = foot.translated(0, px(36))
            for text, side in (
                ("NGƯỜI LẬP", Qt.AlignmentFlag.AlignLeft),
                ("NGƯỜI GIỮ", Qt.AlignmentFlag.AlignRight),
            ):
                painting.draw_line(painter, names, text, _font(6.2, bold=True), "ink", side)

    def _middle(self, painter: QPainter, top: int, text: str, face: tuple[float, bool]) -> None:
        rect = QRect(0, top - theme().px(8), self.width(), theme().px(16))
        font = _font(face[0], bold=face[1])
        painting.draw_line(painter, rect, text, font, "ink", Qt.AlignmentFlag.AlignHCenter)

    def _dotted(self, painter: QPainter, rect: QRect, text: str) -> None:
        painting.draw_line(painter, rect, text, _font(6.4, bold=False), "ink")
        painter.setPen(QPen(painting.theme_color("ink"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def _font(points: float, *, bold: bool) -> QFont:
    font = QFont(paper_family())
    font.setPointSizeF(points * theme().scale)
    font.setBold(bold)
    return font
