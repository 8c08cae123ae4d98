"""A row of widgets that breaks into two lines where one is too short."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.appearance.theme import theme

_GAP = 8


class TwoLineRow(QWidget):
    """``leading`` stands on the first line and may give way to nothing; ``breaking`` behind it.

    All of ``breaking`` goes to the second line when one line cannot hold everything. Hidden
    widgets of ``leading`` keep their place in the reckoning, so that showing them breaks nothing.
    """

    def __init__(
        self, leading: Sequence[QWidget], breaking: Sequence[QWidget], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._leading, self._breaking = leading, breaking
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(_GAP))
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        for row in (self._upper, self._lower):
            row.setSpacing(theme().px(_GAP))
            row.addStretch(1)
            column.addLayout(row)
        for place, widget in enumerate((*leading, *breaking)):
            self._upper.insertWidget(place, widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Choose between one line and two; called again when a widget's text changes."""
        gap = theme().px(_GAP)
        wanted = sum(part.sizeHint().width() + gap for part in self._breaking)
        search, *others = self._leading
        least = search.width() + sum(gap + part.sizeHint().width() for part in others)
        two = least + wanted > self.width()
        row, first = (self._lower, 0) if two else (self._upper, len(self._leading))
        if row.indexOf(self._breaking[0]) < 0:
            for place, part in enumerate(self._breaking, start=first):
                row.insertWidget(place, part)
