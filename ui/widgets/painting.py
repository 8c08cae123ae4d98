"""Strokes every painted piece is made of: boxes, hatching, one line of text."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QLineF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QStylePainter, QWidget

from ui.appearance.theme import theme

HATCH_PITCH = 7
# Qt's AlignLeft, AlignHCenter and AlignVCenter. As numbers: naming one of Qt's flags makes all its
# ninety-four enumerations, a tenth of the time to the unlock screen (decision 0006).
LEFT, CENTER = 0x01, 0x04
_MIDDLE = 0x80


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
        painter.fillPath(path, _pen(fill).brush())
    if border:
        painter.strokePath(path, _pen(border, stroke))
    painter.restore()
    return path


def hatch(painter: QPainter, place: QRect, path: QPainterPath, color: str = "sealHatch") -> None:
    """Draw the hatching of the sealed language inside a path."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(path, QtCore.Qt.ClipOperation.IntersectClip)
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
    align: int = LEFT,
) -> None:
    """Write one line in the middle of the height, cut at the right with an ellipsis.

    ``align`` is LEFT, CENTER or a horizontal ``Qt.AlignmentFlag``.
    """
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) > place.width():
        text = metrics.elidedText(text, QtCore.Qt.TextElideMode.ElideRight, place.width())
    painter.setFont(font)
    if isinstance(painter, QStylePainter):  # on the unlock screen: setPen would name Qt's flags
        ink = QPalette()
        ink.setColor(QPalette.ColorRole.Text, tint(color))
        painter.drawItemText(place, align | _MIDDLE, ink, True, text, QPalette.ColorRole.Text)
    else:
        painter.setPen(tint(color))
        painter.drawText(place, align | _MIDDLE, text)


def _pen(color: str, width: int = 1) -> QPen:
    pen = QPen()  # QPen(colour) would name Qt's flags
    pen.setColor(tint(color))
    pen.setWidth(width)
    return pen
