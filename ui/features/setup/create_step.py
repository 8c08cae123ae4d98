"""Step 4 of the set-up wizard: a summary, the folder, and the creation of the office."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from reception.services.access.pre_unlock_state import holds_office
from reception.services.office.office_setup import OfficePlan
from ui.appearance.theme import theme
from ui.features.recovery.wizard_step import WizardStep
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.icon_line import IconLine
from ui.widgets.labeled_field import LabeledField
from ui.widgets.push_button import PushButton
from ui.widgets.text_field import TextField


class CreateStep(WizardStep):
    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        """``folder`` is proposed; another one may be typed or chosen."""
        super().__init__(
            QCoreApplication.translate("Wizard", "Start"),
            QCoreApplication.translate("Wizard", "Check once more, then the register is made."),
            parent,
        )
        self.folder_field = TextField(self)
        self.folder_field.setObjectName("folder_field")
        self.folder_field.setText(str(folder))
        self.choose_button = PushButton(
            QCoreApplication.translate("Wizard", "Choose…"), self, "secondary", "folder-open"
        )
        self.choose_button.setObjectName("choose_button")
        self.banner = Banner("error", self)
        self.banner.hide()
        self._summary_card = Card(QCoreApplication.translate("Wizard", "What will be made"), self)
        self._summary_card.set_follows_focus(False)
        self._summary_lines: list[IconLine] = []
        self._folder_dialog: QFileDialog | None = None
        self._build()
        self.folder_field.textChanged.connect(self._folder_changed)
        self.choose_button.clicked.connect(self._choose_folder)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        label = QCoreApplication.translate("Wizard", "Folder of the register, on this machine")
        self.labeled_folder_field = LabeledField(label, self.folder_field, self)
        row.addWidget(self.labeled_folder_field, 1)
        button_holder = QWidget(self)
        button_layout = QHBoxLayout(button_holder)
        button_layout.setContentsMargins(0, theme().px(21), 0, 0)
        button_layout.addWidget(self.choose_button)
        row.addWidget(button_holder)
        self.body.addWidget(self._summary_card)
        self.body.addLayout(row)
        self.body.addWidget(self.banner)
        note = QLabel(
            QCoreApplication.translate(
                "Wizard",
                "Afterwards choose your name and type your password: it shows that the "
                "passwords are known before the first visit is written.",
            ),
            self,
        )
        note.setProperty("role", "secondary")
        note.setWordWrap(True)
        self.body.addWidget(note)
        self.body.addStretch(1)

    def show_plan(self, plan: OfficePlan) -> None:
        """Show a summary of the office that will be created."""
        for line in self._summary_lines:
            line.deleteLater()
        self._summary_lines = []
        translate = QCoreApplication.translate
        people = ", ".join(person.name for person in plan.people)
        self._add_line("circle-check", f"{plan.settings.issuing}, {plan.settings.superior}", "ok")
        self._add_line(
            "circle-check", translate("Wizard", "Accounts: {names}").format(names=people), "ok"
        )
        custodians = [person.name for person in plan.people if person.has_custody]
        if custodians:
            text = translate("Wizard", "Custody of denouncers' identities: {names}").format(
                names=", ".join(custodians)
            )
            self._add_line("seal", text, "ok")
        else:
            self._add_line(
                "triangle-alert",
                translate("Wizard", "Nobody holds denouncers' identities yet; nobody can open one"),
                "warn",
            )
        if plan.recovery is None:
            text = translate(
                "Wizard", "No recovery sheets yet: a forgotten head's password ends it all"
            )
            self._add_line("triangle-alert", text, "warn")
        else:
            self._add_line(
                "circle-check", translate("Wizard", "Three recovery sheets, copied and tried"), "ok"
            )

    def _add_line(self, icon: str, text: str, tone: str) -> None:
        line = IconLine(icon, text, self._summary_card, tone)
        self._summary_card.body.addWidget(line)
        self._summary_lines.append(line)

    def folder(self) -> Path:
        """Return the folder typed or chosen."""
        return Path(self.folder_field.text().strip()).expanduser()

    def obstacle(self) -> str:
        """Return why the office cannot be created in the folder, or ""."""
        if not self.folder_field.text().strip() or not self.folder().is_absolute():
            return QCoreApplication.translate("Wizard", "The folder is missing")
        if holds_office(self.folder()):
            return QCoreApplication.translate("Wizard", "This folder holds a register already")
        return ""

    def next_text(self) -> str:
        return QCoreApplication.translate("Wizard", "Make the register")

    def show_error(self, sentence: str) -> None:
        """Show why the office was not created; the input is kept."""
        self.banner.show_message("", sentence)

    @Slot()
    def _folder_changed(self) -> None:
        self.banner.hide()
        self.changed.emit()

    @Slot()
    def _choose_folder(self) -> None:
        title = QCoreApplication.translate("Wizard", "Folder of the register")
        self._folder_dialog = QFileDialog(self, title, str(self.folder().parent))
        self._folder_dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._folder_dialog.fileSelected.connect(self.folder_field.setText)
        self._folder_dialog.open()

    def on_entered(self) -> None:
        self.folder_field.setFocus()
