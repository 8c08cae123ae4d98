"""A preview of a paper's heading while the names of the office are being typed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QTextOption
from PySide6.QtWidgets import QWidget

from reception.services.office.office_settings import OfficeSettings
from ui.appearance.theme import theme
from ui.appearance.window_fonts import paper_family
from ui.widgets import painting

WIDTH, HEIGHT = 330, 196


class HeadingPreview(painting.PaintedWidget):
    """Black on white like paper, in the dark theme too."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._settings = OfficeSettings()

    def show_settings(self, settings: OfficeSettings) -> None:
        self._settings = settings
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(WIDTH), theme().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        settings, px = self._settings, theme().px
        with QPainter(self) as painter:
            painting.draw_box(painter, self.rect(), "paper", "border", 2)
            painter.setPen(painting.theme_color("ink"))
            # ``issuing`` is the office that issues the paper, ``superior`` the body above it.
            left_rect = QRect(px(6), px(20), px(112), px(60))
            bottom = self._draw_text(painter, left_rect, settings.superior.upper(), 6.6, bold=False)
            issuing_rect = QRect(left_rect.x(), bottom, left_rect.width(), px(40))
            bottom = self._draw_text(
                painter, issuing_rect, settings.issuing.upper(), 6.6, bold=True
            )
            self._draw_rule(painter, left_rect.center().x(), bottom + px(2), px(44))
            number_rect = QRect(left_rect.x(), bottom + px(10), left_rect.width(), px(16))
            self._draw_text(painter, number_rect, f"Số: ....../BC-{settings.symbol}", 7, bold=False)
            right_rect = QRect(px(122), px(20), self.width() - px(126), px(14))
            motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
            bottom = self._draw_text(painter, right_rect, motto, 6.6, bold=True)
            bottom = self._draw_text(
                painter,
                right_rect.translated(0, px(12)),
                "Độc lập - Tự do - Hạnh phúc",
                7.4,
                bold=True,
            )
            self._draw_rule(painter, right_rect.center().x(), bottom + px(2), px(104))
            day = self._today
            text = f"{settings.place}, ngày {day.day:02d} tháng {day.month:02d} năm {day.year}"
            self._draw_text(
                painter, right_rect.translated(0, px(46)), text, 7.2, bold=False, italic=True
            )
            title_rect = QRect(0, px(108), self.width(), px(20))
            self._draw_text(painter, title_rect, "BÁO CÁO", 9.5, bold=True)

    def _draw_text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        points: float,
        *,
        bold: bool,
        italic: bool = False,
    ) -> int:
        """Draw wrapped, centred text from the top of ``rect``; return the bottom of the text."""
        font = QFont(paper_family())
        font.setPointSizeF(points * theme().scale)
        font.setBold(bold)
        font.setItalic(italic)
        painter.setFont(font)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        option = QTextOption(flags)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        text_rect = painter.fontMetrics().boundingRect(
            rect, int(flags) | int(Qt.TextFlag.TextWordWrap), text
        )
        painter.drawText(QRectF(rect.adjusted(0, 0, 0, _overflow_height())), text, option)
        return rect.top() + text_rect.height()

    def _draw_rule(self, painter: QPainter, center_x: int, top: int, width: int) -> None:
        painter.setPen(QPen(painting.theme_color("ink"), 1))
        painter.drawLine(QPointF(center_x - width / 2, top), QPointF(center_x + width / 2, top))


def _overflow_height() -> int:
    """Return by how many pixels wrapped lines may exceed their rectangle."""
    return theme().px(40)
