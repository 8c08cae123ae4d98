"""File dialog that does not record which folders were visited."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton, QWidget

from ui.appearance.theme import theme

_WIDTH, _HEIGHT = 780, 380
_MIN_BUTTON_HEIGHT = 28


class FileChooser(QFileDialog):
    """``fileSelected(path)`` when a file is chosen; the dialog deletes itself when it is closed.

    Qt's own dialog is used because the desktop's keeps a list of recent files. Qt also writes the
    visited folders into the settings of the account; they are removed, because a folder may be
    named after a person.
    """

    def __init__(self, title: str, name_filter: str, parent: QWidget) -> None:
        super().__init__(parent, title)
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setNameFilter(name_filter)
        self.resize(theme().px(_WIDTH), theme().px(_HEIGHT))
        for button in self.findChildren(QPushButton):
            button.setMinimumHeight(theme().px(_MIN_BUTTON_HEIGHT))
        for folder_box in self.findChildren(QComboBox, "lookInCombo"):
            folder_box.setProperty("elides", True)
        self.directoryEntered.connect(self._update_tooltip)
        self._update_tooltip()
        self.destroyed.connect(_forget_folders)  # Qt writes them when the dialog is deleted
        self.finished.connect(self.deleteLater)

    @Slot()
    def _update_tooltip(self) -> None:
        """Show the whole path as a tooltip: the box shortens it."""
        for folder_box in self.findChildren(QComboBox, "lookInCombo"):
            folder_box.setToolTip(folder_box.currentText())


@Slot()
def _forget_folders() -> None:
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.remove("FileDialog/history")
    settings.remove("FileDialog/lastVisited")
    settings.sync()
