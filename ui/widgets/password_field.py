"""A password: bullets, an eye that shows it, a word about Caps Lock."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.text_field import TextField


class _Eye(QToolButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(QCoreApplication.translate("PasswordField", "Show the password"))

    def sizeHint(self) -> QSize:
        return QSize(theme().px(28), theme().px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        side = theme().px(16)
        with QPainter(self) as painter:
            if self.hasFocus() or self.underMouse():
                painting.box(painter, self.rect(), "sunken", "accent" if self.hasFocus() else "")
            place = self.rect().adjusted(0, (self.height() - side) // 2, 0, 0)
            place.setHeight(side)
            icons.paint(painter, place, "eye", "accent" if self.isChecked() else "text2")


_HINTS = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhSensitiveData
)


class PasswordField(TextField):
    """``PasswordField(parent)``: ``take()`` returns the password and empties the field.

    ``caps_lock_changed(bool)`` tells what the last letter typed gave away; ``hide_again()``.
    """

    caps_lock_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty field that shows bullets."""
        super().__init__(parent)
        self._caps = False
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setInputMethodHints(_HINTS)
        self._eye = _Eye(self)
        self._eye.toggled.connect(self._show)
        self.reserve_right(theme().px(30))

    def take(self) -> str:
        """Return the password and empty the field."""
        password = self.value()
        self.clear()
        self.hide_again()
        return password

    @Slot()
    def hide_again(self) -> None:
        """Show bullets again."""
        self._eye.setChecked(False)

    @Slot(bool)
    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        # Qt takes the hints off a field in clear: an input method would learn the password.
        self.setInputMethodHints(_HINTS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See from a letter and Shift whether Caps Lock is on (Qt has no other way)."""
        text = event.text()
        if len(text) == 1 and text.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._tell(text.isupper() != shift)
        elif event.key() == Qt.Key.Key_CapsLock:
            self._tell(not self._caps)
        super().keyPressEvent(event)

    def _tell(self, caps: bool) -> None:
        if caps != self._caps:
            self._caps = caps
            self.caps_lock_changed.emit(caps)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show bullets again when the field is left, save for its own eye."""
        super().focusOutEvent(event)
        if not self._eye.hasFocus() and not self._eye.underMouse():
            self.hide_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the eye at the right end."""
        super().resizeEvent(event)
        side = theme().px(28)
        self._eye.resize(side, min(side, self.height() - 4))
        self._eye.move(self.width() - side - 2, (self.height() - self._eye.height()) // 2)
