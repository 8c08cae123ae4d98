"""A row of widgets that takes two lines if one line is too narrow for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.appearance.theme import theme

_GAP = 8


class TwoLineRow(QWidget):
    """Shows ``first``, then ``others``, then ``last``, from the left.

    All of ``others`` move to the second line when one line is too short. The width of ``last`` is
    always counted, even while it is hidden, so that nothing moves when it is shown.
    """

    def __init__(
        self, first: QWidget, others: Sequence[QWidget], last: QWidget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._first, self._others, self._last = first, others, last
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(_GAP))
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        for row in (self._upper, self._lower):
            row.setSpacing(theme().px(_GAP))
            row.addStretch(1)
            column.addLayout(row)
        for index, widget in enumerate((first, *others, last)):
            self._upper.insertWidget(index, widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.choose_line_count()

    def choose_line_count(self) -> None:
        """Choose one line or two; call it when the text of a widget has changed."""
        gap = theme().px(_GAP)
        others_width = sum(widget.sizeHint().width() + gap for widget in self._others)
        first_and_last_width = self._first.width() + gap + self._last.sizeHint().width()
        needs_two_lines = first_and_last_width + others_width > self.width()
        row, start_index = (self._lower, 0) if needs_two_lines else (self._upper, 1)
        if row.indexOf(self._others[0]) < 0:
            for index, widget in enumerate(self._others, start=start_index):
                row.insertWidget(index, widget)
