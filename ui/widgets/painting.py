"""Strokes every painted piece is made of: boxes, hatching, one line of text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from ui.appearance.theme import theme

HATCH_PITCH = 7


class Painted(QWidget):
    """A widget that paints itself from the theme and follows a change of theme or scale."""

    def changeEvent(self, event: QEvent) -> None:
        """Measure and paint again when the look or the enabled state changes."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.EnabledChange):
            self.updateGeometry()
            self.update()
        super().changeEvent(event)


def tint(name: str) -> QColor:
    """Return the colour of a token; "" is transparent."""
    return theme().color(name) if name else QColor(0, 0, 0, 0)


def width_of(text: str, role: str = "label") -> int:
    """Return the width of a line of text in logical pixels."""
    return QFontMetrics(theme().font(role)).horizontalAdvance(text)


def box(
    painter: QPainter, place: QRect, fill: str, border: str = "", radius: float = 4, stroke: int = 1
) -> QPainterPath:
    """Fill and outline a rounded box; the outline stays inside; return its path."""
    inset = stroke / 2 if border else 0.0
    outline = QRectF(place).adjusted(inset, inset, -inset, -inset)
    path = QPainterPath()
    corner = radius * theme().scale
    path.addRoundedRect(outline, corner, corner)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if fill:
        painter.fillPath(path, tint(fill))
    if border:
        painter.strokePath(path, QPen(tint(border), stroke))
    painter.restore()
    return path


def hatch(painter: QPainter, place: QRect, path: QPainterPath, color: str = "sealHatch") -> None:
    """Draw the hatching of the sealed language inside a path."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(tint(color), 1))
    step = theme().px(HATCH_PITCH) * 1.4142
    offset = place.left() - float(place.height())
    while offset < place.right():
        painter.drawLine(
            QLineF(offset, place.bottom() + 1, offset + place.height() + 1, place.top())
        )
        offset += step
    painter.restore()


def line(
    painter: QPainter,
    place: QRect,
    text: str,
    font: QFont,
    color: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw one line in the middle of the height; one too long ends in an ellipsis."""
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) > place.width():
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.setFont(font)
    painter.setPen(tint(color))
    painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter, text)
