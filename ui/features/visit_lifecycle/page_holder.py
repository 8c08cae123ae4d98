"""Holder of the pages of the lifecycle dialog, inside its scroll area."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget


class PageHolder(QWidget):
    """Holds the pages; exactly as high as the one shown needs at its width."""

    size_wanted = Signal()  # a page needs another size

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def event(self, event: QEvent) -> bool:
        """Pass a layout request on: a scroll area does not."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.size_wanted.emit()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Let the height follow the width: wrapped words need too much otherwise."""
        return QSize(0, 0)

    def height_at(self, width: int) -> int:
        if self.column.hasHeightForWidth():
            return self.column.totalHeightForWidth(width)
        return self.column.totalSizeHint().height()
