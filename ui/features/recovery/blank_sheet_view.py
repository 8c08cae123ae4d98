"""A small picture of the blank form onto which a holder copies the words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reception.services.recovery.recovery_shares import WORDS_PER_SHEET
from ui.appearance.theme import theme
from ui.appearance.window_fonts import paper_family
from ui.widgets import painting

WIDTH, HEIGHT = 236, 334
_COLUMNS = 3


class BlankSheetView(painting.PaintedWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office_name, self._number, self._fingerprint = "", 1, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_sheet(self, office_name: str, number: int, fingerprint: str = "") -> None:
        """Show the blank form of a sheet (1 to 3); ``fingerprint`` is that of the signing key."""
        self._office_name, self._number, self._fingerprint = office_name, number, fingerprint
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDTH), theme().px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        px = theme().px
        with QPainter(self) as painter:
            painting.draw_box(painter, self.rect(), "paper", "borderStrong", 0)
            self._draw_centered(painter, px(20), self._office_name.upper(), (6.2, True))
            self._draw_centered(painter, px(40), f"TỜ KHÔI PHỤC SỐ {self._number}", (9, True))
            self._draw_centered(painter, px(54), "Hai trong ba tờ mở được sổ", (6.6, False))
            rows, column_width = WORDS_PER_SHEET // _COLUMNS, (self.width() - px(32)) // _COLUMNS
            for index in range(WORDS_PER_SHEET):
                column, row = divmod(index, rows)
                line = QRect(
                    px(16) + column * column_width,
                    px(68) + row * px(15),
                    column_width - px(9),
                    px(15),
                )
                self._draw_dotted_line(painter, line, str(index + 1))
            fingerprint_rect = QRect(px(16), px(242), self.width() - px(32), px(15))
            label = "Dấu gốc của cơ quan:"
            if self._fingerprint:
                text = f"{label} {self._fingerprint}"
                painting.draw_text(painter, fingerprint_rect, text, _font(6.4, bold=False), "ink")
            else:
                self._draw_dotted_line(painter, fingerprint_rect, label)
            self._draw_dotted_line(painter, fingerprint_rect.translated(0, px(16)), "Người giữ:")
            signatures_rect = fingerprint_rect.translated(0, px(36))
            for text, alignment in (
                ("NGƯỜI LẬP", Qt.AlignmentFlag.AlignLeft),
                ("NGƯỜI GIỮ", Qt.AlignmentFlag.AlignRight),
            ):
                painting.draw_text(
                    painter, signatures_rect, text, _font(6.2, bold=True), "ink", alignment
                )

    def _draw_centered(
        self, painter: QPainter, top: int, text: str, size_and_bold: tuple[float, bool]
    ) -> None:
        """Draw a centred line; ``size_and_bold`` are its size in points and whether it is bold."""
        rect = QRect(0, top - theme().px(8), self.width(), theme().px(16))
        font = _font(size_and_bold[0], bold=size_and_bold[1])
        painting.draw_text(painter, rect, text, font, "ink", Qt.AlignmentFlag.AlignHCenter)

    def _draw_dotted_line(self, painter: QPainter, rect: QRect, text: str) -> None:
        painting.draw_text(painter, rect, text, _font(6.4, bold=False), "ink")
        painter.setPen(QPen(painting.theme_color("ink"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def _font(points: float, *, bold: bool) -> QFont:
    font = QFont(paper_family())
    font.setPointSizeF(points * theme().scale)
    font.setBold(bold)
    return font
