"""The step in which the head chooses a new password, after two sheets were accepted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from reception.services.recovery.office_recovery import OfficeToRecover
from ui.appearance.theme import theme
from ui.features.recovery.wizard_step import WizardStep
from ui.widgets.banner import Banner
from ui.widgets.icon_line import IconLine
from ui.widgets.labeled_field import LabeledField
from ui.widgets.password_field import PasswordField
from ui.widgets.password_strength import PasswordStrength


class PasswordStep(WizardStep):
    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("Reopen", "New password of the board head"),
            QCoreApplication.translate(
                "Reopen",
                "The two sheets fit. Nothing has been changed yet: that happens on the last page.",
            ),
            parent,
        )
        self._office: OfficeToRecover | None = None
        self.password_field, self.repeated_field = PasswordField(self), PasswordField(self)
        self.labeled_fields = [
            LabeledField("", self.password_field, self),
            LabeledField("", self.repeated_field, self),
        ]
        self.strength = PasswordStrength(self.password_field, self._known_names, language, self)
        self.fingerprint_line = IconLine("shield-check", "", self)
        self.warning = Banner("warn", self)
        self._build()
        self.strength.changed.connect(self.changed)
        self.repeated_field.textChanged.connect(self._compare)
        self.password_field.textChanged.connect(self._compare)

    def _build(self) -> None:
        px = theme().px
        row = QHBoxLayout()
        row.setSpacing(px(14))
        self.password_field.setObjectName("password")
        self.repeated_field.setObjectName("repeated_password")
        label = QCoreApplication.translate("Reopen", "The same password again")
        self.labeled_fields[1].set_label(label)
        for field in self.labeled_fields:
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.body.addWidget(self.strength)
        self.body.addSpacing(px(8))
        self.body.addWidget(self.fingerprint_line)
        for text in _consequences():
            paragraph = QLabel(text, self)
            paragraph.setProperty("role", "secondary")
            paragraph.setWordWrap(True)
            self.body.addWidget(paragraph)
        self.warning.hide()
        self.body.addWidget(self.warning)
        self.body.addStretch(1)

    def show_office(self, office: OfficeToRecover) -> None:
        """Show the head's name, the key fingerprint, and a warning if denouncers stay sealed."""
        self._office = office
        label = QCoreApplication.translate("Reopen", "New password of {name}")
        self.labeled_fields[0].set_label(label.format(name=office.head_name))
        template = QCoreApplication.translate(
            "Reopen", "Office mark {mark}: the same must stand on both sheets"
        )
        self.fingerprint_line.set_line("shield-check", template.format(mark=office.fingerprint))
        if office.sheets_open_protected:
            self.warning.hide()
            return
        self.warning.show_message(
            QCoreApplication.translate(
                "Reopen", "These sheets were kept from denouncers' identities."
            ),
            QCoreApplication.translate(
                "Reopen", "Their custodians go on opening them; the head does not."
            )
            if office.other_members_open_protected
            else QCoreApplication.translate(
                "Reopen", "Nobody else holds them: those sealed until today stay shut for ever."
            ),
        )

    def password(self) -> str:
        """Return the password of the first field."""
        return self.password_field.value()

    def clear_secrets(self) -> None:
        self.password_field.clear()
        self.repeated_field.clear()

    def _known_names(self) -> tuple[str, ...]:
        return self._office.known_names if self._office is not None else ()

    def obstacle(self) -> str:
        if not self.password_field.text():
            return QCoreApplication.translate("Reopen", "Type a new password")
        if not self.strength.is_sufficient():
            return QCoreApplication.translate("Reopen", "The password is not enough yet")
        if self.password_field.text() != self.repeated_field.text():
            return QCoreApplication.translate("Reopen", "Type the same password twice")
        return ""

    def go_back(self) -> bool:
        """Empty both fields."""
        self.clear_secrets()
        return True

    @Slot()
    def _compare(self) -> None:
        if self.repeated_field.text() and self.repeated_field.text() == self.password_field.text():
            self.labeled_fields[1].set_valid("")
        else:
            self.labeled_fields[1].clear_state()
        self.changed.emit()

    def on_entered(self) -> None:
        self.password_field.setFocus(Qt.FocusReason.OtherFocusReason)


def _consequences() -> tuple[str, ...]:
    return (
        QCoreApplication.translate(
            "Reopen",
            "Everybody else opens with the password they have. The head's drafts are lost; what "
            "was saved stays.",
        ),
        QCoreApplication.translate(
            "Reopen",
            "The register gets new keys. The three old sheets then open nothing more: new ones "
            "follow on the next page. Old backups still open by the old sheets: make new backups "
            "and destroy the old ones.",
        ),
        QCoreApplication.translate(
            "Reopen",
            "The log says that two sheets opened the register, and the window shows it to "
            "everybody for a month.",
        ),
    )
