"""A check box drawn as a switch."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.appearance.theme import theme
from ui.widgets import painting

WIDTH = 30
HEIGHT = 16


class ToggleSwitch(QCheckBox):
    """``toggled`` and ``isChecked()`` as in QCheckBox."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        text_width = painting.text_width(self.text(), "small")
        return QSize(theme().px(WIDTH + 8) + text_width + 2, theme().px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Accept clicks anywhere on it, also on the text."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        is_on, is_enabled = self.isChecked(), self.isEnabled()
        track = QRect(0, 0, theme().px(WIDTH), theme().px(HEIGHT))
        track.moveTop((self.height() - track.height()) // 2)
        knob = QRect(0, 0, theme().px(10), theme().px(10))
        knob.moveCenter(track.center() + QPoint(0, 1))
        inset = theme().px(3)
        knob.moveLeft(track.right() - knob.width() - inset + 1 if is_on else track.left() + inset)
        with QPainter(self) as painter:
            fill = ("accent" if is_on else "sunken") if is_enabled else "border"
            edge = "accent" if is_on and is_enabled else "inputBorder"
            painting.draw_box(painter, track, fill, edge, HEIGHT / 2)
            painting.draw_box(
                painter, knob, "onAccent" if is_on and is_enabled else "inputBorder", "", 5
            )
            if self.hasFocus():
                ring = track.adjusted(0, -3, 0, 3)
                painting.draw_box(painter, ring, "", "text", HEIGHT / 2 + 3, 2)
            left = track.right() + theme().px(8)
            text_rect = QRect(left, 0, self.width() - left, self.height())
            painting.draw_text(
                painter,
                text_rect,
                self.text(),
                theme().font("small"),
                "text" if is_enabled else "text3",
            )
