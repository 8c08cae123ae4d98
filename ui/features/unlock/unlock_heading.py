"""The heading of the unlock screen, with the choice of the language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.appearance.theme import theme
from ui.widgets.choice_box import ChoiceBox


class UnlockHeading(QWidget):
    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language_box = ChoiceBox(self)
        self.language_box.setObjectName("language")
        translate = QCoreApplication.translate
        title = QLabel(translate("Unlock", "Open the register"), self)
        title.setProperty("role", "title")
        subtitle = QLabel(
            translate("Unlock", "Choose a name, type the password, press Enter."), self
        )
        subtitle.setProperty("role", "secondary")
        label = QLabel(translate("Unlock", "Language"), self)
        label.setProperty("role", "secondary")
        label.setBuddy(self.language_box)
        self.language_box.setAccessibleName(label.text())
        self.language_box.add("Tiếng Việt", "vi")
        self.language_box.add("English", "en")
        self.language_box.choose(language)
        line = QHBoxLayout()
        line.setSpacing(theme().px(6))
        line.addWidget(title)
        line.addStretch(1)
        line.addWidget(label)
        line.addWidget(self.language_box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme().px(6))
        column.setSpacing(theme().px(2))
        column.addLayout(line)
        column.addWidget(subtitle)
