"""A label with an icon only, for rows whose text gives its meaning."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from ui.appearance import icons


def glyph_label(name: str, role: str, parent: QWidget, side: int = 18) -> QLabel:
    """Return a label that shows a bundled icon in a colour of the theme."""
    label = QLabel(parent)
    label.setPixmap(icons.pixmap(name, role, side, parent.devicePixelRatioF()))
    label.setFixedSize(side, side)
    return label
