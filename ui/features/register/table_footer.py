"""The line below the table: position of the selected row, and the shortcuts for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui.appearance.theme import theme
from ui.shell import actions
from ui.widgets.shortcut_label import ShortcutLabel

translate = QCoreApplication.translate


class TableFooter(QFrame):
    """Shows the position at the left and the shortcuts at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("foot", True)
        self.position = QLabel("", self)
        self.position.setProperty("role", "hint")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(12), 0, theme().px(12), 0)
        row.setSpacing(theme().px(8))
        row.addWidget(self.position)
        row.addStretch(1)
        self._shortcut_widgets: list[QWidget] = []
        for key, text in (
            (translate("Register", "Enter"), translate("Register", "show the story")),
            (actions.first_key_text("reveal"), translate("Register", "open the seal")),
            (actions.first_key_text("visit.lifecycle"), translate("Register", "correct, void")),
        ):
            label = QLabel(text, self)
            label.setProperty("role", "hint")
            shortcut = ShortcutLabel(key, self)
            self._shortcut_widgets += [shortcut, label]
            row.addWidget(shortcut)
            row.addWidget(label)
        self.setFixedHeight(theme().px(36))

    def set_position(self, text: str) -> None:
        """Show a position like ``Dòng 9 trên 56`` ("row 9 of 56"), or "" for none."""
        self.position.setText(text)

    def set_shortcuts_hidden(self, hidden: bool) -> None:
        """Hide the shortcuts while the story overlaps them."""
        for widget in self._shortcut_widgets:
            widget.setVisible(not hidden)
