"""View of the to-do list: arrow keys select an item, Enter or its painted button activates it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from reception.domain.todo_item import TodoItem
from ui.features.todo.todo_delegate import TodoDelegate, button_rect
from ui.models.todo_line import TodoLine
from ui.models.todo_model import TodoModel

translate = QCoreApplication.translate
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TodoView(QListView):
    """``item_activated(TodoItem)`` on Enter, a double click or a click on the button.

    ``item_selected(TodoItem | None)`` when another item becomes the current one.
    """

    item_activated = Signal(object)
    item_selected = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.todo_model = TodoModel(self)
        self.setModel(self.todo_model)
        self.setItemDelegate(TodoDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(translate("Needs", "Needs me now"))
        self.setObjectName("todo_list")

    def show_lines(self, lines: Sequence[TodoLine]) -> None:
        """Replace the lines; the same item stays selected."""
        selected = self.current_item()
        self.todo_model.set_lines(lines)
        row = self.todo_model.row_of(selected)
        if row >= 0:
            self.setCurrentIndex(self.todo_model.index(row))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        self.item_selected.emit(self.current_item())

    def current_item(self) -> TodoItem | None:
        """Return the selected item, None on a heading or without a selection."""
        line = self.todo_model.line(self.currentIndex().row())
        return line.item if line is not None else None

    def activate_current_item(self) -> None:
        """Emit ``item_activated`` for the selected item, if there is one."""
        item = self.current_item()
        if item is not None:
            self.item_activated.emit(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER_KEYS:
            self.activate_current_item()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Activate the item after a click on its painted button."""
        super().mouseReleaseEvent(event)
        if self._is_over_button(event):
            self.activate_current_item()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.activate_current_item()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a pointing cursor over the painted button."""
        super().mouseMoveEvent(event)
        is_over = self._is_over_button(event)
        shape = Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _is_over_button(self, event: QMouseEvent) -> bool:
        index = self.indexAt(event.position().toPoint())
        line = self.todo_model.line(index.row())
        if line is None or line.is_heading:
            return False
        rect = button_rect(self.visualRect(index), line.button_text)
        return rect.contains(event.position().toPoint())
