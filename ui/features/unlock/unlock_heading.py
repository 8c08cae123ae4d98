"""The heading of the unlock screen, with the choice of the language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.appearance.theme import theme
from ui.widgets.choice_box import ChoiceBox


class UnlockHeading(QWidget):
    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = ChoiceBox(self)
        self.language.setObjectName("language")
        translate = QCoreApplication.translate
        title = QLabel(translate("Unlock", "Open the register"), self)
        title.setProperty("role", "title")
        subtitle = QLabel(
            translate("Unlock", "Choose a name, type the password, press Enter."), self
        )
        subtitle.setProperty("role", "secondary")
        label = QLabel(translate("Unlock", "Language"), self)
        label.setProperty("role", "secondary")
        label.setBuddy(self.language)
        self.language.setAccessibleName(label.text())
        self.language.add("Tiếng Việt", "vi")
        self.language.add("English", "en")
        self.language.choose(language)
        line = QHBoxLayout()
        line.setSpacing(theme().px(6))
        line.addWidget(title)
        line.addStretch(1)
        line.addWidget(label)
        line.addWidget(self.language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme().px(6))
        column.setSpacing(theme().px(2))
        column.addLayout(line)
        column.addWidget(subtitle)
