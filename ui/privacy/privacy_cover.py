"""The neutral page that covers a window nobody works at, with the seconds left."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting


class PrivacyCover(QWidget):
    """``PrivacyCover(window)``: ``cover(seconds)`` hides everything, ``uncover()`` gives it back.

    Keys and clicks end here and only say that somebody is there: ``touched``.
    """

    touched = Signal()

    def __init__(self, window: QWidget) -> None:
        """Make a hidden cover over a window."""
        super().__init__(window)
        self._before: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._sign = QLabel(self)
        self._title = QLabel(self)
        self._title.setProperty("role", "title")
        self._words = QLabel(self)
        self._words.setProperty("role", "secondary")
        column = QVBoxLayout(self)
        column.setSpacing(theme().px(10))
        column.addStretch(1)
        for part in (self._sign, self._title, self._words):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(part)
        column.addStretch(1)
        self.setAccessibleName(QCoreApplication.translate("Cover", "The window is covered"))
        window.installEventFilter(self)
        self.hide()

    @Slot(int)
    def cover(self, seconds: int = 0) -> None:
        """Cover the window; with ``seconds`` say when it locks, else that it is being locked."""
        if seconds:
            title = QCoreApplication.translate("Cover", "Locks in {seconds} s")
            self._title.setText(title.format(seconds=seconds))
            words = QCoreApplication.translate(
                "Cover", "Press any key to go on. What was typed is kept either way."
            )
        else:
            self._title.setText(QCoreApplication.translate("Cover", "Locking"))
            words = QCoreApplication.translate("Cover", "What was typed is kept, encrypted.")
        self._words.setText(words)
        if self.isHidden():
            self._before = QApplication.focusWidget()
            side = theme().px(56)
            self._sign.setPixmap(icons.pixmap("lock", "seal", side, self.devicePixelRatioF()))
            self.setGeometry(self.window().rect())
            self.show()
            self.raise_()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.repaint()

    @Slot()
    def uncover(self) -> None:
        """Give the window and its focus back."""
        if self.isHidden():
            return
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self.setGeometry(self.window().rect())
        return False

    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep the focus: behind the cover nothing may be reached."""
        return True

    def event(self, event: QEvent) -> bool:
        """Stop shortcuts of the screens behind."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say that somebody is there; the key is not typed into anything."""
        self.touched.emit()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Say that somebody is there."""
        self.touched.emit()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say that somebody is there."""
        self.touched.emit()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground over everything."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), painting.tint("canvas"))
