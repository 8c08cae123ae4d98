"""Search field: an icon at its left end, its shortcut at the right end."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.appearance.theme import theme
from ui.widgets import shortcut_label
from ui.widgets.input_method_commit import commit_composition
from ui.widgets.text_field import TextField


class SearchField(TextField):
    """The shortcut ``key`` is shown while the field is empty and without focus."""

    def __init__(self, name: str, placeholder: str, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = key
        self.set_icon("search")
        self.setAccessibleName(name)
        self.setAccessibleDescription(key)
        self.setPlaceholderText(placeholder)
        self.setFixedWidth(theme().px(262))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commit the composed word on Enter; until then a search ignores it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            commit_composition()
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.text() or self.hasFocus():
            return
        width, height = shortcut_label.key_cap_width(self._key), theme().px(shortcut_label.HEIGHT)
        left = self.width() - width - theme().px(9)
        with QPainter(self) as painter:
            rect = QRect(left, (self.height() - height) // 2, width, height)
            shortcut_label.paint_key_cap(painter, rect, self._key)
