"""Explains how the register is opened when a password is forgotten."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from ui.widgets.dialog import Dialog
from ui.widgets.push_button import PushButton


class ForgottenPassword(Dialog):
    """``sheets_wanted`` to open the office by two recovery sheets."""

    sheets_wanted = Signal()

    def __init__(self, parent: QWidget, has_sheets: bool) -> None:
        """Without recovery sheets (``has_sheets`` False) only an explanation is shown."""
        super().__init__(QCoreApplication.translate("Unlock", "Forgotten password"), parent, 620)
        self.set_icon("lock", "accent")
        self.set_subtitle(
            QCoreApplication.translate("Unlock", "No copy of a password is kept anywhere.")
        )
        for text in (_officer_text(), _head_text(has_sheets), _nobody_text()):
            label = QLabel(text, self)
            label.setWordWrap(True)
            self.body.addWidget(label)
        self.close_button = PushButton(
            QCoreApplication.translate("Unlock", "Close"), self, "secondary", key="Esc"
        )
        self.close_button.setObjectName("close_button")
        self.set_leave_button(self.close_button)
        if has_sheets:
            button_text = QCoreApplication.translate("Unlock", "Open by two sheets")
            self.sheets_button = PushButton(button_text, self, "primary", "lock-open", "Enter")
            self.sheets_button.setObjectName("sheets_button")
            self.set_primary(self.sheets_button)
            self.accepted.connect(self.sheets_wanted)

    def open(self) -> None:
        """Show the dialog; Enter chooses the recovery sheets, if there are any."""
        super().open()
        first_button = getattr(self, "sheets_button", self.close_button)
        first_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _officer_text() -> str:
    return QCoreApplication.translate(
        "Unlock",
        "An officer: tell the board head, who opens with their own password. "
        "The register and everything saved stay as they are.",
    )


def _head_text(has_sheets: bool) -> str:
    if has_sheets:
        return QCoreApplication.translate(
            "Unlock",
            "The board head: two of the three recovery sheets open the register, one does not. "
            "Ask two holders to come with their sheets; a new password is chosen then.",
        )
    return QCoreApplication.translate(
        "Unlock",
        "The board head: this office has made no recovery sheets, so only the password opens.",
    )


def _nobody_text() -> str:
    return QCoreApplication.translate(
        "Unlock",
        "No sheets and no password: nobody can open the register, the makers of the "
        "program neither. Keep trying what you remember; each wrong try waits longer.",
    )
