"""Scroll areas without a frame that scroll when their content is higher than they are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_ALWAYS, _NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
# The largest size hint of Qt's scroll areas, as a multiple of the height of a text line.
_MAX_HINT_IN_LINES = QSize(36, 24)


class ScrollPane(QScrollArea):
    """Scrolls vertically only; its background is transparent.

    The pane computes the size of ``content`` from its own outer size in one pass. Qt's resizable
    scroll area uses the previous size of its viewport, with or without scroll bar, and requires
    several passes.
    """

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        content.setProperty("clear", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(_NEVER)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        """Return the size that shows the content whole, within the limits of a scroll area."""
        line_height = self.fontMetrics().height()
        return self._content.sizeHint().boundedTo(_MAX_HINT_IN_LINES * line_height)

    def event(self, event: QEvent) -> bool:
        """Resize content without a layout when it requires another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._resize_content()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Resize content with a layout now: the scroll area gets this request one event later."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._content:
            self._resize_content()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the content to the new size of the pane."""
        self._resize_content()
        super().resizeEvent(event)

    def _resize_content(self) -> None:
        """Resize the content; show the scroll bar only when the pane is too low for the content.

        The scroll bar is switched by its policy, because Qt's automatic policy takes effect one
        event later.
        """
        content, width, height = self._content, self.width(), self.height()
        must_scroll = _min_height_at_width(content, width) > height
        self.setVerticalScrollBarPolicy(_ALWAYS if must_scroll else _NEVER)
        if must_scroll:
            width -= self.verticalScrollBar().sizeHint().width()
        width = max(width, content.minimumSizeHint().width(), content.minimumWidth())
        content.resize(width, max(height, _min_height_at_width(content, width)))


def _min_height_at_width(content: QWidget, width: int) -> int:
    """Return the height below which the content must scroll at this width."""
    if content.hasHeightForWidth():
        return max(content.heightForWidth(width), content.minimumHeight())
    return max(content.minimumSizeHint().height(), content.minimumHeight())


class WrappingPage(QWidget):
    """Content of a scroll pane with wrapped text: its height depends on the width.

    The minimum height of wrapped text in Qt's layouts ignores the width: with it a pane would
    scroll although the text fits.
    """

    def heightForWidth(self, width: int) -> int:
        """Return the smallest height at which nothing is cut off at this width."""
        layout = self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return super().heightForWidth(width)
        return layout.totalMinimumHeightForWidth(width)


class FittingPane(ScrollPane):
    """As high as its content at its width; scrolls only where that height is not available.

    The layout belongs to its ``page``.
    """

    def __init__(self, parent: QWidget) -> None:
        self.page = WrappingPage(parent)
        super().__init__(self.page, parent)

    def hasHeightForWidth(self) -> bool:
        """Tell the outer layout that the height depends on the width."""
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
        """Return the size that shows the content whole."""
        return self.page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the minimum width of the content and the height of one line."""
        return QSize(self.page.minimumSizeHint().width(), self.fontMetrics().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass on layout requests of the content, which a scroll area does not."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.page:
            self.updateGeometry()
        return super().eventFilter(watched, event)
