"""Drawing functions of the painted widgets: boxes, hatching, one line of text."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from ui.appearance.theme import theme

_HATCH_DISTANCE = 7


class PaintedWidget(QWidget):
    """A widget painted in the colours of the theme; repainted when theme or scale change."""

    def changeEvent(self, event: QEvent) -> None:
        """Update size and painting when style or enabled state change."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.EnabledChange):
            self.updateGeometry()
            self.update()
        super().changeEvent(event)


def theme_color(name: str) -> QColor:
    """Return the colour of a token; "" is transparent."""
    return theme().color(name) if name else QColor(0, 0, 0, 0)


def text_width(text: str, role: str = "label") -> int:
    """Return the width of a line of text in logical pixels; ``role`` is the role of its font."""
    return QFontMetrics(theme().font(role)).horizontalAdvance(text)


def draw_box(
    painter: QPainter, rect: QRect, fill: str, border: str = "", radius: float = 4, stroke: int = 1
) -> QPainterPath:
    """Fill and outline a rounded box; the outline stays inside; return its path."""
    inset = stroke / 2 if border else 0.0
    outline = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    path = QPainterPath()
    corner = radius * theme().scale
    path.addRoundedRect(outline, corner, corner)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if fill:
        painter.fillPath(path, theme_color(fill))
    if border:
        painter.strokePath(path, QPen(theme_color(border), stroke))
    painter.restore()
    return path


def draw_hatching(
    painter: QPainter, rect: QRect, path: QPainterPath, color: str = "sealHatch"
) -> None:
    """Draw the hatching that marks sealed content inside a path."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(theme_color(color), 1))
    step = theme().px(_HATCH_DISTANCE) * math.sqrt(2)
    offset = rect.left() - float(rect.height())
    while offset < rect.right():
        painter.drawLine(QLineF(offset, rect.bottom() + 1, offset + rect.height() + 1, rect.top()))
        offset += step
    painter.restore()


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    color: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw one line of text, vertically centred; a line that is too long ends in an ellipsis."""
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) > rect.width():
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(theme_color(color))
    painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter, text)
