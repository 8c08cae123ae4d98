"""A word of success that goes away by itself."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting

SECONDS = 6
_PAD = 14


class Toast(painting.Painted):
    """``Toast(parent)``; ``say(text, icon="seal", action="")``; ``action_used`` on a click.

    Only for success, never with an identity; it stays six seconds and never takes the focus.
    """

    action_used = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden toast."""
        super().__init__(parent)
        self._text, self._icon, self._action = "", "seal", ""
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.hide)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def say(self, text: str, icon: str = "seal", action: str = "") -> None:
        """Show a text with an icon and at most one action."""
        self._text, self._icon, self._action = text, icon, action
        self.setAccessibleName(text)
        self.resize(self.sizeHint())
        self.reposition()
        self.show()
        self.raise_()
        self.update()
        self._clock.start(SECONDS * 1000)

    def text(self) -> str:
        """Return what stands there."""
        return self._text

    @Slot()
    def reposition(self) -> None:
        """Move to the bottom of the parent, above its action bar."""
        parent = self.parentWidget()
        if parent is not None:
            self.move(
                (parent.width() - self.width()) // 2,
                parent.height() - self.height() - theme().px(64),
            )

    def _action_width(self) -> int:
        return painting.width_of(self._action, "strong") + theme().px(24) if self._action else 0

    def sizeHint(self) -> QSize:
        """At least 360 x 40."""
        pad = theme().px(_PAD)
        width = 2 * pad + theme().px(26) + painting.width_of(self._text) + self._action_width()
        return QSize(max(theme().px(360), width), theme().px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon, words and action."""
        pad, side = theme().px(_PAD), theme().px(16)
        with QPainter(self) as painter:
            painting.box(painter, self.rect(), "tooltip", "", 6)
            icons.paint(painter, QRect(pad, 0, side, self.height()), self._icon, "onTooltip")
            room = self.rect().adjusted(pad + theme().px(26), 0, -pad - self._action_width(), 0)
            painting.line(painter, room, self._text, theme().font("small"), "onTooltip")
            right = self.rect().adjusted(0, 0, -pad, 0)
            strong = theme().font("strong")
            painting.line(
                painter, right, self._action, strong, "onTooltip", Qt.AlignmentFlag.AlignRight
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Use the action, or put the toast away."""
        self.hide()
        if self._action and event.position().x() > self.width() - self._action_width():
            self.action_used.emit()
