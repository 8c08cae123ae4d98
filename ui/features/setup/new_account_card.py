"""One account of the new office: name, role, password, and custody of denouncers' identities."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reception.domain.staff import Role
from reception.domain.text import clean
from reception.services.office.office_setup import NewMember
from ui.appearance import icons
from ui.appearance.theme import theme
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


class CustodyOption(QWidget):
    """A check box that gives custody of denouncers' identities, and an explanation of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        self.checkbox = QCheckBox(self)
        self.checkbox.setObjectName("custody")
        self.checkbox.setFixedWidth(px(28))  # without a text the check box is a small target
        title = QLabel(
            QCoreApplication.translate("Wizard", "Custody of denouncers' identities"), self
        )
        title.setProperty("role", "subheading")
        title.setProperty("tone", "seal")
        self.checkbox.setAccessibleName(title.text())
        seal = QLabel(self)
        seal.setPixmap(icons.pixmap("seal", "seal", px(15), self.devicePixelRatioF()))
        self.state_label = QLabel(self)
        self.state_label.setProperty("role", "secondary")
        title_row = QHBoxLayout()
        title_row.setSpacing(px(8))
        title_row.addWidget(self.checkbox)
        title_row.addWidget(seal)
        title_row.addWidget(title)
        title_row.addStretch(1)
        title_row.addWidget(self.state_label)
        explanation = QLabel(
            QCoreApplication.translate(
                "Wizard",
                "Whoever holds it can open the identity of every denouncer when a request gives "
                "a reason. Given in writing; two people are advised. While nobody holds it, only "
                "recovery sheets open them.",
            ),
            self,
        )
        explanation.setProperty("role", "secondary")
        explanation.setWordWrap(True)
        explanation.setContentsMargins(px(24), 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(6), px(12), px(8))
        column.setSpacing(0)
        column.addLayout(title_row)
        column.addWidget(explanation)
        self.checkbox.toggled.connect(self._show_state)
        self._show_state(False)

    @Slot(bool)
    def _show_state(self, is_on: bool) -> None:
        self.state_label.setText(
            QCoreApplication.translate("Wizard", "On")
            if is_on
            else QCoreApplication.translate("Wizard", "Off")
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hatched background of everything about seals."""
        with QPainter(self) as painter:
            path = painting.draw_box(painter, self.rect(), "sealSoft", "sealBorder", 4)
            painting.draw_hatching(painter, QRect(self.rect()), path)


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
