"""The search and the filters above the register, each choice with its number of visits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from reception.domain.filter_counts import ANY, LATE, SOON, FilterCounts
from reception.domain.reporting_periods import Period
from reception.storage.visits.filter_count_query import CountedFilters
from reception.storage.visits.register_reader import RegisterFilter
from ui.appearance import display_format
from ui.appearance.theme import theme
from ui.features.register import filter_boxes
from ui.features.register.filter_boxes import ALL, PERIOD, PREVIOUS, SPANS, YEAR
from ui.features.register.filter_periods import FilterPeriods
from ui.features.register.two_line_row import TwoLineRow
from ui.widgets.fill_layout import fill_with
from ui.widgets.push_button import PushButton
from ui.widgets.search_field import SearchField

translate = QCoreApplication.translate
_PAUSE_MS = 250  # after the last key before the search is changed
_MAX_COUNT = 999  # larger counts are shown as 999+


class FilterRow(QWidget):
    """``changed`` when ``chosen()`` returns another filter."""

    changed = Signal()

    def __init__(
        self, today: date, soon_until: date, month_starts_on: int, parent: QWidget
    ) -> None:
        """Nothing is filtered; the dates are those of :meth:`set_days`."""
        super().__init__(parent)
        self._periods = FilterPeriods(today, soon_until, month_starts_on)
        self._counts: FilterCounts | None = None
        self._counted_text = ""  # the search text of the visits that were counted
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.changed)
        self._build()
        self._wire()

    def _build(self) -> None:
        text = translate("Register", "Search code, content, body")
        short = translate("Register", "Code, content, body")
        self.search = SearchField(text, short, "Ctrl+F", self)
        self.search.setObjectName("search")
        self.time = filter_boxes.time_box(self._periods.present, self._periods.previous, self)
        self.kind = filter_boxes.kind_box(self)
        self.progress = filter_boxes.progress_box(self)
        self.overdue = filter_boxes.overdue_button(self)
        self.soon = filter_boxes.soon_button(self)
        self.drop_button = PushButton(translate("Register", "Drop the filters"), self, "flat")
        self.drop_button.setObjectName("drop_button")
        self.drop_button.hide()
        rule = QFrame(self)
        rule.setFixedSize(1, theme().px(20))
        rule.setProperty("rule", True)
        choices = (self.time, self.kind, self.progress, rule, self.overdue, self.soon)
        self._lines = TwoLineRow(self.search, choices, self.drop_button, self)
        fill_with(self, self._lines)

    def _wire(self) -> None:
        self.search.textChanged.connect(self._typed)
        self.drop_button.clicked.connect(self.clear_filters)
        self.changed.connect(self._show_choice)
        for box in (self.time, self.kind, self.progress):
            box.chosen.connect(self._chosen)
        self.overdue.toggled.connect(self._overdue_toggled)
        self.soon.toggled.connect(self._soon_toggled)

    def set_days(self, today: date, soon_until: date, month_starts_on: int) -> None:
        """Follow the date, the working calendar and the office's reporting period.

        ``soon_until`` is two working days after ``today``.
        """
        before = self._periods.present
        self._periods = FilterPeriods(today, soon_until, month_starts_on)
        if self._periods.present != before:
            filter_boxes.name_periods(self.time, self._periods.present, self._periods.previous)
            self._show_counts()

    def chosen(self) -> RegisterFilter:
        """Return the present filter, including text that is still being composed."""
        since, until = self._periods.days(str(self.time.value()))
        if self.overdue.isChecked():
            due = self._periods.overdue()
        else:
            due = self._periods.due_soon() if self.soon.isChecked() else RegisterFilter()
        kind, progress = self.kind.value(), self.progress.value()
        return replace(
            due,
            since=since,
            until=until,
            kinds=(str(kind),) if kind else (),
            progress=(str(progress),) if progress else (),
            text=self.search.text(),
        )

    def counted(self) -> CountedFilters:
        """Return the query that counts every choice among the visits found by the search."""
        return self._periods.counted(self.search.text())

    def show_counts(self, counts: FilterCounts | None, text: str = "") -> None:
        """Show how many visits each choice would show, of those that match ``text``."""
        self._counts, self._counted_text = counts, text
        self._show_counts()

    def count(self, span: str | None = None) -> int | None:
        """Return how many visits the filters show; ``span`` replaces the chosen time.

        None while it is not known.
        """
        return self._count(span=span)

    def register_count(self) -> int | None:
        """Return the number of all visits, whatever is chosen; None while it is not known."""
        return None if self._counts is None or self._counted_text else self._counts.number(0)

    def _count(
        self,
        span: str | None = None,
        kind: str | None = None,
        progress: str | None = None,
        due: str | None = None,
    ) -> int | None:
        if self._counts is None:
            return None
        return self._counts.number(
            SPANS.index(str(self.time.value()) if span is None else span),
            str(self.kind.value()) if kind is None else kind,
            str(self.progress.value()) if progress is None else progress,
            self._due() if due is None else due,
        )

    def _due(self) -> str:
        return LATE if self.overdue.isChecked() else SOON if self.soon.isChecked() else ANY

    def _show_counts(self) -> None:
        kinds = (ALL, *(kind.value for kind in filter_boxes.KINDS))
        states = (ALL, *filter_boxes.STATES)
        self.time.set_counts({span: self._count(span=span) for span in SPANS})
        self.kind.set_counts({kind: self._count(kind=kind) for kind in kinds})
        self.progress.set_counts({state: self._count(progress=state) for state in states})
        self.overdue.set_count(self._count(due=LATE), _MAX_COUNT)
        self.soon.set_count(self._count(due=SOON), _MAX_COUNT)
        self._lines.fit()

    def summary(self, total: int | None, wide: bool) -> str:
        """Return number and days of the visits shown, for the header of the page.

        ``total`` is the number of rows, None while they are being counted. A wide page also has
        the number since New Year.
        """
        is_counted = self._counted_text == self.search.text()
        count = total if total is not None else self.count() if is_counted else None
        if count is None:
            return ""
        if count == 0 and self.only_present_period() is not None:
            return translate("Register", "No visit yet in the period")
        text = _visits(count, self._days_text())
        year = self.count(YEAR) if wide and self.time.value() in (PERIOD, PREVIOUS) else None
        if year is not None:
            text += ", " + _visits(year, translate("Register", "since New Year"))
        return text

    def _days_text(self) -> str:
        return {
            PERIOD: filter_boxes.days_from(self._periods.present.since),
            PREVIOUS: filter_boxes.days_of(self._periods.previous),
            YEAR: translate("Register", "since New Year"),
        }.get(str(self.time.value()), "")

    def period(self) -> tuple[date, date]:
        """Return first and last day of the register book printed for the visits shown."""
        since, until = self._periods.days(str(self.time.value()))
        return since or self._periods.present.since, until or self._periods.today

    def only_present_period(self) -> Period | None:
        """Return the present period if it is the only thing chosen."""
        alone = self.time.value() == PERIOD and not self._is_narrowed()
        return self._periods.present if alone else None

    def is_filtering(self) -> bool:
        """Tell whether any visit may be left out."""
        return bool(self.time.value()) or self._is_narrowed()

    def _is_narrowed(self) -> bool:
        buttons = self.overdue.isChecked() or self.soon.isChecked()
        boxes = any(box.value() for box in (self.kind, self.progress))
        return buttons or boxes or bool(self.search.text())

    @Slot()
    def clear_filters(self) -> None:
        """Show all visits again."""
        self.search.clear()
        for box in (self.time, self.kind, self.progress):
            box.clear_choice()
        self.overdue.setChecked(False)
        self.soon.setChecked(False)
        self.changed.emit()

    @Slot()
    def _show_choice(self) -> None:
        self.drop_button.setVisible(self.is_filtering())
        self._show_counts()

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self._pause.start()

    @Slot(bool)
    def _overdue_toggled(self, on: bool) -> None:
        if on and self.soon.isChecked():
            self.soon.setChecked(False)  # its own signal follows
            return
        self.changed.emit()

    @Slot(bool)
    def _soon_toggled(self, on: bool) -> None:
        if on and self.overdue.isChecked():
            self.overdue.setChecked(False)
            return
        self.changed.emit()

    @Slot(object)
    def _chosen(self, _value: object) -> None:
        self.changed.emit()


def _visits(count: int, days: str) -> str:
    text = translate("Register", "{count} visits").format(count=display_format.number(count))
    return f"{text} {days}" if days else text
