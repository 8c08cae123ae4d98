"""The list of sections on the left: Tab reaches it once, arrow keys choose a section."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ui.appearance.theme import theme
from ui.widgets.rail_item import RailItem

WIDTH = 204
_STEP_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_END_KEYS = (Qt.Key.Key_Home, Qt.Key.Key_End)


class _SectionItem(RailItem):
    """An item whose arrow keys are handled by the list."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*_STEP_KEYS, *_END_KEYS, Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
            return
        super().keyPressEvent(event)


class SectionList(QWidget):
    """``chosen(section id)`` when another section is chosen by key or mouse."""

    chosen = Signal(str)

    def __init__(self, entries: list[tuple[str, str, str, str]], parent: QWidget) -> None:
        """``entries`` are (section id, title, icon, text of the shortcut)."""
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("Settings", "Sections"))
        self.setFixedWidth(theme().px(WIDTH))
        theme().changed.connect(self._set_width)
        self._section_ids = [entry[0] for entry in entries]
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._choose_by_click)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        for index, (section_id, title, icon, key) in enumerate(entries):
            item = _SectionItem(title, icon, self)
            item.setObjectName(f"section_{section_id}")
            item.setToolTip(key)
            item.setAccessibleDescription(key)
            self._group.addButton(item, index)
            column.addWidget(item)
        column.addStretch(1)
        self.choose(self._section_ids[0])

    def section_ids(self) -> tuple[str, ...]:
        return tuple(self._section_ids)

    def current_id(self) -> str:
        return self._section_ids[self._group.checkedId()]

    def item(self, section_id: str) -> QWidget:
        return self._group.button(self._section_ids.index(section_id))

    def choose(self, section_id: str) -> None:
        """Mark a section; its item becomes the only tab stop."""
        index = self._section_ids.index(section_id)
        for item in self._group.buttons():
            is_chosen = self._group.id(item) == index
            item.setChecked(is_chosen)
            item.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus
            )

    @Slot(int)
    def _choose_by_click(self, index: int) -> None:
        self.choose(self._section_ids[index])
        self.chosen.emit(self._section_ids[index])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Home and End choose another section at once."""
        key, current = Qt.Key(event.key()), self._group.checkedId()
        last = len(self._section_ids) - 1
        if key in _STEP_KEYS:
            target = min(max(current + _STEP_KEYS[key], 0), last)
        elif key in _END_KEYS:
            target = last if key == Qt.Key.Key_End else 0
        else:
            super().keyPressEvent(event)
            return
        self.choose(self._section_ids[target])
        self._group.button(target).setFocus(Qt.FocusReason.OtherFocusReason)
        if target != current:
            self.chosen.emit(self._section_ids[target])

    @Slot()
    def _set_width(self) -> None:
        self.setFixedWidth(theme().px(WIDTH))
