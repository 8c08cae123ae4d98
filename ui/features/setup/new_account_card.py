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


class _Initial(painting.PaintedWidget):
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
            painting.draw_line(painter, self.rect(), self.letter, font, "onAccent", center)


class CustodyOption(QWidget):
    """The check box that gives custody of denouncers' identities, with an explanation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme().px
        self.tick = QCheckBox(self)
        self.tick.setObjectName("custody")
        self.tick.setFixedWidth(px(28))  # without a text the check box is a small target
        title = QLabel(QCoreApplication.translate("Wizard", "Custody of denouncers"), self)
        title.setProperty("role", "subheading")
        title.setProperty("tone", "seal")
        self.tick.setAccessibleName(title.text())
        seal = QLabel(self)
        seal.setPixmap(icons.pixmap("seal", "seal", px(15), self.devicePixelRatioF()))
        self.state = QLabel(self)
        self.state.setProperty("role", "secondary")
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self.tick)
        head.addWidget(seal)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.state)
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
        column.addLayout(head)
        column.addWidget(explanation)
        self.tick.toggled.connect(self._show_state)
        self._show_state(False)

    @Slot(bool)
    def _show_state(self, is_on: bool) -> None:
        self.state.setText(
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
    changed = Signal()

    def __init__(
        self,
        is_head: bool,
        known: Callable[[], tuple[str, ...]],
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        """``is_head``: the account of the board head.

        ``known()`` returns publicly known names (office, people) that no password may contain.
        """
        super().__init__(parent)
        self.setProperty("pane", True)
        self._known = known
        self._is_head = is_head
        self.letter = _Initial(self)
        self.name = TextField(self)
        self.role = ChoiceBox(self)
        self.password = PasswordField(self)
        self.strength = PasswordStrength(self.password, self._names, language, self)
        self.custody = CustodyOption(self)
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
        column.addWidget(self.custody)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(14), px(16), px(12))
        row.setSpacing(px(12))
        letter = QVBoxLayout()
        letter.addSpacing(px(21))
        letter.addWidget(self.letter)
        letter.addStretch(1)
        row.addLayout(letter)
        row.addLayout(column, 1)

    def _wire(self) -> None:
        self.name.textChanged.connect(self._renamed)
        self.strength.changed.connect(self.changed)
        self.custody.tick.toggled.connect(self.changed)

    def _names(self) -> tuple[str, ...]:
        return (self.name.text(), *self._known())

    def member(self) -> NewMember:
        return NewMember(
            clean(self.name.text()),
            Role(str(self.role.value())),  # Qt returns a StrEnum as plain text
            self.password.text(),
            custody=self.custody.tick.isChecked(),
        )

    def obstacle(self) -> str:
        """Return why this person is not complete yet, or ""."""
        name = clean(self.name.text())
        if not name:
            return QCoreApplication.translate("Wizard", "A name is missing")
        if not self.strength.enough():
            text = QCoreApplication.translate("Wizard", "The password of {name} is not enough yet")
            return text.format(name=name)
        return ""

    @Slot()
    def _renamed(self) -> None:
        name = clean(self.name.text())
        self.letter.letter = name.split(" ")[-1][:1].upper()
        self.letter.update()
        self.strength.later()
