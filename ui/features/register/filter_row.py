"""The search and the filters above the register, each choice with its number of visits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from reception.domain.filter_counts import ANY, DUE_SOON, OVERDUE, FilterCounts
from reception.domain.reporting_periods import Period
from reception.storage.visits.filter_count_query import FilterCountRequest
from reception.storage.visits.register_reader import RegisterFilter
from ui.appearance.theme import theme
from ui.features.register import filter_boxes
from ui.features.register.filter_boxes import ALL, PERIOD, PREVIOUS, SPANS, YEAR
from ui.features.register.filter_periods import FilterPeriods
from ui.features.register.two_line_row import TwoLineRow
from ui.widgets.fill_layout import fill_with
from ui.widgets.push_button import PushButton
from ui.widgets.search_field import SearchField

translate = QCoreApplication.translate
_SEARCH_DELAY_MS = 250  # between the last key and the search
_MAX_COUNT = 999  # larger counts are shown as 999+


class FilterRow(QWidget):
    """Search, time, kind, progress and deadline; emits ``changed`` after another choice."""

    changed = Signal()

    def __init__(
        self, today: date, due_soon_until: date, month_starts_on: int, parent: QWidget
    ) -> None:
        """Start without a filter; the dates are those of :meth:`set_days`."""
        super().__init__(parent)
        self._periods = FilterPeriods(today, due_soon_until, month_starts_on)
        self._counts: FilterCounts | None = None
        self._counted_text = ""  # the search text of the visits that were counted
        self._search_timer = QTimer(self)
        self._search_timer.setSingleShot(True)
        self._search_timer.setInterval(_SEARCH_DELAY_MS)
        self._search_timer.timeout.connect(self.changed)
        self._build()
        self._wire()

    def _build(self) -> None:
        placeholder = translate("Register", "Search code, content, body")
        short_placeholder = translate("Register", "Code, content, body")
        self.search = SearchField(placeholder, short_placeholder, "Ctrl+F", self)
        self.search.setObjectName("search")
        self.time_box = filter_boxes.time_box(self._periods.present, self._periods.previous, self)
        self.kind_box = filter_boxes.kind_box(self)
        self.progress_box = filter_boxes.progress_box(self)
        self.overdue_button = filter_boxes.overdue_button(self)
        self.due_soon_button = filter_boxes.due_soon_button(self)
        self.drop_button = PushButton(translate("Register", "Drop the filters"), self, "flat")
        self.drop_button.setObjectName("drop_button")
        self.drop_button.hide()
        separator = QFrame(self)
        separator.setFixedSize(1, theme().px(20))
        separator.setProperty("rule", True)
        choices = (
            self.time_box,
            self.kind_box,
            self.progress_box,
            separator,
            self.overdue_button,
            self.due_soon_button,
        )
        self._two_line_row = TwoLineRow(self.search, choices, self.drop_button, self)
        fill_with(self, self._two_line_row)

    def _wire(self) -> None:
        self.search.textChanged.connect(self._search_text_changed)
        self.drop_button.clicked.connect(self.clear_filters)
        self.changed.connect(self._show_choice)
        for box in (self.time_box, self.kind_box, self.progress_box):
            box.chosen.connect(self._box_chosen)
        self.overdue_button.toggled.connect(self._overdue_toggled)
        self.due_soon_button.toggled.connect(self._due_soon_toggled)

    def set_days(self, today: date, due_soon_until: date, month_starts_on: int) -> None:
        """Set the dates on which the filters depend: the attributes of ``FilterPeriods``."""
        previous_present = self._periods.present
        self._periods = FilterPeriods(today, due_soon_until, month_starts_on)
        if self._periods.present != previous_present:
            filter_boxes.set_period_texts(
                self.time_box, self._periods.present, self._periods.previous
            )
            self._show_counts()

    def chosen_filter(self) -> RegisterFilter:
        """Return the present filter, including text that is still being composed."""
        since, until = self._periods.days(str(self.time_box.value()))
        if self.overdue_button.isChecked():
            due = self._periods.overdue()
        else:
            due = self._periods.due_soon() if self.due_soon_button.isChecked() else RegisterFilter()
        kind, progress = self.kind_box.value(), self.progress_box.value()
        return replace(
            due,
            since=since,
            until=until,
            kinds=(str(kind),) if kind else (),
            progress=(str(progress),) if progress else (),
            text=self.search.text(),
        )

    def count_query(self) -> FilterCountRequest:
        """Return the query that counts, for every choice, the visits that the search finds."""
        return self._periods.count_query(self.search.text())

    def show_counts(self, counts: FilterCounts | None, search_text: str = "") -> None:
        """Show how many visits each choice would show among those that the search text finds.

        None removes the numbers.
        """
        self._counts, self._counted_text = counts, search_text
        self._show_counts()

    def register_count(self) -> int | None:
        """Return the number of all visits, whatever is chosen; None while they are not counted."""
        return None if self._counts is None or self._counted_text else self._counts.visit_count(0)

    def count(
        self,
        span: str | None = None,
        kind: str | None = None,
        progress: str | None = None,
        due: str | None = None,
    ) -> int | None:
        """Return how many visits would be shown if these choices replaced the present ones.

        None in place of a choice keeps the present one; ``due`` is ANY, OVERDUE or DUE_SOON. The
        result is None while the visits are not counted.
        """
        if self._counts is None:
            return None
        return self._counts.visit_count(
            SPANS.index(str(self.time_box.value()) if span is None else span),
            str(self.kind_box.value()) if kind is None else kind,
            str(self.progress_box.value()) if progress is None else progress,
            self._due_choice() if due is None else due,
        )

    def _due_choice(self) -> str:
        """Return OVERDUE, DUE_SOON or ANY."""
        if self.overdue_button.isChecked():
            return OVERDUE
        return DUE_SOON if self.due_soon_button.isChecked() else ANY

    def _show_counts(self) -> None:
        kinds = (ALL, *(kind.value for kind in filter_boxes.KINDS))
        progress_codes = (ALL, *filter_boxes.PROGRESS_CODES)
        self.time_box.set_counts({span: self.count(span=span) for span in SPANS})
        self.kind_box.set_counts({kind: self.count(kind=kind) for kind in kinds})
        self.progress_box.set_counts({code: self.count(progress=code) for code in progress_codes})
        self.overdue_button.set_count(self.count(due=OVERDUE), _MAX_COUNT)
        self.due_soon_button.set_count(self.count(due=DUE_SOON), _MAX_COUNT)
        self._two_line_row.choose_line_count()

    def summary(self, total: int | None, wide: bool) -> str:
        """Return a text with the number and the days of the visits shown, for the page header.

        ``total`` is the number of rows, None while they are being counted. On a wide page the
        text also has the number of visits since New Year.
        """
        is_counted = self._counted_text == self.search.text()
        count = total if total is not None else self.count() if is_counted else None
        if count is None:
            return ""
        if count == 0 and self.only_present_period() is not None:
            return translate("Register", "No visit yet in the period")
        text = filter_boxes.visits_text(count, self._days_text())
        year = self.count(YEAR) if wide and self.time_box.value() in (PERIOD, PREVIOUS) else None
        if year is not None:
            text += ", " + filter_boxes.visits_text(year, translate("Register", "since New Year"))
        return text

    def _days_text(self) -> str:
        return {
            PERIOD: filter_boxes.since_text(self._periods.present.since),
            PREVIOUS: filter_boxes.period_days_text(self._periods.previous),
            YEAR: translate("Register", "since New Year"),
        }.get(str(self.time_box.value()), "")

    def book_days(self) -> tuple[date, date]:
        """Return first and last day of the register book that is printed for the chosen time."""
        since, until = self._periods.days(str(self.time_box.value()))
        return since or self._periods.present.since, until or self._periods.today

    def only_present_period(self) -> Period | None:
        """Return the present period if it is the only filter, else None."""
        is_only_filter = self.time_box.value() == PERIOD and not self._is_narrowed()
        return self._periods.present if is_only_filter else None

    def is_filtering(self) -> bool:
        """Tell whether any filter is set."""
        return bool(self.time_box.value()) or self._is_narrowed()

    def _is_narrowed(self) -> bool:
        """Tell whether a filter other than the time is set."""
        is_button_checked = self.overdue_button.isChecked() or self.due_soon_button.isChecked()
        is_box_chosen = any(box.value() for box in (self.kind_box, self.progress_box))
        return is_button_checked or is_box_chosen or bool(self.search.text())

    @Slot()
    def clear_filters(self) -> None:
        """Show all visits again."""
        self.search.clear()
        self._search_timer.stop()  # the signal below reports this change too
        for box in (self.time_box, self.kind_box, self.progress_box):
            box.clear_choice()
        self.overdue_button.setChecked(False)
        self.due_soon_button.setChecked(False)
        self.changed.emit()

    @Slot()
    def _show_choice(self) -> None:
        self.drop_button.setVisible(self.is_filtering())
        self._show_counts()

    @Slot(str)
    def _search_text_changed(self, _text: str) -> None:
        self._search_timer.start()

    @Slot(bool)
    def _overdue_toggled(self, checked: bool) -> None:
        if checked and self.due_soon_button.isChecked():
            self.due_soon_button.setChecked(False)  # its signal reports the change
            return
        self.changed.emit()

    @Slot(bool)
    def _due_soon_toggled(self, checked: bool) -> None:
        if checked and self.overdue_button.isChecked():
            self.overdue_button.setChecked(False)
            return
        self.changed.emit()

    @Slot(object)
    def _box_chosen(self, _value: object) -> None:
        self.changed.emit()
