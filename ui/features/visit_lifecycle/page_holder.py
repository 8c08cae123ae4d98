"""Container of the pages of the lifecycle dialog, inside its scroll area."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget


class PageHolder(QWidget):
    """Contains the pages; its height follows the visible page and the width."""

    size_changed = Signal()  # a page requires another size

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def event(self, event: QEvent) -> bool:
        """Emit ``size_changed`` on layout requests, which a scroll area does not pass on."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.size_changed.emit()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Return 0, so that the height is computed for the width; the default is too high."""
        return QSize(0, 0)

    def height_at(self, width: int) -> int:
        if self.column.hasHeightForWidth():
            return self.column.totalHeightForWidth(width)
        return self.column.totalSizeHint().height()
