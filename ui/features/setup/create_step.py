"""Step 4: what will be made, where, and the beginning."""

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


class StartStep(WizardStep):
    """``StartStep(folder, parent)``: ``show_plan(plan)``, ``folder()``, ``refuse(sentence)``."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        """Propose a folder."""
        super().__init__(
            QCoreApplication.translate("Wizard", "Start"),
            QCoreApplication.translate("Wizard", "Check once more, then the register is made."),
            parent,
        )
        self.place = TextField(self)
        self.place.setObjectName("place")
        self.place.setText(str(folder))
        self.choose_button = PushButton(
            QCoreApplication.translate("Wizard", "Choose…"), self, "secondary", "folder-open"
        )
        self.choose_button.setObjectName("choose_button")
        self.trouble = Banner("error", self)
        self.trouble.hide()
        self._card = Card(QCoreApplication.translate("Wizard", "What will be made"), self)
        self._card.set_follow(False)
        self._lines: list[IconLine] = []
        self._folders: QFileDialog | None = None
        self._build()
        self.place.textChanged.connect(self._moved)
        self.choose_button.clicked.connect(self._choose)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        label = QCoreApplication.translate("Wizard", "Folder of the register, on this machine")
        self.field = LabeledField(label, self.place, self)
        row.addWidget(self.field, 1)
        beside = QWidget(self)
        inner = QHBoxLayout(beside)
        inner.setContentsMargins(0, theme().px(21), 0, 0)
        inner.addWidget(self.choose_button)
        row.addWidget(beside)
        self.body.addWidget(self._card)
        self.body.addLayout(row)
        self.body.addWidget(self.trouble)
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
        """Say what will be made, in words."""
        for old in self._lines:
            old.deleteLater()
        self._lines = []
        translate = QCoreApplication.translate
        people = ", ".join(person.name for person in plan.people)
        self._say("circle-check", f"{plan.settings.issuing}, {plan.settings.superior}", "ok")
        self._say(
            "circle-check", translate("Wizard", "Accounts: {names}").format(names=people), "ok"
        )
        holders = [person.name for person in plan.people if person.custody]
        if holders:
            text = translate("Wizard", "Custody of denouncers: {names}").format(
                names=", ".join(holders)
            )
            self._say("seal", text, "ok")
        else:
            self._say(
                "triangle-alert",
                translate("Wizard", "Nobody holds denouncers' identities yet; nobody can open one"),
                "warn",
            )
        if plan.recovery is None:
            text = translate(
                "Wizard", "No recovery sheets yet: a forgotten head's password ends it all"
            )
            self._say("triangle-alert", text, "warn")
        else:
            self._say(
                "circle-check", translate("Wizard", "Three recovery sheets, copied and tried"), "ok"
            )

    def _say(self, icon: str, text: str, tone: str) -> None:
        line = IconLine(icon, text, self._card, tone)
        self._card.body.addWidget(line)
        self._lines.append(line)

    def folder(self) -> Path:
        """Return the folder typed or chosen."""
        return Path(self.place.text().strip()).expanduser()

    def obstacle(self) -> str:
        """Return what is wrong with the folder."""
        if not self.place.text().strip() or not self.folder().is_absolute():
            return QCoreApplication.translate("Wizard", "The folder is missing")
        if holds_office(self.folder()):
            return QCoreApplication.translate("Wizard", "This folder holds a register already")
        return ""

    def next_text(self) -> str:
        """Return what the main button says."""
        return QCoreApplication.translate("Wizard", "Make the register")

    def refuse(self, sentence: str) -> None:
        """Say why it was not made; nothing typed is lost."""
        self.trouble.say("", sentence)

    @Slot()
    def _moved(self) -> None:
        self.trouble.hide()
        self.changed.emit()

    @Slot()
    def _choose(self) -> None:
        title = QCoreApplication.translate("Wizard", "Folder of the register")
        self._folders = QFileDialog(self, title, str(self.folder().parent))
        self._folders.setFileMode(QFileDialog.FileMode.Directory)
        self._folders.fileSelected.connect(self.place.setText)
        self._folders.open()

    def entered(self) -> None:
        """Begin with the folder."""
        self.place.setFocus()
