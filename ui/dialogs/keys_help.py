"""F1: the keys of the screen one is on."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from ui import actions
from ui.theme import theme
from ui.widgets.dialog import Dialog
from ui.widgets.key_button import KeyButton
from ui.widgets.key_cap import KeyCap

_ROWS_A_COLUMN = 14


class KeysHelp(Dialog):
    """``KeysHelp(screen, made, parent).open()``: two columns of keys and what they do."""

    def __init__(self, screen: actions.Screen, made: Collection[str], parent: QWidget) -> None:
        """List the keys of ``screen``, then those that hold everywhere."""
        title = QCoreApplication.translate("KeysHelp", "Keys of this screen")
        super().__init__(title, parent, 760)
        grid = QGridLayout()
        grid.setVerticalSpacing(theme().px(7))
        grid.setHorizontalSpacing(theme().px(12))
        rows = actions.of_screen(screen, made)
        height = max(_ROWS_A_COLUMN, (len(rows) + 1) // 2)
        for place, row in enumerate(rows):
            column, line = divmod(place, height)
            grid.addWidget(self._caps(row), line, column * 2, Qt.AlignmentFlag.AlignLeft)
            words = QLabel(actions.text(row.id), self)
            words.setProperty("role", "small")
            grid.addWidget(words, line, column * 2 + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.body.addLayout(grid)
        close = QCoreApplication.translate("KeysHelp", "Close")
        self.close_button = KeyButton(close, self, "secondary", key="Esc")
        self.close_button.setObjectName("close_button")
        self.set_safe(self.close_button)

    def _caps(self, row: actions.Shortcut) -> QWidget:
        holder = QWidget(self)
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(3))
        for keys in row.keys[:2]:
            line.addWidget(KeyCap(keys.replace("Return", "Enter"), holder))
        return holder
