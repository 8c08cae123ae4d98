"""The ring around a focused button: 2 px wide, 2 px away from it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.appearance.theme import theme
from ui.widgets import painting

DISTANCE = 4
_FOLLOWED_EVENTS = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.FocusIn,
    QEvent.Type.FocusOut,
    QEvent.Type.ParentChange,
)


class FocusRing(QWidget):
    """A transparent sibling of the button; it never takes mouse events or the focus."""

    def __init__(self, target: QWidget) -> None:
        super().__init__(target.parentWidget())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        target.installEventFilter(self)
        self.hide()

    def follow(self, target: QWidget) -> None:
        """Move around the target and show when it has the focus, else hide."""
        if self.parentWidget() is not target.parentWidget():
            self.setParent(target.parentWidget())
        distance = theme().px(DISTANCE)
        self.setGeometry(target.geometry().adjusted(-distance, -distance, distance, distance))
        self.setVisible(target.hasFocus() and target.isVisible())
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow changes of geometry and focus of the target.

        The target is not kept as an attribute: the garbage collector may clear the attributes
        before Qt destroys the target, and Qt still sends a Hide event for the target then.
        """
        if event.type() in _FOLLOWED_EVENTS and isinstance(watched, QWidget):
            self.follow(watched)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            rect = QRect(0, 0, self.width(), self.height())
            painting.draw_box(painter, rect, "", "accent", 8, 2)
