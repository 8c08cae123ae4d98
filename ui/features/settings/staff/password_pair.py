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

    def __init__(self, known: Callable[[], tuple[str, ...]], parent: QWidget) -> None:
        """``known()`` returns publicly known names that the password must not contain."""
        super().__init__(parent)
        self.first, self.again = PasswordField(self), PasswordField(self)
        self.first.setObjectName("first")
        self.again.setObjectName("again")
        self.first_field = LabeledField(translate("Accounts", "Password"), self.first, self)
        self.again_field = LabeledField(translate("Accounts", "Once more"), self.again, self)
        self.strength = PasswordStrength(self.first, known, current_language(), self)
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        for field in (self.first_field, self.again_field):
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addLayout(row)
        column.addWidget(self.strength)
        self.strength.changed.connect(self.changed)
        self.first.textChanged.connect(self._compare)
        self.again.textChanged.connect(self._compare)

    def is_valid(self) -> bool:
        """Tell whether the password is strong enough and both fields are equal."""
        is_same = self.first.text() == self.again.text()
        return bool(self.first.text()) and is_same and self.strength.is_enough()

    def read_and_clear(self) -> str:
        """Return the password and empty both fields."""
        self.again.clear()
        return self.first.read_and_clear()

    def clear_both(self) -> None:
        """Empty both fields."""
        self.first.clear()
        self.again.clear()

    @Slot()
    def _compare(self) -> None:
        if self.again.text() and self.again.text() == self.first.text():
            self.again_field.set_valid("")
        else:
            self.again_field.clear_state()
        self.changed.emit()
