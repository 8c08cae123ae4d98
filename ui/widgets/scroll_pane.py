"""A frameless area that scrolls when what is in it does not fit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
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


class FittingPane(ScrollPane):
    """As high as what it holds wants to be at its width; it scrolls only where room is short."""

    def hasHeightForWidth(self) -> bool:
        """Say that words wrap in it."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at which nothing scrolls."""
        inner = self.widget()
        layout = inner.layout() if inner is not None else None
        if layout is None:
            return 0
        if layout.hasHeightForWidth():
            return layout.totalHeightForWidth(width)
        return layout.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        """Return what would show it whole."""
        inner = self.widget()
        return inner.sizeHint() if inner is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as what it holds can be, and as low as a line."""
        inner = self.widget()
        wide = inner.minimumSizeHint().width() if inner is not None else 0
        return QSize(wide, self.fontMetrics().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass on the wish of what is inside for another size: an area keeps it to itself."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)
