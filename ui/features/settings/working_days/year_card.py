"""The card of a year: its number, its working days, its months, and the legend."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QMargins, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from reception.services.working_days.calendar_year import CalendarYear
from ui.features.settings.working_days.year_legend import Legend
from ui.features.settings.working_days.year_view import YearView
from ui.widgets.card import Card
from ui.widgets.push_button import PushButton

translate = QCoreApplication.translate


class YearCard(Card):
    """``year_wanted(year)`` when another year is chosen."""

    year_wanted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.set_follows_focus(False)
        self._year: CalendarYear | None = None
        self.previous_button = PushButton("", self, "secondary", "chevron-left")
        self.next_button = PushButton("", self, "secondary", "chevron-right")
        self.previous_button.setAccessibleName(translate("Settings", "Year before"))
        self.next_button.setAccessibleName(translate("Settings", "Year after"))
        self.year_label, self.count_label = QLabel("", self), QLabel("", self)
        self.year_label.setProperty("role", "heading")
        self.count_label.setProperty("role", "secondary")
        for widget in (self.previous_button, self.year_label, self.next_button, self.count_label):
            self.add_before_title(widget)
        self.year_view = YearView(self)
        self.year_view.setObjectName("year_view")
        self.body.addWidget(self.year_view)
        self.body.addWidget(Legend(self))
        self.previous_button.clicked.connect(self._change_year)
        self.next_button.clicked.connect(self._change_year)
        self.year_view.year_wanted.connect(self.year_wanted)

    def show_year(self, year: CalendarYear, today: date) -> None:
        self._year = year
        self.year_label.setText(str(year.year))
        template = translate("Settings", "{count} working days, weeks begin on Monday")
        self.count_label.setText(template.format(count=sum(year.working_day_counts)))
        self.year_view.set_year(year, today)

    def full_width(self) -> int:
        """Return the width in pixels of four months in a row."""
        layout = self.layout()
        margins = layout.contentsMargins() if layout is not None else QMargins()
        return margins.left() + self.year_view.width_of_months() + margins.right()

    @Slot()
    def _change_year(self) -> None:
        if self._year is not None:
            step = 1 if self.sender() is self.next_button else -1
            self.year_wanted.emit(self._year.year + step)
