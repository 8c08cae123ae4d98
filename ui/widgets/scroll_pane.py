"""A frameless area that scrolls when what is in it does not fit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollPane(QScrollArea):
    """``ScrollPane(inner, parent)``: up and down only, the ground shows through."""

    def __init__(self, inner: QWidget, parent: QWidget) -> None:
        """Hold ``inner``, as wide as the area."""
        super().__init__(parent)
        inner.setProperty("clear", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)
