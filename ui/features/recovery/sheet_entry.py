"""Thirty-three numbered fields for the words of one recovery sheet, or their privacy cover."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QStackedWidget, QWidget

from reception.services.recovery.recovery_shares import WORDS_PER_SHEET
from ui.appearance.theme import theme
from ui.features.recovery.word_field import WordField
from ui.features.recovery.words_table import COLUMNS, WordsTable
from ui.widgets.tab_order import BY_COLUMNS

_ROWS = WORDS_PER_SHEET // COLUMNS


class SheetEntry(QStackedWidget):
    """Emits ``changed`` at every input and whenever the words are covered or uncovered.

    ``completed`` when a word was accepted and now every field has a valid word. The words are
    covered when the window loses the focus.
    """

    changed = Signal()
    completed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = [WordField(position, self) for position in range(1, WORDS_PER_SHEET + 1)]
        self.cover_page = WordsTable(self)  # gets no words, so it shows only its cover
        self._focused_before_cover = self.fields[0]
        table = QWidget(self)
        table.setProperty("dense", True)
        table.setProperty(BY_COLUMNS, True)
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(8))
        grid.setVerticalSpacing(theme().px(3))
        for index, field in enumerate(self.fields):
            column, row = divmod(index, _ROWS)
            self._add_field(grid, field, (row, column))
        self.addWidget(table)
        self.addWidget(self.cover_page)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _add_field(self, grid: QGridLayout, field: WordField, cell: tuple[int, int]) -> None:
        row, column = cell
        number_label = QLabel(str(field.position), self)
        number_label.setProperty("role", "secondary")
        number_label.setFixedWidth(theme().px(30))
        number_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        number_label.setBuddy(field)
        field.setObjectName(f"word_{field.position}")
        accessible_name = QCoreApplication.translate("Wizard", "Word number {place}")
        field.setAccessibleName(accessible_name.format(place=field.position))
        grid.addWidget(number_label, row, 2 * column)
        grid.addWidget(field, row, 2 * column + 1)
        grid.setColumnStretch(2 * column + 1, 1)
        field.textChanged.connect(self.changed)
        field.filled.connect(self._go_to_next)
        field.back_wanted.connect(self._go_to_previous)

    @property
    def is_covered(self) -> bool:
        """Whether the words are hidden."""
        return self.currentWidget() is self.cover_page

    def words(self) -> list[str]:
        """Return the 33 words, "" for each field without a valid word."""
        return [field.word() for field in self.fields]

    def first_wrong_position(self) -> int:
        """Return the position (from 1) of the first field whose text begins no word, or 0."""
        wrong_positions = (
            field.position for field in self.fields if field.text().strip() and not field.matches()
        )
        return next(wrong_positions, 0)

    def clear(self) -> None:
        for field in self.fields:
            field.set_word("")
        self._focused_before_cover = self.fields[0]

    def focus_first_unfilled(self) -> None:
        """Put the focus into the first field without a valid word, or into the last field."""
        self._focus(next((field for field in self.fields if not field.word()), self.fields[-1]))

    def cover(self) -> None:
        if self.is_covered:
            return
        focus = self.focusWidget()
        if isinstance(focus, WordField):
            self._focused_before_cover = focus
        self.setCurrentWidget(self.cover_page)
        self.changed.emit()

    def uncover(self) -> None:
        """Show the words; the focus returns to the field that had it before they were covered."""
        self.setCurrentIndex(0)
        self._focus(self._focused_before_cover)
        self.changed.emit()

    def _focus(self, field: WordField) -> None:
        field.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(int)
    def _go_to_next(self, position: int) -> None:
        if all(self.words()):
            self.completed.emit()
        elif position < WORDS_PER_SHEET:
            self._focus(self.fields[position])
        else:
            self.focus_first_unfilled()

    @Slot(int)
    def _go_to_previous(self, position: int) -> None:
        if position > 1:
            self._focus(self.fields[position - 2])

    def event(self, event: QEvent) -> bool:
        """Cover the words when another window comes to the front."""
        if event.type() == QEvent.Type.WindowDeactivate:
            self.cover()
        return super().event(event)
