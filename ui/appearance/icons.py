"""Line icons in the colours of the theme, drawn once per size and device pixel ratio."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from ui.appearance.theme import theme


def pixmap(name: str, color: QColor | str, size: int, pixel_ratio: float = 1.0) -> QPixmap:
    """Return an icon of ``size`` logical pixels; a text ``color`` names a colour of the theme."""
    pixmap_color = theme().color(color) if isinstance(color, str) else color
    return _draw(name, pixmap_color.name(), size, pixel_ratio)


def icon(name: str, color: QColor | str = "text2", size: int = 16) -> QIcon:
    """Return a QIcon for menus and actions, sharp at device pixel ratios 1 and 2."""
    result = QIcon(pixmap(name, color, size))
    result.addPixmap(pixmap(name, color, size, 2.0))
    return result


def paint(painter: QPainter, rect: QRect, name: str, color: QColor | str) -> None:
    """Draw an icon in the middle of a rectangle, as large as its shorter side."""
    size = min(rect.width(), rect.height())
    device = painter.device()
    pixel_ratio = device.devicePixelRatio() if device is not None else 1.0
    left = rect.x() + (rect.width() - size) / 2
    top = rect.y() + (rect.height() - size) / 2
    painter.drawPixmap(QPointF(left, top), pixmap(name, color, size, pixel_ratio))


@lru_cache(maxsize=512)
def _draw(name: str, color: str, size: int, pixel_ratio: float) -> QPixmap:
    # QtSvg ignores currentColor, so the colour is written into the source of the picture.
    source = resources.text(f"icons/{name}.svg").replace("currentColor", color)
    renderer = QSvgRenderer(source.encode())
    pixels = max(1, round(size * pixel_ratio))
    picture = QPixmap(pixels, pixels)
    picture.fill(QColor(0, 0, 0, 0))
    with QPainter(picture) as painter:
        renderer.render(painter, QRectF(0, 0, pixels, pixels))
    picture.setDevicePixelRatio(pixel_ratio)
    return picture
