"""A short message that disappears after six seconds."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting

_DURATION_SECONDS = 6
_PADDING = 14


class Toast(painting.PaintedWidget):
    """A message at the bottom of a page; it never takes the focus nor contains an identity.

    ``action_used`` when its action is clicked.
    """

    action_used = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._icon, self._action = "", "seal", ""
        self._hide_timer = QTimer(self)
        self._hide_timer.setSingleShot(True)
        self._hide_timer.timeout.connect(self.hide)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_message(self, text: str, icon: str = "seal", action: str = "") -> None:
        """Show a text with an icon and at most one action."""
        self._text, self._icon, self._action = text, icon, action
        self.setAccessibleName(text)
        self.resize(self.sizeHint())
        self.reposition()
        self.show()
        self.raise_()
        self.update()
        self._hide_timer.start(_DURATION_SECONDS * 1000)

    def text(self) -> str:
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
        return painting.text_width(self._action, "strong") + theme().px(24) if self._action else 0

    def sizeHint(self) -> QSize:
        padding = theme().px(_PADDING)
        width = (
            2 * padding + theme().px(26) + painting.text_width(self._text) + self._action_width()
        )
        return QSize(max(theme().px(360), width), theme().px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        padding, icon_size = theme().px(_PADDING), theme().px(16)
        with QPainter(self) as painter:
            painting.draw_box(painter, self.rect(), "tooltip", "", 6)
            icons.paint(
                painter, QRect(padding, 0, icon_size, self.height()), self._icon, "onTooltip"
            )
            text_rect = self.rect().adjusted(
                padding + theme().px(26), 0, -padding - self._action_width(), 0
            )
            painting.draw_text(painter, text_rect, self._text, theme().font("small"), "onTooltip")
            right = self.rect().adjusted(0, 0, -padding, 0)
            strong = theme().font("strong")
            painting.draw_text(
                painter, right, self._action, strong, "onTooltip", Qt.AlignmentFlag.AlignRight
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hide, and emit ``action_used`` for a click on the action."""
        self.hide()
        if self._action and event.position().x() > self.width() - self._action_width():
            self.action_used.emit()
