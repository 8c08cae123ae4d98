"""One account of the new office: name, role, password, and the rights that no role includes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reception.domain.staff import Role
from reception.domain.text import clean
from reception.services.office.office_setup import NewMember
from ui.appearance.theme import theme
from ui.features.setup.right_options import CustodyOption, ReadingOption
from ui.widgets import painting
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labeled_field import LabeledField
from ui.widgets.password_field import PasswordField
from ui.widgets.password_strength import PasswordStrength
from ui.widgets.text_field import TextField


class _InitialSquare(painting.PaintedWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.letter = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(32), theme().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painting.draw_box(painter, self.rect(), "accent" if self.letter else "sunken", "", 6)
            center = Qt.AlignmentFlag.AlignHCenter
            font = theme().font("strong")
            painting.draw_text(painter, self.rect(), self.letter, font, "onAccent", center)


class NewAccountCard(QFrame):
    """The inputs for one account; emits ``changed`` after every input."""

    changed = Signal()

    def __init__(
        self,
        is_head: bool,
        forbidden_names: Callable[[], tuple[str, ...]],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """``is_head`` for the account of the board head.

        ``forbidden_names()`` returns names that no password may contain: others know them.
        """
        super().__init__(parent)
        self.setProperty("pane", True)
        self._forbidden_names = forbidden_names
        self._is_head = is_head
        self.initial_square = _InitialSquare(self)
        self.name = TextField(self)
        self.role = ChoiceBox(self)
        self.password = PasswordField(self)
        self.strength = PasswordStrength(
            self.password, self._names_forbidden_in_password, language, self
        )
        self.reading_option = ReadingOption(self)
        self.custody_option = CustodyOption(self)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        px = theme().px
        for name in ("name", "role", "password"):
            getattr(self, name).setObjectName(name)
        translate = QCoreApplication.translate
        if self._is_head:
            self.role.add(translate("Wizard", "Board head"), Role.HEAD)
        else:
            self.role.add(translate("Wizard", "Reception officer"), Role.OFFICER)
            self.role.add(translate("Wizard", "Clerk"), Role.CLERK)
        self.role.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        fields = QHBoxLayout()
        fields.setSpacing(px(14))
        fields.addWidget(LabeledField(translate("Wizard", "Full name"), self.name, self), 31)
        fields.addWidget(LabeledField(translate("Wizard", "Role"), self.role, self), 20)
        fields.addWidget(LabeledField(translate("Wizard", "Password"), self.password, self), 36)
        column = QVBoxLayout()
        column.setSpacing(px(5))
        column.addLayout(fields)
        column.addWidget(self.strength)
        column.addWidget(self.reading_option)
        column.addWidget(self.custody_option)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(14), px(16), px(12))
        row.setSpacing(px(12))
        square_column = QVBoxLayout()
        square_column.addSpacing(px(21))
        square_column.addWidget(self.initial_square)
        square_column.addStretch(1)
        row.addLayout(square_column)
        row.addLayout(column, 1)

    def _wire(self) -> None:
        self.name.textChanged.connect(self._show_name_change)
        self.strength.changed.connect(self.changed)
        self.reading_option.checkbox.toggled.connect(self.changed)
        self.custody_option.checkbox.toggled.connect(self.changed)

    def _names_forbidden_in_password(self) -> tuple[str, ...]:
        return (self.name.text(), *self._forbidden_names())

    def member(self) -> NewMember:
        """Return the person as typed; see :meth:`obstacle` for whether that is complete."""
        return NewMember(
            clean(self.name.text()),
            Role(str(self.role.value())),  # Qt returns a StrEnum as plain text
            self.password.text(),
            has_custody=self.custody_option.checkbox.isChecked(),
            reads_denunciations=self.reading_option.checkbox.isChecked(),
        )

    def obstacle(self) -> str:
        """Return a sentence about the input that is missing or not good enough; "" if none is."""
        name = clean(self.name.text())
        if not name:
            return QCoreApplication.translate("Wizard", "A name is missing")
        if not self.strength.is_sufficient():
            text = QCoreApplication.translate("Wizard", "The password of {name} is not enough yet")
            return text.format(name=name)
        return ""

    @Slot()
    def _show_name_change(self) -> None:
        name = clean(self.name.text())
        self.initial_square.letter = name.split(" ")[-1][:1].upper()
        self.initial_square.update()
        self.strength.evaluate_later()
