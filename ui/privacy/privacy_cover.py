"""Page that covers the window of an idle office and shows the seconds until the lock."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting


class PrivacyCover(QWidget):
    """Covers a window from ``cover(seconds)`` to ``uncover()``.

    ``input_received`` is emitted on any key or mouse event on the cover; the event is not passed
    to the window.
    """

    input_received = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._previous_focus: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._icon = QLabel(self)
        self._title = QLabel(self)
        self._title.setProperty("role", "title")
        self._explanation = QLabel(self)
        self._explanation.setProperty("role", "secondary")
        column = QVBoxLayout(self)
        column.setSpacing(theme().px(10))
        column.addStretch(1)
        for label in (self._icon, self._title, self._explanation):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(1)
        self.setAccessibleName(QCoreApplication.translate("Cover", "The window is covered"))
        window.installEventFilter(self)
        self.hide()

    @Slot(int)
    def cover(self, seconds: int = 0) -> None:
        """Cover the window; ``seconds`` until the lock, 0 while it is being locked."""
        if seconds:
            title = QCoreApplication.translate("Cover", "Locks in {seconds} s")
            self._title.setText(title.format(seconds=seconds))
            explanation = QCoreApplication.translate(
                "Cover", "Press any key to go on. What was typed is kept either way."
            )
        else:
            self._title.setText(QCoreApplication.translate("Cover", "Locking"))
            explanation = QCoreApplication.translate("Cover", "What was typed is kept, encrypted.")
        self._explanation.setText(explanation)
        if self.isHidden():
            self._previous_focus = QApplication.focusWidget()
            icon_size = theme().px(56)
            self._icon.setPixmap(icons.pixmap("lock", "seal", icon_size, self.devicePixelRatioF()))
            self.setGeometry(self.window().rect())
            self.show()
            self.raise_()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.repaint()

    @Slot()
    def uncover(self) -> None:
        """Show the window again, with the focus where it was."""
        if self.isHidden():
            return
        self.hide()
        if self._previous_focus is not None:
            self._previous_focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._previous_focus = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.setGeometry(self.window().rect())
        return False

    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep the focus: Tab must not reach the window under the cover."""
        return True

    def event(self, event: QEvent) -> bool:
        """Disable the shortcuts of the screens under the cover."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.input_received.emit()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.input_received.emit()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.input_received.emit()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), painting.theme_color("canvas"))
