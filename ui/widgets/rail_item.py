"""One item of the navigation rail."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting


class RailItem(QToolButton):
    """Checkable button with icon, text and a badge, which shows a number."""

    def __init__(self, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._badge = 0
        self._compact = False
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_badge(self, count: int) -> None:
        """Show a number in a badge; 0 hides it."""
        self._badge = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show only the icon; the text becomes the tooltip."""
        self._compact = compact
        self.setToolTip(self.text() if compact else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(44), theme().px(36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        px, is_checked = theme().px, self.isChecked()
        with QPainter(self) as painter:
            if is_checked:
                painting.draw_box(painter, self.rect(), "surface", "border", 6)
                bar = QRect(0, px(9), px(3), self.height() - 2 * px(9))
                painting.draw_box(painter, bar, "accent", "", 2)
            elif self.underMouse():
                painting.draw_box(painter, self.rect(), "railHover", "", 6)
            if self.hasFocus():
                painting.draw_box(painter, self.rect(), "", "accent", 6, 2)
            icon_size = px(20 if self._compact else 18)
            left = (self.width() - icon_size) // 2 if self._compact else px(11)
            rect = QRect(left, 0, icon_size, self.height())
            icons.paint(painter, rect, self._icon, "accent" if is_checked else "text2")
            if not self._compact:
                text_rect = self.rect().adjusted(px(39), 0, -px(36 if self._badge else 4), 0)
                font = theme().font("strong" if is_checked else "label")
                painting.draw_text(
                    painter, text_rect, self.text(), font, "text" if is_checked else "text2"
                )
            self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        if not self._badge:
            return
        px = theme().px
        width = max(px(20), painting.text_width(str(self._badge), "strong") + px(10))
        rect = QRect(self.width() - width - px(10), (self.height() - px(20)) // 2, width, px(20))
        if self._compact:
            rect.moveTopRight(self.rect().topRight())
        painting.draw_box(painter, rect, "danger", "", 4)
        center = Qt.AlignmentFlag.AlignHCenter
        painting.draw_text(
            painter, rect, str(self._badge), theme().font("strong"), "onDanger", center
        )
