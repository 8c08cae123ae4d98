"""Choosing a file that an outsider brought, without leaving a trace of where it lay."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton, QWidget

from ui.appearance.theme import theme

_WIDTH, _HEIGHT = 780, 380
_TARGET = 28  # high enough for a hand that is not sure


class FileChooser(QFileDialog):
    """``FileChooser(title, filter, parent).open()``; ``fileSelected(path)``; deletes itself.

    Qt's own dialog, not the desktop's: that one keeps a list of recent files. Qt too writes the
    folders visited into the account's settings, and a folder may be named after a person.
    """

    def __init__(self, title: str, name_filter: str, parent: QWidget) -> None:
        """Show files of one kind."""
        super().__init__(parent, title)
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setNameFilter(name_filter)
        self.resize(theme().px(_WIDTH), theme().px(_HEIGHT))
        for button in self.findChildren(QPushButton):
            button.setMinimumHeight(theme().px(_TARGET))
        for folder in self.findChildren(QComboBox, "lookInCombo"):
            folder.setProperty("elides", True)
        self.directoryEntered.connect(self._tell_way)
        self._tell_way()
        self.destroyed.connect(_forget_folders)  # Qt writes them when the dialog is deleted
        self.finished.connect(self.deleteLater)

    @Slot()
    def _tell_way(self) -> None:
        """Let a deep folder's tip say the whole way to it: its box cuts it short."""
        for folder in self.findChildren(QComboBox, "lookInCombo"):
            folder.setToolTip(folder.currentText())


@Slot()
def _forget_folders() -> None:
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.remove("FileDialog/history")
    kept.remove("FileDialog/lastVisited")
    kept.sync()
