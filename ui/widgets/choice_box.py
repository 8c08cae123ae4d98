"""Drop-down list: selection by arrow keys, by first letters, or from the opened list."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QWidget

from reception.domain.text import fold
from ui.appearance import icons
from ui.appearance.theme import theme

_ARROW_SIZE, _ARROW_AREA = 16, 28  # as in the style sheet, in pixels at scale 1.0


class ChoiceBox(QComboBox):
    """F4 and Alt+Down open it; letters find an entry without accents (``d`` finds "Đất đai").

    ``chosen(value)`` on every change, by the user or by the program.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.currentIndexChanged.connect(self._emit_chosen)

    def add(self, text: str, value: object = None) -> None:
        """Add an entry; without ``value`` the text is the value."""
        self.addItem(text, text if value is None else value)

    def value(self) -> object:
        """Return the value of the selected entry, None for no selection."""
        return self.currentData()

    def choose(self, value: object) -> None:
        """Select the entry with this value; without such an entry, select nothing."""
        # findData compares Qt variants; enum members and dataclasses need Python's ==.
        matches = (row for row in range(self.count()) if self.itemData(row) == value)
        self.setCurrentIndex(next(matches, -1))

    def set_state(self, state: str) -> None:
        """Show "error", "warning" or "" by the outline."""
        self.setProperty("state", state)
        self.style().unpolish(self)
        self.style().polish(self)

    def sizeHint(self) -> QSize:
        """Fit the longest entry beside the arrow; the Fusion style ignores the padding."""
        return super().sizeHint() + QSize(theme().px(10), 0)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Shorten the shown text by "…" if the box is too narrow for it."""
        super().initStyleOption(option)
        text_rect = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, text_rect.width()
        )

    @Slot(int)
    def _emit_chosen(self, row: int) -> None:
        self.chosen.emit(self.itemData(row))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow here: an image in the style sheet loads two plugins at the start."""
        super().paintEvent(event)
        area, side = theme().px(_ARROW_AREA), theme().px(_ARROW_SIZE)
        left = self.width() - 1 - area + (area - side) // 2
        rect = QRect(left, (self.height() - side) // 2, side, side)
        with QPainter(self) as painter:
            color = "text2" if self.isEnabled() else "textDisabled"
            icons.paint(painter, rect, "chevron-down", color)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find entries by their first letter, ignoring accents."""
        text = event.text()
        has_no_shortcut_modifier = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if len(text) == 1 and text.isalnum() and has_no_shortcut_modifier:
            self._select_next_starting_with(fold(text))
            return
        super().keyPressEvent(event)

    def _select_next_starting_with(self, letter: str) -> None:
        rows_after = range(self.currentIndex() + 1, self.count())
        rows_before = range(0, max(0, self.currentIndex()))
        for row in (*rows_after, *rows_before):
            if fold(self.itemText(row)).startswith(letter):
                self.setCurrentIndex(row)
                return

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: the wheel must not change the selection of a closed list."""
        event.ignore()
