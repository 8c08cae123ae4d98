"""The ring around a focused button: two pixels, two pixels away from it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.appearance.theme import theme
from ui.widgets import painting

REACH = 4
_MOVES = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.FocusIn,
    QEvent.Type.FocusOut,
    QEvent.Type.ParentChange,
)


class FocusRing(QWidget):
    """A see-through neighbour of the button; it never takes the mouse or the focus."""

    def __init__(self, target: QWidget) -> None:
        """Stand around ``target``, in its parent."""
        super().__init__(target.parentWidget())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target = target
        target.installEventFilter(self)
        self.hide()

    def follow(self) -> None:
        """Show around the target when it has the focus, else hide."""
        if self.parentWidget() is not self._target.parentWidget():
            self.setParent(self._target.parentWidget())
        reach = theme().px(REACH)
        self.setGeometry(self._target.geometry().adjusted(-reach, -reach, reach, reach))
        self.setVisible(self._target.hasFocus() and self._target.isVisible())
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay around the target, and only while it has the focus."""
        if event.type() in _MOVES:
            self.follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring alone."""
        with QPainter(self) as painter:
            place = QRect(0, 0, self.width(), self.height())
            painting.box(painter, place, "", "accent", 8, 2)
