"""The list of sections on the left: one tab stop, arrow keys choose."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ui.appearance.theme import theme
from ui.widgets.rail_item import RailItem

WIDTH = 204
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)


class _Item(RailItem):
    """An item whose arrow keys are handled by the list."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*_STEPS, *_ENDS, Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
            return
        super().keyPressEvent(event)


class SectionList(QWidget):
    """``chosen(section id)`` when another section is chosen by key or mouse."""

    chosen = Signal(str)

    def __init__(self, entries: list[tuple[str, str, str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("Settings", "Sections"))
        self.setFixedWidth(theme().px(WIDTH))
        theme().changed.connect(self._set_width)
        self._names = [entry[0] for entry in entries]
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        for index, (name, text, icon, key) in enumerate(entries):
            item = _Item(text, icon, self)
            item.setObjectName(f"section_{name}")
            item.setToolTip(key)
            item.setAccessibleDescription(key)
            self._group.addButton(item, index)
            column.addWidget(item)
        column.addStretch(1)
        self.choose(self._names[0])

    def names(self) -> tuple[str, ...]:
        return tuple(self._names)

    def current(self) -> str:
        return self._names[self._group.checkedId()]

    def item(self, name: str) -> QWidget:
        return self._group.button(self._names.index(name))

    def choose(self, name: str) -> None:
        """Mark a section; its item becomes the only tab stop."""
        index = self._names.index(name)
        for item in self._group.buttons():
            is_chosen = self._group.id(item) == index
            item.setChecked(is_chosen)
            item.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus
            )

    @Slot(int)
    def _clicked(self, index: int) -> None:
        self.choose(self._names[index])
        self.chosen.emit(self._names[index])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Home and End choose another section at once."""
        key, current = Qt.Key(event.key()), self._group.checkedId()
        last = len(self._names) - 1
        if key in _STEPS:
            target = min(max(current + _STEPS[key], 0), last)
        elif key in _ENDS:
            target = last if key == Qt.Key.Key_End else 0
        else:
            super().keyPressEvent(event)
            return
        self.choose(self._names[target])
        self._group.button(target).setFocus(Qt.FocusReason.OtherFocusReason)
        if target != current:
            self.chosen.emit(self._names[target])

    @Slot()
    def _set_width(self) -> None:
        self.setFixedWidth(theme().px(WIDTH))
