"""The message of a second start of the program while another window has the office open."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from reception.messages.catalogue import sentence
from ui.appearance.theme import theme


def show_already_open_message(app: QApplication, language: str) -> None:
    """Write the message to stderr; on a display also show it in a box until the box is closed."""
    text = sentence("unlock.second_window", language)
    if sys.stderr is not None:
        sys.stderr.write(f"{text}\n")
    if app.platformName() == "offscreen":
        return
    theme().apply(app)
    box = QMessageBox()
    box.setWindowTitle(QCoreApplication.translate("MainWindow", "Citizen reception register"))
    box.setText(text)
    box.exec()
