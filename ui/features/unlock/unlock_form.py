"""The lower half of the unlock screen: password, error, buttons."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.appearance.theme import theme
from ui.features.unlock.unlock_note import UnlockNote
from ui.widgets.password_field import PasswordField
from ui.widgets.push_button import PushButton
from ui.widgets.shortcut_label import ShortcutLabel


class UnlockForm(QWidget):
    """Holds the widgets only; the screen connects their signals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.password = PasswordField(self)
        # Not a LabeledField: it imports every kind of input, and this screen must start fast.
        self.password_label = QLabel(self)
        self.password_label.setProperty("role", "label")
        self.password_label.setBuddy(self.password)
        self.note = UnlockNote(self)
        self.error_label = QLabel(self)
        text = translate("Unlock", "Open the register")
        self.open_button = PushButton(text, self, "primary", "lock-open", "Enter")
        self.forgotten_button = PushButton(translate("Unlock", "Forgotten password"), self)
        self.restore_button = PushButton(translate("Unlock", "Restore…"), self, "link")
        self.restore_button.setAccessibleName(translate("Unlock", "Restore from a backup"))
        for name in ("password", "open_button", "forgotten_button", "restore_button"):
            getattr(self, name).setObjectName(name)
        for button in (self.open_button, self.forgotten_button):
            button.set_height(40)
        self.error_label.setWordWrap(True)
        self.error_label.setProperty("role", "small")
        self.error_label.setProperty("tone", "error")
        self.error_label.hide()
        self._build()

    def _build(self) -> None:
        px = theme().px
        large_field = QWidget(self)
        large_field.setProperty("large", True)
        field_column = QVBoxLayout(large_field)
        field_column.setContentsMargins(0, 0, 0, 0)
        field_column.setSpacing(px(3))
        field_column.addWidget(self.password_label)
        field_column.addWidget(self.password)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(12))
        buttons.addWidget(self.open_button, 1)
        buttons.addWidget(self.forgotten_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(large_field)
        column.addWidget(self.note)
        column.addWidget(self.error_label)
        column.addSpacing(px(4))
        column.addLayout(buttons)
        column.addLayout(self._hint_row())

    def _hint_row(self) -> QHBoxLayout:
        hint = QHBoxLayout()
        hint.setSpacing(theme().px(5))
        text = QLabel(
            QCoreApplication.translate("Unlock", "Locks by itself when nobody works, or press"),
            self,
        )
        text.setProperty("role", "secondary")
        hint.addWidget(text)
        hint.addWidget(ShortcutLabel("Ctrl+L", self))
        hint.addStretch(1)
        hint.addWidget(self.restore_button)
        return hint

    def show_account(self, name: str) -> None:
        """Empty the password field and name the account that it belongs to."""
        text = QCoreApplication.translate("Unlock", "Password of {name}")
        self.password_label.setText(text.format(name=name))
        self.password.setAccessibleName(self.password_label.text())
        self.password.clear()
        self.error_label.hide()

    def show_error(self, sentence: str) -> None:
        """Show why the register was not opened, and empty the password field."""
        self.error_label.setText(sentence)
        self.error_label.show()
        self.password.clear()

    def set_busy(self, is_busy: bool) -> None:
        """Show whether the register is being opened."""
        text = QCoreApplication.translate("Unlock", "Opening…") if is_busy else ""
        self.open_button.set_busy(text)
        if is_busy:
            self.error_label.hide()
            self.password.hide_password()
        self.password.setEnabled(not is_busy)
        self.forgotten_button.setEnabled(not is_busy)
        self.restore_button.setEnabled(not is_busy)

    def focus_password(self) -> None:
        self.password.setFocus()
