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


class WrappingPage(QWidget):
    """What a scrolling pane holds: as high as its words need at the width there is.

    Qt's own minimum of wrapped words knows no width: asked for it, an area scrolls although the
    words fit, or squeezes other parts for a line that it did not reckon with.
    """

    def minimumSizeHint(self) -> QSize:
        """Return the least height at the width there is."""
        least, layout, area = super().minimumSizeHint(), self.layout(), self._area()
        if layout is None or area is None or not layout.hasHeightForWidth():
            return least
        room = area.maximumViewportSize()
        high = layout.totalMinimumHeightForWidth(room.width())
        if high > room.height():
            beside = room.width() - area.verticalScrollBar().sizeHint().width()
            high = layout.totalMinimumHeightForWidth(beside)
        return QSize(least.width(), high)

    def _area(self) -> QScrollArea | None:
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        return area if isinstance(area, QScrollArea) else None


class FittingPane(ScrollPane):
    """As high as what it holds wants to be at its width; it scrolls only where room is short.

    ``FittingPane(parent)``; its ``page`` takes the layout.
    """

    def __init__(self, parent: QWidget) -> None:
        """Hold an empty page."""
        self.page = WrappingPage(parent)
        super().__init__(self.page, parent)

    def hasHeightForWidth(self) -> bool:
        """Say that words wrap in it."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at which nothing scrolls."""
        layout = self.page.layout()
        if layout is None:
            return 0
        if layout.hasHeightForWidth():
            return layout.totalHeightForWidth(width)
        return layout.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        """Return what would show it whole."""
        return self.page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as what it holds can be, and as low as a line."""
        return QSize(self.page.minimumSizeHint().width(), self.fontMetrics().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass on the wish of what is inside for another size: an area keeps it to itself."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.page:
            self.updateGeometry()
        return super().eventFilter(watched, event)
