"""A text field with suggestions, which never interrupt input-method composition."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from reception.domain.text import fold
from ui.appearance.theme import theme
from ui.widgets.text_field import TextField

_MAX_VISIBLE_ROWS = 8


class AutocompleteField(TextField):
    """Down or F4 opens the suggestions; ``suggestion_chosen(text)`` when one of them is chosen.

    A suggestion matches when it contains every typed word; accents and đ are ignored. Text that
    is no suggestion is allowed too.
    """

    suggestion_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggestions: list[tuple[str, str]] = []  # (text without accents, text)
        self._model = QStringListModel(self)
        self._list: QListView | None = None
        self.textEdited.connect(self._update_suggestions)
        self.setAccessibleDescription(
            QCoreApplication.translate("SuggestField", "Down arrow opens suggestions")
        )

    def set_suggestions(self, texts: Sequence[str]) -> None:
        """Set the texts to choose from, in display order."""
        self._suggestions = [(fold(text), text) for text in texts]

    def is_open(self) -> bool:
        """Tell whether the list of suggestions is shown."""
        return self._list is not None and self._list.isVisible()

    def matches(self) -> list[str]:
        """Return the suggestions that match the typed text."""
        words = fold(self.text()).split()
        return [text for folded, text in self._suggestions if all(word in folded for word in words)]

    @Slot()
    def open_suggestions(self) -> None:
        """Open the list under the field; unfiltered when the text is one of the suggestions."""
        is_suggestion = any(text == self.text() for _, text in self._suggestions)
        texts = [text for _, text in self._suggestions] if is_suggestion else self.matches()
        if not texts:
            return
        view = self._suggestion_list()
        self._model.setStringList(texts)
        current_row = texts.index(self.text()) if is_suggestion else 0
        view.setCurrentIndex(self._model.index(current_row))
        self._set_list_geometry(view, len(texts))
        view.show()
        view.raise_()

    @Slot()
    def close_suggestions(self) -> None:
        if self._list is not None:
            self._list.hide()

    def _suggestion_list(self) -> QListView:
        # A child of the window, not a popup: a popup takes the focus and ends composition.
        if self._list is None:
            self._list = QListView(self.window())
            self._list.setObjectName("suggestions")
            self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._list.setAccessibleName(self.accessibleName())
            self._list.setUniformItemSizes(True)
            self._list.setModel(self._model)
            self._list.clicked.connect(self._choose_suggestion)
        return self._list

    def _set_list_geometry(self, view: QListView, row_count: int) -> None:
        window = self.window()
        height = min(row_count, _MAX_VISIBLE_ROWS) * theme().px(30) + 4
        corner = self.mapTo(window, QPoint(0, self.height()))
        if corner.y() + height > window.height():
            corner = self.mapTo(window, QPoint(0, -height))
        view.setGeometry(corner.x(), corner.y(), max(self.width(), theme().px(200)), height)

    @Slot()
    def _update_suggestions(self) -> None:
        if not self.is_open():
            return
        texts = self.matches()
        if not texts:
            self.close_suggestions()
            return
        view = self._suggestion_list()
        self._model.setStringList(texts)
        view.setCurrentIndex(self._model.index(0))
        self._set_list_geometry(view, len(texts))

    @Slot(QModelIndex)
    def _choose_suggestion(self, index: QModelIndex) -> None:
        self.close_suggestions()
        self.setText(str(index.data()))
        self.suggestion_chosen.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Down or F4; move, choose and close by key while open."""
        key = event.key()
        if not self.is_open():
            if key in (Qt.Key.Key_Down, Qt.Key.Key_F4) and not self.composed_text():
                self.open_suggestions()
                return
            super().keyPressEvent(event)
            return
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move_selection(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose_suggestion(self._suggestion_list().currentIndex())
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_F4):
            self.close_suggestions()
        else:
            super().keyPressEvent(event)

    def _move_selection(self, step: int) -> None:
        view = self._suggestion_list()
        row = max(0, min(self._model.rowCount() - 1, view.currentIndex().row() + step))
        view.setCurrentIndex(self._model.index(row))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_suggestions()
