"""A label that shows only an icon, for rows whose text says what the icon means."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from ui.appearance import icons


def glyph_label(name: str, color: str, parent: QWidget, size: int = 18) -> QLabel:
    """Return a square label of ``size`` pixels; ``color`` is a colour token of the theme."""
    label = QLabel(parent)
    label.setPixmap(icons.pixmap(name, color, size, parent.devicePixelRatioF()))
    label.setFixedSize(size, size)
    return label
