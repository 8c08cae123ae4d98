"""One place of the rail."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting


class RailItem(QToolButton):
    """``RailItem(text, icon, parent)``; checkable; ``set_badge(n)``, ``set_compact(bool)``."""

    def __init__(self, text: str, icon: str, parent: QWidget | None = None) -> None:
        """Make an item that is not the present place."""
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
        """Show how many things wait there; 0 hides the badge."""
        self._badge = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone; the words become the tooltip."""
        self._compact = compact
        self.setToolTip(self.text() if compact else "")
        self.update()

    def sizeHint(self) -> QSize:
        """36 high, as wide as the rail lets it."""
        return QSize(theme().px(44), theme().px(36))

    def minimumSizeHint(self) -> QSize:
        """The icon must fit."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint background, bar, icon, words, badge."""
        px, on = theme().px, self.isChecked()
        with QPainter(self) as painter:
            if on:
                painting.box(painter, self.rect(), "surface", "border", 6)
                bar = QRect(0, px(9), px(3), self.height() - 2 * px(9))
                painting.box(painter, bar, "accent", "", 2)
            elif self.underMouse():
                painting.box(painter, self.rect(), "railHover", "", 6)
            if self.hasFocus():
                painting.box(painter, self.rect(), "", "accent", 6, 2)
            side = px(20 if self._compact else 18)
            left = (self.width() - side) // 2 if self._compact else px(11)
            place = QRect(left, 0, side, self.height())
            icons.paint(painter, place, self._icon, "accent" if on else "text2")
            if not self._compact:
                room = self.rect().adjusted(px(39), 0, -px(36 if self._badge else 4), 0)
                font = theme().font("strong" if on else "label")
                painting.line(painter, room, self.text(), font, "text" if on else "text2")
            self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        if not self._badge:
            return
        px = theme().px
        width = max(px(20), painting.width_of(str(self._badge), "strong") + px(10))
        place = QRect(self.width() - width - px(10), (self.height() - px(20)) // 2, width, px(20))
        if self._compact:
            place.moveTopRight(self.rect().topRight())
        painting.box(painter, place, "danger", "", 4)
        center = Qt.AlignmentFlag.AlignHCenter
        painting.line(painter, place, str(self._badge), theme().font("strong"), "onDanger", center)
