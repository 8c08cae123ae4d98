"""The field one searches in: a glass at its left end, its key at the right end."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.appearance.theme import theme
from ui.widgets import shortcut_label
from ui.widgets.input_method_commit import commit_composition
from ui.widgets.text_field import TextField


class SearchField(TextField):
    """``SearchField(name, placeholder, key, parent)``; the key is seen while nothing is typed."""

    def __init__(self, name: str, placeholder: str, key: str, parent: QWidget) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self._cap = key
        self.set_icon("search")
        self.setAccessibleName(name)
        self.setAccessibleDescription(key)
        self.setPlaceholderText(placeholder)
        self.setFixedWidth(theme().px(262))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the last word on Enter; until then a search reads what stands before it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            commit_composition()
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and the key."""
        super().paintEvent(event)
        if self.text() or self.hasFocus():
            return
        width, height = shortcut_label.cap_width(self._cap), theme().px(shortcut_label.HEIGHT)
        left = self.width() - width - theme().px(9)
        with QPainter(self) as painter:
            place = QRect(left, (self.height() - height) // 2, width, height)
            shortcut_label.paint_cap(painter, place, self._cap)
