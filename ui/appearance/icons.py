"""Line icons in the colours of the theme, drawn once per size and screen density."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from ui.appearance.theme import theme


def pixmap(name: str, color: QColor | str, side: int, density: float = 1.0) -> QPixmap:
    """Return an icon of ``side`` logical pixels; ``color`` is a token name or a colour."""
    tint = theme().color(color) if isinstance(color, str) else color
    return _drawn(name, tint.name(), side, density)


def icon(name: str, color: QColor | str = "text2", side: int = 16) -> QIcon:
    """Return a QIcon for menus and actions, sharp at densities 1 and 2."""
    result = QIcon(pixmap(name, color, side))
    result.addPixmap(pixmap(name, color, side, 2.0))
    return result


def paint(painter: QPainter, rect: QRect, name: str, color: QColor | str) -> None:
    """Draw an icon in the middle of a rectangle, as large as its shorter side."""
    side = min(rect.width(), rect.height())
    device = painter.device()
    density = device.devicePixelRatio() if device is not None else 1.0
    left = rect.x() + (rect.width() - side) / 2
    top = rect.y() + (rect.height() - side) / 2
    painter.drawPixmap(QPointF(left, top), pixmap(name, color, side, density))


@lru_cache(maxsize=512)
def _drawn(name: str, color: str, side: int, density: float) -> QPixmap:
    # QtSvg ignores currentColor, so the colour goes into the text of the picture.
    source = resources.text(f"icons/{name}.svg").replace("currentColor", color)
    renderer = QSvgRenderer(source.encode())
    pixels = max(1, round(side * density))
    picture = QPixmap(pixels, pixels)
    picture.fill(QColor(0, 0, 0, 0))
    with QPainter(picture) as painter:
        renderer.render(painter, QRectF(0, 0, pixels, pixels))
    picture.setDevicePixelRatio(density)
    return picture
