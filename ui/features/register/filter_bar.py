"""The row of search and filters as it is laid out: on one line, or on two where it is short."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reception.domain.reporting_periods import Period
from ui.appearance.theme import theme
from ui.features.register import filter_boxes
from ui.widgets.push_button import PushButton
from ui.widgets.search_field import SearchField

translate = QCoreApplication.translate


class FilterBar(QWidget):
    """``FilterBar(period, before, parent)``: search, time, kind, handling, overdue, due soon."""

    def __init__(self, period: Period, before: Period, parent: QWidget) -> None:
        """Make every filter, none of them set."""
        super().__init__(parent)
        self._build(period, before)

    def _build(self, period: Period, before: Period) -> None:
        words = translate("Register", "Search code, content, body")
        short = translate("Register", "Code, content, body")
        self.search = SearchField(words, short, "Ctrl+F", self)
        self.search.setObjectName("search")
        self.time = filter_boxes.time_box(period, before, self)
        self.kind = filter_boxes.kind_box(self)
        self.progress = filter_boxes.progress_box(self)
        self.overdue = filter_boxes.late_button(self)
        self.soon = filter_boxes.soon_button(self)
        self.drop_button = PushButton(translate("Register", "Drop the filters"), self, "flat")
        self.drop_button.setObjectName("drop_button")
        self.drop_button.hide()
        self._rule = QFrame(self)
        self._rule.setFixedSize(1, theme().px(20))
        self._rule.setProperty("rule", True)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        for row in (self._upper, self._lower):
            row.setSpacing(theme().px(8))
            row.addStretch(1)
            column.addLayout(row)
        self._upper.insertWidget(0, self.search)
        self._upper.insertWidget(1, self.drop_button)
        for place, widget in enumerate(self._choices(), start=1):
            self._upper.insertWidget(place, widget)

    def _choices(self) -> tuple[QWidget, ...]:
        return (self.time, self.kind, self.progress, self._rule, self.overdue, self.soon)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices under the search where one line is too short for all of them."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Choose between one line and two."""
        gap = theme().px(8)
        wanted = sum(part.sizeHint().width() + gap for part in self._choices())
        least = self.search.width() + gap + self.drop_button.sizeHint().width()
        low = least + wanted > self.width()
        row, first = (self._lower, 0) if low else (self._upper, 1)
        if row.indexOf(self.time) < 0:
            for place, part in enumerate(self._choices(), start=first):
                row.insertWidget(place, part)
