"""File dialog that does not record which folders were visited."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton, QWidget

from ui.appearance.theme import theme

_WIDTH, _HEIGHT = 780, 380
_TARGET = 28  # minimum height of buttons


class FileChooser(QFileDialog):
    """``fileSelected(path)``; deletes itself when it is closed.

    Qt's dialog instead of the desktop's, which keeps a list of recent files. Qt too writes visited
    folders into the settings of the account, and a folder may be named after a person: they are
    removed.
    """

    def __init__(self, title: str, name_filter: str, parent: QWidget) -> None:
        super().__init__(parent, title)
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setNameFilter(name_filter)
        self.resize(theme().px(_WIDTH), theme().px(_HEIGHT))
        for button in self.findChildren(QPushButton):
            button.setMinimumHeight(theme().px(_TARGET))
        for folder in self.findChildren(QComboBox, "lookInCombo"):
            folder.setProperty("elides", True)
        self.directoryEntered.connect(self._update_tooltip)
        self._update_tooltip()
        self.destroyed.connect(_forget_folders)  # Qt writes them when the dialog is deleted
        self.finished.connect(self.deleteLater)

    @Slot()
    def _update_tooltip(self) -> None:
        """Show the whole path as a tooltip: the box shortens it."""
        for folder in self.findChildren(QComboBox, "lookInCombo"):
            folder.setToolTip(folder.currentText())


@Slot()
def _forget_folders() -> None:
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.remove("FileDialog/history")
    settings.remove("FileDialog/lastVisited")
    settings.sync()
