"""A new password typed twice, with its strength."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception.messages.language import current_language
from ui.appearance.theme import theme
from ui.widgets.labeled_field import LabeledField
from ui.widgets.password_field import PasswordField
from ui.widgets.password_strength import PasswordStrength

translate = QCoreApplication.translate


class PasswordPair(QWidget):
    changed = Signal()

    def __init__(self, known_names: Callable[[], tuple[str, ...]], parent: QWidget) -> None:
        """``known_names()`` returns publicly known names that the password must not contain."""
        super().__init__(parent)
        self.password_field, self.repeated_field = PasswordField(self), PasswordField(self)
        self.password_field.setObjectName("password")
        self.repeated_field.setObjectName("repeated_password")
        self.labeled_password = LabeledField(
            translate("Accounts", "Password"), self.password_field, self
        )
        self.labeled_repeated = LabeledField(
            translate("Accounts", "Once more"), self.repeated_field, self
        )
        self.strength = PasswordStrength(self.password_field, known_names, current_language(), self)
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        for field in (self.labeled_password, self.labeled_repeated):
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addLayout(row)
        column.addWidget(self.strength)
        self.strength.changed.connect(self.changed)
        self.password_field.textChanged.connect(self._compare)
        self.repeated_field.textChanged.connect(self._compare)

    def is_valid(self) -> bool:
        """Tell whether the password is strong enough and both fields are equal."""
        is_same = self.password_field.text() == self.repeated_field.text()
        return bool(self.password_field.text()) and is_same and self.strength.is_sufficient()

    def read_and_clear(self) -> str:
        """Return the password and empty both fields."""
        self.repeated_field.clear()
        return self.password_field.read_and_clear()

    def clear_fields(self) -> None:
        """Empty both fields."""
        self.password_field.clear()
        self.repeated_field.clear()

    @Slot()
    def _compare(self) -> None:
        if self.repeated_field.text() and self.repeated_field.text() == self.password_field.text():
            self.labeled_repeated.set_valid("")
        else:
            self.labeled_repeated.clear_state()
        self.changed.emit()
