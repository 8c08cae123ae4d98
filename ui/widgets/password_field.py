"""Password field with a button to show the password and a signal for Caps Lock."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from ui.appearance import icons
from ui.appearance.theme import theme
from ui.widgets import painting
from ui.widgets.text_field import TextField


class _ShowButton(QToolButton):
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
                painting.draw_box(
                    painter, self.rect(), "sunken", "accent" if self.hasFocus() else ""
                )
            rect = self.rect().adjusted(0, (self.height() - side) // 2, 0, 0)
            rect.setHeight(side)
            icons.paint(painter, rect, "eye", "accent" if self.isChecked() else "text2")


_INPUT_METHOD_HINTS = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhSensitiveData
)


class PasswordField(TextField):
    """Shows bullets until its button is pressed.

    ``caps_lock_changed(bool)`` when the typed letters show that Caps Lock was switched on or off.
    """

    caps_lock_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caps_lock = False
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setInputMethodHints(_INPUT_METHOD_HINTS)
        self._show_button = _ShowButton(self)
        self._show_button.toggled.connect(self._set_password_visible)
        self.reserve_right(theme().px(30))

    def read_and_clear(self) -> str:
        """Return the password and empty the field."""
        password = self.value()
        self.clear()
        self.hide_password()
        return password

    @Slot()
    def hide_password(self) -> None:
        """Show bullets in place of the password."""
        self._show_button.setChecked(False)

    @Slot(bool)
    def _set_password_visible(self, visible: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if visible else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        # Qt resets the hints of a field in clear text: an input method would store the password.
        self.setInputMethodHints(_INPUT_METHOD_HINTS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Derive Caps Lock from the letter and Shift: Qt does not report the state of Caps Lock."""
        text = event.text()
        if len(text) == 1 and text.isalpha():
            has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._set_caps_lock(text.isupper() != has_shift)
        elif event.key() == Qt.Key.Key_CapsLock:
            self._set_caps_lock(not self._caps_lock)
        super().keyPressEvent(event)

    def _set_caps_lock(self, is_on: bool) -> None:
        if is_on != self._caps_lock:
            self._caps_lock = is_on
            self.caps_lock_changed.emit(is_on)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show bullets again when the field is left, except for its own button."""
        super().focusOutEvent(event)
        if not self._show_button.hasFocus() and not self._show_button.underMouse():
            self.hide_password()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the button at the right end."""
        super().resizeEvent(event)
        side = theme().px(28)
        self._show_button.resize(side, min(side, self.height() - 4))
        self._show_button.move(
            self.width() - side - 2, (self.height() - self._show_button.height()) // 2
        )
