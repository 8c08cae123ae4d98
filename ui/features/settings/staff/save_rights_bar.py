"""The bar below the table of rights: how many people have unsaved changes, and two buttons."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.appearance.theme import theme
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate


class SaveRightsBar(QFrame):
    """Hidden while nothing is unsaved; the section connects the buttons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("pane", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme().px(8),) * 4)
        self.label = QLabel("", self)
        self.label.setProperty("role", "secondary")
        self.discard_button = PushButton(
            translate("Accounts", "Drop"), self, "secondary", "", "Esc"
        )
        self.save_button = PushButton(
            translate("Accounts", "Keep rights"), self, "primary", "save", "Ctrl+S"
        )
        self.save_button.setObjectName("save_rights")
        row.addWidget(self.label, 1)
        row.addWidget(self.discard_button)
        row.addWidget(self.save_button)
        self.hide()

    def show_changes(self, count: int) -> None:
        """Show for how many people rights are changed; 0 hides the bar."""
        self.setVisible(bool(count))
        template = translate("Accounts", "Rights of {count} people changed, not kept yet")
        self.label.setText(template.format(count=count))
