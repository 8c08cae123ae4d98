"""What can be done when a password is forgotten."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from ui.widgets.dialog import Dialog
from ui.widgets.key_button import KeyButton


class Forgotten(Dialog):
    """``Forgotten(parent).open()``: nobody can look a password up; sheets can open."""

    def __init__(self, parent: QWidget) -> None:
        """Explain, in order."""
        super().__init__(QCoreApplication.translate("Unlock", "Forgotten password"), parent, 620)
        self.set_icon("lock", "accent")
        self.set_subtitle(
            QCoreApplication.translate("Unlock", "No copy of a password is kept anywhere.")
        )
        for text in (
            QCoreApplication.translate(
                "Unlock",
                "An officer: tell the board head, who opens with their own password. "
                "The register and everything saved stay as they are.",
            ),
            QCoreApplication.translate(
                "Unlock",
                "The board head: two of the three recovery sheets open the register, one does "
                "not. Ask two holders to come with their sheets, and the administrator of this "
                "machine.",
            ),
            QCoreApplication.translate(
                "Unlock",
                "No sheets and no password: nobody can open the register, the makers of the "
                "program neither. Keep trying what you remember; each wrong try waits longer.",
            ),
        ):
            label = QLabel(text, self)
            label.setWordWrap(True)
            self.body.addWidget(label)
        self.close_button = KeyButton(
            QCoreApplication.translate("Unlock", "Close"), self, "secondary", key="Esc"
        )
        self.close_button.setObjectName("close_button")
        self.set_safe(self.close_button)
